"""A shared laptop, with the program as it runs: nothing of the first person is left for the second.

The program is started, typed at, and replaces itself; what its process and its children hold is
read from outside, in memory, arguments, environment and open files.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from osawatch import sealed
from osawatch.core import Core
from osawatch.vault import door, slots

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="/proc tells what a process holds"),
]
ROOT = Path(__file__).parents[2]
FIRST, SECOND = "correct horse battery", "another staple entirely"
SENTENCE = "A sentence that Ann alone has written"
RULE = f"""schema: 1
id: rule-of-ann
title: {SENTENCE}
status: stable
level: low
match:
  w: {{any: {{en: [zinc]}}}}
condition: w
"""
PATIENCE_S = 300
PIECE = 1 << 24


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(slots, "TIME", 1)
    monkeypatch.setattr(slots, "MEMORY", 8192)
    made = tmp_path / "p"
    with Core(made) as core:
        core.init_profile()
    door.create(made, FIRST, "Ann")
    door.add_slot(made, FIRST, "passphrase", "Bo", SECOND)
    return made


@pytest.fixture
def key(profile: Path) -> Iterator[bytes]:
    """What the profile is sealed with."""
    door.enter(profile, FIRST)
    found = sealed.key_of(profile)
    sealed.forget(profile)
    assert found
    yield found
    sealed.forget(profile)


@pytest.fixture
def room(tmp_path: Path) -> Path:
    made = tmp_path / "room"
    made.mkdir()
    for name, words in (("first", FIRST), ("second", SECOND), ("rule.yaml", RULE)):
        (made / name).write_text(words)
    return made


@pytest.fixture
def program(profile: Path, room: Path) -> Iterator[subprocess.Popen[str]]:
    """The window on the profile, opened by a file of the first person if nobody asks."""
    environment = {**os.environ, "SITTING": str(room), "QT_QPA_PLATFORM": "offscreen"}
    given = ["--profile", str(profile), "--offline", "--lang", "en"]
    command = [sys.executable, "-m", "tests.ui.sitting", *given]
    with (room / "said").open("w") as said:
        child = subprocess.Popen(  # noqa: S603 # ourselves
            command, cwd=ROOT, env=environment, stdout=said, stderr=said, text=True
        )
        yield child
        child.kill()
        child.wait()


def until(look: Callable[[], bool], child: subprocess.Popen[str], room: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while not look():
        assert child.poll() is None, (room / "said").read_text()
        assert time.monotonic() < end, (room / "said").read_text()
        time.sleep(0.1)


def held(pid: int, wanted: Sequence[bytes]) -> set[bytes]:
    """Which of these a process has anywhere in its memory, read once."""
    found, longest = set[bytes](), max(map(len, wanted))
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights = line.split()[:2]
            low, high = (int(one, 16) for one in span.split("-"))
            if "r" not in rights or "[v" in line:
                continue
            before = b""
            for place in range(low, high, PIECE):
                try:
                    memory.seek(place)
                    piece = memory.read(min(PIECE, high - place))
                except (OSError, ValueError, OverflowError):
                    break
                found |= {one for one in wanted if one in before + piece}
                before = piece[-longest:]
    return found


def written(words: str) -> list[bytes]:
    """As Python and as Qt hold it."""
    return [words.encode(), words.encode("utf-16-le")]


def family(pid: int) -> list[int]:
    """A process, and those below it that live."""
    found = [pid]
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, rest = stat.read_text().split(" ", 1)[0], stat.read_text().rpartition(") ")[2]
        except OSError:
            continue
        state, parent = rest.split()[:2]
        if parent == str(pid) and state != "Z":
            found.append(int(number))
    return found


def test_the_second_person_finds_a_locked_door_and_nothing_of_the_first_behind_it(
    profile: Path, key: bytes, room: Path, program: subprocess.Popen[str]
) -> None:
    until((room / "open").exists, program, room)
    open_ = held(program.pid, [key, *written(SENTENCE)])
    assert key in open_, "what is open has its key: the search would find it"
    assert len(open_) > 1, "and what is typed"
    (room / "open-seen").touch()

    until((room / "door").exists, program, room)
    assert (room / "kept").read_text() == RULE, "who cancels still has the text"
    assert (room / "locked").exists(), "the process that was started anew has no key"
    secrets = [key, *written(FIRST), *written(SENTENCE)]
    for one in family(program.pid):
        assert held(one, secrets) == set()
        for told in ("cmdline", "environ", "maps"):
            said = Path(f"/proc/{one}/{told}").read_bytes()
            assert [words for words in secrets if words in said] == []
            assert told == "environ" or b"osawatch.db" not in said
        opened = [str(file.readlink()) for file in Path(f"/proc/{one}/fd").iterdir()]
        assert [name for name in opened if "osawatch.db" in name] == []
    (room / "door-seen").touch()

    program.wait(PATIENCE_S)
    assert (room / "who").read_text() == "Bo"
    assert "rule-of-ann" in (room / "rules").read_text().split(), "what was saved is there"
