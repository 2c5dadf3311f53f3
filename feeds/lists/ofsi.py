"""UK OFSI consolidated list, CSV of 2020 and 2022 formats: history since 28 January 2026.

First line «Last Updated,dd/mm/yyyy», then the header. Rows of one Group ID are one record.
The column «Last Updated» may stand twice; births are masked 00/00/1980; Windows-1252.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.table import decode, mappings, merge, rows
from feeds.lists.words import birth, country, day, named, tidy, unique

LIST = "uk-ofsi"
KINDS: dict[str, Kind] = {"individual": "person", "entity": "entity", "ship": "vessel"}


def read(body: bytes) -> Iterator[ListEntry]:
    """The entries of the CSV."""
    return read_rows(rows(decode(body)))


def read_rows(table: Iterator[list[str]]) -> Iterator[ListEntry]:
    """The entries of rows of the CSV or the sheet; those of one group need not stand together."""
    lines = (row for row in table if not _is_stamp(row))
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in mappings(next(lines, []), lines):
        if key := row.get("Group ID"):
            grouped.setdefault(key, []).append(row)
    return (_entry(key, found) for key, found in grouped.items())


def _is_stamp(row: list[str]) -> bool:
    """The first line, «Last Updated,27/04/2020», padded with commas in some copies."""
    return row[0] == "Last Updated" and not any(row[2:])


def _entry(key: str, found: Sequence[dict[str, str]]) -> ListEntry:
    first = found[0]
    lands = (row.get(name, "") for row in found for name in ("Nationality", "Country"))
    births = unique(row.get("DOB", "") for row in found)
    return ListEntry(
        list=LIST,
        id=key,
        kind=KINDS.get(first.get("Group Type", "").casefold(), ""),
        names=tuple(dict.fromkeys(_names(found))),
        programmes=unique(row.get("Regime", "") for row in found),
        measures=("asset freeze",),
        countries=unique(country(_unnumbered(land)) for land in lands),
        identifiers=tuple(dict.fromkeys(_identifiers(found))),
        births=tuple(Birth(known) for value in births if (known := birth(value))),
        addresses=unique(_address(row) for row in found),
        listed=day(first.get("Listed On"), ("%d/%m/%Y",)),
        amended=day(first.get("Last Updated"), ("%d/%m/%Y",)),
        remarks=first.get("Other Information", ""),
        fields=merge(found),
    )


def _unnumbered(value: str) -> str:
    """«(1) Iran (2) Iraq» or «1) Iran» as its first value."""
    return tidy(value.split("(2)")[0].replace("(1)", "").split("2)")[0].removeprefix("1)"))


def _names(found: Sequence[dict[str, str]]) -> Iterator[Name]:
    for row in found:
        whole = tidy(" ".join(row.get(f"Name {number}", "") for number in (1, 2, 3, 4, 5, 6)))
        kind = row.get("Alias Type", "").casefold()
        weak = row.get("Alias Quality", "").casefold() in ("low", "weak", "low quality a.k.a")
        if whole:
            main = kind.startswith(("prime", "primary")) and "variation" not in kind
            sort: NameType = "primary" if main else "former" if kind == "fka" else "alias"
            yield named(whole, sort, "weak" if weak else "strong")
        if original := row.get("Name Non-Latin Script"):
            yield named(original, "original")


def _identifiers(found: Sequence[dict[str, str]]) -> Iterator[Identifier]:
    columns = {
        "Passport Number": "passport",
        "Passport Details": "passport",
        "National Identification Number": "national id",
        "NI Number": "national id",
    }
    for row in found:
        for column, kind in columns.items():
            if (value := row.get(column)) and any(char.isdigit() for char in value):
                yield Identifier(kind, value)


def _address(row: dict[str, str]) -> str:
    parts = [row.get(f"Address {number}", "") for number in range(1, 7)]
    return ", ".join(filter(None, [*parts, row.get("Post/Zip Code", ""), row.get("Country", "")]))
