"""UK Sanctions List (FCDO), XML and CSV.

Key: Unique ID. XML: one Designation each. CSV: a report date line, a header, then one row per
name x address x birth ...: rows of one Unique ID are one record. Name6 is the surname or the
whole name of an entity; the case of the name types varies. Births may be masked: dd/mm/1945.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.table import decode, mappings, merge, rows
from feeds.lists.words import birth, country, day, named, tidy, unique
from feeds.lists.xml import children, flat, records, text, texts

LIST = "uk-sl"
KINDS: dict[str, Kind] = {"individual": "person", "entity": "entity", "ship": "vessel"}
DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%b-%Y")


def read_xml(body: bytes) -> Iterator[ListEntry]:
    """The entries of UK-Sanctions-List.xml."""
    for element in records(body, "Designation"):
        yield _from_xml(element)


def _from_xml(element: etree._Element) -> ListEntry:
    nationalities = texts(
        element, "IndividualDetails", "Individual", "Nationalities", "Nationality"
    )
    lands = texts(element, "Addresses", "Address", "AddressCountry") + nationalities
    births = texts(element, "IndividualDetails", "Individual", "DOBs", "DOB")
    return ListEntry(
        list=LIST,
        id=text(element, "UniqueID"),
        kind=KINDS.get(text(element, "IndividualEntityShip").casefold(), ""),
        names=tuple(_names_of(element)),
        programmes=unique([text(element, "RegimeName")]),
        measures=unique(map(tidy, text(element, "SanctionsImposed").split("|"))),
        countries=unique(map(country, lands)),
        identifiers=tuple(_identifiers_of(element)),
        births=tuple(Birth(known) for value in births if (known := birth(value))),
        addresses=tuple(_addresses_of(element)),
        listed=day(text(element, "DateDesignated"), DAYS),
        amended=day(text(element, "LastUpdated"), DAYS),
        reference=text(element, "UNReferenceNumber") or text(element, "OFSIGroupID"),
        remarks=text(element, "OtherInformation"),
        fields=flat(element),
    )


def _names_of(element: etree._Element) -> Iterator[Name]:
    for name in children(element, "Names", "Name"):
        whole = tidy(" ".join(text(name, f"Name{number}") for number in (1, 2, 3, 4, 5, 6)))
        if whole:
            yield _name(whole, text(name, "NameType"), text(name, "AliasStrength"))
    for name in children(element, "NonLatinNames", "NonLatinName"):
        if original := text(name, "NameNonLatinScript"):
            yield named(original, "original")


def _name(whole: str, kind: str, strength: str) -> Name:
    mark = kind.casefold()
    sort: NameType = (
        "primary"
        if mark.startswith("primary name") and "variation" not in mark
        else "former"
        if "fka" in mark or "former" in mark
        else "alias"
    )
    weak = "low" in strength.casefold() or strength.casefold() == "weak"
    return named(whole, sort, "weak" if weak else "strong")


def _identifiers_of(element: etree._Element) -> Iterator[Identifier]:
    for found in element.iter("{*}PassportNumber", "{*}NationalIdentifierNumber"):
        if value := tidy(found.text):
            yield Identifier(etree.QName(found).localname, value)
    for found in element.iter("{*}BusinessRegistrationNumber"):
        if value := tidy(found.text):
            yield Identifier("registration", value)
    for found in element.iter("{*}IMONumber"):
        if value := tidy(found.text):
            yield Identifier("IMO", value.removeprefix("IMO").strip())


def _addresses_of(element: etree._Element) -> Iterator[str]:
    for address in children(element, "Addresses", "Address"):
        if parts := [value for child in address if (value := tidy(child.text))]:
            yield ", ".join(parts)


def read_csv(body: bytes) -> Iterator[ListEntry]:
    """The entries of UK-Sanctions-List.csv; rows of one Unique ID need not stand together."""
    lines = (row for row in rows(decode(body)) if not row[0].startswith("Report Date"))
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in mappings(next(lines, []), lines):
        if key := row.get("Unique ID"):
            grouped.setdefault(key, []).append(row)
    return (_from_rows(key, found) for key, found in grouped.items())


def _from_rows(key: str, found: Sequence[dict[str, str]]) -> ListEntry:
    first = found[0]
    lands = _column(found, "Address Country") + _column(found, "Nationality(/ies)")
    return ListEntry(
        list=LIST,
        id=key,
        kind=KINDS.get(first.get("Designation Type", "").casefold(), ""),
        names=tuple(dict.fromkeys(_names_in(found))),
        programmes=_column(found, "Regime Name"),
        measures=unique(map(tidy, first.get("Sanctions Imposed", "").split("|"))),
        countries=unique(map(country, lands)),
        identifiers=tuple(dict.fromkeys(_identifiers_in(found))),
        births=tuple(Birth(known) for value in _column(found, "D.O.B") if (known := birth(value))),
        addresses=unique(
            ", ".join(filter(None, (row.get(f"Address Line {n}", "") for n in range(1, 7))))
            for row in found
        ),
        listed=day(first.get("Date Designated"), DAYS),
        amended=max((day(value, DAYS) for value in _column(found, "Last Updated")), default=""),
        reference=first.get("UN Reference Number") or first.get("OFSI Group ID", ""),
        remarks=first.get("Other Information", ""),
        fields=merge(found),
    )


def _column(found: Iterable[dict[str, str]], name: str) -> tuple[str, ...]:
    return unique(row.get(name, "") for row in found)


def _names_in(found: Iterable[dict[str, str]]) -> Iterator[Name]:
    for row in found:
        whole = tidy(" ".join(row.get(f"Name {number}", "") for number in (1, 2, 3, 4, 5, 6)))
        if whole:
            yield _name(whole, row.get("Name type", ""), row.get("Alias strength", ""))
        if original := row.get("Name non-latin script"):
            yield named(original, "original")


def _identifiers_in(found: Iterable[dict[str, str]]) -> Iterator[Identifier]:
    columns = {
        "Passport number": "passport",
        "National Identifier number": "national id",
        "Business registration number (s)": "registration",
        "IMO number": "IMO",
    }
    for row in found:
        for column, kind in columns.items():
            if value := row.get(column):
                yield Identifier(kind, value.removeprefix("IMO").strip())
