"""UN Security Council consolidated list, `CONSOLIDATED_LIST` (scsanctions.un.org).

Key: DATAID. De-listed means gone from the file. Several aliases may stand in one
ALIAS_NAME, joined by "; ". FIRST_NAME may hold the whole name.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from feeds.lists.model import Birth, Identifier, ListEntry, Name, NameType, Quality
from feeds.lists.words import country, day, named, spelled, tidy, unique
from feeds.lists.xml import Parts, first, flat, local, parts_of, records, values

LIST = "un-sc"
NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def read(body: bytes) -> Iterator[ListEntry]:
    """The entries of the list, as they come."""
    for element in records(body, "INDIVIDUAL", "ENTITY"):
        parts = parts_of(element)
        if "DATAID" in parts:
            yield _entry(element, parts)


def _entry(element: etree._Element, parts: Parts) -> ListEntry:
    prefix = local(element)
    places = [_address(one) for one in parts.get(f"{prefix}_ADDRESS", ())]
    lands = _values(parts, "NATIONALITY")
    updates = map(day, _values(parts, "LAST_DAY_UPDATED"))
    return ListEntry(
        list=LIST,
        id=first(parts, "DATAID"),
        kind="person" if prefix == "INDIVIDUAL" else "entity",
        names=tuple(_names(parts, prefix)),
        programmes=unique([first(parts, "UN_LIST_TYPE")]),
        countries=unique(country(name) for name in [*lands, *(land for _, land in places)]),
        identifiers=tuple(_documents(parts)),
        births=tuple(_births(parts)),
        addresses=tuple(filter(None, (place for place, _ in places))),
        listed=day(first(parts, "LISTED_ON")),
        amended=max(updates, default=""),
        reference=first(parts, "REFERENCE_NUMBER"),
        remarks=first(parts, "COMMENTS1"),
        fields=flat(element),
    )


def _values(parts: Parts, name: str) -> list[str]:
    """All values of the elements with this name; each may hold several."""
    return [
        value
        for one in parts.get(name, ())
        for child in one
        if local(child) == "VALUE" and (value := tidy(child.text))
    ]


def _names(parts: Parts, prefix: str) -> Iterator[Name]:
    if whole := " ".join(filter(None, [first(parts, part) for part in NAME_PARTS])):
        yield named(whole)
    if original := first(parts, "NAME_ORIGINAL_SCRIPT"):
        yield named(original, "original")
    for alias in parts.get(f"{prefix}_ALIAS", ()):
        said = values(alias)
        names = said.get("ALIAS_NAME")
        if not names:
            continue
        mark = said.get("QUALITY", "").casefold()
        kind: NameType = "former" if mark.startswith("f.k.a") else "alias"
        quality: Quality = "weak" if mark == "low" else "strong"
        for name in names.split(";") if ";" in names else (names,):
            if name := name.strip():
                yield spelled(name, kind, quality)


def _documents(parts: Parts) -> Iterator[Identifier]:
    for document in parts.get("INDIVIDUAL_DOCUMENT", ()):
        said = values(document)
        if number := said.get("NUMBER"):
            issuer = said.get("ISSUING_COUNTRY") or said.get("COUNTRY_OF_ISSUE") or ""
            yield Identifier(said.get("TYPE_OF_DOCUMENT") or "document", number, country(issuer))


def _births(parts: Parts) -> Iterator[Birth]:
    for element in parts.get("INDIVIDUAL_DATE_OF_BIRTH", ()):
        if not len(element):
            continue
        born = values(element)
        years = filter(None, (born.get("FROM_YEAR"), born.get("TO_YEAR")))
        value = day(born.get("DATE")) or born.get("YEAR") or "/".join(years)
        if value:
            yield Birth(value, born.get("TYPE_OF_DATE", "").upper().startswith("APPROX"))


def _address(element: etree._Element) -> tuple[str, str]:
    """The address in a line, and its country as written."""
    found = [(local(child), tidy(child.text)) for child in element]
    land = next((value for name, value in found if name == "COUNTRY"), "")
    return ", ".join(value for _, value in found if value), land
