"""The EU Sanctions Map: all regimes with their acts. An entry changes when its regime does."""

from __future__ import annotations

from collections.abc import Iterator

from feeds.jsontext import Value, array, record, text

from .draft import Draft, Frame, settle_all
from .facts import told

FORMAT = "eu-sanctions-map"
_SITE = "https://www.sanctionsmap.eu/#/main/details/"
_DEEPEST = 6


def fits(value: Value) -> bool:
    """Whether this is the list of regimes."""
    entries = array(record(value).get("data"))
    return bool(entries) and all(
        {"id", "specification"} <= record(entry).keys() for entry in entries[:20]
    )


def read(value: Value, frame: Frame) -> None:
    """Read the regimes into the frame."""
    frame.format, frame.title, frame.language = FORMAT, "EU Sanctions Map", "en"
    settle_all((_draft(record(entry)) for entry in array(record(value).get("data"))), frame)


def _draft(entry: dict[str, Value]) -> Draft:
    country = record(record(entry.get("country")).get("data"))
    return Draft(
        title=text(entry.get("specification")),
        title_plain=True,
        summary=told(
            ("Country", text(country.get("title"))),
            ("Measures", list(_titles(entry.get("measures"), 0))),
            ("Acts", list(_titles(entry.get("legal_acts"), 0))),
        ),
        summary_plain=True,
        link=f"{_SITE}{text(entry.get('id'))}/",
        guid=f"regime/{text(entry.get('id'))}",
        publisher="European Commission",
        categories=[text(entry.get("acronym")), text(country.get("code"))],
    )


def _titles(value: Value, depth: int) -> Iterator[str]:
    """What lists of titled things hold, however they are wrapped."""
    if depth > _DEEPEST:
        return
    for one in value if isinstance(value, list) else [value]:
        found = record(one)
        title = text(found.get("title")) or text(record(found.get("type")).get("title"))
        number = text(found.get("number"))
        if title or number:
            yield " ".join(part for part in (number, title) if part)
        elif "data" in found:
            yield from _titles(found["data"], depth + 1)
