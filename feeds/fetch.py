"""Asks a source for its document, once, politely and with a limit on everything.

    Request | its host's turn | hop (address guard, deadline, wire cap) | redirect? next hop
      | status | body (bounded) | gunzip (bounded) -> Response

A failure is an answer too: `fetch` raises only for a fault of ours. Nothing of httpx or httpcore
leaves this room.
"""

from __future__ import annotations

import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

import httpcore

from . import answers, online, wire
from .allowance import Allowance
from .allowed import refused
from .errors import BadRedirect, Damaged, FetchError, NotAllowed, RateLimited
from .guard import Resolver
from .hops import REDIRECTS, Hop
from .messages import Request, Response, blank, sent, unchanged, validators
from .pools import NO_CERTIFICATE, Certificate, Pools, translated
from .throttle import HOSTS, SPACING, Throttle, Turns
from .wire import Headers

__all__ = ["Fetcher", "Request", "Response", "user_agent"]

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json,"
    " application/xml;q=0.9, application/json;q=0.9, */*;q=0.5"
)
PAGE = 64 << 10  # of an answer that is no document
log = logging.getLogger(__name__)
_TIMEOUTS = {"connect": 10.0, "read": 15.0, "write": 10.0, "pool": 30.0}


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer of one hop, while it is open."""

    status: int
    headers: Headers
    stream: httpcore.Response


class Fetcher:
    """Fetches for many threads at once. Close it, also to call off what is running.

    `allowed`: lists of hosts, each of which must have a host for it to be asked (feeds/allowed.py);
    redirects keep to them too. `certificate` shows who we are, to the hosts it names.
    """

    def __init__(
        self,
        *,
        network: Literal["online", "offline"] = "online",
        proxy: str = "",
        contact: str = "",
        resolver: Resolver = socket.getaddrinfo,
        ssl_context: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
        workers: int = 8,
        spacing: float = SPACING,
        hosts: Mapping[str, float] = HOSTS,
        allowed: Sequence[Sequence[str]] = (),
        certificate: Certificate = NO_CERTIFICATE,
    ) -> None:
        cancelled = threading.Event()
        self._network = network
        self._agent = user_agent(contact)
        self._resolver = resolver
        self._proxy = proxy
        self._clock = clock
        self._allowance = Allowance(clock, cancelled)
        self._throttle = Throttle(Turns(workers, spacing, hosts), clock, cancelled)
        self._allowed = allowed
        self._pools = Pools(
            self._allowance, resolver, ssl_context, proxy, workers, certificate=certificate
        )

    def fetch(self, request: Request) -> Response:
        """One answer; a failure is an answer too."""
        if self._network == "offline":
            return blank(request, "offline", "the network is switched off")
        began = self._clock()
        self._allowance.start(request.deadline, request.max_wire)
        try:
            response = self._followed(request)
        except RateLimited as error:
            response = blank(request, error.outcome, error.detail, error.seconds)
        except FetchError as error:
            response = blank(request, error.outcome, error.detail)
        seconds = self._clock() - began - self._allowance.waited
        response = replace(response, seconds=seconds, wire_bytes=self._allowance.used)
        _noted(request, response)
        return response

    def fault(self, hosts: Sequence[str] = ()) -> str:
        """Why nothing of the world can be reached, "" when it can. Asks for these hosts' names.

        A proxy may stand on a way of its own and knows the names itself: nothing is said then.
        """
        if self._network == "offline" or self._proxy:
            return ""
        if not online.routed():
            return "no network"
        known = not hosts or online.any_known(hosts, self._resolver)
        return "" if known else "no name server answers, or it knows no name"

    def close(self) -> None:
        """Call off what waits or runs, and hang up as soon as nobody reads any more."""
        self._throttle.close()
        self._hang_up()

    def _followed(self, request: Request) -> Response:
        """From hop to hop, to the answer that is no redirect."""
        hop = Hop.first(request.url)
        visited = ""
        while True:
            host = "" if request.local else hop.host
            if host and refused(host, self._allowed):
                raise NotAllowed(f"{host} is not on the list of hosts that may be asked")
            with self._turn(host, at_once=host == visited), self._asked(request, hop) as answer:
                if answer.status not in REDIRECTS:
                    return self._taken(request, hop, answer)
                if request.data:
                    raise BadRedirect("what is sent along goes to its own address only")
                hop, visited = hop.redirected(answer.status, answer.headers.location), host
                self._drained(answer)

    @contextmanager
    def _turn(self, host: str, *, at_once: bool) -> Iterator[None]:
        """The host's turn; waiting for it does not count."""
        with self._allowance.paused():
            self._throttle.enter(host, at_once=at_once)
        try:
            yield
        finally:
            self._throttle.leave(host)
            self._hang_up()

    def _hang_up(self) -> None:
        """Close the connections when all is over: never under a thread that still reads."""
        if self._throttle.over:
            self._pools.close()

    @contextmanager
    def _asked(self, request: Request, hop: Hop) -> Iterator[_Answer]:
        """Send the request of one hop; the answer is open within the block."""
        if left := self._throttle.paused(hop.host):
            raise RateLimited(f"{hop.host} asked for a pause", left)
        pool = self._pools.reach(hop.host, local=request.local)
        self._allowance.expect_head()
        with translated():
            stream = pool.handle_request(self._question(request, hop))
        self._allowance.expect_body()
        try:
            yield _Answer(stream.status, Headers.of(stream.headers), stream)
        finally:
            with translated(reading=True):
                stream.close()

    def _question(self, request: Request, hop: Hop) -> httpcore.Request:
        headers = {
            b"Host": hop.url.netloc,
            b"User-Agent": (_line(request.user_agent) or self._agent).encode("latin-1", "replace"),
            b"Accept": ACCEPT.encode(),
            b"Accept-Encoding": b"gzip",
        }
        along = validators(request, hop.host) | sent(request, hop.host, hop.url.scheme)
        for name, value in along.items():
            headers[name] = value.encode("latin-1", "replace")
        if request.data:
            headers[b"Content-Length"] = str(len(request.data)).encode()
        url = httpcore.URL(
            scheme=hop.url.raw_scheme,
            host=hop.host.encode("ascii"),
            port=hop.url.port,
            target=hop.url.raw_path,
        )
        return httpcore.Request(
            "POST" if request.data else "GET", url, headers=list(headers.items()),
            content=request.data or None, extensions={"timeout": _TIMEOUTS},
        )  # fmt: skip

    def _taken(self, request: Request, hop: Hop, answer: _Answer) -> Response:
        """What the last answer means, with its body when it is a document."""
        headers = answer.headers
        found = replace(
            blank(request, "ok", ""),
            http=answer.status,
            url=str(hop.url),
            content_type=headers.get("content-type"),
            retry_after=headers.retry_after(datetime.now(UTC)),
            max_age=headers.max_age,
            headers=headers.fields,
        )
        if answer.status == 304:
            self._page(answer)  # nothing is in it, but read to its end the connection stays open
            return replace(unchanged(request, found, hop.host, headers), moved_to=hop.moved_to)
        if answer.status not in (200, 203):
            return self._refused(request, hop, found, answer)
        if challenge := answers.challenged(answer.status, headers, b""):
            return replace(found, outcome="blocked", detail=challenge)
        try:
            body = self._document(request, answer)
        except FetchError as error:
            return replace(found, outcome=error.outcome, detail=error.detail)
        return replace(
            found,
            body=body,
            etag=headers.validator("etag"),
            last_modified=headers.validator("last-modified"),
            moved_to=hop.moved_to,
        )

    def _document(self, request: Request, answer: _Answer) -> bytes:
        wire.encoding_allowed(answer.headers)
        wire.announced(answer.headers, request.max_wire)
        body = wire.unpacked(self._read(answer, request.max_wire), request.max_body)
        if not body:
            raise Damaged("200 with an empty body")
        return body

    def _read(self, answer: _Answer, most: int) -> bytes:
        """The body as it came, up to `most` bytes and a little."""
        body = bytearray()
        with translated(reading=True):
            for chunk in answer.stream.iter_stream():
                body += chunk
                self._allowance.left()
                if len(body) > most:
                    break
        return bytes(body)

    def _refused(self, request: Request, hop: Hop, found: Response, answer: _Answer) -> Response:
        page = b""
        if answer.status in answers.WORTH_READING:
            page = self._page(answer)
        outcome, detail = answers.meaning(answer.status, answer.headers, page)
        if outcome == "rate_limited" and found.retry_after and not request.local:
            self._throttle.pause(hop.host, found.retry_after)
        return replace(found, outcome=outcome, detail=detail)

    def _page(self, answer: _Answer) -> bytes:
        """The beginning of a page that is no document; what cannot be read is left unread."""
        try:
            return wire.unpacked(self._read(answer, PAGE), PAGE * 8)
        except FetchError:
            return b""

    def _drained(self, answer: _Answer) -> None:
        """Read a short body away, so that the connection can be used again."""
        length = answer.headers.get("content-length").strip()
        if length.isdecimal() and int(length[:9]) <= PAGE:
            self._page(answer)


def _noted(request: Request, response: Response) -> None:
    """One line in the log of requests. What stands after ? may be a person's key: left out."""
    log.info(
        "GET %s: %s %d, %d bytes, %.2f s%s", request.url.partition("?")[0], response.outcome,
        response.http, response.wire_bytes, response.seconds,
        ", conditional" if request.etag or request.last_modified else "",
    )  # fmt: skip


def user_agent(contact: str = "") -> str:
    """How the program names itself, with whom to write to when it is a burden."""
    try:
        number = version("osawatch")
    except PackageNotFoundError:
        number = "0"
    to = f"; {_line(contact)}" if _line(contact) else ""
    return f"OSAwatch/{number} (feed reader{to})"


def _line(text: str) -> str:
    """Text that fits into a header: one line without control characters."""
    return " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())
