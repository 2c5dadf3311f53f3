"""OpenSanctions, as a person imports it: targets.simple.csv and FollowTheMoney JSON lines.

Data are CC BY-NC 4.0: read from the user's own copy, never shipped. `;` joins values in a cell.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name
from feeds.lists.table import decode, leaves, mappings, rows
from feeds.lists.words import birth, country, named, tidy, unique

LIST = "opensanctions"
KINDS: dict[str, Kind] = {
    "Person": "person",
    "Vessel": "vessel",
    "Airplane": "aircraft",
    "Organization": "entity",
    "Company": "entity",
    "LegalEntity": "entity",
    "PublicBody": "entity",
}
NUMBERS = ("imoNumber", "leiCode", "registrationNumber", "innCode", "ogrnCode", "passportNumber")


def read_csv(body: bytes) -> Iterator[ListEntry]:
    """The entries of targets.simple.csv."""
    lines = rows(decode(body))
    for row in mappings(next(lines, []), lines):
        if row.get("name"):
            yield _from_row(row)


def _from_row(row: dict[str, str]) -> ListEntry:
    names = [named(row["name"]), *(named(a, "alias") for a in _cell(row, "aliases"))]
    return ListEntry(
        list=LIST,
        id=row.get("id", ""),
        kind=KINDS.get(row.get("schema", ""), ""),
        names=tuple(dict.fromkeys(names)),
        programmes=unique([*_cell(row, "program_ids"), *_cell(row, "dataset")]),
        measures=_cell(row, "sanctions"),
        countries=unique(country(code.upper()) for code in _cell(row, "countries")),
        identifiers=tuple(Identifier("other", value) for value in _cell(row, "identifiers")),
        births=tuple(Birth(k) for value in _cell(row, "birth_date") if (k := birth(value))),
        addresses=_cell(row, "addresses"),
        fields={k: v for k, v in leaves(row).items() if not k.endswith(("_seen", "_change"))},
    )


def _cell(row: dict[str, str], name: str) -> tuple[str, ...]:
    return unique(map(tidy, row.get(name, "").split(";")))


def read_ftm(body: bytes) -> Iterator[ListEntry]:
    """The targets of entities.ftm.json. Raises ValueError on a line that is not JSON."""
    for line in body.splitlines():
        if line.strip():
            found = json.loads(line)
            if found.get("target", True) and found.get("schema") in KINDS:
                yield _from_ftm(found)


def _from_ftm(found: dict[str, object]) -> ListEntry:
    properties = found.get("properties")
    known: dict[str, list[str]] = properties if isinstance(properties, dict) else {}
    lands = [*known.get("country", []), *known.get("nationality", [])]
    datasets = found.get("datasets")
    return ListEntry(
        list=LIST,
        id=str(found.get("id", "")),
        kind=KINDS.get(str(found.get("schema")), ""),
        names=tuple(_names(str(found.get("caption", "")), known)),
        programmes=unique(datasets if isinstance(datasets, list) else []),
        countries=unique(country(code.upper()) for code in lands),
        identifiers=tuple(
            Identifier(name, value) for name in NUMBERS for value in known.get(name, [])
        ),
        births=tuple(Birth(k) for value in known.get("birthDate", []) if (k := birth(value))),
        addresses=unique(known.get("address", [])),
        remarks=" ".join(known.get("notes", [])),
        fields={name: tuple(values) for name, values in known.items()},
    )


def _names(caption: str, known: dict[str, list[str]]) -> Iterator[Name]:
    yield named(caption)
    for kind, quality in (("name", "strong"), ("alias", "strong"), ("weakAlias", "weak")):
        for text in known.get(kind, []):
            if text != caption:
                yield named(text, "alias", "weak" if quality == "weak" else "strong")
    for text in known.get("previousName", []):
        yield named(text, "former")
