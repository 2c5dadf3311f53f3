"""OFAC `sdnList` XML: SDN and the consolidated (non-SDN) list, both namespaces.

Key: uid, the same number as in the CSV and on OFAC's own search page. `Record_Count` says how
many entries the publisher wrote (their spelling: publshInformation). idList also carries what
is no identifier ("Gender", "Secondary sanctions risk:").
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.words import birth, country, named, tidy, unique
from feeds.lists.xml import children, flat, records, text, texts

KINDS: dict[str, Kind] = {
    "individual": "person",
    "entity": "entity",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
NO_IDENTIFIER = ("gender", "secondary sanctions risk", "additional sanctions information")
NAME_TYPES: dict[str, NameType] = {"f.k.a.": "former", "n.k.a.": "alias", "a.k.a.": "alias"}


def read(body: bytes, list_id: str = "ofac-sdn") -> Iterator[ListEntry]:
    """The entries of the list, as they come. `list_id` is ofac-sdn or ofac-cons."""
    for element in records(body, "sdnEntry"):
        yield _entry(element, list_id)


def record_count(body: bytes) -> int | None:
    """The count that the publisher wrote at the top, None where it stands not."""
    for element in records(body, "Record_Count"):
        value = tidy(element.text)
        return int(value) if value.isdigit() else None
    return None


def _entry(element: etree._Element, list_id: str) -> ListEntry:
    remarks = text(element, "remarks")
    return ListEntry(
        list=list_id,
        id=text(element, "uid"),
        kind=KINDS.get(text(element, "sdnType").casefold(), ""),
        names=tuple(_names(element)),
        programmes=unique(texts(element, "programList", "program")),
        countries=_countries(element),
        identifiers=tuple(_identifiers(element)),
        births=tuple(_births(element)),
        addresses=tuple(_addresses(element)),
        remarks=remarks,
        fields=flat(element),
    )


def _whole(element: etree._Element) -> str:
    return tidy(f"{text(element, 'firstName')} {text(element, 'lastName')}")


def _names(element: etree._Element) -> Iterator[Name]:
    yield named(_whole(element))
    for alias in children(element, "akaList", "aka"):
        kind = NAME_TYPES.get(text(alias, "type"), "alias")
        yield named(_whole(alias), kind, "weak" if text(alias, "category") == "weak" else "strong")


def _countries(element: etree._Element) -> tuple[str, ...]:
    names = (
        texts(element, "nationalityList", "nationality", "country")
        + texts(element, "citizenshipList", "citizenship", "country")
        + texts(element, "addressList", "address", "country")
        + texts(element, "vesselInfo", "vesselFlag")
    )
    return unique(map(country, names))


def _identifiers(element: etree._Element) -> Iterator[Identifier]:
    for number in children(element, "idList", "id"):
        kind, value = text(number, "idType"), text(number, "idNumber")
        if value and not kind.casefold().startswith(NO_IDENTIFIER):
            yield Identifier(kind, value, country(text(number, "idCountry")))
    if sign := text(element, "vesselInfo", "callSign"):
        yield Identifier("call sign", sign)


def _births(element: etree._Element) -> Iterator[Birth]:
    for value in texts(element, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth"):
        if known := birth(value):
            yield Birth(known, value.casefold().startswith("circa"))


def _addresses(element: etree._Element) -> Iterator[str]:
    names = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
    for address in children(element, "addressList", "address"):
        if parts := [value for name in names if (value := text(address, name))]:
            yield ", ".join(parts)
