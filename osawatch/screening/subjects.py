"""Who is asked for, as people and programs write it: a name, a JSON record, a row of plain CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from feeds.lists.model import Birth, Identifier, Kind, ListEntry
from feeds.lists.table import decode, mappings, rows
from feeds.lists.words import birth, country, named
from osawatch.errors import BadInput
from osawatch.screening.model import Subject

HEADER = ("id", "kind", "name", "aliases", "country", "birth")
KINDS: dict[str, Kind] = {
    "person": "person", "individual": "person", "entity": "entity", "company": "entity",
    "organisation": "entity", "organization": "entity", "enterprise": "entity",
    "vessel": "vessel", "ship": "vessel", "aircraft": "aircraft",
}  # fmt: skip


def subject(record: Mapping[str, object], key: str) -> Subject:
    """A record with a name; `BadInput` names the field that is no text."""
    name = " ".join(_text(record, "name").split())
    if not name:
        raise BadInput("is missing", field="name")
    return Subject(
        id=key,
        name=name,
        aliases=tuple(_texts(record, "aliases")),
        kind=KINDS.get(_text(record, "kind").casefold(), ""),
        countries=tuple(filter(None, map(_country, _texts(record, "country")))),
        births=tuple(filter(None, map(birth, _texts(record, "birth")))),
        identifiers=tuple(_identifiers(record)),
    )


def plain_list(body: bytes, list_id: str) -> tuple[ListEntry, ...] | None:
    """The entries of a plain CSV with our header, None when it has another one."""
    text = decode(body)
    try:
        first = next(csv.reader(io.StringIO(text.split("\n", 1)[0], newline="")), [])
    except csv.Error:  # a list of another kind, whose first line may be all of it
        return None
    if "name" not in first or not {"id", "name"} <= set(first) <= set(HEADER):
        return None
    try:
        return _entries(text, list_id)
    except csv.Error as error:
        raise BadInput(f"is no CSV: {error}") from error


def _entries(text: str, list_id: str) -> tuple[ListEntry, ...]:
    lines = rows(text)
    header = next(lines, [])
    return tuple(
        _entry(row, number, list_id)
        for number, row in enumerate(mappings(header, lines), 2)
        if row.get("name")
    )


def _entry(row: Mapping[str, str], number: int, list_id: str) -> ListEntry:
    asked = subject(row, row.get("id") or str(number))
    names = (named(asked.name), *(named(alias, "alias") for alias in asked.aliases))
    return ListEntry(
        list=list_id,
        id=asked.id,
        kind=asked.kind,
        names=names,
        countries=asked.countries,
        births=tuple(map(Birth, asked.births)),
    )


def _country(value: str) -> str:
    return country(value.upper() if len(value) == 2 else value)


def _text(record: Mapping[str, object], field: str) -> str:
    value = record.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput("is not a text", field=field)
    return value


def _texts(record: Mapping[str, object], field: str) -> Iterator[str]:
    """A list of texts, or one text with its parts joined by «;»."""
    value = record.get(field)
    if value is None:
        return
    if isinstance(value, int):
        value = str(value)  # a year
    parts: object = value.split(";") if isinstance(value, str) else value
    if not isinstance(parts, list):
        raise BadInput("is neither a text nor a list of texts", field=field)
    for part in parts:
        if not isinstance(part, str):
            raise BadInput("holds something that is no text", field=field)
        if part.strip():
            yield part.strip()


def _identifiers(record: Mapping[str, object]) -> Iterator[Identifier]:
    """`identifiers`: numbers, or records of type, value and country; `imo` and `lei` by name."""
    for field in ("imo", "lei"):
        for value in _texts(record, field):
            yield Identifier(field.upper(), value)
    given = record.get("identifiers")
    every: list[object] = given if isinstance(given, list) else list(_texts(record, "identifiers"))
    for one in every:
        if isinstance(one, dict):
            yield Identifier(_text(one, "type"), _text(one, "value"), _text(one, "country"))
        elif isinstance(one, str):
            yield Identifier("number", one)
        else:
            raise BadInput("is neither a number nor a record", field="identifiers")
