"""Lists that come as spreadsheets: Australia (xlsx, old xls), the Netherlands (ods), OFSI (xlsx).

Australia: rows «2», «2a», «2b» are one record, not always beside each other. Netherlands: a
title row, a header row, no ids: surname, first names and birth make the key; an organisation
has no first name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO

from python_calamine import CalamineWorkbook

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.table import mappings, merge
from feeds.lists.words import birth, country, day, named, tidy, unique

KINDS: dict[str, Kind] = {"individual": "person", "entity": "entity", "vessel": "vessel"}
NAME_TYPES: dict[str, NameType] = {"primary name": "primary", "original script": "original"}
LISTED = re.compile(r"\b(\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\b")


def cells(body: bytes) -> list[list[str]]:
    """The first sheet as tidy text; whole numbers without their «.0», dates as YYYY-MM-DD."""
    sheet = CalamineWorkbook.from_filelike(BytesIO(body)).get_sheet_by_index(0)
    return [[_text(cell) for cell in row] for row in sheet.to_python()]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    return tidy(str(cell).replace("_x000D_", " "))


def read_australia(table: list[list[str]]) -> Iterator[ListEntry]:
    """The entries of the DFAT consolidated list, new and old columns."""
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in mappings(table[0], iter(table[1:])):
        if key := re.match(r"\d+", row.get("Reference", "")):
            grouped.setdefault(key[0], []).append(row)
    return (_australian(key, found) for key, found in grouped.items())


def _australian(key: str, found: Sequence[dict[str, str]]) -> ListEntry:
    first = found[0]
    places = f"{first.get('Citizenship', '')}, {first.get('Address', '').rsplit(', ', 1)[-1]}"
    lands = re.split(r"\s*[,;/]\s*|\s*\b[a-z]\)\s*", places)
    listed = LISTED.search(first.get("Listing Information", ""))
    return ListEntry(
        list="au-dfat",
        id=key,
        kind=KINDS.get(first.get("Type", "").casefold(), ""),
        names=tuple(dict.fromkeys(_names(found))),
        programmes=unique(row.get("Committees", "") for row in found),
        measures=unique(name for name in MEASURES if first.get(name, "").casefold() == "true"),
        countries=unique(country(land) for land in lands if land != "NA"),  # not Namibia
        identifiers=tuple(
            Identifier("IMO", imo) for imo in unique(row.get("IMO Number", "") for row in found)
        ),
        births=tuple(_births(first.get("Date of Birth", ""))),
        addresses=unique(row.get("Address", "") for row in found),
        listed=day(listed[1].replace(".", ""), ("%d %b %Y", "%d %B %Y")) if listed else "",
        amended=max((day(row.get("Control Date")) for row in found), default=""),
        legal_basis=unique([first.get("Instrument of Designation", "")]),
        remarks=first.get("Additional Information", ""),
        fields=merge(found),
    )


MEASURES = ("Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction")


def _names(found: Sequence[dict[str, str]]) -> Iterator[Name]:
    for row in found:
        if whole := row.get("Name of Individual or Entity"):
            kind = NAME_TYPES.get(row.get("Name Type", "").casefold(), "alias")
            weak = row.get("Alias Strength", "").casefold() == "weak"
            yield named(whole, kind, "weak" if weak else "strong")


def _births(value: str) -> Iterator[Birth]:
    for part in re.split(r"\s*,\s*|\s*\b[a-z]\)\s*", value):
        if known := birth(part):
            yield Birth(known, "approx" in part.casefold() or "circa" in part.casefold())


def read_netherlands(table: list[list[str]]) -> Iterator[ListEntry]:
    """The entries of the Dutch national terrorism list (ODS)."""
    start = next(
        (at for at, row in enumerate(table) if any(c.casefold() == "surname" for c in row)), None
    )
    if start is None:
        return
    header = [re.sub(r"\s*\(.*", "", name).casefold() for name in table[start]]
    for row in mappings(header, iter(table[start + 1 :])):
        if row.get("surname"):
            yield _dutch(row)


def _dutch(row: dict[str, str]) -> ListEntry:
    first = next((value for name, value in row.items() if name.startswith("first name")), "")
    born = next((value for name, value in row.items() if name.startswith("date of birth")), "")
    link = next((value for name, value in row.items() if name.startswith("link")), "")
    decided = next((v for name, v in row.items() if name.startswith("date of ministerial")), "")
    aliases = re.split(r"\s*[;,]\s*", row.get("alias", ""))
    known = birth(born.replace("-", "/")) or birth(born)
    return ListEntry(
        list="nl",
        id=hashlib.sha256("\x1f".join((row["surname"], first, born)).encode()).hexdigest()[:20],
        kind="person" if first else "entity",
        names=(
            named(f"{first} {row['surname']}"),
            *(named(alias, "alias") for alias in aliases if alias),
        ),
        programmes=("Sanctieregeling terrorisme 2007-II",),
        measures=("asset freeze",),
        births=(Birth(known),) if known else (),
        listed=day(decided, ("%d-%m-%Y", "%Y-%m-%d")),
        legal_basis=unique([link]),
        fields={name: (value,) for name, value in row.items() if value},
    )
