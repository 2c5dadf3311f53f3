"""Feeds that are not well-formed XML, read by feedparser: slower, but it forgives nearly all."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import feedparser

from .draft import Draft, Frame, language, settle_all

MAX_TEXT = 4 << 20
MAX_DEPTH = 500
MAX_OPEN = 1_000
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][^\s<>/]*)[^<>]*?(?P<empty>/?)>")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
_ENTRIES = frozenset({"item", "entry"})
_UTF8 = {"content-type": "application/xml; charset=utf-8"}


def bearable(text: str) -> bool:
    """Whether feedparser can read this text in fair time: size, depth and stray < drive it."""
    return (
        len(text) <= MAX_TEXT
        and text.count("<") - text.count(">") <= MAX_OPEN
        and _depth(text) <= MAX_DEPTH
    )


def _depth(text: str) -> int:
    """How deep elements nest. What an entry left open ends with the entry."""
    depth = deepest = 0
    for tag in _TAG.finditer(text):
        name = tag["name"].casefold()
        if tag["close"]:
            depth = 0 if name in _ENTRIES else max(0, depth - 1)
        elif not tag["empty"] and name not in _VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def read(text: str, frame: Frame) -> bool:
    """Read what feedparser makes of a text into the frame; false when it makes nothing of it."""
    parsed = _parsed(text)
    if parsed is None:
        return False
    head = parsed.get("feed", {})
    frame.format = _version(str(parsed.get("version", "")))
    frame.title = str(head.get("title", ""))
    frame.language = language(str(head.get("language", "")))
    frame.base = frame.url or str(head.get("link", ""))
    settle_all(_drafts(parsed.get("entries", [])), frame)
    return True


def _parsed(text: str) -> Any:
    # Bytes in a file object only: a string could be taken for the name of a file.
    body = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        return feedparser.parse(
            body, response_headers=_UTF8, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception:  # noqa: BLE001 - it raises whatever it likes: a blank in a namespace, ValueError
        return None


def _version(name: str) -> str:
    found = re.fullmatch(r"(rss|atom)(\d)(\d+)", name)
    return f"{found[1]}-{found[2]}.{found[3]}" if found else "rss-2.0"


def _drafts(entries: list[Any]) -> Iterator[Draft]:
    for entry in entries:
        yield Draft(
            title=str(entry.get("title", "")),
            summary=str(entry.get("summary", "")) or _content(entry),
            link=str(entry.get("link", "")),
            guid=str(entry.get("id", "")),
            published=str(entry.get("published", "")),
            updated=str(entry.get("updated", "")) if "updated" in entry else "",
            language=str(entry.get("language", "")),
            publisher=str(entry.get("source", {}).get("title", "")),
            authors=[str(person.get("name", "")) for person in entry.get("authors", [])],
            categories=[str(tag.get("term", "")) for tag in entry.get("tags", [])],
        )


def _content(entry: Any) -> str:
    return next((str(part.get("value", "")) for part in entry.get("content", [])), "")
