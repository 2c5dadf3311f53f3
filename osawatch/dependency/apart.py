"""Trade files are counted in a process of their own: whatever a file does to DuckDB, we live on.

    names of files -> the process that counts, within walls: it may read these files and the
                      program's code, and write in one folder that goes away with the question
        -> "P" how far | "R" rows of a question, some hundreds at a time | last: why it broke off

What comes back is numbers and names of countries, each checked. A process a question: it ends with
it, and a person who stops it ends it.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from math import isfinite
from pathlib import Path
from typing import Any

from feeds.jail import packing
from feeds.jail.carry import Unfit
from feeds.jail.keeper import Died, Jail, Limits, Work
from osawatch.dependency import summing
from osawatch.dependency.summing import Asked, Progress
from osawatch.errors import BadInput

SHARE, ROWS = b"P", b"R"
LEAST_S, MB_A_SECOND = 300, 1  # of computing: a hundred times what a table takes
MEMORY, A_THREAD = 2048, 96  # MB of addresses: DuckDB's own limit is a third of them
THREADS = 8
Row = list[Any]
Take = Callable[[int, list[Row]], object]


class Stopped(Exception):  # noqa: N818 # no error: a person said so
    """A person stopped it."""


def threads() -> int:
    """How many of them count."""
    return max(1, min(THREADS, os.cpu_count() or 1))


def count(
    asked: Asked,
    room: Path,
    shape: tuple[type, ...],
    take: Take,
    progress: Progress,
    cancel: threading.Event | None,
) -> None:
    """Have it counted; `take` gets the rows of each question. `BadInput`, `Stopped`.

    `room`: a folder for what does not fit into memory.
    """

    def taken(piece: bytes) -> None:
        if cancel is not None and cancel.is_set():
            raise Stopped
        if piece[:1] == SHARE:
            progress(_share(piece[1:]))
        else:
            take(*_rows(piece, shape, 2 * len(asked.members)))

    files = (*asked.tables, str(Path(summing.__file__).parent))
    jail = Jail(_limits(asked), Work(partial(ready, str(room)), files, str(room)))
    try:
        question = json.dumps(asdict(asked)).encode()
        told = jail.ask("trade", question, _read_broken, taken)
    except Died as died:
        why = f"cannot be read as trade figures: the process that reads died ({died.why})"
        raise BadInput(why, file=", ".join(asked.tables)) from died
    finally:
        jail.close()
    if told is not None:
        raise told


def _limits(asked: Asked) -> Limits:
    """Time by the size of the files, so that a table of any size is read, and no other for ever."""
    size = sum(Path(one).stat().st_size for one in asked.tables if Path(one).is_file())
    seconds = LEAST_S + (size >> 20) * MB_A_SECOND
    memory = MEMORY + A_THREAD * asked.threads
    return Limits(memory=memory, compute=seconds, patience=4.0 * seconds)


# -- in the process apart


def ready(room: str) -> Mapping[str, Callable[..., bytes]]:
    """DuckDB, with its file in `room`; its threads come later, and so stand within the walls."""
    return {"trade": partial(trade, summing.connected(room))}


def trade(connection: Any, body: bytes, send: Callable[[bytes], object]) -> bytes:
    """Count what is asked; the last piece says why it broke off."""
    said = json.loads(body)
    tables, members = tuple(said["tables"]), tuple(map(tuple, said["members"]))
    asked = Asked(**{**said, "tables": tables, "members": members})
    guard = threading.Lock()  # how far it is comes from another thread

    def tell(piece: bytes) -> None:
        with guard:
            send(piece)

    try:
        far = partial(_far, tell)
        for number, rows in summing.parts(connection, asked, far):
            tell(ROWS + packing.dumped([number, rows]))
    except BadInput as error:
        return packing.dumped([error.message, error.file, error.line, error.field])
    return packing.dumped(None)


def _far(tell: Callable[[bytes], object], share: float) -> None:
    tell(SHARE + packing.dumped(float(share)))


# -- what came back


def _share(piece: bytes) -> float:
    found = packing.loaded(piece)
    if type(found) is not float or not 0 <= found <= 1:
        raise Unfit("no share where one belongs")
    return found


def _rows(piece: bytes, shape: tuple[type, ...], questions: int) -> tuple[int, list[Row]]:
    found = packing.loaded(piece[1:])
    if piece[:1] != ROWS or type(found) is not list or len(found) != 2:
        raise Unfit("no rows where rows belong")
    number, rows = found
    if type(number) is not int or not 0 <= number < questions or type(rows) is not list:
        raise Unfit("rows of no question")
    for row in rows:
        if type(row) is not list or tuple(map(type, row)) != shape:
            raise Unfit("another row than asked for")
        if not all(isfinite(one) for one in row if type(one) is float):
            raise Unfit("no number where one belongs")
    return number, rows


def _read_broken(piece: bytes) -> BadInput | None:
    found = packing.loaded(piece)
    if found is None:
        return None
    if type(found) is not list or [type(one) for one in found] != [str, str, int, str]:
        raise Unfit("no reason where one belongs")
    message, file, line, field = found
    return BadInput(message, file=file, line=line, field=field)
