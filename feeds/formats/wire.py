"""Reading XML entries: fields by short names, whatever prefix a publisher chose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape

from lxml import etree

from feeds.xmltree import Element

Fields = dict[str, list[Element]]

XML = "{http://www.w3.org/XML/1998/namespace}"
_SHORT = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/rss091": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2005/atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/elements/1.0/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://purl.org/atompub/tombstones/1.0": "at:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
}
_PREFIXES = frozenset(prefix for prefix in _SHORT.values() if prefix)


@lru_cache(maxsize=4096)
def short(tag: str) -> str:
    """`{namespace}name` as `dc:name`, or `name` in a feed's own; "?:name" in a stranger's."""
    if tag[0] == "{":
        space, _, name = tag[1:].partition("}")
        return _SHORT.get(space.strip().lower(), "?:") + name
    prefix, colon, name = tag.partition(":")
    if not colon:
        return tag
    # A prefix that nobody declared: believed when it is one of the usual.
    return tag if f"{prefix}:" in _PREFIXES else name if prefix == "rss" else f"?:{name}"


def fields(element: Element) -> Fields:
    """The children by short name, in order."""
    found: Fields = {}
    for child in element:
        if isinstance(child.tag, str):
            found.setdefault(short(child.tag), []).append(child)
    return found


def content(element: Element) -> str:
    """What stands in an element, markup as markup."""
    text = element.text or ""
    if len(element) == 0:
        return text
    parts = [escape(text, quote=False)]
    parts += [_inner(child) for child in element]
    return "".join(parts)


def _inner(child: Element) -> str:
    whole: str = etree.tostring(child, encoding="unicode", with_tail=True)
    return whole


def first(found: Fields, *names: str) -> str:
    """The content of the first of these fields that holds anything."""
    for name in names:
        for element in found.get(name, ()):
            text = content(element)
            if text.strip():
                return text
    return ""


def every(found: Fields, *names: str) -> list[str]:
    """The contents of all these fields."""
    return [text for name in names for el in found.get(name, ()) if (text := content(el)).strip()]


def all_of(root: Element, name: str, prefix: str) -> Iterator[Element]:
    """Every element of this name at any depth, in any namespace or with an undeclared prefix."""
    return root.iter(f"{{*}}{name}", f"{prefix}:{name}")


def media(element: Element, name: str) -> str:
    """The first text of this name of Media RSS, however deep it is nested."""
    for found in element.iter(f"{{http://search.yahoo.com/mrss/}}{name}"):
        return content(found)
    return ""


def base(element: Element) -> str:
    """What relative addresses in an element are relative to, by its and its parents' xml:base."""
    found = getattr(element, "base", None)
    return found if isinstance(found, str) else ""


def itself(head: Fields) -> str:
    """The address a feed gives as its own."""
    for element in head.get("atom:link", ()):
        if element.get("rel") == "self":
            return str(element.get("href") or "")
    return ""


def attribute(element: Element, name: str) -> str:
    """The value of an attribute by its local name, in whatever namespace it stands."""
    return next((str(v) for k, v in element.items() if str(k).rpartition("}")[2] == name), "")


def line(element: Element) -> int:
    """The line an element begins on, 0 = unknown."""
    found = getattr(element, "sourceline", None)
    return found if isinstance(found, int) else 0
