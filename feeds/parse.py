"""A body to a document: sniff -> the first reader that fits -> Document.

XML goes to lxml; what lxml cannot read even mended goes to feedparser, and what would take
feedparser too long is read by lxml as far as it goes. Who reads what stands in feeds/readers.py.

Nothing is silent. Every body is parsed, partial or refused, and says why; a page that stands
in a feed's place, a cut transfer or a changed shape never looks like «no news».
"""

from __future__ import annotations

from datetime import UTC, datetime

from . import jsontext, readers, xmltree
from .formats import article, atom, loose, page, rss, table
from .formats.draft import Frame
from .model import Document, Problem
from .recipe import RecipeError
from .recipe import read as recipe_of
from .sniff import Sniffed, sniff
from .text import TITLE, clean, plain

FORMATS = frozenset(
    {"rdf", *(one.name for one in readers.JSON), *(one.name for one in readers.XML)}
)
HELD = frozenset({"", "auto", "file", "csv", *(one.name for one in readers.TEXT), *readers.FILES})
"""Promises with which a file that a person has, or a table, is welcome."""
_LISTS = ("results", "items", "articles", "data", "value")


def parse(
    body: bytes,
    *,
    url: str = "",
    content_type: str = "",
    format: str = "auto",
    recipe: str = "",
    now: datetime | None = None,
) -> Document:
    """Read a stranger's bytes; never raises on them. `format` is what the source promised.

    `recipe` is how the source's pages or tables are read (feeds/recipe.py).
    """
    frame = Frame(url, now or datetime.now(UTC))
    try:
        frame.recipe = recipe_of(recipe)
    except RecipeError as error:
        return _refused("not_a_feed", format, (Problem(f"The source's recipe: {error}"),))
    wants_page = format == "html" or frame.recipe.page is not None
    held = format in HELD or frame.recipe.columns is not None
    found = sniff(body, content_type, held=held, page=wants_page)
    return _read(found, frame, format, held=held)


def _read(found: Sniffed, frame: Frame, promised: str, *, held: bool) -> Document:
    if found.kind == "none":
        return _refused(found.reason, promised, found.problems)
    if found.kind == "json":
        return _json(found, frame, promised, held=held)
    if found.kind in ("text", "article"):
        return _loose(found, frame, promised, held=held)
    if found.kind == "xml":
        return _xml(found, frame, promised)
    if found.kind == "html":
        frame = _page(found.text, frame, held=held)
    else:
        readers.FILES[found.root](found.body, frame)
    return _document(frame, promised, found.problems)


def _page(text: str, frame: Frame, *, held: bool) -> Frame:
    """A list of documents; of a file it may be one of the documents instead."""
    saved = Frame(frame.url, frame.now)
    page.read(text, frame)
    if held and not frame.items and article.fits(text) and article.read(text, saved):
        return saved
    return frame


def _loose(found: Sniffed, frame: Frame, promised: str, *, held: bool) -> Document:
    """Text that may be a table, or a page that may be an article, where one is welcome."""
    reader = readers.first(readers.TEXT, found.text) if held and found.kind == "text" else None
    if found.kind == "article":
        taken = article.read(found.text, frame)
    elif reader is not None or frame.recipe.columns is not None:
        (reader.read if reader is not None else table.read)(found.text, frame)
        taken = True
    else:
        taken = False
    if not taken:
        return _refused(found.reason, promised, found.problems)
    return _document(frame, promised, found.problems[:-1])  # the last said that it is no feed


def _xml(found: Sniffed, frame: Frame, promised: str) -> Document:
    tree = xmltree.read(found.text, found.root)
    problems = found.problems + tree.problems
    if tree.refused:
        return _refused(tree.refused, promised, problems)
    if tree.root is not None:
        _feed(tree.root, frame)
    elif tree.text:
        frame = _ill_formed(tree.text, found, frame)
    if tree.cut:
        frame.partial, frame.reason = True, "damaged"
    return _document(frame, promised, problems)


def _feed(root: xmltree.Element, frame: Frame) -> None:
    reader = readers.first(readers.XML, root)
    if reader is not None:
        reader.read(root, frame)


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
        (atom if found.root == "feed" else rss).read(root, strict)
    better = max(forgiving, strict, key=lambda frame: len(frame.items))
    better.partial, better.reason = True, better.reason or "damaged"
    return better


def _json(found: Sniffed, frame: Frame, promised: str, *, held: bool) -> Document:
    if held and table.fits_lines(found.text):
        table.read_lines(found.text, frame)
        return _document(frame, promised, found.problems)
    parsed = jsontext.read(found.text, _LISTS)
    problems = found.problems + parsed.problems
    if parsed.value is None:
        return _refused("damaged", promised, problems)
    if parsed.cut:
        frame.partial, frame.reason = True, "damaged"
    reader = readers.first(readers.JSON, parsed.value)
    if reader is not None:
        reader.read(parsed.value, frame)
    elif held and table.fits_records(parsed.value):
        table.read_records(parsed.value, frame)
    elif promised == "json-api" and parsed.value in ([], {}):
        frame.format = promised  # how several services say that nothing was found
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
        rest=frame.rest,
        unordered=frame.unordered,
        resume=frame.resume,
    )


def _refused(reason: str, format: str, problems: tuple[Problem, ...]) -> Document:
    kind = "" if format == "auto" else format
    return Document(kind, outcome="refused", reason=reason, problems=problems)
