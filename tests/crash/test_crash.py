"""A poll that is killed at any moment loses nothing and makes nothing twice."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from osawatch.core import Core
from osawatch.model import Filter
from tests.fakes import Pack, json_feed

FEEDS = 60
ENTRIES = 8
KILLS = 3  # `./dev faults --kills` tries hundreds
ROOT = Path(__file__).parents[2]
BEGAN = datetime.now(UTC).replace(microsecond=0) - timedelta(days=22)
EVENTS = [
    "China sets a licence duty for gallium",
    "China considers a licence for germanium and gallium",
    "Congo puts a ban on cobalt exports",
    "Miners in Chile vote, says a ban on copper exports is near",
]

Content = dict[str, list[tuple[object, ...]]]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a thing of POSIX"),
]


def entries(feed: int) -> list[dict[str, str]]:
    """Own news, the same wire story in ten papers, and links that several feeds carry."""
    rng = random.Random(feed)
    found = []
    for n in range(ENTRIES):
        at = BEGAN + timedelta(hours=rng.randrange(500))
        event = rng.choice(EVENTS) if rng.random() < 0.3 else "Nothing much happened"
        own = f"https://paper-{feed}.example/{n}"
        found.append(
            {"id": own, "url": own, "title": f"{event}, writes {feed}-{n}",
             "content_text": " ".join(f"w{rng.randrange(10**6)}" for _ in range(20)),
             "date_published": at.isoformat()}
        )  # fmt: skip
    wire = feed // 10
    text = f"Wire story {wire}: the ministry said on Monday that licences are needed from April."
    found.append(
        {"id": f"wire-{feed}", "url": f"https://paper-{feed}.example/wire", "content_text": text,
         "title": f"China sets a licence duty for gallium, wire story number {wire}",
         "date_published": (BEGAN + timedelta(hours=wire * 40)).isoformat()}
    )  # fmt: skip
    shared = f"https://ministry.example/notice/{feed // 3}?utm_source=feed{feed}"
    found.append(
        {"id": shared, "url": shared, "title": f"Notice {feed // 3}: a ban on cobalt",
         "date_published": (BEGAN + timedelta(hours=feed // 3)).isoformat()}
    )  # fmt: skip
    return found


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = json_feed(entries(int(self.path.strip("/"))))
        etag = f'"{len(body)}"'
        unchanged = self.headers.get("If-None-Match") == etag
        self.send_response(304 if unchanged else 200)
        self.send_header("ETag", etag)
        self.send_header("Content-Type", "application/feed+json")
        self.send_header("Content-Length", "0" if unchanged else str(len(body)))
        self.end_headers()
        if not unchanged:
            self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


def start(profile: Path, port: int) -> subprocess.Popen[str]:
    """The poller, at the moment it begins to poll."""
    command = [sys.executable, "-m", "tests.crash.poller", str(profile), str(port), str(FEEDS)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert child.stdout is not None
    assert child.stdout.readline() == "start\n"
    return child


def poll(profile: Path, port: int) -> float:
    """A poll that nobody disturbs; the result is how long it took."""
    child = start(profile, port)
    began = time.monotonic()
    out, _ = child.communicate()
    assert out.split()[:3] == ["end", str(FEEDS), "0"], out
    return time.monotonic() - began


def content(profile: Path) -> Content:
    """All that must be equal however the profile came about."""
    with Core(profile, pack=Pack()) as core:
        assert core.care.doctor() == []
        alerts = [
            (one.id, one.card, one.title, one.goods, one.countries, one.measure_status, one.items,
             one.publishers, one.official, one.status, one.level)
            for one in core.alerts(Filter(view="all"))
        ]  # fmt: skip
        cards = [
            (one.id, one.title, one.alerts, one.items, one.publishers, one.goods)
            for one in core.cards(core.card_ids(Filter(view="all")))
        ]
        with core._store.reading() as connection:
            items = connection.execute(
                "SELECT id, title, summary, url, source, publisher, at, story, copy_of, version"
                " FROM items"
            ).fetchall()
            sightings = connection.execute(
                "SELECT s.source, i.id FROM sightings s JOIN items i ON i.n = s.item"
            ).fetchall()
    found = {"alerts": alerts, "cards": cards, "items": items, "sightings": sightings}
    return {name: sorted(rows) for name, rows in found.items()}


def differing(found: Content, wanted: Content) -> list[object]:
    """Rows that stand on one side only."""
    return [row for name in wanted for row in set(found[name]) ^ set(wanted[name])][:6] + [
        name for name in wanted if len(found[name]) != len(wanted[name])
    ]


def test_a_poll_that_is_killed_loses_nothing_and_makes_nothing_twice(
    tmp_path: Path, port: int
) -> None:
    took = poll(tmp_path / "quiet", port)
    wanted = content(tmp_path / "quiet")
    assert len(wanted["alerts"]) > 3
    rng = random.Random()
    caught = 0

    for number in range(KILLS):
        profile = tmp_path / str(number)
        child = start(profile, port)
        time.sleep(rng.uniform(0, took))
        child.send_signal(signal.SIGKILL)
        out, _ = child.communicate()
        caught += not out
        with Core(profile, pack=Pack()) as core:
            assert core.care.doctor() == []
        poll(profile, port)
        assert differing(content(profile), wanted) == []
    poll(profile, port)
    assert differing(content(profile), wanted) == []

    assert caught > 0
