"""What the counts of stories cost: a year rebuilt, the curves of a page of cards, one series.

    python -m tests.bench.bench_series [items]

Items are rows without a text: counting reads indexes alone. Curves are compared with counting the
same stories from the items themselves, as a ratio in one run.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from osawatch.store import counts, series
from osawatch.store.database import Connection, Store
from osawatch.store.rows import DAY

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAYS = 365
CARDS = 64
ROUNDS = 7
SEED = 3


def fill(connection: Connection, count: int) -> None:
    """A year of items: a fifth names something of ours, a sixth is a copy."""
    draw = random.Random(SEED)
    start = int((NOW - timedelta(days=DAYS)).timestamp())
    columns = (
        "n, id, source, format, guid, url, title, summary, language, kind, publisher, precision,"
        " first_seen, fetched, at, text_hash, story"
    )
    connection.execute(
        "INSERT INTO sources(id, title, url, publisher, country, language, kind, format, status,"
        " auth, poll_minutes, grade, official, state_media, tier, start, local, user_agent, notes,"
        " origin, enabled) VALUES('s','','','','','','news','','','',60,'B',0,0,'',0,0,'','','',1)"
    )
    rows, named = [], []
    for n in range(1, count + 1):
        at = start + draw.randrange(DAYS * DAY)
        story = f"{n - 1 if n > 1 and draw.random() < 1 / 6 else n:020x}"
        rows.append((n, f"{n:020x}", "s", "", "", "", "", "", "", "news", "", "second",
                     at, at, at, "", story))  # fmt: skip
        if draw.random() < 0.2:
            named += [(axis, one, at // DAY, n) for axis, one in _said(draw)]
    marks = ",".join("?" * 17)
    connection.executemany(f"INSERT INTO items({columns}) VALUES({marks})", rows)
    connection.executemany("INSERT OR IGNORE INTO concepts VALUES(?, ?, ?, ?)", named)


def _said(draw: random.Random) -> list[tuple[str, str]]:
    goods = [("good", f"good-{int(60 * draw.random() ** 2)}") for _ in range(draw.randint(1, 3))]
    lands = [("country", f"C{int(40 * draw.random() ** 2)}") for _ in range(draw.randint(0, 2))]
    kinds = [("measure", f"measure-{draw.randrange(12)}") for _ in range(draw.randint(0, 2))]
    return [*goods, *lands, *kinds]


def milliseconds(call: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    return statistics.median(taken) * 1e3


def from_items(connection: Connection, pairs: list[tuple[str, str]]) -> None:
    """The same curves without the table."""
    first = int(NOW.timestamp()) // DAY - 27
    for pair in pairs:
        connection.execute(
            "SELECT c.day, count(DISTINCT i.story) FROM concepts c JOIN items i ON i.n = c.item"
            " WHERE c.axis = 'good' AND c.concept = ? AND c.day >= ? AND EXISTS (SELECT 1 FROM"
            " concepts o WHERE o.axis = 'country' AND o.concept = ? AND o.day = c.day"
            " AND o.item = c.item) GROUP BY c.day",
            (pair[0], first, pair[1]),
        ).fetchall()


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "bench.sqlite")
        with store.writing(durable=False) as connection:
            fill(connection, count)
        steps: list[tuple[int, int]] = []
        with store.writing(durable=False) as connection:
            start = time.perf_counter()
            counts.rebuild(connection, lambda done, total: steps.append((done, total)))
            taken = time.perf_counter() - start
        with store.reading() as connection:
            kept = connection.execute("SELECT count(*) FROM series_days").fetchone()[0]
            print(
                f"{count:,} items of a year rebuilt into {kept:,} counts in {taken:.1f} s,"
                f" {len(steps)} times told how far"
            )
            draw = random.Random(SEED)
            pairs = [(f"good-{draw.randrange(60)}", f"C{draw.randrange(40)}") for _ in range(CARDS)]
            fast = milliseconds(lambda: series.pairs(connection, pairs, NOW, 28))
            slow = milliseconds(lambda: from_items(connection, pairs))
            print(f"{CARDS} curves of 28 days {fast:.1f} ms, from the items {slow / fast:.0f} x")
            one = milliseconds(lambda: series.daily(connection, NOW, 270, good="good-0"))
            print(f"one series of 270 days with its parts {one:.1f} ms")
        store.close()


if __name__ == "__main__":
    main()
