"""Documents are read in a process apart: it may die, and is given up when it is too slow."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from feeds.jail.keeper import Fault, Jail, Limits
from feeds.model import Document
from feeds.parse import parse

DATA = Path(__file__).parents[2] / "data/feeds"
FEED = b"<rss version='2.0'><channel><title>T</title><item><title>A</title></item></channel></rss>"
LINK = b'<p><a href="/news/2026/01/02/story-%d">A story about number %d that is long</a></p>'
HEAVY = b"<!DOCTYPE html><html>" + b"".join(LINK % (n, n) for n in range(100_000))  # takes seconds
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are POSIX'")


@pytest.fixture
def jail() -> Iterator[Jail]:
    yield from kept(Limits())


def kept(limits: Limits) -> Iterator[Jail]:
    one = Jail(limits)
    yield one
    one.close()


def died(document: Document) -> str:
    assert (document.outcome, document.reason, document.items) == ("refused", "parser_died", ())
    return document.problems[0].message


def test_a_document_is_the_same_read_apart_and_read_here(jail: Jail) -> None:
    for path in sorted(DATA.iterdir()):
        body = path.read_bytes()
        url = f"https://news.example/{path.name}"
        assert jail.parse(body, url=url) == parse(body, url=url)


def test_eight_threads_get_each_their_own_answer(jail: Jail) -> None:
    def read(number: int) -> str:
        return jail.parse(FEED.replace(b"<title>T<", b"<title>%d<" % number)).title

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, range(100))) == [str(number) for number in range(100)]


@posix
def test_a_reader_that_is_killed_is_told_and_the_next_document_is_read(jail: Jail) -> None:
    assert jail.parse(FEED).items
    pid = jail.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)  # it will be in the middle of the next one
    threading.Timer(0.2, os.kill, (pid, signal.SIGKILL)).start()
    assert "SIGKILL" in died(jail.parse(FEED, format="feed"))
    assert jail.parse(FEED).items
    assert jail.pid != pid


@posix
def test_a_reader_that_died_between_two_documents_harms_neither(jail: Jail) -> None:
    assert jail.parse(FEED).items
    assert jail.pid
    os.kill(jail.pid, signal.SIGKILL)
    time.sleep(0.1)
    assert jail.parse(FEED).items


@posix
def test_a_document_that_takes_too_long_is_given_up() -> None:
    for jail in kept(Limits(patience=2)):
        assert jail.parse(FEED).items
        assert jail.pid
        os.kill(jail.pid, signal.SIGSTOP)
        assert "longer than 2 seconds" in died(jail.parse(bytes(1 << 20)))
        assert jail.parse(FEED).items


@posix
def test_a_document_that_computes_too_long_is_ended_by_the_system() -> None:
    for jail in kept(Limits(compute=0)):
        assert jail.parse(FEED).items
        assert "computed" in died(jail.parse(HEAVY, format="html"))
        assert jail.parse(FEED).items


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux'")
def test_a_document_that_needs_too_much_memory_is_told_so() -> None:
    for jail in kept(Limits(memory=40)):
        assert "40 MB" in died(jail.parse(b"<rss><channel><item>" + b"&lt;" * 15_000_000))
        assert jail.parse(FEED).items


def test_a_fault_of_ours_is_raised_with_its_trace(jail: Jail) -> None:
    with pytest.raises(Fault, match="AttributeError") as raised:
        jail.parse(FEED, recipe=7)  # type: ignore[arg-type]
    assert "Traceback" in raised.value.__notes__[0]
    assert jail.parse(FEED).items


def test_a_reader_that_nobody_asks_ends_and_the_next_question_is_answered() -> None:
    for jail in kept(Limits(idle=0.1)):
        assert jail.parse(FEED).items
        end = time.monotonic() + 10
        while jail.pid and time.monotonic() < end:
            time.sleep(0.05)
        assert jail.pid is None
        assert jail.parse(FEED).items


def test_a_reader_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    jail = Jail()

    def refuse(_: Jail) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(Jail, "_start", refuse)
    assert "no more processes" in died(jail.parse(FEED))


@posix
def test_the_reader_ends_with_its_owner(tmp_path: Path) -> None:
    import subprocess

    script = tmp_path / "owner.py"
    script.write_text(
        "import os, signal\n"
        "from feeds.jail.keeper import OURS\n"
        "if __name__ == '__main__':\n"
        f"    OURS.parse({FEED!r})\n"
        "    print(OURS.pid, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    told = subprocess.run([sys.executable, script], capture_output=True, env=env, check=False)  # noqa: S603
    pid = int(told.stdout)
    end = time.monotonic() + 10
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not alive(pid)


def alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
