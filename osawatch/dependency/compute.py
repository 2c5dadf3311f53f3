"""From trade files to indicators: streamed, with progress, the same in any order of rows.

The files are read and summed in a process apart; here sums become indicators.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from feeds.jail.carry import Unfit
from osawatch.dependency import apart, sheets
from osawatch.dependency.apart import Row, Stopped
from osawatch.dependency.indicators import Sums, indicators
from osawatch.dependency.model import EU, Basis, Dependency, Reverse
from osawatch.dependency.summing import BASES, Asked, Progress
from osawatch.errors import BadInput

__all__ = ["Stopped", "compute", "reporter", "reverse"]
REPORTERS = {"EU27_2020": EU, "NL": frozenset({"NL"})}
ALIASES = {"EU": "EU27_2020", "EU27": "EU27_2020"}
SUMS = (int, str, float, float, float, float, float, int, list, list)
MIRRORED = (int, str, str, float, float, bool)


def compute(
    files: Sequence[Path],
    reporters: Sequence[str] = ("EU27_2020",),
    *,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = lambda _share: None,
    cancel: threading.Event | None = None,
) -> list[Dependency]:
    """The indicators of all products and years in these files, by reporter, basis, year, code.

    `progress` is told 0..1. Raises `BadInput` naming file, line and field; then nothing is
    computed of any file.
    """
    wanted = [reporter(one) for one in reporters]
    questions = [(name, basis) for name, _ in wanted for basis in BASES]
    found: list[list[Sums]] = [[] for _ in questions]
    with _asked(files, [members for _, members in wanted], mapping, cancel, mirror=False) as (
        asked,
        room,
    ):
        apart.count(
            asked, room, SUMS, lambda number, rows: found[number].extend(map(_sum, rows)), progress,
            cancel,
        )  # fmt: skip
    return [
        line
        for (name, basis), sums in zip(questions, found, strict=True)
        for line in indicators(sums, name, basis)
    ]


def reverse(
    files: Sequence[Path],
    whom: str = "EU27_2020",
    *,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = lambda _share: None,
    cancel: threading.Event | None = None,
) -> list[Reverse]:
    """Which partners outside the EU take a product from the reporter, and how much of it."""
    name, members = reporter(whom)
    found: list[Reverse] = []
    with _asked(files, [members], mapping, cancel, mirror=True) as (asked, room):
        apart.count(
            asked, room, MIRRORED,
            lambda number, rows: found.extend(_reversed(row, name, BASES[number]) for row in rows),
            progress, cancel,
        )  # fmt: skip
    return found


def reporter(word: str) -> tuple[str, frozenset[str]]:
    """Its name and its members: the EU, or one of its countries."""
    name = ALIASES.get(word.upper(), word.upper())
    if name in REPORTERS:
        return name, REPORTERS[name]
    if name in EU:
        return name, frozenset({name})
    raise BadInput(f"{word!r} is neither EU27_2020 nor a member of the EU", field="--reporter")


@contextmanager
def _asked(
    files: Sequence[Path],
    members: Sequence[frozenset[str]],
    mapping: Mapping[str, str] | None,
    cancel: threading.Event | None,
    *,
    mirror: bool,
) -> Iterator[tuple[Asked, Path]]:
    """The question, with a folder for what is made meanwhile, which goes with it."""
    if not files:
        raise BadInput("names no file", field="TRADE")
    with sheets.room() as room:
        tables = tuple(str(sheets.as_table(one, room)) for one in files)
        groups = tuple(tuple(sorted(one)) for one in members)
        yield Asked(tables, groups, dict(mapping or {}), mirror, apart.threads()), room
    if cancel is not None and cancel.is_set():
        raise Stopped


def _reversed(row: Row, name: str, basis: Basis) -> Reverse:
    year, hs6, partner, imports, ours, whole = row
    return Reverse(year, hs6, partner, name, basis, imports, ours / imports, whole)


def _sum(row: Row) -> Sums:
    year, hs6, extra, squares, intra, out_extra, out_intra, count, lands, amounts = row
    if {*map(type, lands)} - {str} or {*map(type, amounts)} - {float}:
        raise Unfit("no supplier where one belongs")
    try:
        suppliers = tuple(zip(lands, amounts, strict=True))
    except ValueError as error:
        raise Unfit("a supplier without an amount") from error
    return Sums(year, hs6, extra, squares, intra, out_extra, out_intra, count, suppliers)
