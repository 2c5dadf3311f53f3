"""OPML: lists of feeds, in and out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from . import encoding, links, xmltree
from .formats.draft import language
from .model import Problem, SourceSpec
from .text import TITLE, clean

LARGEST = 8 << 20
MOST = 5_000
MOST_FOLDERS, DEEPEST, TAG = 20, 10, 40  # of a feed; outlines around it; letters of a name
_FORMATS = {"atom": "atom", "rss": "rss", "rdf": "rss", "json": "json-api", "jsonfeed": "json-api"}


@dataclass(slots=True)
class Listing:
    """What a list holds, by address. `folders`: those that a feed stands in, each name once."""

    specs: dict[str, SourceSpec] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    folders: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read(body: bytes) -> tuple[tuple[SourceSpec, ...], tuple[Problem, ...]]:
    """The feeds that a list names, each address once; what could not be used is a problem."""
    found = listing(body)
    return tuple(found.specs.values()), tuple(found.problems)


def listing(body: bytes) -> Listing:
    """The same, by address, with the folders (outlines around it, categories) of each feed."""
    if len(body) > LARGEST:
        return Listing(problems=[Problem(f"The list is longer than {LARGEST >> 20} MB")])
    decoded = encoding.decode(body)
    tree = xmltree.read(decoded.text, "opml")
    found = Listing(problems=[*decoded.problems, *tree.problems])
    if tree.root is None or str(tree.root.tag).casefold() != "opml":
        found.problems.append(Problem("This is no OPML"))
        return found
    for outline in tree.root.iter("outline"):
        if len(found.specs) >= MOST:
            found.problems.append(Problem(f"Only the first {MOST} feeds are read", _line(outline)))
            break
        _take(outline, found)
    return found


def write(
    specs: tuple[SourceSpec, ...], folders: Mapping[str, Iterable[str]] | None = None
) -> bytes:
    """A list that every feed reader understands; a feed stands in the first of its folders.

    `folders`: by the id of a feed. All of them stand in its `category`, as OPML 2.0 has it.
    """
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "OSAwatch"
    body = etree.SubElement(root, "body")
    made: dict[str, etree._Element] = {}
    for spec in specs:
        title = clean(spec.title, TITLE)
        tags = _tags((folders or {}).get(spec.id, ()))
        place = _folder(body, made, tags[0]) if tags else body
        outline = etree.SubElement(place, "outline", text=title, title=title, type=_type(spec))
        if tags:
            outline.set("category", ",".join(f"/{one}" for one in tags))
        outline.set("xmlUrl", clean(spec.url, links.LONGEST))
        if spec.language:
            outline.set("language", clean(spec.language))
        if spec.notes:
            outline.set("description", clean(spec.notes))
    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return text


def _type(spec: SourceSpec) -> str:
    return spec.format if spec.format in {"rss", "atom"} else "rss"


def _folder(body: etree._Element, made: dict[str, etree._Element], name: str) -> etree._Element:
    if name not in made:
        made[name] = etree.SubElement(body, "outline", text=name, title=name)
    return made[name]


def _tags(names: Iterable[str]) -> tuple[str, ...]:
    """In one line, without what parts them, each once."""
    plain = (clean(re.sub("[,/]", " ", name), TAG) for name in names)
    return tuple(dict.fromkeys(name for name in plain if name))


def _folders(outline: xmltree.Element, category: str) -> tuple[str, ...]:
    """The outlines around it, the outermost first, then its categories."""
    around = islice(outline.iterancestors("outline"), DEEPEST)
    inner = [one for one in around if not _named(one, "xmlurl")]
    names = [_named(one, "title") or _named(one, "text") for one in reversed(inner)]
    return _tags([*names, *re.split("[,/]", category)])[:MOST_FOLDERS]


def _named(outline: xmltree.Element, wanted: str) -> str:
    found = (str(value) for name, value in outline.attrib.items() if str(name).casefold() == wanted)
    return next(found, "").strip()


def _take(outline: xmltree.Element, found: Listing) -> None:
    specs, problems = found.specs, found.problems
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
        return
    folders = _folders(outline, given.get("category", ""))
    if url not in specs:
        specs[url] = _spec(url, title, given)
    elif not set(folders) - set(found.folders.get(url, ())):  # else: once for each folder
        problems.append(Problem(f"Named twice: {url}", _line(outline), "xmlUrl"))
    merged = _tags((*found.folders.get(url, ()), *folders))[:MOST_FOLDERS]
    if merged:
        found.folders[url] = merged


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
