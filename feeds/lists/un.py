"""UN Security Council consolidated list, `CONSOLIDATED_LIST` (scsanctions.un.org).

Key: DATAID. De-listed means gone from the file. Several aliases may stand in one
ALIAS_NAME, joined by "; ". FIRST_NAME may hold the whole name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from feeds.lists.model import Birth, Identifier, ListEntry, Name, NameType, Quality
from feeds.lists.words import country, day, named, tidy, unique
from feeds.lists.xml import children, flat, local, records, text, texts

LIST = "un-sc"
NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def read(body: bytes) -> Iterator[ListEntry]:
    """The entries of the list, as they come."""
    for element in records(body, "INDIVIDUAL", "ENTITY"):
        if text(element, "DATAID"):
            yield _entry(element)


def _entry(element: etree._Element) -> ListEntry:
    prefix = local(element)
    return ListEntry(
        list=LIST,
        id=text(element, "DATAID"),
        kind="person" if prefix == "INDIVIDUAL" else "entity",
        names=tuple(_names(element, prefix)),
        programmes=unique([text(element, "UN_LIST_TYPE")]),
        countries=_countries(element, prefix),
        identifiers=tuple(_documents(element)),
        births=tuple(_births(element)),
        addresses=tuple(_addresses(element, prefix)),
        listed=day(text(element, "LISTED_ON")),
        amended=max(
            (day(value) for value in texts(element, "LAST_DAY_UPDATED", "VALUE")), default=""
        ),
        reference=text(element, "REFERENCE_NUMBER"),
        remarks=text(element, "COMMENTS1"),
        fields=flat(element),
    )


def _names(element: etree._Element, prefix: str) -> Iterator[Name]:
    if whole := tidy(" ".join(text(element, part) for part in NAME_PARTS)):
        yield named(whole)
    if original := text(element, "NAME_ORIGINAL_SCRIPT"):
        yield named(original, "original")
    for alias in children(element, f"{prefix}_ALIAS"):
        mark = text(alias, "QUALITY").casefold()
        kind: NameType = "former" if mark.startswith("f.k.a") else "alias"
        quality: Quality = "weak" if mark == "low" else "strong"
        for name in re.split(r"\s*;\s*", text(alias, "ALIAS_NAME")):
            if name:
                yield named(name, kind, quality)


def _countries(element: etree._Element, prefix: str) -> tuple[str, ...]:
    names = texts(element, "NATIONALITY", "VALUE") + texts(element, f"{prefix}_ADDRESS", "COUNTRY")
    return unique(country(name) for name in names)


def _documents(element: etree._Element) -> Iterator[Identifier]:
    for document in children(element, "INDIVIDUAL_DOCUMENT"):
        if number := text(document, "NUMBER"):
            issuer = text(document, "ISSUING_COUNTRY") or text(document, "COUNTRY_OF_ISSUE")
            yield Identifier(
                text(document, "TYPE_OF_DOCUMENT") or "document", number, country(issuer)
            )


def _births(element: etree._Element) -> Iterator[Birth]:
    for born in children(element, "INDIVIDUAL_DATE_OF_BIRTH"):
        first, last = text(born, "FROM_YEAR"), text(born, "TO_YEAR")
        value = (
            day(text(born, "DATE")) or text(born, "YEAR") or "/".join(filter(None, (first, last)))
        )
        if value:
            yield Birth(value, text(born, "TYPE_OF_DATE").upper().startswith("APPROX"))


def _addresses(element: etree._Element, prefix: str) -> Iterator[str]:
    for address in children(element, f"{prefix}_ADDRESS"):
        parts = [tidy(child.text) for child in address]
        if any(parts):
            yield ", ".join(part for part in parts if part)
