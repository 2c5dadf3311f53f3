"""The profile folder: paths, settings, log and the lock of a poller."""

from __future__ import annotations

import json
import logging
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch import lock, log, paths, settings
from osawatch.errors import BadInput, Busy, ProfileError
from osawatch.model import Settings

posix = pytest.mark.skipif(sys.platform == "win32", reason="file modes are a thing of POSIX")


def test_the_folder_asked_for_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSAWATCH_PROFILE", str(tmp_path / "named"))

    assert paths.profile_folder(tmp_path) == tmp_path
    assert paths.profile_folder() == tmp_path / "named"
    monkeypatch.delenv("OSAWATCH_PROFILE")
    assert paths.profile_folder().name == "osawatch"


@posix
def test_a_new_profile_is_closed_to_others(tmp_path: Path) -> None:
    profile = paths.prepare(tmp_path / "a" / "b")

    assert stat.S_IMODE(profile.folder.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(ProfileError, match="file"):
        paths.prepare(tmp_path / "file" / "profile")


def test_settings_keep_only_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"

    settings.write(file, Settings(name="Ann", countries=("NL", "EU")))

    assert json.loads(file.read_text()) == {"name": "Ann", "countries": ["NL", "EU"]}
    assert settings.read(file) == (Settings(name="Ann", countries=("NL", "EU")), ())


@pytest.mark.parametrize(
    "wrong",
    [
        Settings(theme="pink"),
        Settings(time_zone="Mars"),
        Settings(network="sometimes"),  # type: ignore[arg-type]
        Settings(countries=("nl",)),
    ],
)
def test_a_wrong_setting_is_refused_and_the_file_stays(tmp_path: Path, wrong: Settings) -> None:
    file = tmp_path / "settings.json"
    settings.write(file, Settings(name="Ann"))

    with pytest.raises(BadInput):
        settings.write(file, wrong)

    assert settings.read(file)[0].name == "Ann"


@given(st.text(), st.text(), st.booleans())
def test_any_sound_settings_survive_a_round_trip(name: str, proxy: str, ready: bool) -> None:
    plain = {"name": name, "proxy": proxy, "ready": ready}

    found, problems = settings._sound(json.loads(json.dumps(plain)), "settings.json")

    assert problems == ()
    assert found == Settings(name=name, proxy=proxy, ready=ready)


@pytest.mark.parametrize("content", ["{", "[]", "\x00", '{"name": 3}', '{"countries": "NL"}'])
def test_a_damaged_file_never_locks_anybody_out(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content)

    found, problems = settings.read(file)

    assert found == Settings()
    assert len(problems) == 1


def test_the_lock_says_who_holds_it(tmp_path: Path) -> None:
    file = tmp_path / "poll.lock"

    with lock.held(file, program="osawatch-cli"), pytest.raises(Busy) as caught, lock.held(file):
        pass

    assert caught.value.holder.pid == os.getpid()
    assert "osawatch-cli" in str(caught.value)
    assert caught.value.holder.since is not None
    with lock.held(file):
        assert lock.holder(file).pid == os.getpid()


def test_a_holder_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "poll.lock"
    code = (
        "import pathlib, sys, time; from osawatch import lock\n"
        "with lock.held(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code, str(file)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"held\n"
    with pytest.raises(Busy) as caught, lock.held(file):
        pass

    child.kill()
    child.communicate()

    assert caught.value.holder.pid == child.pid
    with lock.held(file):
        pass


@posix
def test_the_log_is_private_and_ours_alone(tmp_path: Path) -> None:
    file = tmp_path / "logs" / "osawatch.log"
    handler = log.start(file)
    logging.getLogger("osawatch.poll").info("hello")
    logging.getLogger("httpx").warning("not for this file")
    log.stop(handler)
    logging.getLogger("osawatch.poll").info("after")

    text = file.read_text()
    assert "INFO osawatch.poll hello" in text
    assert "not for" not in text
    assert "after" not in text
