"""OFAC classic CSV: SDN or CONS_PRIM, with ADD, ALT and COMMENTS beside it where given.

No header. "-0- " means nothing. Programmes are joined by "] [". Remarks are a "; " list that
OFAC cuts at 1,000 characters inside a word; the rest stands in COMMENTS and is joined as it is.
Weak aliases stand in the remarks: a.k.a. 'X'. Key: the first column (= uid of the XML).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.table import decode, rows
from feeds.lists.words import birth, country, named, tidy, unique

COLUMNS = (
    "ent_num",
    "name",
    "type",
    "program",
    "title",
    "call_sign",
    "vessel_type",
    "tonnage",
    "grt",
    "flag",
    "owner",
    "remarks",
)
KINDS: dict[str, Kind] = {"individual": "person", "vessel": "vessel", "aircraft": "aircraft"}
NAME_TYPES: dict[str, NameType] = {"fka": "former", "aka": "alias", "nka": "alias"}
NUMBERS = re.compile(
    r"(?:alt\. )?(Passport|Identification Number|Vessel Registration Identification IMO|IMO"
    r"|LEI|SWIFT/BIC|Tax ID No\.|National ID No\.|Registration Number|Company Number"
    r"|Registration ID|Legal Entity Number|Aircraft Tail Number|MMSI)"
    r"[ :]+(?:IMO )?([A-Z0-9][\w./-]*)(?: \(([^)]+)\))?"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The three files that go with the main one, by entity number."""

    addresses: Mapping[str, list[list[str]]] = field(default_factory=dict)
    aliases: Mapping[str, list[list[str]]] = field(default_factory=dict)
    comments: Mapping[str, list[list[str]]] = field(default_factory=dict)


def beside(add: bytes = b"", alt: bytes = b"", comments: bytes = b"") -> Beside:
    """The companion files, read and grouped by entity number."""
    return Beside(_grouped(add), _grouped(alt), _grouped(comments))


def _grouped(body: bytes) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for row in rows(decode(body)):
        cells = [_cell(cell) for cell in row]
        found[cells[0]].append(cells)
    return found


def _cell(cell: str) -> str:
    value = tidy(cell).replace("\x1a", "")  # two lists put together have it before a number
    return "" if value == "-0-" else value


def read(
    body: bytes, list_id: str = "ofac-sdn", with_: Beside | None = None
) -> Iterator[ListEntry]:
    """The entries of the main file, joined with what stands beside it."""
    other = with_ or Beside()
    for row in rows(decode(body)):
        cells = [_cell(cell) for cell in row]
        if cells[0].isdigit() and len(cells) > 1:
            found = dict(zip(COLUMNS, cells + [""] * len(COLUMNS), strict=False))
            yield _entry(found, list_id, other)


def _entry(row: dict[str, str], list_id: str, other: Beside) -> ListEntry:
    key = row["ent_num"]
    rest = "".join(cells[1] for cells in other.comments.get(key, []) if len(cells) > 1)
    remarks = row["remarks"] + rest
    places = other.addresses.get(key, [])
    return ListEntry(
        list=list_id,
        id=key,
        kind=KINDS.get(row["type"].casefold(), "entity"),
        names=tuple(_names(row, other.aliases.get(key, []), remarks)),
        programmes=unique(row["program"].strip("[]").split("] [")),
        countries=unique(
            [*(country(cells[4]) for cells in places if len(cells) > 4), *_nationalities(remarks)]
        ),
        identifiers=tuple(_identifiers(row, remarks)),
        births=tuple(_births(remarks)),
        addresses=tuple(", ".join(filter(None, cells[2:5])) for cells in places),
        remarks=remarks,
        fields=_leaves(row, remarks, places, other.aliases.get(key, [])),
    )


def _leaves(
    row: dict[str, str], remarks: str, places: list[list[str]], aliases: list[list[str]]
) -> dict[str, tuple[str, ...]]:
    found = {name: (value,) for name, value in row.items() if value} | {"remarks": (remarks,)}
    return found | {
        "address": tuple(" | ".join(cells[2:]) for cells in places),
        "alias": tuple(" | ".join(cells[2:]) for cells in aliases),
    }


def _names(row: dict[str, str], aliases: list[list[str]], remarks: str) -> Iterator[Name]:
    yield named(_turned(row["name"], row["type"]))
    for cells in aliases:
        if len(cells) > 3 and cells[3]:
            yield named(_turned(cells[3], row["type"]), NAME_TYPES.get(cells[2], "alias"))
    for weak in re.findall(r"a\.k\.a\. '([^']+)'", remarks):
        yield named(weak, "alias", "weak")


def _turned(name: str, kind: str) -> str:
    """«SURNAME, Given» of a person as «Given SURNAME»; other names as they stand."""
    if kind.casefold() == "individual" and ", " in name:
        last, first = name.split(", ", 1)
        return f"{first} {last}"
    return name


def _nationalities(remarks: str) -> Iterator[str]:
    for name in re.findall(r"(?:nationality|citizen) ([A-Z][\w ,()']+?)(?:;|\.$|\.;)", remarks):
        yield country(name)


def _identifiers(row: dict[str, str], remarks: str) -> Iterator[Identifier]:
    for kind, value, place in NUMBERS.findall(remarks):
        name = "IMO" if kind.endswith("IMO") else kind
        yield Identifier(name, value.rstrip("."), country(place))
    if row["call_sign"]:
        yield Identifier("call sign", row["call_sign"])


def _births(remarks: str) -> Iterator[Birth]:
    for circa, value in re.findall(r"DOB (circa )?([\w ]+?)(?: to [\w ]+)?[;.]", remarks):
        if known := birth(value):
            yield Birth(known, bool(circa))
