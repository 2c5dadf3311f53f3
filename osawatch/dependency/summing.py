"""Sums of trade files by DuckDB, in whatever process it is called.

It runs in the process apart (osawatch/dependency/apart.py). Measured on ten million rows
(`./dev bench dependency`): DuckDB reads and sums them in some three seconds with under half a
gigabyte; it says how far it is.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from osawatch.dependency import reading
from osawatch.dependency.model import EU, Basis
from osawatch.errors import BadInput

Progress = Callable[[float], None]
BASES: tuple[Basis, ...] = ("value", "quantity")
MEMORY = "600MB"  # what does not fit is compressed on disk meanwhile
BEAT = 0.2
MOST = 10  # suppliers that are named; all count in the indicators
PART = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be counted: for the members of each reporter, by each basis.

    `tables` are files in text; for the `mirror` all flows count, not those of the EU alone.
    """

    tables: tuple[str, ...]
    members: tuple[tuple[str, ...], ...]
    mapping: Mapping[str, str]
    mirror: bool
    threads: int


def connected(room: str) -> Any:
    """DuckDB, with a file in `room`. It asks the system for much now, and starts no thread yet."""
    import duckdb

    settings: dict[str, Any] = {
        "memory_limit": MEMORY, "threads": 1, "temp_directory": Path(room).as_posix(),
        "autoinstall_known_extensions": False, "autoload_known_extensions": False,
        "preserve_insertion_order": False,
    }  # fmt: skip
    file = str(Path(room) / "flows.duckdb")
    try:
        connection = duckdb.connect(file, config={**settings, "async_threads": 0})
    except duckdb.Error:  # before DuckDB 2 there were none
        connection = duckdb.connect(file, config=settings)
    connection.execute("SET enable_progress_bar=true; SET enable_progress_bar_print=false")
    return connection


def parts(
    connection: Any, asked: Asked, progress: Progress
) -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
    """Rows with the number of their question: reporters in their order, each by all bases."""
    select = _mirrored if asked.mirror else _sums
    with _attached(connection, asked, progress):
        questions = [(one, basis) for one in asked.members for basis in BASES]
        for number, (members, basis) in enumerate(questions):
            found = connection.execute(select(frozenset(members), basis))
            while part := found.fetchmany(PART):
                yield number, part


def _mirrored(members: frozenset[str], basis: Basis) -> str:
    """What others import of all, and of the members."""
    return (
        f"SELECT year, hs6, reporter, sum({basis})::DOUBLE,"
        f" coalesce(sum({basis}) FILTER (partner IN ({_texts(members)})), 0)::DOUBLE,"
        f" bool_or(partner NOT IN ({_texts(EU)})) FROM flows WHERE flow = 'M'"
        f" AND reporter NOT IN ({_texts(EU)}) GROUP BY ALL HAVING sum({basis}) <> 0"
        " ORDER BY year, hs6, reporter"
    )


def _sums(members: frozenset[str], basis: Basis) -> str:
    """What a product's flows of a year add up to, by year and code."""
    ours = f"reporter IN ({_texts(members)}) AND {basis} IS NOT NULL"
    return (
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


@contextmanager
def _attached(connection: Any, asked: Asked, progress: Progress) -> Iterator[None]:
    """It holds the flows of these files, and tells how far it is."""
    import duckdb

    connection.execute(f"SET threads={asked.threads}")
    meter = _Meter(3 * len(asked.tables) + 1)
    with _watched(connection, meter, progress):
        try:
            forms = [reading.form(Path(one), asked.mapping) for one in asked.tables]
            reading.attach(connection, forms, meter.step, all_rows=asked.mirror)
            yield
        except duckdb.Error as error:  # what no check foresaw is an answer, too
            told = str(error).strip().split("\n", 1)[0][:160]
            named = ", ".join(asked.tables)
            raise BadInput(f"cannot be read as trade figures: {told}", file=named) from error


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
def _watched(connection: Any, meter: _Meter, progress: Progress) -> Iterator[None]:
    """Tells how far it is."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(BEAT):
            progress(meter.share(connection.query_progress()))

    thread = threading.Thread(target=watch, name="dependency", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _texts(values: frozenset[str]) -> str:
    return ", ".join(f"'{one}'" for one in sorted(values))
