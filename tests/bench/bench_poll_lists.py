"""Lists over 100,000 alerts: ids, filters, search as typed, a page of cards; a key press."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from osawatch.core import Core
from osawatch.model import Action, Filter
from osawatch.store import search
from osawatch.store.database import Connection
from osawatch.store.rows import DAY, seconds
from tests.fakes import NOON, Clock, Network, Pack, source

ALERTS = 100_000
GOODS = [f"good-{n}" for n in range(80)]
COUNTRIES = ["CN", "RU", "US", "CL", "CD", "IN", "ID", "TR", "ZA", "BR"]
WORDS = [
    "export",
    "licence",
    "duty",
    "quota",
    "mine",
    "strike",
    "notice",
    "trade",
    "port",
    "supply",
]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        with Core(Path(folder), clock=clock, fetch=Network(clock), pack=Pack()) as core:
            core.sources.add(source("wire"))
            started = time.perf_counter()
            with core._store.writing(durable=False) as connection:
                fill(connection)
            print(f"{ALERTS} alerts made in {time.perf_counter() - started:.1f} s")
            measure(core)


def fill(connection: Connection) -> None:
    rng = random.Random(1)
    now = seconds(NOON)
    for n in range(1, ALERTS + 1):
        at = now - rng.randrange(400 * DAY)
        title = " ".join(rng.choice(WORDS) for _ in range(7)) + (
            " 出口许可管理" if n % 9 == 0 else ""
        )
        good, country = rng.choice(GOODS), rng.choice(COUNTRIES)
        status = "new" if at > now - 60 * DAY else "closed"
        item(connection, n, title, at, good, country)
        alert(connection, n, title, at, good, country, status)


def item(c: Connection, n: int, title: str, at: int, good: str, country: str) -> None:
    c.execute(
        "INSERT INTO items(n, id, source, format, guid, url, title, summary, language, kind,"
        " publisher, precision, first_seen, fetched, at, text_hash, story)"
        " VALUES(?, ?, 'wire', '', '', '', ?, '', 'en', 'news', 'Wire', 'second', ?, ?, ?, '', ?)",
        (n, f"i{n}", title, at, at, at, f"i{n}"),
    )
    c.executemany(
        "INSERT INTO concepts VALUES(?, ?, ?, ?)",
        [("good", good, at // DAY, n), ("country", country, at // DAY, n)],
    )


def alert(c: Connection, n: int, title: str, at: int, good: str, country: str, status: str) -> None:
    name = f"a{n}"
    c.execute(
        "INSERT INTO alerts(id, rule, groups, rule_title, level, tier, trial, suppressed, because,"
        " card, lead, first_item, title, language, goods, countries, roles, measures,"
        " measure_status, start, stop, first_seen, last_seen, publishers, items, official, facts,"
        " score, scored, status, state) VALUES(?, 'r', ?, 'R', 'high', 'A', 0, '', '', ?, ?, ?, ?,"
        " 'en', ?, ?, '[]', '[]', '', ?, ?, ?, ?, 1, 1, 0, '', ?, ?, ?, ?)",
        (name, f'[["n", "{n}"]]', f"i{n}", n, n, title, f'["{good}"]', f'["{country}"]', at, at,
         at, at, float(n % 100), at, status, status),
    )  # fmt: skip
    c.execute("INSERT INTO alert_items VALUES(?, ?)", (name, n))
    c.executemany(
        "INSERT INTO alert_concepts VALUES(?, ?, ?)",
        [("good", good, name), ("country", country, name)],
    )
    search.add(c, "alert_fts", n, title, "")
    c.execute(
        "INSERT INTO cards VALUES(?, ?, 'en', 'high', ?, ?, 1, ?, ?, '[]', '', 1, 1, 0, ?, ?, ?,"
        " '', ?, '', ?, 0, 0, 0, ?)",
        (f"i{n}", title, float(n % 100), status, f'["{good}"]', f'["{country}"]', at, at, at,
         f'["{name}"]', status == "new", status == "closed"),
    )  # fmt: skip


def measure(core: Core) -> None:
    wanted = {
        "ids of the inbox": Filter(),
        "ids of all": Filter(view="all"),
        "ids by score": Filter(order="score"),
        "ids, good and country": Filter(goods=GOODS[:1], countries=("CN",)),
        "ids, since 7 days": Filter(since=NOON - timedelta(days=7)),
        "search 'e' in the inbox": Filter(text="e"),
        "search 'export lic' in the inbox": Filter(text="export lic"),
        "search 'export lic' in all": Filter(text="export lic", view="all"),
        "search '许可' in all": Filter(text="许可", view="all"),
    }
    for what, one in wanted.items():
        timed(f"{what} ({len(core.card_ids(one))})", lambda one=one: core.card_ids(one))
    ids = core.card_ids(Filter(view="all"))
    rng = random.Random(2)
    timed("page of 64 cards", lambda: core.cards(rng.sample(ids, 64)))
    timed("preview of a card", lambda: core.card(rng.choice(ids)))
    timed("counts", core.counts)
    timed("facets", core.facets)
    timed("key press", lambda: core.triage(Action("seen", (f"a{rng.randrange(1, ALERTS)}",))))


def timed(what: str, call: Callable[[], object], rounds: int = 15) -> None:
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        call()
        taken.append((time.perf_counter() - started) * 1000)
    print(f"{what:45s} median {statistics.median(taken):7.1f} ms   worst {max(taken):7.1f} ms")


if __name__ == "__main__":
    main()
