"""Real servers on the loopback interface: one with N feeds whose content a test may change.

with feed_server(3) as server:
    server.urls       http://127.0.0.1:PORT/0 ... /2 (mark the source or request as local)
    server.hits       each request so far: path, status, headers with small names
    server.set_body(0, rss(0, 41))
"""

from __future__ import annotations

import hashlib
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BEGAN = datetime(2026, 1, 5, 6, tzinfo=UTC)
SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo wu za kel mor tin dar".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Hit:
    """One request as the server saw it."""

    path: str
    status: int
    headers: dict[str, str]


class Handler(BaseHTTPRequestHandler):
    """HTTP/1.1 with connections kept open, and silent."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Send a whole answer in one write; `_` in a header's name stands for `-`."""
        lines = [f"HTTP/1.1 {status} Answer", f"Content-Length: {len(body)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def seen(self) -> dict[str, str]:
        """The headers of the request, their names in small letters."""
        return {name.lower(): value for name, value in self.headers.items()}

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A thread a connection; a client that hangs up is no news."""

    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def running(
    handler: Callable[..., BaseHTTPRequestHandler], host: str = "127.0.0.1"
) -> Iterator[Server]:
    """A server of this handler on a free port."""
    server = Server((host, 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class FeedServer:
    """N feeds at /0, /1 ..., each with ETag and Last-Modified that follow its content."""

    base: str
    bodies: list[bytes]
    hits: list[Hit] = field(default_factory=list)
    versions: list[int] = field(default_factory=list)

    @property
    def urls(self) -> list[str]:
        """Where the feeds stand."""
        return [f"{self.base}/{number}" for number in range(len(self.bodies))]

    def set_body(self, number: int, body: bytes) -> None:
        """Publish something else; its validators change with it."""
        self.bodies[number] = body
        self.versions[number] += 1

    def etag(self, number: int) -> str:
        """The ETag of a feed as it stands now."""
        return f'"{hashlib.sha256(self.bodies[number]).hexdigest()[:16]}"'

    def last_modified(self, number: int) -> str:
        """The Last-Modified of a feed as it stands now."""
        at = BEGAN + timedelta(minutes=self.versions[number])
        return format_datetime(at, usegmt=True)


@contextmanager
def feed_server(n: int, entries: int = 40, began: datetime = BEGAN) -> Iterator[FeedServer]:
    """A server of `n` RSS feeds with `entries` entries each, one an hour from `began` on."""
    bodies = [rss(number, entries, began) for number in range(n)]
    feeds = FeedServer("", bodies, versions=[0] * n)

    class Feeds(Handler):
        def do_GET(self) -> None:
            name = self.path.strip("/")
            number = int(name) if name.isdigit() else n
            status = self.status_of(number)
            feeds.hits.append(Hit(self.path, status, self.seen()))
            if status == 404:
                return self.answer(404)
            validators = {"ETag": feeds.etag(number), "Last_Modified": feeds.last_modified(number)}
            body = b"" if status == 304 else feeds.bodies[number]
            return self.answer(status, body, Content_Type="application/rss+xml", **validators)

        def status_of(self, number: int) -> int:
            if number >= n:
                return 404
            if etag := self.headers.get("If-None-Match"):
                return 304 if etag == feeds.etag(number) else 200
            since = self.headers.get("If-Modified-Since")
            return 304 if since == feeds.last_modified(number) else 200

    with running(Feeds) as server:
        feeds.base = f"http://127.0.0.1:{server.server_address[1]}"
        yield feeds


def rss(feed: int, entries: int, began: datetime = BEGAN) -> bytes:
    """An RSS 2.0 document of invented news, the newest first; the same each time."""
    items = "".join(_entry(feed, number, began) for number in reversed(range(entries)))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>Paper {feed}</title><link>https://paper-{feed}.example/</link>"
        f"<description>News of paper {feed}</description>{items}</channel></rss>\n"
    ).encode()


def _entry(feed: int, number: int, began: datetime) -> str:
    chance = random.Random(feed * 100_003 + number)  # so many words that no two are near copies
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(48)]
    at = format_datetime(began + timedelta(hours=number, minutes=feed % 60), usegmt=True)
    link = f"https://paper-{feed}.example/{number}"
    return (
        f"<item><title>Report {number} of paper {feed}: {' '.join(words[:6])}</title>"
        f"<link>{link}</link><guid>{link}</guid><pubDate>{at}</pubDate>"
        f"<description>{' '.join(words)}</description></item>\n"
    )
