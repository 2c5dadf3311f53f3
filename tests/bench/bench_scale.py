"""What an item, an alert, a decision and a source cost: seconds of processor and bytes on disk.

    ./dev bench scale

Desks of three sizes are made through the real intake (its matcher apart, which is measured on the
shipped pack by itself); the slope between the largest and the smallest is the cost of one more.
A source is measured by desks that ask few and many of them for a third of a year of made-up time.
docs/scale.md reckons with these figures.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from osawatch.core import Core
from osawatch.model import Action, Filter
from osawatch.own import shipped
from osawatch.parquet.archive import export
from osawatch.rulebook import shipped_matcher
from rules.model import Text
from tests.bench.archive import documents, fill
from tests.fakes import Clock, Network, Pack, source

SIZES = (10_000, 20_000, 40_000)
ALERTS = 0.05  # of items
DECISIONS = 2_000
SOURCES = (5, 25)
DAYS = 120  # asked once a day: more polls of a day add no row


def main() -> None:
    matching = _matching()
    print(f"matching a text with the shipped pack: {1e6 * matching:.0f} us")
    with tempfile.TemporaryDirectory() as room:
        told = [_desk(Path(room) / str(size), size) for size in SIZES]
        for size, (seconds, disk) in zip(SIZES, told, strict=True):
            print(f"{size:,} items: {1e6 * seconds / size:.0f} us and {disk / size:.0f} bytes each")
        more = SIZES[-1] - SIZES[0]
        seconds, disk = ((told[-1][n] - told[0][n]) / more for n in (0, 1))
        print(f"one more item: {1e6 * seconds:.0f} us of intake, {disk:.0f} bytes on disk")
        _decisions(Path(room) / str(SIZES[-1]))
        _archive(Path(room) / str(SIZES[-1]), Path(room) / "archive")
        sources(Path(room))


def _matching() -> float:
    """Median seconds a text, in five rounds over made-up texts."""
    matcher, texts = (
        shipped_matcher(),
        [
            Text(one.title, one.summary, "en")
            for _, part, _ in documents(1000, 0)
            for one in part.items
        ],
    )
    assert shipped()
    rounds = []
    for _ in range(5):
        start = time.process_time()
        for text in texts:
            matcher.match(text)
        rounds.append((time.process_time() - start) / len(texts))
    return statistics.median(rounds)


def _desk(folder: Path, items: int) -> tuple[float, int]:
    start = time.process_time()
    fill(folder, items, round(items * ALERTS), told=False)
    seconds = time.process_time() - start
    with Core(folder) as core, core._store.writing() as connection:
        connection.execute("SELECT 1")
    return seconds, sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def _decisions(folder: Path) -> None:
    with Core(folder) as core:
        names = [one.id for one in core.alerts(Filter(view="all"))][:DECISIONS]
        before = folder.joinpath("osawatch.db").stat().st_size
        start = time.process_time()
        for name in names:
            core.triage(Action("note", (name,), {"text": "a sentence that an officer would write"}))
        seconds = time.process_time() - start
    grown = folder.joinpath("osawatch.db").stat().st_size - before
    print(f"a decision: {1e6 * seconds / len(names):.0f} us, {grown / len(names):.0f} bytes")


def _archive(folder: Path, target: Path) -> None:
    with Core(folder) as core:
        start = time.process_time()
        export(core._store, target, core.now())
    seconds = time.process_time() - start
    size = sum(one.stat().st_size for one in target.iterdir())
    each, took = size / SIZES[-1], 1e6 * seconds / SIZES[-1]
    print(f"an item in the archive: {each:.0f} bytes, {took:.0f} us to write")


def sources(room: Path) -> None:
    """One more source: what stays of a year, its items apart, and a poll that brings nothing."""
    few, many = (_asked(room / f"sources{number}", number) for number in SOURCES)
    more = SOURCES[1] - SOURCES[0]
    rows, disk, seconds = ((many[n] - few[n]) / more for n in range(3))
    year = 365 / DAYS
    print(f"one more source: {rows * year:.0f} rows and {disk * year / 1000:.0f} kB a year")
    print(f"a poll of it that brings nothing: {1e6 * seconds / DAYS:.0f} us")


def _asked(folder: Path, number: int) -> tuple[int, int, float]:
    """Rows, bytes and seconds of processor of a desk that asked so many empty feeds."""
    clock = Clock()
    network = Network(clock)
    with Core(folder, clock=clock, fetch=network, pack=Pack()) as core:
        for one in (source(f"paper{n}") for n in range(number)):
            core.sources.add(one)
            network.feeds[one.url] = []
        start = time.process_time()
        for _ in range(DAYS):
            core.poll()
            clock.forward(hours=24)
        seconds = time.process_time() - start
        with core._store.reading() as connection:
            rows = sum(
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
                for table in ("sources", "source_days")
            )
    return rows, folder.joinpath("osawatch.db").stat().st_size, seconds
