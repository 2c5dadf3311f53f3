"""Files that leave the profile: all of one or nothing of it."""

from __future__ import annotations

import os
from pathlib import Path

from osawatch.errors import BadInput


def fresh(path: Path, mode: int = 0o600) -> int:
    """The descriptor of a new file. What was left in its place goes first, unread and unwritten.

    A stranger may have put a link there: what it leads to is never touched.
    """
    path.unlink(missing_ok=True)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)


def write(target: Path, blob: bytes, mode: int = 0o600) -> None:
    """All of a file or nothing of it, readable by its owner alone."""
    new = target.with_name(f".{target.name}.new")
    try:
        with os.fdopen(fresh(new, mode), "wb") as file:
            file.write(blob)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(target)) from error
