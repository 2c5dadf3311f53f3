"""What stands at an address that a person wants as a source: a feed, or a page that names some.

fetch -> a feed? -> done
      -> a page  -> feeds it names | else the usual places of its site, one after the other
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from feeds import discover
from feeds.discover import FeedLink
from feeds.jail.keeper import parse
from feeds.messages import Request, Response
from feeds.model import Document


class Asking(Protocol):
    """What is needed of feeds.fetch.Fetcher."""

    def fetch(self, request: Request, /) -> Response:
        """One answer; a failure is an answer too."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was found. `detail` says why nothing could be seen, or what a page turned out to be."""

    kind: Literal["feed", "page", "unseen"]
    title: str = ""
    detail: str = ""
    feeds: tuple[FeedLink, ...] = ()


def look(fetcher: Asking, url: str, *, local: bool = False) -> Look:
    """Ask once; on a page that names no feed, up to six times more at the usual places."""
    response = fetcher.fetch(Request(url, local=local))
    if not response.body:
        return Look("unseen", detail=f"{response.outcome} {response.detail}".strip())
    document = _read(response)
    if _is_feed(document):
        return Look("feed", document.title)
    said = document.problems[0].message if document.problems else document.reason
    if document.reason != "not_a_feed":
        return Look("unseen", detail=said)
    feeds = discover.named(response.body, response.url or url, response.content_type)
    return Look("page", detail=said, feeds=feeds or _usual(fetcher, response.url or url, local))


def _usual(fetcher: Asking, url: str, local: bool) -> tuple[FeedLink, ...]:  # noqa: FBT001
    for place in discover.common(url):
        response = fetcher.fetch(Request(place, local=local))
        if response.body and _is_feed(document := _read(response)):
            return (FeedLink(place, document.title),)
        if response.http == 0 or response.outcome in ("blocked", "rate_limited"):
            break  # who does not answer is not asked again
    return ()


def _read(response: Response) -> Document:
    return parse(response.body, url=response.url, content_type=response.content_type)


def _is_feed(document: Document) -> bool:
    return document.outcome != "refused" and (bool(document.items) or document.reason == "empty")
