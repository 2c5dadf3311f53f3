"""Files that a person names: folders stand for what is in them, `-` for what is typed."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from osawatch.errors import BadInput
from osawatch.paths import below

LARGEST = 512 << 20  # a sanctions list of all its fields has 120 MB
STDIN = "-"


def spread(names: Iterable[str]) -> list[Path]:
    """Files as they are, folders as the files below them, in the order of their names."""
    found: list[Path] = []
    for path in map(Path, names):
        if path.is_dir():
            found += below(path)
        else:
            found.append(path)
    return found


def body_of(path: Path) -> bytes:
    """The bytes of a file, of stdin for `-`; `BadInput` says why it cannot be read."""
    with lines_of(str(path)) as file:
        try:
            body = file.read(LARGEST + 1)  # no size is asked: a device has none and never ends
        except OSError as error:
            raise BadInput(f"cannot be read: {error.strerror}", file=str(path)) from error
    if len(body) > LARGEST:
        raise BadInput(f"is larger than {LARGEST >> 20} MB", file=str(path))
    return body


def unpacked(body: bytes, path: Path) -> bytes:
    """The bytes of a file, also when it is gzipped."""
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
            whole = packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise BadInput("is packed, but cannot be unpacked", file=str(path)) from error
    if len(whole) > LARGEST:
        raise BadInput(f"is larger than {LARGEST >> 20} MB", file=str(path))
    return whole


@contextmanager
def lines_of(file: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of standard input for «-», while the block runs."""
    if file == STDIN:
        yield sys.stdin.buffer
        return
    try:
        opened = Path(file).open("rb")  # noqa: SIM115 # closed below; only opening may fail
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", file=file) from error
    with opened:
        yield opened
