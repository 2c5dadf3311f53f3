"""RSS 0.9x and 2.0, and RSS 1.0 (RDF): items, wherever a publisher nests them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds import links
from feeds.xmltree import Element

from . import wire
from .draft import Draft, Frame, language, settle_all

_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Searches without a time limit: they are never empty while they work.
_NEVER_EMPTY = re.compile(r"//www\.rijksoverheid\.nl/api/rss\b")
_TITLES = ("title", "dc:title", "media:title", "atom:title", "itunes:title")
_SUMMARIES = (
    "description",
    "content:encoded",
    "content",
    "summary",
    "atom:summary",
    "atom:content",
    "dc:description",
    "itunes:summary",
    "media:description",
    "?:encoded",
    "?:fulltext",
    "?:full-text",
)
_PUBLISHED = (
    "pubDate",
    "pubdate",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "published",
    "atom:published",
    "date",
    "?:date",
)
_UPDATED = ("atom:updated", "updated", "dcterms:modified", "lastUpdated", "modified")


def read(root: Element, frame: Frame) -> None:
    """Read the channel and its items into the frame."""
    channel = next((el for el in root if wire.short(str(el.tag)) == "channel"), root)
    head = wire.fields(channel)
    frame.format = frame.format or version(root)
    frame.title = wire.first(head, "title", "dc:title")
    frame.language = language(
        wire.first(head, "language", "dc:language")
        or root.get(wire.XML + "lang", "")
        or channel.get(wire.XML + "lang", "")
    )
    site = wire.first(head, "link") or wire.itself(head)
    frame.base = links.absolute(site, frame.url) or frame.url
    frame.ttl_minutes = _ttl(head)
    frame.rest = _rest(head)
    settle_all(_drafts(root), frame)
    if not frame.seen and _NEVER_EMPTY.search(frame.url):
        frame.notes.note("This service always has the latest twenty: none means that it changed")
        frame.partial, frame.reason = True, "format_changed"


def version(root: Element) -> str:
    """`rss-2.0`, `rss-1.0`, `rss-0.91`, ...: what the root element claims."""
    if wire.short(str(root.tag)).casefold().endswith("rdf"):
        old = any("simple/0.9" in str(child.tag) for child in root)
        return "rss-0.90" if old else "rss-1.0"
    claimed = root.get("version", "").strip()
    return f"rss-{claimed}" if claimed[:2] in {"0.", "1.", "2."} and len(claimed) < 7 else "rss-2.0"


def _drafts(root: Element) -> Iterator[Draft]:
    # Some nest items in items, or put them beside the channel: take each, wherever it stands.
    for element in wire.all_of(root, "item", "rss"):
        yield _draft(element)


def _draft(element: Element) -> Draft:
    found = wire.fields(element)
    about = element.get(_RDF_ABOUT, "")
    guid = wire.first(found, "guid", "atom:id", "id")
    return Draft(
        title=wire.first(found, *_TITLES) or wire.media(element, "title"),
        summary=wire.first(found, *_SUMMARIES) or wire.media(element, "description"),
        link=_link(found) or _permalink(found) or about,
        guid=guid or about or wire.first(found, "dc:identifier"),
        published=wire.first(found, *_PUBLISHED),
        updated=wire.first(found, *_UPDATED),
        language=wire.first(found, "dc:language", "language") or element.get(wire.XML + "lang", ""),
        publisher=wire.first(found, "source", "dc:publisher"),
        authors=wire.every(found, "dc:creator", "author", "itunes:author"),
        categories=wire.every(found, "category", "dc:subject", "media:category"),
        base=wire.base(element),
        line=wire.line(element),
    )


def _link(found: wire.Fields) -> str:
    link = wire.first(found, "link")
    if link.strip():
        return link
    for element in [*found.get("link", ()), *found.get("atom:link", ())]:
        href = element.get("href") or ""
        if href and element.get("rel", "alternate") == "alternate":
            return str(href)
    return ""


def _permalink(found: wire.Fields) -> str:
    """A guid that is an address; even one that denies it beats having no link at all."""
    text = wire.first(found, "guid").strip()
    return text if text.startswith(("http://", "https://")) else ""


def _ttl(head: wire.Fields) -> int:
    text = wire.first(head, "ttl").strip()
    if text.isascii() and text.isdigit() and len(text) < 7:
        return int(text)
    period = _PERIODS.get(wire.first(head, "sy:updatePeriod").strip().lower(), 0)
    times = wire.first(head, "sy:updateFrequency").strip()
    often = int(times) if times.isascii() and times.isdigit() and len(times) < 7 else 1
    return period // max(1, often)


def _rest(head: wire.Fields) -> frozenset[int]:
    """Hours of the week in skipHours and skipDays (RSS 2.0, GMT); all of them mean none."""
    hours = {int(text) % 24 for text in _inside(head, "skipHours") if text.isdecimal()}
    days = {_DAYS.index(text) for text in _inside(head, "skipDays") if text in _DAYS}
    found = frozenset(n for n in range(168) if n % 24 in hours or n // 24 in days)
    return found if len(found) < 168 else frozenset()


def _inside(head: wire.Fields, name: str) -> list[str]:
    texts = [child.text or "" for outer in head.get(name, ()) for child in outer]
    return [text.strip().lower()[:9] for text in texts]
