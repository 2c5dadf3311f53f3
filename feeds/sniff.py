"""What is this body? body -> unzipped -> file | text -> XML, JSON, HTML, table, or refused.

A page and a file are taken for what they are only where they were asked for: a web page, a PDF or
a letter that stands in a feed's place is refused, with the reason. Nothing is taken on trust: not
the name, not the content type, not the declaration.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace
from typing import Literal

from . import encoding, files
from .blocked import guard
from .formats import article
from .formats.zipped import MEMBER
from .model import Problem
from .text import clean, plain

MAX_BODY = 16 << 20
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"SQLite format 3", "a database"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
)
_LFS = "version https://git-lfs.github.com/spec/"
_PROLOG = re.compile(
    r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*+)?>)*+"
    r"<(?:[\w.-]+:)?(?P<root>[A-Za-z][\w.-]*)",
    re.DOTALL | re.IGNORECASE,
)
_LATE_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|RDF)\s[^<>]{0,2000}(?:xmlns|version)")
_HTML = re.compile(
    r"\s*+(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.DOTALL | re.I
)
_TITLE = re.compile(r"<title[^>]*>([^<]{1,300})", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^<>]{0,600}+>", re.IGNORECASE)
_OFFER = re.compile(r"application/(?:rss|atom|feed)\+", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*[\"']([^\"'<>\s]{1,500})", re.IGNORECASE)
_FEED_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
_ROOTS = _FEED_ROOTS | {"searchretrieveresponse"}
_HTML_NAMES = (
    "html head body script style title meta link div span p a b i br hr h1 h2 h3 center pre font"
    " table form img ul main header noscript iframe"
)
_HTML_ROOTS = frozenset(_HTML_NAMES.split())


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A body read as text. `kind` "none" is refused for `reason`; `root` is an XML root's name.

    "file" has its `body` and its kind as `root`; "text" may be a table and "article" a page that a
    person saved, else `reason` holds.
    """

    kind: Literal["xml", "json", "html", "article", "text", "file", "none"]
    text: str = ""
    root: str = ""
    reason: str = ""
    problems: tuple[Problem, ...] = ()
    body: bytes = b""


def sniff(
    body: bytes, content_type: str = "", *, held: bool = False, page: bool = False
) -> Sniffed:
    """Says what a body is by looking at it. `held`: files and tables are welcome; `page`: HTML."""
    unzipped = _unzipped(body)
    if unzipped is None:
        return _refused("damaged", "The gzip bytes cannot be unpacked")
    found = files.look(unzipped) if held else files.Held()
    if found.refused:
        return _refused("not_a_feed", found.refused)
    if found.kind and len(unzipped) <= MAX_BODY:
        return Sniffed("file", root=found.kind, body=unzipped)
    body = unzipped if found.body is None else found.body
    if len(body) > (MAX_BODY if found.body is None else MEMBER):
        return _refused("too_big", f"More than {MAX_BODY >> 20} MB of text")
    return _text(body, content_type, page=page, held=held)


def _text(body: bytes, content_type: str, *, page: bool, held: bool) -> Sniffed:
    for magic, name in _MAGIC:
        if body.startswith(magic):
            return _refused("not_a_feed", f"This is {name}")
    if not body.strip(b" \t\r\n\0"):
        return _refused("empty", "The body is empty")
    decoded = encoding.decode(body, content_type)
    text = decoded.text.lstrip().lstrip("\ufeff\0").lstrip()
    skipped = decoded.text[: len(decoded.text) - len(text)].count("\n")
    found = _kind("\n" * skipped + text if skipped else text, text, page=page)
    if held and found.kind == "none" and found.reason == "not_a_feed" and article.fits(text):
        found = replace(found, kind="article", text=text)
    return replace(found, problems=decoded.problems + found.problems)


def _kind(numbered: str, text: str, *, page: bool) -> Sniffed:
    """`numbered` is `text` with the line breaks before it, so that line numbers stay true."""
    if text.startswith(("{", "[")):
        return Sniffed("json", text)
    if text.startswith(_LFS):
        return _refused("not_a_feed", "A git-lfs pointer stands in the file's place")
    if text[:2000].count("\0") > 8:
        return _refused("not_a_feed", "The body is not text")
    found = None if _HTML.match(text) else _PROLOG.match(text)
    root = found["root"].casefold() if found else ""
    if root in _ROOTS:
        return Sniffed("xml", numbered, root)
    if page or found is None or root in _HTML_ROOTS:
        return _late(numbered) or _other(text, page=page)
    return _refused("not_a_feed", f"XML, but no feed: the root is <{clean(root, 60)}>")


def _other(text: str, *, page: bool) -> Sniffed:
    """Neither XML nor JSON: a guard's page, a page that was asked for, what may be a table."""
    refused = _page(text)
    if refused.reason == "blocked":
        return refused
    if page and (text.startswith("<") or "<a " in text):
        return Sniffed("html", text)
    return refused if text.startswith("<") else replace(refused, kind="text", text=text)


def _late(text: str) -> Sniffed | None:
    """A feed behind a server's warnings, or wrapped in a page: read from where it begins."""
    late = _LATE_ROOT.search(text, 0, 16_384)
    found = _PROLOG.match(text, late.start()) if late else None
    if late is None or found is None or found["root"].casefold() not in _FEED_ROOTS:
        return None
    told = Problem(f"{late.start()} characters stand before the feed", 1)
    lines = "\n" * text.count("\n", 0, late.start())
    return Sniffed("xml", lines + text[late.start() :], found["root"].casefold(), problems=(told,))


def _page(text: str) -> Sniffed:
    """HTML or plain text: a guard's page, else no feed (with the feed that it names)."""
    title = _TITLE.search(text, 0, 20_000)
    said = clean(title.group(1), 120) if title else plain(text[:4000], 120)
    marker = guard(text[:200_000], f"{said} {plain(text[:20_000], 600)}")
    if marker:
        return _refused("blocked", f"A guard's page instead of the document ({marker})")
    what = "A web page" if "<" in text[:2000] else "Plain text"
    message = f"{what} instead of a feed: «{said}»"
    offer = _offered(text)
    return _refused("not_a_feed", f"{message}; it names a feed: {offer}" if offer else message)


def _offered(text: str) -> str:
    """The address of the first feed that a page names."""
    for link in _LINK.finditer(text, 0, 200_000):
        href = _HREF.search(link.group()) if _OFFER.search(link.group()) else None
        if href:
            return clean(href.group(1), 300)
    return ""


def _refused(reason: str, message: str) -> Sniffed:
    return Sniffed("none", reason=reason, problems=(Problem(message),))


def _unzipped(body: bytes) -> bytes | None:
    """The body behind gzip bytes that no header announced; at most one byte too many."""
    if not body.startswith(b"\x1f\x8b\x08"):
        return body
    inflate = zlib.decompressobj(31)
    try:
        return inflate.decompress(body, MAX_BODY + 1)
    except zlib.error:
        return None
