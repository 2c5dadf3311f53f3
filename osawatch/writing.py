"""Files that leave the profile: all of one or nothing of it."""

from __future__ import annotations

import os
from pathlib import Path

from osawatch.errors import BadInput


def write(target: Path, blob: bytes, mode: int = 0o600) -> None:
    """All of a file or nothing of it, readable by its owner alone."""
    new = target.with_name(f".{target.name}.new")
    try:
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(blob)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(target)) from error
