"""A body to a document: sniff -> format -> Document.

XML goes to lxml; what lxml cannot read even mended goes to feedparser, and what would take
feedparser too long is read by lxml as far as it goes.

Nothing is silent. Every body is parsed, partial or refused, and says why; a page that stands
in a feed's place, a cut transfer or a changed shape never looks like «no news».
"""

from __future__ import annotations

from datetime import UTC, datetime
from types import ModuleType

from . import jsontext, xmltree
from .formats import atom, federal_register, jsonfeed, loose, rss
from .formats.draft import Frame
from .model import Document, Problem
from .sniff import Sniffed, sniff
from .text import TITLE, clean, plain

FORMATS = frozenset({"rss", "atom", "rdf", "jsonfeed", "federal-register"})
_LISTS = ("results", "items")


def parse(
    body: bytes,
    *,
    url: str = "",
    content_type: str = "",
    format: str = "auto",
    now: datetime | None = None,
) -> Document:
    """Read a stranger's bytes; never raises on them. `format` is what the source promised."""
    found = sniff(body, content_type)
    frame = Frame(url, now or datetime.now(UTC))
    if found.kind == "none":
        return _refused(found.reason, format, found.problems)
    if found.kind == "json":
        return _json(found, frame, format)
    return _xml(found, frame, format)


def _xml(found: Sniffed, frame: Frame, promised: str) -> Document:
    tree = xmltree.read(found.text, found.root)
    problems = found.problems + tree.problems
    if tree.refused:
        return _refused(tree.refused, promised, problems)
    if tree.root is not None:
        _reader(found).read(tree.root, frame)
    elif tree.text:
        frame = _ill_formed(tree.text, found, frame)
    if tree.cut:
        frame.partial, frame.reason = True, "damaged"
    return _document(frame, promised, problems)


def _reader(found: Sniffed) -> ModuleType:
    return atom if found.root == "feed" else rss


def _ill_formed(text: str, found: Sniffed, asked: Frame) -> Frame:
    """What cannot be mended, as feedparser or else lxml reads more of it."""
    opened = xmltree.entries(text, "entry" if found.root == "feed" else "item")
    forgiving = Frame(asked.url, asked.now)
    if loose.bearable(text) and loose.read(text, forgiving):
        if 0 < opened <= len(forgiving.items):
            return forgiving
    strict = Frame(asked.url, asked.now)
    root = xmltree.rest(text)
    if root is not None:
        _reader(found).read(root, strict)
    better = max(forgiving, strict, key=lambda frame: len(frame.items))
    better.partial, better.reason = True, better.reason or "damaged"
    return better


def _json(found: Sniffed, frame: Frame, promised: str) -> Document:
    parsed = jsontext.read(found.text, _LISTS)
    problems = found.problems + parsed.problems
    value = jsontext.record(parsed.value)
    if parsed.cut:
        frame.partial, frame.reason = True, "damaged"
    if jsonfeed.fits(value):
        jsonfeed.read(value, frame)
    elif federal_register.fits(value):
        federal_register.read(value, frame)
    elif parsed.value is None:
        return _refused("damaged", promised, problems)
    else:
        return _unknown(parsed.value, promised, problems)
    return _document(frame, promised, problems)


def _unknown(value: jsontext.Value, promised: str, problems: tuple[Problem, ...]) -> Document:
    """JSON that is no feed: a service's error, or a shape nobody knows."""
    answer = jsontext.record(value)
    message = jsontext.text(answer.get("message")) or jsontext.text(answer.get("error"))
    if message or "errors" in answer:
        said = clean(message or str(answer["errors"]), 200)
        status = jsontext.text(answer.get("status"))
        told = Problem(f"The service answers with an error: {status} {said}".replace("  ", " "))
        return _refused("not_a_feed", promised, (*problems, told))
    keys = clean(", ".join(list(answer)[:12]), 200) or type(value).__name__
    told = Problem(f"JSON of an unknown shape ({keys})")
    reason = "format_changed" if promised in FORMATS else "not_a_feed"
    return _refused(reason, promised, (*problems, told))


def _document(frame: Frame, promised: str, problems: tuple[Problem, ...]) -> Document:
    if frame.seen and frame.hollow == frame.seen:  # the fields have other names than they had
        frame.partial, frame.reason = True, frame.reason or "format_changed"
    if frame.partial and not frame.items:
        return _refused(frame.reason, frame.format or promised, problems + frame.notes.problems())
    if not frame.seen:
        frame.notes.note("The document holds no entries")
    return Document(
        format=frame.format,
        items=tuple(frame.items),
        outcome="partial" if frame.partial else "parsed",
        reason=frame.reason or ("" if frame.items else "empty"),
        title=plain(frame.title, TITLE),
        language=frame.language,
        problems=problems + frame.notes.problems(),
        next_url=frame.next_url,
        ttl_minutes=frame.ttl_minutes,
    )


def _refused(reason: str, format: str, problems: tuple[Problem, ...]) -> Document:
    kind = "" if format == "auto" else format
    return Document(kind, outcome="refused", reason=reason, problems=problems)
