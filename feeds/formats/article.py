"""A web article that a person saved as a file: title, text, date, language and address.

Taken only for files. Where a page that lists documents was asked for, an article in its place is a
page that changed. It must name its title and its date in its head, as newspapers and ministries do
(Open Graph, Dublin Core, the head of Chinese government pages), and hold a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from feeds import dates, links
from feeds.text import clean
from feeds.xmltree import Element

from . import page, paper
from .draft import Frame

FORMAT = "html-article"
_TITLES = ("og:title", "articletitle", "dc.title", "dcterms.title", "twitter:title", "headline")
_DATES = (
    "article:published_time", "pubdate", "dc.date.issued", "dcterms.issued", "dc.date",
    "datepublished", "date", "publishdate", "firstpublishedtime", "dcterms.date",
)  # fmt: skip
_PLACES = (
    "descendant-or-self::article", "//main",
    "//*[contains(@class,'article') or contains(@class,'content') or contains(@id,'content')"
    " or contains(@class,'TRS_Editor') or @id='zoom']", "//body",
)  # fmt: skip
_META = re.compile(
    r"<meta\b[^<>]{0,300}?(?:published_time|pubdate|date\.issued|dcterms\.issued|datepublished"
    r"|publishdate)\b",
    re.IGNORECASE,
)
_BLOCK_NAMES = "p h1 h2 h3 h4 li div td section br tr blockquote"
_MUTE_NAMES = "script style noscript template svg nav aside footer form button select"
_BLOCKS, _MUTE = frozenset(_BLOCK_NAMES.split()), frozenset(_MUTE_NAMES.split())
_SHORTEST = 20
_LONGEST = 4 << 20


def fits(text: str) -> bool:
    """Whether the head of a page dates it as an article."""
    return len(text) <= _LONGEST and bool(_META.search(text[:100_000]))


def read(text: str, frame: Frame) -> bool:
    """Read an article into the frame; false when the page is none."""
    root = page.tree(text)
    if root is None:
        return False
    named = _named(root)
    title = next((named[name] for name in _TITLES if named.get(name)), "")
    date = next((named[name] for name in _DATES if named.get(name)), "")
    body = _body(root)
    if not (title and date and len(body) >= _SHORTEST):
        return False
    frame.format = FORMAT
    stamp = dates.read(date) or dates.find(date)
    paper.settle(
        paper.Paper(
            title=title,
            text=body,
            date=dates.iso(stamp) if stamp else "",
            language=(root.get("lang") or named.get("og:locale", ""))[:2].lower(),
            link=_address(root, named, frame),
        ),
        frame,
    )
    return True


def _named(root: Element) -> dict[str, str]:
    """What the head says, by small names; of two the first."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = clean(meta.get("content") or "", 500)
        if content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _address(root: Element, named: dict[str, str], frame: Frame) -> str:
    canonical = (
        one.get("href") or "" for one in root.iter("link") if one.get("rel") == "canonical"
    )
    return links.absolute(next(canonical, "") or named.get("og:url", ""), frame.url)


def _body(root: Element) -> str:
    """The text of the narrowest place that holds most of the page's text."""
    whole = _text(root.find(".//body"))
    for place in _PLACES:
        found = root.xpath(place)
        texts = [_text(one) for one in found[:12]] if isinstance(found, list) else []
        longest = max(texts, key=len, default="")
        if len(longest) >= max(_SHORTEST, len(whole) // 3):
            return longest
    return whole


def _text(element: object) -> str:
    if not isinstance(element, etree._Element):  # noqa: SLF001 - lxml's own public name of it
        return ""
    return "\n".join(line for line in "".join(_words(element)).split("\n") if line.strip())


def _words(element: Element) -> Iterator[str]:
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, found in walk:
        if event == "start" and found.tag in _MUTE:
            walk.skip_subtree()
        elif event == "start":
            yield ("\n" if found.tag in _BLOCKS else "") + " ".join((found.text or " ").split())
        elif found is not element:
            yield ("\n" if found.tag in _BLOCKS else " ") + " ".join((found.tail or "").split())
