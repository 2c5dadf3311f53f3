"""OPML: lists of feeds, in and out."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from lxml import etree

from . import encoding, links, xmltree
from .formats.draft import language
from .model import Problem, SourceSpec
from .text import TITLE, clean

LARGEST = 8 << 20
MOST = 5_000
_FORMATS = {"atom": "atom", "rss": "rss", "rdf": "rss", "json": "json-api", "jsonfeed": "json-api"}


def read(body: bytes) -> tuple[tuple[SourceSpec, ...], tuple[Problem, ...]]:
    """The feeds that a list names, each address once; what could not be used is a problem."""
    if len(body) > LARGEST:
        return (), (Problem(f"The list is longer than {LARGEST >> 20} MB"),)
    decoded = encoding.decode(body)
    tree = xmltree.read(decoded.text, "opml")
    problems = [*decoded.problems, *tree.problems]
    if tree.root is None or str(tree.root.tag).casefold() != "opml":
        return (), (*problems, Problem("This is no OPML"))
    specs: dict[str, SourceSpec] = {}
    for outline in tree.root.iter("outline"):
        if len(specs) >= MOST:
            problems.append(Problem(f"Only the first {MOST} feeds are read", _line(outline)))
            break
        _take(outline, specs, problems)
    return tuple(specs.values()), tuple(problems)


def write(specs: tuple[SourceSpec, ...]) -> bytes:
    """A list that every feed reader understands."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "OSAwatch"
    body = etree.SubElement(root, "body")
    for spec in specs:
        title = clean(spec.title, TITLE)
        outline = etree.SubElement(body, "outline", text=title, title=title, type=_type(spec))
        outline.set("xmlUrl", clean(spec.url, links.LONGEST))
        if spec.language:
            outline.set("language", clean(spec.language))
        if spec.notes:
            outline.set("description", clean(spec.notes))
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return text


def _type(spec: SourceSpec) -> str:
    return spec.format if spec.format in {"rss", "atom"} else "rss"


def _take(outline: xmltree.Element, specs: dict[str, SourceSpec], problems: list[Problem]) -> None:
    given = {str(name).casefold(): str(value) for name, value in outline.attrib.items()}
    address = given.get("xmlurl", "").strip()
    title = clean(given.get("title") or given.get("text") or "", TITLE)
    if not address:
        if len(outline) == 0:
            problems.append(Problem(f"No feed is named: «{title}»", _line(outline), "xmlUrl"))
        return  # a folder
    url = links.absolute(address)
    if not url:
        told = f"No web address: «{clean(address, 100)}»"
        problems.append(Problem(told, _line(outline), "xmlUrl"))
    elif url in specs:
        problems.append(Problem(f"Named twice: {url}", _line(outline), "xmlUrl"))
    else:
        specs[url] = _spec(url, title, given)


def _spec(url: str, title: str, given: dict[str, str]) -> SourceSpec:
    host = links.host(url)
    return SourceSpec(
        id=identifier(url),
        title=title or host,
        url=url,
        publisher=host.removeprefix("www."),
        language=language(given.get("language", "")),
        format=_FORMATS.get(given.get("type", "").strip().casefold(), "rss"),
        notes=clean(given.get("description", ""), TITLE),
    )


def identifier(url: str) -> str:
    """An id made of the address, the same on every desk: host, and a few letters of its hash."""
    host = urlsplit(url).hostname or "source"
    name = re.sub(r"[^a-z0-9]+", "-", host.removeprefix("www.").casefold()).strip("-")[:40]
    digest = hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{name or 'source'}-{digest}"


def _line(outline: xmltree.Element) -> int:
    found = getattr(outline, "sourceline", None)
    return found if isinstance(found, int) else 0
