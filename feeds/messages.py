"""What goes to a source and what comes back, and the rules of its validators. Pure.

ETag and Last-Modified are one set: they are kept whatever goes wrong, replaced together by a new
document, and renewed by a 304 that carries others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from .hops import host_of
from .model import PollOutcome
from .wire import Headers


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask. `local` allows the loopback interface, and nothing else.

    Validators go to the host of `validated_url` only (the Response.url they came with; "" = `url`).
    `header` may hold a key: it goes to the host of `url` only, by https or to this machine, and is
    shown nowhere. With `data` (JSON) it is sent as POST and follows no redirect.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    user_agent: str = ""
    local: bool = False
    max_wire: int = 4 << 20
    max_body: int = 16 << 20
    deadline: float = 30.0
    validated_url: str = ""
    header: tuple[str, str] | None = field(default=None, repr=False)
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Response:
    """What came. `etag` and `last_modified` are those to send next time, whatever the outcome.

    `http` is 0 when there was no answer; `seconds` leaves out the waiting for one's turn;
    `wire_bytes` are all bytes received, headers and redirects included.
    """

    outcome: PollOutcome
    http: int
    url: str
    body: bytes
    content_type: str
    etag: str
    last_modified: str
    retry_after: float | None
    moved_to: str
    seconds: float
    wire_bytes: int
    detail: str
    max_age: float | None
    headers: Mapping[str, str] = field(default_factory=dict)
    """Of the last answer, by small name; empty when there was none."""


def validators(request: Request, host: str) -> dict[bytes, str]:
    """The validators of a request, as long as the host is the one that gave them."""
    if host != host_of(request.validated_url or request.url):
        return {}
    both = {b"If-None-Match": request.etag, b"If-Modified-Since": request.last_modified}
    return {name: value for name, value in both.items() if value}


def sent(request: Request, host: str, scheme: str) -> dict[bytes, str]:
    """What goes along with the question, as long as nobody else can read it."""
    found = {b"Content-Type": "application/json"} if request.data else {}
    safe = scheme == "https" or request.local
    if request.header and safe and host == host_of(request.url):
        name, value = request.header
        found[name.encode("latin-1", "replace")] = value
    return found


def unchanged(request: Request, found: Response, host: str, headers: Headers) -> Response:
    """A 304. A new ETag does not keep an old date beside it; nothing was known = no news."""
    if not validators(request, host):
        return replace(found, outcome="http_error", detail="304 although nothing was known")
    etag, modified = headers.validator("etag"), headers.validator("last-modified")
    if etag in ("", request.etag):
        etag, modified = request.etag, modified or request.last_modified
    return replace(found, outcome="not_modified", etag=etag, last_modified=modified)


def blank(
    request: Request, outcome: PollOutcome, detail: str, retry_after: float | None = None
) -> Response:
    """A response without an answer: the validators stay those that were sent."""
    return Response(
        outcome=outcome,
        http=0,
        url=request.url,
        body=b"",
        content_type="",
        etag=request.etag,
        last_modified=request.last_modified,
        retry_after=retry_after,
        moved_to="",
        seconds=0.0,
        wire_bytes=0,
        detail=detail,
        max_age=None,
    )
