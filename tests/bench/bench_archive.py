"""Rules on a generated archive: here and by Dask on two processes; cost an item, bytes equal.

    ./dev bench archive            200,000 items
    OSAWATCH_ARCHIVE_ITEMS=5000000 ./dev bench archive

Texts are of some fifty words out of 20,000; one title in ten is put together from goods, countries
and measures, so that about one in thirty meets a rule of the shipped pack, and one text in twenty
is another paper's copy. Each partition is a month. One of the two processes is killed halfway.
Cost is time on the clock by items. The room is taken in TMPDIR.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from osawatch.backtest import Asked, Report
from osawatch.own import Own
from osawatch.parquet import archive, result, runs
from osawatch.parquet.runs import Where
from osawatch.rulebook import Rulebook
from osawatch.store.replay import Past
from rules.load import SHIPPED
from rules.model import Text

ITEMS = int(os.environ.get("OSAWATCH_ARCHIVE_ITEMS", "200000"))
MONTHS = 60
START = datetime(2021, 1, 1, tzinfo=UTC)
GOODS = ("gallium", "cobalt", "nickel ore", "natural graphite", "palladium", "wheat", "shoes")
ACTS = ("bans exports of", "sets an export quota on", "discusses", "sells more", "celebrates")
LANDS = ("China", "Indonesia", "Congo", "Russia", "Chile", "Norway", "Spain")
NAMED, COPIED, NEAR = 0.1, 0.05, 200  # shares, and how many items back a copy reaches
Told = tuple[str, list[tuple[str, bytes]]]


def main() -> None:
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "archive"
        folder.mkdir()
        _fill(folder)
        here = _run(Path(room), "here", Where(folder))
        there = _by_dask(Path(room), folder)
        print(f"results byte for byte equal: {here == there}", flush=True)
        if here != there:
            sys.exit(1)


def _fill(folder: Path) -> None:
    start, rng = time.perf_counter(), random.Random(1)
    words = ["".join(rng.choices("bdfgklmnprstvz", k=2)) + a for a in "aeiou" for _ in range(4000)]
    recent: deque[tuple[str, str]] = deque(maxlen=NEAR)
    for month in range(MONTHS):
        archive.write(folder / f"items-{month:03}.parquet", list(_month(month, rng, words, recent)))
    size = sum(one.stat().st_size for one in folder.iterdir())
    took = time.perf_counter() - start
    print(
        f"{ITEMS:,} items in {MONTHS} partitions, {size / ITEMS:.0f} bytes an item, made in"
        f" {took:.0f} s",
        flush=True,
    )


def _by_dask(room: Path, folder: Path) -> Told:
    """On two processes; one of them is killed when half of the items are done."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
            host="127.0.0.1",
        ) as cluster,
        Client(cluster) as client,
    ):  # fmt: skip
        workers = list(client.run(os.getpid).values())

        def kill(done: int, total: int) -> None:
            if workers and 2 * done >= total:
                os.kill(workers[0], signal.SIGKILL)
                workers.clear()
                print(f"  a worker is killed at {done:,} items", flush=True)

        return _run(room, "Dask, two processes", Where(folder, cluster.scheduler_address), kill)


def _run(
    room: Path, name: str, where: Where, also: Callable[[int, int], None] = lambda _d, _t: None
) -> Told:
    """The report and what was kept of each partition; prints what it cost."""
    rulebook = Rulebook(None, Own(room))
    kept = room / name
    start = time.perf_counter()
    steps: list[float] = []
    whole = result.report

    def timed(*given: object, **named: object) -> Report:
        steps.append(time.perf_counter() - start)
        return whole(*given, **named)  # type: ignore[arg-type]

    result.report = timed  # type: ignore[assignment]
    try:
        report = runs.run(rulebook, Asked((SHIPPED / "rules",), START), where, kept, also)
    finally:
        result.report = whole
    seconds = time.perf_counter() - start
    _print(name, report, steps[0], seconds)
    return repr(report), sorted((one.name, one.read_bytes()) for one in kept.rglob("*.txt"))


def _print(name: str, report: Report, read: float, seconds: float) -> None:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = 1e6 / ITEMS
    print(
        f"{name}: {seconds:.1f} s, {each * seconds:.0f} us an item: {each * read:.0f} partitions,"
        f" {each * (seconds - read):.0f} stories and detectors; most memory {most:.0f} MB",
        flush=True,
    )
    cards, bursts = report.cards, report.bursts
    print(
        f"  {sum(one.hits for one in report.rules):,} hits, "
        f"{sum(one.alerts for one in report.rules):,} alerts, "
        f"{cards and f'{cards.hits:,} items hit, {cards.cards:,} cards, {cards.a_week} a week'}, "
        f"{bursts and f'{bursts.alerts} bursts and {bursts.watches} to watch'}, {report.untold}",
        flush=True,
    )


def _month(
    month: int, rng: random.Random, words: list[str], recent: deque[tuple[str, str]]
) -> Iterator[Past]:
    count = ITEMS // MONTHS
    begin = START + timedelta(days=30 * month)
    for number in range(count):
        at = begin + timedelta(seconds=number * 30 * 86400 // count)
        title, summary = _text(rng, words, recent)
        text = Text(title, summary, "en", "news", f"s{number % 90}", f"p{number % 90}", at, "")
        yield Past(number, f"{month:03}-{number:07}", at, True, text)


def _text(rng: random.Random, words: list[str], recent: deque[tuple[str, str]]) -> tuple[str, str]:
    if recent and rng.random() < COPIED:
        return rng.choice(recent)
    title = " ".join(rng.choices(words, k=8))
    if rng.random() < NAMED:
        title = f"{rng.choice(LANDS)} {rng.choice(ACTS)} {rng.choice(GOODS)}, {title[:20]}"
    made = title, " ".join(rng.choices(words, k=rng.randrange(20, 80)))
    recent.append(made)
    return made


if __name__ == "__main__":
    main()
