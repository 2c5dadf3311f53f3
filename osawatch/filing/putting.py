"""A folder of files, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from osawatch.errors import BadInput


def sha256(body: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def put(folder: Path, made: Mapping[str, bytes]) -> tuple[dict[str, str], str]:
    """SHA-256 of each file by its name, and one over these; all are written beside the place.

    The folder gets its name when all of them are on the disk.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        for name, body in made.items():
            target = beside / name
            target.parent.mkdir(exist_ok=True)
            with target.open("wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
        beside.rename(folder)
    except OSError as error:
        raise BadInput(f"cannot be written: {error.strerror}", file=str(folder)) from error
    files = {name: sha256(body) for name, body in made.items()}
    whole = "".join(f"{sha}  {name}\n" for name, sha in sorted(files.items()))
    return files, sha256(whole.encode())
