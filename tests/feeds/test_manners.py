"""Manners: 21 things that a server may expect of a feed reader, seen from the server's own log.

The numbers are those of the public list that feed readers are scored by («FRB», as Liferea keeps
it). Everything runs as in the program: core, poll and fetcher are real, only the clock is moved.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpcore
import pytest

from feeds.fetch import Fetcher
from osawatch.core import Core
from tests.fakes import Clock, Pack, source
from tests.hostile import Hostile, HostileHandler, hostile_server
from tests.hostile_poll import OPEN


@dataclass
class Feed:
    """A feed on a real server that keeps a log: when it was asked by the desk's clock, and how."""

    clock: Clock
    server: Hostile
    path: str = "/feed"
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    head: str = ""
    titles: list[tuple[str, datetime]] = field(default_factory=list)
    remind: bool = True
    """Whether a 304 repeats the headers."""
    log: list[tuple[datetime, int, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.server.answers[self.path] = self._answer

    @property
    def url(self) -> str:
        return self.server.url(self.path)

    @property
    def sent(self) -> list[tuple[str, str]]:
        """If-None-Match and If-Modified-Since of each request."""
        return [
            (asked.get("if-none-match", ""), asked.get("if-modified-since", ""))
            for _, _, asked in self.log
        ]

    @property
    def gaps(self) -> list[float]:
        """Hours between requests."""
        times = [at for at, _, _ in self.log]
        return [(b - a) / timedelta(hours=1) for a, b in pairwise(times)]

    def publish(self, title: str) -> None:
        self.titles.append((title, self.clock()))

    def _answer(self, handler: HostileHandler) -> None:
        asked = handler.seen()
        status = self._status(asked)
        self.log.append((self.clock(), status, asked))
        headers = self.headers if status != 304 or self.remind else {}
        handler.answer(status, self._body() if status == 200 else b"", **headers)

    def _status(self, asked: dict[str, str]) -> int:
        if self.status != 200:
            return self.status
        known = {"if-none-match": "ETag", "if-modified-since": "Last_Modified"}
        for name, mine in known.items():
            if name in asked:
                return 304 if asked[name] == self.headers.get(mine) else 200
        return 200

    def _body(self) -> bytes:
        site = self.server.url("")
        items = "".join(
            f"<item><title>{title}</title><link>{site}/article/{n}</link><guid>{n}</guid>"
            f"<pubDate>{format_datetime(at)}</pubDate>"
            f'<description>&lt;img src="{site}/picture.png"&gt; Text</description>'
            f'<enclosure url="{site}/sound.mp3" type="audio/mpeg" length="9"/></item>'
            for n, (title, at) in reversed(list(enumerate(self.titles)))
        )
        return (
            f'<rss version="2.0"><channel><title>Paper</title><link>{site}/</link>{self.head}'
            f"<image><url>{site}/favicon.ico</url></image>{items}</channel></rss>"
        ).encode()


@dataclass
class Desk:
    """A program that runs on and on, at one feed."""

    clock: Clock
    feed: Feed
    folder: Path
    open: Callable[[], Core]

    def run(self, *, hours: float, step: float = 0.25) -> None:
        """So many hours pass; what is due is polled every quarter of an hour."""
        with self.open() as core:
            for _ in range(round(hours / step)):
                core.poll(due=True)
                self.clock.forward(hours=step)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def feed(clock: Clock) -> Iterator[Feed]:
    with hostile_server() as server:
        made = Feed(clock, server)
        made.publish("Gallium")
        yield made


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, feed: Feed) -> Desk:
    def opened() -> Core:
        return Core(tmp_path / "profile", clock=clock, pack=Pack())

    with opened() as core:
        core.sources.add(source("paper", url=feed.url, local=True))
    return Desk(clock, feed, tmp_path, opened)


MODIFIED = "Mon, 02 Mar 2026 12:00:00 GMT"


# -- FRB001 to FRB016: validators


def test_frb001_002_a_date_is_kept_and_sent(desk: Desk, feed: Feed) -> None:
    feed.headers = {"Last_Modified": MODIFIED}

    desk.run(hours=3)

    assert feed.sent[0] == ("", "")
    assert set(feed.sent[1:]) == {("", MODIFIED)}
    assert [status for _, status, _ in feed.log][1:] == [304] * (len(feed.log) - 1)


def test_frb003_004_an_etag_is_kept_and_sent(desk: Desk, feed: Feed) -> None:
    feed.headers = {"ETag": '"v1"'}

    desk.run(hours=3)

    assert feed.sent[0] == ("", "")
    assert set(feed.sent[1:]) == {('"v1"', "")}


@pytest.mark.parametrize("remind", [True, False])
def test_frb010_011_both_are_kept_over_many_polls(desk: Desk, feed: Feed, *, remind: bool) -> None:
    feed.headers, feed.remind = {"ETag": '"v1"', "Last_Modified": MODIFIED}, remind

    desk.run(hours=24)

    assert len(feed.log) > 15
    assert set(feed.sent[1:]) == {('"v1"', MODIFIED)}


@pytest.mark.parametrize(
    ("etag", "modified"),
    [
        ('W/"weak"', "Mon, 2 Mar 2026 12:00:00 +0000"),
        ("bare", "2026-03-02T12:00:00Z"),
        ('"1baf" abgroup=1', "yesterday at noon"),
        ('"gzip-gzip"', "MONDAY, 02-Mar-26 12:00:00 GMT"),
    ],
)
def test_frb012_013_both_are_sent_exactly_as_they_came(
    desk: Desk, feed: Feed, etag: str, modified: str
) -> None:
    feed.headers = {"ETag": etag, "Last_Modified": modified}

    desk.run(hours=2)

    assert set(feed.sent[1:]) == {(etag, modified)}


def test_frb014_both_are_one_set(desk: Desk, feed: Feed) -> None:
    feed.headers = {"ETag": '"v1"', "Last_Modified": MODIFIED}
    desk.run(hours=1)
    feed.headers = {"ETag": '"v2"'}

    desk.run(hours=3)

    assert feed.sent[-1] == ('"v2"', "")


def test_frb015_both_survive_the_end_of_the_program_and_an_upgrade(desk: Desk, feed: Feed) -> None:
    feed.headers = {"ETag": '"v1"', "Last_Modified": MODIFIED}
    desk.run(hours=1)
    with desk.open() as core:
        core.init_profile()  # what a new version does to an old profile
        for row in core.sources.rows():
            core.sources.enable(row.id, row.id == "paper")

    desk.run(hours=1)

    assert feed.sent[-1] == ('"v1"', MODIFIED)


@pytest.mark.parametrize("status", [429, 500, 503, 403, 404])
def test_frb016_both_survive_a_refusal(desk: Desk, feed: Feed, status: int) -> None:
    feed.headers = {"ETag": '"v1"', "Last_Modified": MODIFIED}
    desk.run(hours=1)
    feed.status = status
    desk.run(hours=12)
    feed.status = 200

    desk.run(hours=24)

    assert set(feed.sent[1:]) == {('"v1"', MODIFIED)}
    assert feed.log[-1][1] == 304


# -- FRB020 to FRB024: pace


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("as_date", [False, True])
def test_frb020_a_pause_that_is_asked_for_is_kept(
    desk: Desk, feed: Feed, status: int, *, as_date: bool
) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(hours=30), usegmt=True)
    feed.status, feed.headers = status, {"Retry_After": later if as_date else "108000"}

    desk.run(hours=50)

    assert len(feed.log) == 2
    assert 29.9 < feed.gaps[0] < 34


def test_frb021_without_a_hint_it_slows_down_up_to_a_day_and_never_stops(
    desk: Desk, feed: Feed
) -> None:
    feed.status = 429

    desk.run(hours=24 * 8, step=0.5)

    grown = feed.gaps[:4]
    assert grown == sorted(grown)
    assert max(feed.gaps) < 27
    assert feed.gaps[-1] > 23
    assert len(feed.log) > 9


def test_frb022_a_lifetime_that_the_server_names_is_kept(desk: Desk, feed: Feed) -> None:
    feed.headers = {"Cache_Control": "public, max-age=21600", "ETag": '"v1"'}

    desk.run(hours=36)

    assert min(feed.gaps) >= 6


def test_frb023_the_pace_follows_the_feeds_own_rhythm(desk: Desk, feed: Feed, clock: Clock) -> None:
    for day in range(20):
        feed.publish(f"News of day {day}")
        clock.forward(days=1)

    desk.run(hours=48)

    assert min(feed.gaps[1:]) >= 3  # the first poll brings what tells the rhythm
    assert max(feed.gaps) < 4


@pytest.mark.parametrize("etag", [{}, {"ETag": '"v1"'}])
def test_frb024_the_feeds_own_ttl_is_kept_also_while_it_is_unchanged(
    desk: Desk, feed: Feed, etag: dict[str, str]
) -> None:
    feed.head, feed.headers = "<ttl>300</ttl>", etag

    desk.run(hours=48)

    assert len(feed.log) > 6
    assert min(feed.gaps) >= 5


@pytest.mark.parametrize("etag", [{}, {"ETag": '"v1"'}])
def test_frb024_hours_and_days_to_skip_are_skipped(
    desk: Desk, feed: Feed, etag: dict[str, str]
) -> None:
    hours = "".join(f"<hour>{hour}</hour>" for hour in range(6))
    feed.head = f"<skipHours>{hours}</skipHours><skipDays><day>Wednesday</day></skipDays>"
    feed.headers = etag

    desk.run(hours=96)

    asked = [at - timedelta(minutes=15) for at, _, _ in feed.log]  # a poll is that much late
    assert len(asked) > 30
    assert min(at.hour for at in asked) >= 6
    assert 2 not in {at.weekday() for at in asked}


def test_nobody_is_asked_more_than_once_an_hour_by_default(desk: Desk, feed: Feed) -> None:
    desk.run(hours=24)

    assert min(feed.gaps) >= 1
    assert len(feed.log) > 15


# -- FRB030 to FRB034: nothing but the feed, and one at a time


def test_frb030_031_032_nothing_but_the_feed_is_asked_for(desk: Desk, feed: Feed) -> None:
    feed.publish("Cobalt")

    desk.run(hours=6)

    assert {hit.path for hit in feed.server.hits} == {"/feed"}


def test_frb033_034_a_server_is_asked_by_one_at_a_time_with_a_pause(
    tmp_path: Path, clock: Clock, feed: Feed, monkeypatch: pytest.MonkeyPatch
) -> None:
    _the_world_is_here(monkeypatch)
    visits: list[tuple[float, float]] = []

    def slow(handler: HostileHandler) -> None:
        began = time.monotonic()
        threading.Event().wait(0.05)
        visits.append((began, time.monotonic()))
        handler.answer(200, feed._body())

    fetcher = Fetcher(resolver=_open_names, spacing=0.15)
    monkeypatch.setattr(fetcher, "fault", lambda _=(): "")
    with Core(tmp_path / "other", clock=clock, fetch=fetcher, pack=Pack()) as core:
        for n in range(5):
            feed.server.answers[f"/{n}"] = slow
            core.sources.add(source(f"s{n}", url=feed.server.url(f"/{n}", "paper.example")))
        report = core.poll()
    fetcher.close()

    visits.sort()
    pauses = [after[0] - before[1] for before, after in pairwise(visits)]
    assert {one.outcome for one in report.sources} == {"ok"}
    assert len(pauses) == 4
    assert min(pauses) > 0.1


def _open_names(host: str, port: int, **_: object) -> list[Any]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (OPEN, port))]


def _the_world_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    real = httpcore.SyncBackend.connect_tcp

    def connect(
        self: httpcore.SyncBackend, host: str, *more: Any, **most: Any
    ) -> httpcore.NetworkStream:
        return real(self, "127.0.0.1" if host == OPEN else host, *more, **most)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
