"""EU financial sanctions as CSV, `csvFullSanctionsList_1_1`: 118 columns parted by «;».

One row is one name, address, birth, number or citizenship of an entity; what the others lack is
empty. Rows of one Entity_LogicalId are one record, wherever they stand. Columns are found by name.
The key is the same as in the XML: Entity_EU_ReferenceNumber.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.table import decode, mappings, merge, rows
from feeds.lists.words import country, day, named, tidy, unique

LIST = "eu-fsf"
KINDS: dict[str, Kind] = {"person": "person", "p": "person", "enterprise": "entity", "e": "entity"}
Row = dict[str, str]


def read(body: bytes) -> Iterator[ListEntry]:
    """The entries of the list."""
    lines = rows(decode(body), ";")
    header = next(lines, [])
    grouped: dict[str, list[Row]] = {}
    for row in mappings(header, lines):
        if key := row.get("Entity_LogicalId"):
            grouped.setdefault(key, []).append(row)
    for key, found in grouped.items():
        entry = _entry(key, found)
        if entry.names:
            yield entry


def _entry(key: str, found: Sequence[Row]) -> ListEntry:
    starts = _column(found, "Entity_Regulation_EntryIntoForceDate")
    return ListEntry(
        list=LIST,
        id=_one(found, "Entity_EU_ReferenceNumber") or key,
        kind=_kind(found),
        names=tuple(dict.fromkeys(_names(found))),
        programmes=_column(found, "Entity_Regulation_Programme"),
        measures=("asset freeze",),
        countries=_countries(found),
        identifiers=tuple(dict.fromkeys(_identifiers(found))),
        births=tuple(dict.fromkeys(_births(found))),
        addresses=unique(map(_address, found)),
        listed=min(
            filter(None, map(day, (*_column(found, "Entity_DesignationDate"), *starts))), default=""
        ),
        amended=max(map(day, _column(found, "Entity_Regulation_PublicationDate")), default=""),
        reference=_one(found, "Entity_UnitedNationId"),
        legal_basis=_column(found, "Entity_Regulation_NumberTitle"),
        remarks=" ".join(_column(found, "Entity_Remark")),
        fields={
            name: values
            for name, values in merge(found).items()
            if name.casefold() != "filegenerationdate"
        },
    )


def _column(found: Sequence[Row], name: str) -> tuple[str, ...]:
    return unique(row.get(name, "") for row in found)


def _one(found: Sequence[Row], name: str) -> str:
    return next(iter(_column(found, name)), "")


def _kind(found: Sequence[Row]) -> Kind:
    said = (
        *_column(found, "Entity_SubjectType_ClassificationCode"),
        *_column(found, "Entity_SubjectType"),
    )
    return next((KINDS[one.casefold()] for one in said if one.casefold() in KINDS), "")


def _names(found: Sequence[Row]) -> Iterator[Name]:
    kind: NameType = "primary"
    for row in found:
        parts = (row.get(f"NameAlias_{one}", "") for one in ("FirstName", "MiddleName", "LastName"))
        if whole := row.get("NameAlias_WholeName") or tidy(" ".join(parts)):
            weak = row.get("NameAlias_Strong", "").casefold() == "false"
            weak = weak or "low quality" in row.get("NameAlias_Remark", "").casefold()
            language = row.get("NameAlias_NameLanguage", "").lower()
            yield named(whole, kind, "weak" if weak else "strong", language)
            kind = "alias"


def _countries(found: Sequence[Row]) -> tuple[str, ...]:
    return unique(
        country(row.get(f"{part}_CountryIso2Code", ""))
        or country(row.get(f"{part}_CountryDescription", ""))
        for part in ("Citizenship", "Address")
        for row in found
    )


def _identifiers(found: Sequence[Row]) -> Iterator[Identifier]:
    for row in found:
        number = row.get("Identification_Number") or row.get("Identification_LatinNumber")
        if number and row.get("Identification_KnownFalse", "").casefold() != "true":
            kind = row.get("Identification_TypeCode") or "other"
            yield Identifier(kind, number, country(row.get("Identification_CountryIso2Code", "")))


def _births(found: Sequence[Row]) -> Iterator[Birth]:
    for row in found:
        if row.get("BirthDate_CalendarType", "") not in ("", "GREGORIAN"):
            continue
        value = day(row.get("BirthDate_BirthDate")) or row.get("BirthDate_Year", "")
        if value not in ("", "0"):
            yield Birth(value, row.get("BirthDate_Circa", "").casefold() == "true")


def _address(row: Row) -> str:
    names = ("Street", "PoBox", "ZipCode", "City", "Region", "CountryDescription")
    return ", ".join(filter(None, (row.get(f"Address_{name}", "") for name in names)))
