"""One poller a profile: a file lock that names who holds it.

The operating system drops the lock when its holder dies, so a crash never leaves a stale one;
the note in the file only says who to ask.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from osawatch.errors import Busy, Holder, ProfileError

STAYS = getattr(os, "O_NOFOLLOW", 0)  # the note would be written over what a link leads to
FAR = 1 << 30  # Windows locks bytes: one far behind the note, so that others can read the note


@contextmanager
def held(path: Path, *, program: str = "osawatch") -> Iterator[None]:
    """Hold the lock, or raise `Busy` at once."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | STAYS, 0o600)
    except OSError as error:
        raise ProfileError(path, f"cannot be opened: {error.strerror}") from error
    try:
        if not _grab(descriptor):
            raise Busy(path.parent, holder(path))
        _note(descriptor, program)
        try:
            yield
        finally:
            os.ftruncate(descriptor, 0)
            _drop(descriptor)
    finally:
        os.close(descriptor)


def holder(path: Path) -> Holder:
    """What the note in the lock file says; it may be a moment behind the lock."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        note = json.loads(path.read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"])
        return Holder(int(note["pid"]), str(note["host"]), since, str(note["program"]))
    return Holder()


def _note(descriptor: int, program: str) -> None:
    note = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "program": program,
    }
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(note).encode())


if sys.platform == "win32":
    import msvcrt

    def _grab(descriptor: int) -> bool:
        os.lseek(descriptor, FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _drop(descriptor: int) -> None:
        os.lseek(descriptor, FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _grab(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _drop(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
