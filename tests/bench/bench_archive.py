"""Rules on a generated archive: here and by Dask on two processes; cost an item, bytes equal.

    ./dev bench archive            200,000 items
    OSAWATCH_ARCHIVE_ITEMS=5000000 ./dev bench archive

Titles are put together from words of goods, countries and measures, so that about one in three
meets a rule of the shipped pack. Each partition is a month. Cost is time on the clock by items.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from osawatch.backtest import Asked
from osawatch.own import Own
from osawatch.parquet import archive, runs
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


def main() -> None:
    with tempfile.TemporaryDirectory() as room:
        folder, rng = Path(room) / "archive", random.Random(1)
        folder.mkdir()
        for month in range(MONTHS):
            archive.write(folder / f"items-{month:03}.parquet", list(_month(month, rng)))
        size = sum(one.stat().st_size for one in folder.iterdir())
        print(f"{ITEMS:,} items in {MONTHS} partitions, {size / ITEMS:.0f} bytes an item")
        rulebook = Rulebook(None, Own(Path(room)))
        asked = Asked(
            (SHIPPED / "osa" / "rules" if SHIPPED.name != "osa" else SHIPPED / "rules",), START
        )
        told = {}
        for name, where in (
            ("here", Where(folder)),
            ("Dask, two processes", Where(folder, workers=2)),
        ):
            start = time.perf_counter()
            kept = Path(room) / name
            report = runs.run(rulebook, asked, where, kept)
            seconds = time.perf_counter() - start
            told[name] = (
                repr(report),
                sorted((one.name, one.read_bytes()) for one in kept.rglob("*.json")),
            )
            alerts = sum(one.alerts for one in report.rules)
            each = 1e6 * seconds / ITEMS
            print(f"{name}: {seconds:.1f} s, {each:.0f} us an item, {alerts:,} alerts")
        same = told["here"] == told["Dask, two processes"]
        print(f"results byte for byte equal: {same}")


def _month(month: int, rng: random.Random) -> Iterator[Past]:
    count = ITEMS // MONTHS
    begin = START + timedelta(days=30 * month)
    for number in range(count):
        at = begin + timedelta(seconds=number * 30 * 86400 // count)
        title = f"{rng.choice(LANDS)} {rng.choice(ACTS)} {rng.choice(GOODS)}, case {number}"
        summary = f"Report {number} of the trade desk says so; {rng.choice(LANDS)} answers."
        text = Text(title, summary, "en", "news", f"s{number % 90}", f"p{number % 90}", at, "")
        yield Past(number, f"{month:03}-{number:07}", at, True, text)


if __name__ == "__main__":
    main()
