"""From trade files to indicators: streamed, with progress, the same in any order of rows.

Measured on ten million rows (`./dev bench dependency`): DuckDB reads and sums them in some three
seconds with under half a gigabyte; it says how far it is and can be interrupted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osawatch.dependency import reading, sheets
from osawatch.dependency.indicators import Sums, indicators
from osawatch.dependency.model import EU, Basis, Dependency, Reverse
from osawatch.errors import BadInput

Progress = Callable[[float], None]
REPORTERS = {"EU27_2020": EU, "NL": frozenset({"NL"})}
ALIASES = {"EU": "EU27_2020", "EU27": "EU27_2020"}
BASES: tuple[Basis, ...] = ("value", "quantity")
MEMORY = "600MB"  # what does not fit is compressed on disk meanwhile
BEAT = 0.2
MOST = 10  # suppliers that are named; all count in the indicators
PART = 5000


class Stopped(Exception):  # noqa: N818 # no error: a person said so
    """A person stopped it."""


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
    found: list[Dependency] = []
    with _opened(files, mapping, progress, cancel) as connection:
        for name, members in wanted:
            for basis in BASES:
                found += indicators(_sums(connection, members, basis), name, basis)
    return found


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
    found = []
    with _opened(files, mapping, progress, cancel, all_rows=True) as connection:
        for basis in BASES:
            rows = connection.execute(
                f"SELECT year, hs6, reporter, sum({basis})::DOUBLE,"
                f" (sum({basis}) FILTER (partner IN ({_texts(members)})))::DOUBLE,"
                f" bool_or(partner NOT IN ({_texts(EU)})) FROM flows WHERE flow = 'M'"
                f" AND reporter NOT IN ({_texts(EU)}) GROUP BY ALL ORDER BY year, hs6, reporter"
            ).fetchall()
            found += [_reversed(row, name, basis) for row in rows if row[3]]
    return found


def reporter(word: str) -> tuple[str, frozenset[str]]:
    """Its name and its members: the EU, or one of its countries."""
    name = ALIASES.get(word.upper(), word.upper())
    if name in REPORTERS:
        return name, REPORTERS[name]
    if name in EU:
        return name, frozenset({name})
    raise BadInput(f"{word!r} is neither EU27_2020 nor a member of the EU", field="--reporter")


def _reversed(
    row: tuple[int, str, str, float, float | None, bool], name: str, basis: Basis
) -> Reverse:
    year, hs6, partner, imports, ours, whole = row
    return Reverse(year, hs6, partner, name, basis, imports, (ours or 0.0) / imports, bool(whole))


def _sums(connection: Any, members: frozenset[str], basis: Basis) -> Iterator[Sums]:
    """What a product's flows of a year add up to, by year and code."""
    ours = f"reporter IN ({_texts(members)}) AND {basis} IS NOT NULL"
    rows = connection.execute(
        f"WITH land AS (SELECT year, hs6, partner, sum({basis})::DOUBLE AS amount FROM flows"
        f" WHERE {ours} AND flow = 'M' AND partner NOT IN ({_texts(EU)}) GROUP BY ALL),"
        " extra AS (SELECT year, hs6, sum(amount ORDER BY partner) AS extra,"
        " sum(amount * amount ORDER BY partner) AS squares,"
        " count(*) FILTER (amount > 0) AS suppliers,"
        " max_by(partner, (amount, partner), "
        f"{MOST}) AS lands, max_by(amount, (amount, partner), {MOST})"
        " AS amounts FROM land GROUP BY ALL),"
        f" rest AS (SELECT year, hs6, coalesce(sum({basis}) FILTER (flow = 'M' AND partner IN"
        f" ({_texts(EU)})), 0)::DOUBLE AS intra, coalesce(sum({basis}) FILTER (flow = 'X' AND"
        f" partner IN ({_texts(EU)})), 0)::DOUBLE AS out_intra, coalesce(sum({basis}) FILTER"
        f" (flow = 'X' AND partner NOT IN ({_texts(EU)})), 0)::DOUBLE AS out_extra"
        f" FROM flows WHERE {ours} GROUP BY ALL)"
        " SELECT rest.year, rest.hs6, coalesce(extra, 0), coalesce(squares, 0), intra, out_extra,"
        " out_intra, coalesce(suppliers, 0), coalesce(lands, []), coalesce(amounts, [])"
        " FROM rest LEFT JOIN extra USING (year, hs6) ORDER BY rest.year, rest.hs6"
    )
    while part := rows.fetchmany(PART):
        for row in part:
            year, hs6, extra, squares, intra, out_extra, out_intra, count, lands, amounts = row
            suppliers = tuple(zip(lands, amounts, strict=True))
            yield Sums(year, hs6, extra, squares, intra, out_extra, out_intra, count, suppliers)


@contextmanager
def _opened(
    files: Sequence[Path],
    mapping: Mapping[str, str] | None,
    progress: Progress,
    cancel: threading.Event | None,
    *,
    all_rows: bool = False,
) -> Iterator[Any]:
    """A connection that holds the flows of these files; what is made meanwhile goes with it."""
    import duckdb

    if not files:
        raise BadInput("names no file", field="TRADE")
    with sheets.room() as room, duckdb.connect(str(room / "flows.duckdb")) as connection:
        for setting in (
            f"memory_limit='{MEMORY}'", "autoinstall_known_extensions=false",
            "autoload_known_extensions=false", "enable_progress_bar=true",
            "enable_progress_bar_print=false", "preserve_insertion_order=false",
            f"temp_directory='{room.as_posix()}'",
        ):  # fmt: skip
            connection.execute(f"SET {setting}")
        meter = _Meter(3 * len(files) + 1)
        with _watched(connection, meter, progress, cancel):
            try:
                tables = [sheets.as_table(one, room) for one in files]
                forms = [reading.form(one, mapping) for one in tables]
                reading.attach(connection, forms, meter.step, all_rows=all_rows)
                yield connection
            except duckdb.InterruptException as error:
                raise Stopped from error
            except duckdb.Error as error:  # what no check foresaw is an answer, too
                told = str(error).strip().split("\n", 1)[0][:160]
                named = ", ".join(map(str, files))
                raise BadInput(f"cannot be read as trade figures: {told}", file=named) from error
    if cancel is not None and cancel.is_set():
        raise Stopped


@dataclass(slots=True)
class _Meter:
    """Passes over the files: how many there are, how many are done, and the furthest seen."""

    passes: int
    done: int = 0
    far: float = 0.0

    def step(self) -> None:
        """A pass is over."""
        self.done = min(self.done + 1, self.passes - 1)

    def share(self, within: float) -> float:
        """0..1, never backwards; `within` is the share of the running query, -1 = unknown."""
        now = (self.done + max(0.0, min(1.0, within / 100))) / self.passes
        self.far = max(self.far, min(now, 1.0))
        return self.far


@contextmanager
def _watched(
    connection: Any, meter: _Meter, progress: Progress, cancel: threading.Event | None
) -> Iterator[None]:
    """Tells how far it is, and stops it when asked."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(BEAT):
            progress(meter.share(connection.query_progress()))
            if cancel is not None and cancel.is_set():
                connection.interrupt()

    thread = threading.Thread(target=watch, name="dependency", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _texts(values: frozenset[str]) -> str:
    return ", ".join(f"'{one}'" for one in sorted(values))
