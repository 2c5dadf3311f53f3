"""ReliefWeb API v2: reports."""

from __future__ import annotations

from feeds import links
from feeds.jsontext import Value, array, record, text

from .draft import Draft, Frame, settle_all

FORMAT = "reliefweb-v2"


def fits(value: Value) -> bool:
    """Whether this is an answer of ReliefWeb."""
    found = record(value)
    entries = array(found.get("data"))
    if not entries:
        return "totalCount" in found and isinstance(found.get("data"), list)
    return all(isinstance(record(entry).get("fields"), dict) for entry in entries[:20])


def read(value: Value, frame: Frame) -> None:
    """Read the reports into the frame."""
    found = record(value)
    frame.format, frame.title = FORMAT, "ReliefWeb"
    frame.base = frame.url or "https://reliefweb.int/"
    settle_all((_draft(record(entry)) for entry in array(found.get("data"))), frame)
    following = record(record(found.get("links")).get("next"))
    frame.next_url = links.absolute(text(following.get("href")), frame.url)


def _draft(entry: dict[str, Value]) -> Draft:
    fields = record(entry.get("fields"))
    date = record(fields.get("date"))
    spoken = [text(record(one).get("code")) for one in array(fields.get("language"))]
    return Draft(
        title=text(fields.get("title")),
        title_plain=True,
        summary=text(fields.get("body-html")) or text(fields.get("body")),
        link=text(fields.get("url")) or text(fields.get("url_alias")),
        guid=text(entry.get("id")),
        published=text(date.get("original")) or text(date.get("created")),
        updated=text(date.get("changed")),
        language=spoken[0] if len(spoken) == 1 else "",
        publisher=next(iter(_names(fields.get("source"))), ""),
        authors=_names(fields.get("source")),
        categories=[
            name for field in ("country", "theme", "format") for name in _names(fields.get(field))
        ],
    )


def _names(value: Value) -> list[str]:
    return [name for one in array(value) if (name := text(record(one).get("name")))]
