"""Small and read-only file systems, where this machine lets us mount them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path


@cache
def possible() -> bool:
    """Whether a tmpfs can be mounted here (Linux, root, not in a walled container)."""
    if sys.platform != "linux":
        return False
    with tempfile.TemporaryDirectory() as room:
        if _ran("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", room):
            return _ran("umount", room)
    return False


@contextmanager
def small(room: Path, size: int) -> Iterator[Path]:
    """A file system of so many bytes."""
    place = room / "small"
    place.mkdir(exist_ok=True)
    if not _ran("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)):
        raise OSError("tmpfs cannot be mounted")
    try:
        yield place
    finally:
        _ran("umount", "-l", str(place))


def read_only(place: Path) -> None:
    """From now on nothing can be written there."""
    _ran("mount", "-o", "remount,ro", str(place))


def _ran(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603
    except OSError:
        return False
