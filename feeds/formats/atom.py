"""Atom 1.0 and 0.3."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from feeds import links
from feeds.xmltree import Element

from . import wire
from .draft import Draft, Frame, language, settle_all

_OLD = "http://purl.org/atom/ns#"
_PUBLISHED = ("atom:published", "atom:issued", "dc:date", "dcterms:issued", "atom:created")
_UPDATED = ("atom:updated", "atom:modified", "dcterms:modified")


def read(root: Element, frame: Frame) -> None:
    """Read the feed and its entries into the frame."""
    head = _fields(root)
    frame.format = frame.format or version(root)
    frame.title = _text(head, "atom:title")[0]
    frame.language = language(
        root.get(wire.XML + "lang", "") or wire.first(head, "dc:language", "atom:language")
    )
    frame.base = frame.url or wire.itself(head) or _alternate(head)
    frame.next_url = _resume(head, frame)
    gone = sum(1 for _ in root.iter("{http://purl.org/atompub/tombstones/1.0}deleted-entry"))
    if gone:
        frame.notes.note(f"{gone} entries say that something was deleted and are left out")
    settle_all(_drafts(root), frame)


def version(root: Element) -> str:
    """`atom-1.0` or `atom-0.3`."""
    old = _OLD in str(root.tag) or root.get("version", "").startswith("0.")
    return "atom-0.3" if old else "atom-1.0"


def _drafts(root: Element) -> Iterator[Draft]:
    for element in wire.all_of(root, "entry", "atom"):
        yield _draft(element)


def _draft(element: Element) -> Draft:
    found = _fields(element)
    title, title_plain = _text(found, "atom:title", "dc:title", "media:title")
    summary, summary_plain = _text(
        found, "atom:summary", "atom:content", "dc:description", "media:description"
    )
    if not summary:
        summary, summary_plain = wire.media(element, "description"), True
    guid = wire.first(found, "atom:id").strip()
    return Draft(
        title=title or wire.media(element, "title"),
        title_plain=title_plain,
        summary=summary,
        summary_plain=summary_plain,
        link=_alternate(found) or (guid if guid.startswith(("http://", "https://")) else ""),
        guid=guid,
        published=wire.first(found, *_PUBLISHED),
        updated=wire.first(found, *_UPDATED),
        language=element.get(wire.XML + "lang", "") or wire.first(found, "dc:language"),
        publisher=_publisher(found),
        authors=_authors(found),
        categories=_categories(found),
        base=wire.base(element),
        line=wire.line(element),
    )


def _fields(element: Element) -> wire.Fields:
    """Fields by name; without a namespace they count as Atom's own, which they mean to be."""
    found = wire.fields(element)
    for name in [name for name in found if ":" not in name]:
        found.setdefault(f"atom:{name}", []).extend(found.pop(name))
    return found


def _text(found: wire.Fields, *names: str) -> tuple[str, bool]:
    """The first of these texts that holds anything, and whether it is plain, not markup."""
    for name in names:
        for element in found.get(name, ()):
            kind = element.get("type", "text").strip().lower()
            text = _decoded(element, kind)
            if text.strip():
                escaped = element.get("mode", "") == "escaped"
                return text, kind in {"text", "text/plain"} and not escaped and len(element) == 0
    return "", False


def _decoded(element: Element, kind: str) -> str:
    text = wire.content(element)
    inline = kind in {"text", "html", "xhtml"} or kind.startswith("text/")
    if element.get("mode", "").lower() != "base64" and (inline or "xml" in kind or "html" in kind):
        return text
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return text


def _alternate(found: wire.Fields) -> str:
    """The page of the entry: an alternate link, HTML before other types, else the next best."""
    best, rank = "", 0
    for element in found.get("atom:link", ()):
        href = str(element.get("href") or "").strip()
        worth = _worth(str(element.get("rel", "alternate")), str(element.get("type", "text/html")))
        if href and worth > rank:
            best, rank = href, worth
    return best or wire.first(found, "atom:link")


def _worth(rel: str, kind: str) -> int:
    if rel.lower().endswith("alternate"):
        return 4 if "html" in kind.lower() else 3
    return {"related": 2, "self": 1}.get(rel.lower(), 0)


def _resume(head: wire.Fields, frame: Frame) -> str:
    """The next page of an incremental feed. Archives of blogs are nobody's next page."""
    for element in head.get("atom:link", ()):
        href = element.get("href", "")
        if element.get("rel") == "next" and "skiptoken" in href.lower():
            return links.absolute(href, frame.base)
    return ""


def _publisher(found: wire.Fields) -> str:
    for source in found.get("atom:source", ()):
        return wire.first(_fields(source), "atom:title")
    return wire.first(found, "dc:publisher")


def _authors(found: wire.Fields) -> list[str]:
    people = [_fields(person) for person in found.get("atom:author", ())]
    names = [wire.first(person, "atom:name", "atom:email") for person in people]
    return [name for name in names if name] + wire.every(found, "dc:creator")


def _categories(found: wire.Fields) -> list[str]:
    terms = [el.get("label") or el.get("term") or "" for el in found.get("atom:category", ())]
    return [term for term in terms if term] + wire.every(found, "dc:subject")
