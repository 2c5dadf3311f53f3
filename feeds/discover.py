"""Feeds that a web page names: alternates in its head, else links in its text that say so. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from . import encoding, links
from .text import TITLE, clean

MOST = 20
READ = 1 << 20  # of a page: heads stand in front
COMMON = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
_KINDS = {
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/feed+json": "jsonfeed",
    "application/rdf+xml": "rss",
}
_SAYS_FEED = re.compile(
    r"(?:^|[/._=?&-])(?:rss\d?|feeds?|atom|rdf)(?:$|[/._=?&-])|\.(?:xml|rss|rdf|atom|json)(?:$|\?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names. `format` as a source has it, "auto" = to be seen."""

    url: str
    title: str = ""
    format: str = "auto"


def says_feed(url: str) -> bool:
    """Whether an address calls itself a feed by its path or query."""
    return bool(_SAYS_FEED.search(url.partition("://")[2].partition("/")[2]))


def named(page: bytes, url: str, content_type: str = "") -> tuple[FeedLink, ...]:
    """The feeds that a page names, each address once, in its order."""
    tree = _tree(encoding.decode(page[:READ], content_type).text)
    if tree is None:
        return ()
    base = _base(tree, url)
    return _once(_alternates(tree, base)) or _once(_links(tree, base))


def common(url: str) -> tuple[str, ...]:
    """Where a site's feed usually stands."""
    return tuple(urljoin(url, path) for path in COMMON)


def _tree(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _base(tree: etree._Element, url: str) -> str:
    found = next(iter(tree.iter("base")), None)
    return links.absolute(found.get("href") or "", url) or url if found is not None else url


def _alternates(tree: etree._Element, base: str) -> Iterator[FeedLink]:
    for link in tree.iter("link"):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in (link.get("rel") or "").lower().split() and kind in _KINDS:
            url = links.absolute(link.get("href") or "", base)
            yield FeedLink(url, clean(link.get("title") or "", TITLE), _KINDS[kind])


def _links(tree: etree._Element, base: str) -> Iterator[FeedLink]:
    for link in tree.iter("a"):
        url = links.absolute(link.get("href") or "", base)
        if url and says_feed(url):
            yield FeedLink(url, clean("".join(map(str, link.itertext())), TITLE))


def _once(found: Iterator[FeedLink]) -> tuple[FeedLink, ...]:
    """Each address once; feeds of comments are nobody's news."""
    kept: dict[str, FeedLink] = {}
    for one in found:
        if one.url and "comment" not in f"{one.url} {one.title}".casefold():
            kept.setdefault(one.url, one)
        if len(kept) == MOST:
            break
    return tuple(kept.values())
