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
from feeds.lists.xml import Parts, flat, parts_of, records, texts

LIST = "eu-fsf"
KINDS: dict[str, Kind] = {"person": "person", "enterprise": "entity"}
WEAK = re.compile(r"\blow[ -]quality", re.I)


def read(body: bytes) -> Iterator[ListEntry]:
    """The entries of the list, as they come."""
    for element in records(body, "sanctionEntity"):
        yield _entry(element)


Attributes = dict[str, str]


def _entry(element: etree._Element) -> ListEntry:
    parts = parts_of(element)
    about = _attributes(element)
    rules = [_attributes(one) for one in parts.get("regulation", ())]
    subject = parts.get("subjectType")
    places = [_attributes(one) for name in PLACES for one in parts.get(name, ())]
    return ListEntry(
        list=LIST,
        id=_at(about, "euReferenceNumber") or _at(about, "logicalId"),
        kind=KINDS.get(_at(_attributes(subject[0]), "code"), "") if subject else "",
        names=tuple(_names(parts)),
        programmes=unique(_at(rule, "programme") for rule in rules),
        measures=("asset freeze",),
        countries=unique(
            country(_at(place, "countryIso2Code")) or country(_at(place, "countryDescription"))
            for place in places
        ),
        identifiers=tuple(_identifiers(parts)),
        births=tuple(_births(parts)),
        addresses=tuple(_addresses(parts)),
        listed=_listed(about, rules),
        amended=max((day(_at(rule, "publicationDate")) for rule in rules), default=""),
        reference=_at(about, "unitedNationId"),
        legal_basis=unique(_at(rule, "numberTitle") for rule in rules),
        remarks=" ".join(filter(None, (tidy(one.text) for one in parts.get("remark", ())))),
        fields=flat(element),
    )


PLACES = ("citizenship", "address")


def _attributes(element: etree._Element) -> Attributes:
    return dict(element.attrib.items())  # type: ignore[arg-type]  # str in, str out


def _at(attributes: Attributes, name: str) -> str:
    value = attributes.get(name)
    return " ".join(value.split()) if value else ""


def _listed(about: Attributes, rules: list[Attributes]) -> str:
    dates = [_at(about, "designationDate"), *(_at(rule, "entryIntoForceDate") for rule in rules)]
    return min(filter(None, map(day, dates)), default="")


def _names(parts: Parts) -> Iterator[Name]:
    kind: NameType = "primary"
    for alias in parts.get("nameAlias", ()):  # a list has 30,000: ask for what is needed only
        if whole := tidy(alias.get("wholeName")) or _joined(alias):
            weak = alias.get("strong") == "false" or _called_weak(alias)
            language = (alias.get("nameLanguage") or "").strip().lower()
            yield named(whole, kind, "weak" if weak else "strong", language)
            kind = "alias"


def _joined(alias: etree._Element) -> str:
    return tidy(" ".join(alias.get(part) or "" for part in ("firstName", "middleName", "lastName")))


def _called_weak(alias: etree._Element) -> bool:
    return len(alias) > 0 and bool(WEAK.search(" ".join(texts(alias, "remark"))))


def _identifiers(parts: Parts) -> Iterator[Identifier]:
    for element in parts.get("identification", ()):
        number = _attributes(element)
        if _at(number, "knownFalse") == "true":
            continue
        value = _at(number, "number") or _at(number, "latinNumber")
        if value:
            kind = _at(number, "identificationTypeCode") or "other"
            yield Identifier(kind, value, country(_at(number, "countryIso2Code")))


def _births(parts: Parts) -> Iterator[Birth]:
    for element in parts.get("birthdate", ()):
        born = _attributes(element)
        if _at(born, "calendarType") not in ("", "GREGORIAN"):
            continue  # an ISLAMIC year read as ours would be centuries off
        years = filter(None, (_year(born, "yearRangeFrom"), _year(born, "yearRangeTo")))
        value = day(_at(born, "birthdate")) or _year(born, "year") or "/".join(years)
        if value:
            yield Birth(value, _at(born, "circa") == "true")


def _year(born: Attributes, name: str) -> str:
    return value if (value := _at(born, name)) not in ("", "0") else ""


def _addresses(parts: Parts) -> Iterator[str]:
    names = ("street", "poBox", "zipCode", "city", "region", "countryDescription")
    for element in parts.get("address", ()):
        address = _attributes(element)
        if found := [value for name in names if (value := _at(address, name))]:
            yield ", ".join(found)
