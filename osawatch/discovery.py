"""What stands at an address that a person wants as a source: a feed, or a page that names some.

fetch -> a feed? -> done
      -> a page  -> feeds it names | else the usual places of its site, one after the other

`glimpse` says beforehand what would come in; nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from feeds import discover
from feeds.discover import FeedLink
from feeds.jail import apart
from feeds.jail.keeper import parse
from feeds.messages import Request, Response
from feeds.model import Document, Item

NEWEST = 10  # titles of a feed that are told
Judge = Callable[[Item, Document], bool]


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


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What would come in from an address now. `raising`: how many of `held` would raise an alert.

    `raising` is None when a person stopped before all were matched.
    """

    look: Look
    address: str
    language: str = ""
    held: int = 0
    newest: tuple[str, ...] = ()
    raising: int | None = None


def look(fetcher: Asking, url: str, *, local: bool = False) -> Look:
    """Ask once; on a page that names no feed, up to six times more at the usual places."""
    return _looked(fetcher, url, local)[0]


def glimpse(
    fetcher: Asking,
    url: str,
    raises: Judge,
    stopped: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _whole: None,
) -> Glimpse:
    """What stands there; of a page with one feed, that feed. Each item is judged by `raises`."""
    seen, document = _looked(fetcher, url, local=False)
    if seen.kind == "page" and len(seen.feeds) == 1 and not stopped():
        link = seen.feeds[0]
        url = link.url
        seen, document = _looked(fetcher, url, local=False)
        seen = replace(seen, title=seen.title or link.title)
    if document is None:
        return Glimpse(seen, url)
    newest = sorted(document.items, key=_newest, reverse=True)[:NEWEST]
    told = Glimpse(
        seen, url, document.language or _spoken(document), len(document.items),
        tuple(one.title for one in newest),
    )  # fmt: skip
    return replace(told, raising=_raising(document, raises, stopped, progress))


def _raising(
    document: Document,
    raises: Judge,
    stopped: Callable[[], bool],
    progress: Callable[[int, int], None],
) -> int | None:
    count = 0
    for done, item in enumerate(document.items):
        if stopped():
            return None
        progress(done, len(document.items))
        count += raises(item, document)
    return count


def _newest(item: Item) -> float:
    """Those without a date stand behind, in the order of the feed."""
    return item.published.timestamp() if item.published else 0.0


def _spoken(document: Document) -> str:
    """The language that most of its items name, "" = none does."""
    named = [item.language for item in document.items if item.language]
    return max(dict.fromkeys(named), key=named.count) if named else ""


def _looked(
    fetcher: Asking,
    url: str,
    local: bool,  # noqa: FBT001
) -> tuple[Look, Document | None]:
    response = fetcher.fetch(Request(url, local=local))
    if not response.body:
        return Look("unseen", detail=f"{response.outcome} {response.detail}".strip()), None
    document = _read(response)
    if _is_feed(document):
        return Look("feed", document.title), document
    said = document.problems[0].message if document.problems else document.reason
    if document.reason != "not_a_feed":
        return Look("unseen", detail=said), None
    feeds = apart.named(response.body, response.url or url, response.content_type)
    feeds = feeds or _usual(fetcher, response.url or url, local)
    return Look("page", detail=said, feeds=feeds), None


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
