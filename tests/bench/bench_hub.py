"""150 posts and three desks of headquarters share 500,000 events over a line that breaks.

    ./dev bench hub                                    150 posts, 500,000 events
    OSAWATCH_HUB_EVENTS=20000 ./dev bench hub          fewer

A real PostgreSQL, a relay that counts bytes and is cut at random, a server that is stopped hard and
started again at random, clocks up to 20 hours wrong, transactions that commit late. Posts are 15
regions of ten that read each other; headquarters reads all. They use the program's own connection
(osawatch.hub.link) and fold; each keeps its own set of events and its own cursor. Printed at the
end: whether all folds are equal, what was lost or came twice, rates and bytes.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg

from osawatch import settings as settings_file
from osawatch.core import Core
from osawatch.fold import fold
from osawatch.hub import sync
from osawatch.hub.link import Link
from osawatch.hub.model import HubDown, HubRefused
from osawatch.paths import prepare
from osawatch.stages import Event, State
from osawatch.store import events, hlc
from osawatch.store.hub import Cursor, Row
from tests.bench.wire import Wire
from tests.fakes import Pack
from tests.postgres import REASON, Postgres, postgres, programs

POSTS = int(os.environ.get("OSAWATCH_HUB_POSTS", "150"))
EVENTS = int(os.environ.get("OSAWATCH_HUB_EVENTS", "500000"))
REGION, ROUNDS, HQ = 10, 8, 3
PUSH, PULL = 500, 5000
KINDS = ("take", "close", "snooze", "tag", "note", "reopen", "seen", "assign")
WORLD: dict[str, Event] = {}
"""Each event as its post made it: what arrives anywhere must be just that."""


@dataclass
class Post:
    """A desk in memory: its own log, clock and cursor."""

    name: str
    address: str
    makes: int
    skew: timedelta
    rng: random.Random
    got: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    pending: list[Row] = field(default_factory=list)
    cursor: Cursor = field(default_factory=Cursor)
    clock: str = ""
    count: int = 0
    twice: int = 0
    broken: int = 0

    def work(self, share: int) -> None:
        """Decide so many times."""
        for _ in range(share):
            self.count += 1
            self.clock = hlc.tick(self.clock, datetime.now(UTC) + self.skew)
            region = int(self.name[4:]) // REGION
            kind = self.rng.choice(KINDS)
            data: dict[str, object] = {
                "close": {"relevant": self.rng.random() < 0.5, "reason": ""},
                "tag": {"tag": self.rng.choice("abc"), "on": self.rng.random() < 0.7},
                "snooze": {"until": "publisher"}, "assign": {"who": f"officer {self.count % 7}"},
                "note": {"text": "a sentence that an officer would write, żółć"},
            }.get(kind, {})  # fmt: skip
            event = Event(
                f"{self.name}-{self.count}", self.clock, f"dev-{self.name}", self.count, "Officer",
                self.name, kind, f"alert-{region}-{self.rng.randrange(300)}", data,
            )  # fmt: skip
            WORLD[event.id] = event
            self.pending.append({name: getattr(event, name) for name in event.__slots__})
            self._keep(event.id)

    def sync(self, late: float = 0.0) -> bool:
        """Out and in; whether it went through."""
        try:
            with Link(self.address) as link:
                while self.pending:
                    batch = self.pending[:PUSH]
                    with link.connection.transaction():
                        refused = link.push(batch)
                        time.sleep(late)  # what others send meanwhile commits before this
                    assert not refused, refused[:3]
                    del self.pending[: len(batch)]
                while self._pull(link):
                    pass
                link.note_contact(0, 0, 0)
        except (HubDown, HubRefused, psycopg.Error):
            self.broken += 1
            return False
        return True

    def _pull(self, link: Link) -> bool:
        rows = link.events(self.cursor, PULL)
        for _, row in rows:
            made = WORLD[row["id"]]
            assert Event(**row) == made, row
            self.clock = max(self.clock, made.hlc)
            if made.device != f"dev-{self.name}":
                self.twice += made.id in self.known
                self._keep(made.id)
        self.cursor = rows[-1][0] if rows else self.cursor
        return bool(rows)

    def _keep(self, name: str) -> None:
        if name not in self.known:
            self.known.add(name)
            self.got.append(name)

    def folded(self) -> dict[str, State]:
        """Its alerts, from its own events in the order they came."""
        by_alert: dict[str, list[Event]] = {}
        for name in self.got:
            by_alert.setdefault(WORLD[name].subject, []).append(WORLD[name])
        return {alert: fold(log) for alert, log in by_alert.items()}


def main() -> None:
    if programs() is None:
        print(REASON)
        return
    with postgres() as cluster:
        wire = Wire(cluster.port)
        posts = made(cluster, wire)
        start = time.perf_counter()
        restarts = stormy(cluster, wire, posts)
        took = time.perf_counter() - start
        print(f"storm: {took:.0f} s, {wire.cuts} connections cut, {restarts} restarts,"
              f" {sum(one.broken for one in posts)} syncs broken off")  # fmt: skip
        for _ in range(2):  # the second time for what the later ones still had
            for one in posts:
                while not one.sync():
                    pass
        print(f"all caught up after {time.perf_counter() - start:.0f} s")
        said(cluster, wire, posts, time.perf_counter() - start)
        wire.close()
        week(cluster)


def made(cluster: Postgres, wire: Wire) -> list[Post]:
    posts = []
    names = [f"post{n}" for n in range(POSTS)] + [f"hqhq{n}" for n in range(HQ)]
    for n, name in enumerate(names):
        region = n // REGION * REGION
        mates = [f"post{one}" for one in range(region, min(region + REGION, POSTS))]
        hq = n >= POSTS
        cluster.member(name, name, "hq" if hq else "post", ["*"] if hq else mates)
        address = cluster.for_(name).replace(f"port={cluster.port}", f"port={wire.port}")
        rng = random.Random(n)
        makes = 0 if hq else EVENTS // POSTS + (n < EVENTS % POSTS)
        posts.append(Post(name, address, makes, timedelta(hours=rng.uniform(-20, 20)), rng))
    return posts


def stormy(cluster: Postgres, wire: Wire, posts: list[Post]) -> int:
    """All rounds of all posts, while line and server fail; the number of restarts."""
    over, restarts, rng = threading.Event(), 0, random.Random(7)

    def storm() -> None:
        nonlocal restarts
        while not over.wait(rng.uniform(0.5, 3)):
            if rng.random() < 0.15:
                cluster.restart()
                restarts += 1
            else:
                wire.cut()

    weather = threading.Thread(target=storm)
    weather.start()
    with ThreadPoolExecutor(8) as pool:
        for part in range(ROUNDS):
            for one in posts:
                one.work(one.makes * (part + 1) // ROUNDS - one.makes * part // ROUNDS)
            late = [rng.uniform(0.2, 1.5) if rng.random() < 0.1 else 0.0 for _ in posts]
            list(pool.map(Post.sync, rng.sample(posts, len(posts)), late))
    over.set()
    weather.join()
    return restarts


def said(cluster: Postgres, wire: Wire, posts: list[Post], took: float) -> None:
    with psycopg.connect(cluster.address) as connection:
        stored, size, numbers = connection.execute(
            "SELECT count(*), pg_total_relation_size('osawatch.event'),"
            " count(DISTINCT (device, dev_seq)) FROM osawatch.event"
        ).fetchone() or (0, 0, 0)
    print(
        f"stored {stored} of {EVENTS} ({numbers} numbers), {size / max(stored, 1):.0f} bytes each"
    )
    pulled = sum(len(one.known) for one in posts) - stored
    lost = sum(expected(one) - len(one.known) for one in posts)
    print(f"delivered {pulled}; lost {lost}, came twice {sum(one.twice for one in posts)}")
    print(f"{(stored + pulled) / took:.0f} events/s in and out;"
          f" up {wire.up / stored:.0f} bytes an event,"
          f" down {wire.down / max(pulled, 1):.0f} bytes a delivery")  # fmt: skip
    first = posts[-1].folded()
    equal = all(one.folded() == first for one in posts[POSTS:])
    for one in posts[:POSTS]:
        region = f"alert-{int(one.name[4:]) // REGION}-"
        mine = {key: value for key, value in first.items() if key.startswith(region)}
        equal = equal and one.folded() == mine
    print(f"folds of {len(first)} alerts equal at all {len(posts)} desks: {equal}")
    assert equal
    assert (stored, lost, sum(one.twice for one in posts)) == (EVENTS, 0, 0)


def expected(one: Post) -> int:
    if one.name.startswith("hqhq"):
        return EVENTS
    region = int(one.name[4:]) // REGION
    return sum(event.post[4:].isdigit() and int(event.post[4:]) // REGION == region
               for event in WORLD.values())  # fmt: skip


def week(cluster: Postgres) -> None:
    """Real profiles: one sends what a week offline left, another takes it."""
    with tempfile.TemporaryDirectory() as room:
        desks = []
        for name in ("far", "near"):
            address = cluster.member(name, name, "post", ["far", "near"])
            paths = prepare(Path(room) / name)
            plain, _ = settings_file.read(paths.settings)
            settings_file.write(paths.settings, replace(plain, name=name, post=name))
            desks.append((Core(paths.folder, pack=Pack()), address))
        core, _ = desks[0]
        drafts = [("note", f"a{n % 400}", {"text": "a sentence"}) for n in range(5000)]
        with core._store.writing() as connection:
            events.append(connection, drafts, core._person(), core.now())
        for core, address in desks:
            start = time.perf_counter()
            told = sync.synced(address, core.hub.desk, lambda _a, _b: None, threading.Event())
            print(f"a week offline: sent {told.sent}, got {told.got}"
                  f" in {time.perf_counter() - start:.2f} s")  # fmt: skip
        times = []
        for _ in range(5):
            start = time.perf_counter()
            sync.synced(desks[1][1], core.hub.desk, lambda _a, _b: None, threading.Event())
            times.append(time.perf_counter() - start)
        print(f"a sync with nothing new: {statistics.median(times) * 1000:.0f} ms")
        for core, _ in desks:
            core.close()
