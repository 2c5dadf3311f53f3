"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from feeds import links
from feeds.jsontext import Value, array, record, text
from feeds.text import plain

from .draft import Draft, Frame, language, settle_all

_VERSION = re.compile(r"jsonfeed\.org/version/(\d(?:\.\d)?)")


def fits(value: dict[str, Value]) -> bool:
    """Whether this object is a JSON Feed; a forgotten version is forgiven."""
    if _VERSION.search(text(value.get("version"))):
        return True
    entries = value.get("items")
    if not isinstance(entries, list) or "title" not in value:
        return False
    known = {"content_html", "content_text", "url", "date_published"}
    return bool(entries) and all(known & record(entry).keys() for entry in entries)


def read(value: dict[str, Value], frame: Frame) -> None:
    """Read the feed and its items into the frame."""
    version = _VERSION.search(text(value.get("version")))
    frame.format = f"jsonfeed-{version.group(1) if version else '1.0'}"
    frame.title = text(value.get("title"))
    frame.language = language(text(value.get("language")))
    frame.base = links.absolute(text(value.get("home_page_url")), frame.url) or frame.url
    if not isinstance(value.get("items"), list):
        frame.notes.note("The list of items is missing")
        frame.partial, frame.reason = True, "format_changed"
    settle_all(_drafts(array(value.get("items")), frame), frame)


def _drafts(entries: list[Value], frame: Frame) -> Iterator[Draft]:
    for entry in entries:
        if isinstance(entry, dict):
            yield _draft(record(entry))
        else:
            frame.notes.note("An item is no object and is left out")


def _draft(entry: dict[str, Value]) -> Draft:
    guid = text(entry.get("id"))
    address = guid if guid.startswith(("http://", "https://")) else ""
    summary, is_plain = _summary(entry)
    return Draft(
        title=text(entry.get("title")),
        title_plain=True,
        summary=summary,
        summary_plain=is_plain,
        link=text(entry.get("url")) or text(entry.get("external_url")) or address,
        guid=guid,
        published=text(entry.get("date_published")),
        updated=text(entry.get("date_modified")),
        language=text(entry.get("language")),
        authors=_authors(entry),
        categories=[text(tag) for tag in array(entry.get("tags"))],
    )


def _summary(entry: dict[str, Value]) -> tuple[str, bool]:
    for name in ("summary", "content_text"):
        if text(entry.get(name)).strip():
            return text(entry.get(name)), True
    return text(entry.get("content_html")), False


def _authors(entry: dict[str, Value]) -> list[str]:
    people = array(entry.get("authors")) or [entry.get("author")]
    names = [text(record(person).get("name")) for person in people]
    return [name for name in names if plain(name)]
