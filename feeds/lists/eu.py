"""EU financial sanctions, FSF XML 1.1 (`export`, namespace europa.eu/fpi/fsd/export).

All data stand in attributes. Key: euReferenceNumber, else logicalId. No name is marked as
primary: the first nameAlias is by convention the main one. Weakness stands in `strong` in
newer files and in the alias's remark in older ones. designationDate is often missing: then
the earliest entry into force counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.words import country, day, named, tidy, unique
from feeds.lists.xml import children, flat, records, texts

LIST = "eu-fsf"
KINDS: dict[str, Kind] = {"person": "person", "enterprise": "entity"}
WEAK = re.compile(r"\blow[ -]quality", re.I)


def read(body: bytes) -> Iterator[ListEntry]:
    """The entries of the list, as they come."""
    for element in records(body, "sanctionEntity"):
        yield _entry(element)


def _entry(element: etree._Element) -> ListEntry:
    subject = next(children(element, "subjectType"), None)
    rules = list(children(element, "regulation"))
    return ListEntry(
        list=LIST,
        id=_at(element, "euReferenceNumber") or _at(element, "logicalId"),
        kind=KINDS.get(_at(subject, "code"), "") if subject is not None else "",
        names=tuple(_names(element)),
        programmes=unique(_at(rule, "programme") for rule in rules),
        measures=("asset freeze",),
        countries=_countries(element),
        identifiers=tuple(_identifiers(element)),
        births=tuple(_births(element)),
        addresses=tuple(_addresses(element)),
        listed=_listed(element, rules),
        amended=max((day(_at(rule, "publicationDate")) for rule in rules), default=""),
        reference=_at(element, "unitedNationId"),
        legal_basis=unique(_at(rule, "numberTitle") for rule in rules),
        remarks=" ".join(texts(element, "remark")),
        fields=flat(element),
    )


def _at(element: etree._Element, name: str) -> str:
    return tidy(element.get(name))


def _listed(element: etree._Element, rules: list[etree._Element]) -> str:
    dates = [_at(element, "designationDate"), *(_at(rule, "entryIntoForceDate") for rule in rules)]
    return min(filter(None, map(day, dates)), default="")


def _names(element: etree._Element) -> Iterator[Name]:
    for place, alias in enumerate(children(element, "nameAlias")):
        parts = (_at(alias, part) for part in ("firstName", "middleName", "lastName"))
        whole = _at(alias, "wholeName") or tidy(" ".join(parts))
        weak = _at(alias, "strong") == "false" or WEAK.search(" ".join(texts(alias, "remark")))
        if whole:
            kind: NameType = "alias" if place else "primary"
            yield named(
                whole, kind, "weak" if weak else "strong", _at(alias, "nameLanguage").lower()
            )


def _countries(element: etree._Element) -> tuple[str, ...]:
    places = [*children(element, "citizenship"), *children(element, "address")]
    return unique(
        country(_at(place, "countryIso2Code")) or country(_at(place, "countryDescription"))
        for place in places
    )


def _identifiers(element: etree._Element) -> Iterator[Identifier]:
    for number in children(element, "identification"):
        if _at(number, "knownFalse") == "true":
            continue
        value = _at(number, "number") or _at(number, "latinNumber")
        if value:
            kind = _at(number, "identificationTypeCode") or "other"
            yield Identifier(kind, value, country(_at(number, "countryIso2Code")))


def _births(element: etree._Element) -> Iterator[Birth]:
    for born in children(element, "birthdate"):
        if _at(born, "calendarType") not in ("", "GREGORIAN"):
            continue  # an ISLAMIC year read as ours would be centuries off
        years = filter(None, (_year(born, "yearRangeFrom"), _year(born, "yearRangeTo")))
        value = day(_at(born, "birthdate")) or _year(born, "year") or "/".join(years)
        if value:
            yield Birth(value, _at(born, "circa") == "true")


def _year(born: etree._Element, name: str) -> str:
    return value if (value := _at(born, name)) not in ("", "0") else ""


def _addresses(element: etree._Element) -> Iterator[str]:
    names = ("street", "poBox", "zipCode", "city", "region", "countryDescription")
    for address in children(element, "address"):
        if parts := [value for name in names if (value := _at(address, name))]:
            yield ", ".join(parts)
