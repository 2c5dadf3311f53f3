"""Swiss SECO list (`swiss-sanctions-list`).

Programme headers come first: sanctions-set ssid -> programme. Each target names its sets. Targets
that were de-listed stay in the file: the first `modification` says so. Only the target's own
identities are read; those nested in modifications are history. A name part may have spelling
variants: their combinations are aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from lxml import etree

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name, NameType
from feeds.lists.words import day, imo_is_valid, named, tidy, unique
from feeds.lists.xml import children, flat, local, records, text, texts

LIST = "ch-seco"
KINDS: dict[str, Kind] = {"individual": "person", "entity": "entity", "object": "vessel"}
GONE = ("de-listed",)
MOST_VARIANTS = 24  # a name of five parts with three spellings each would be 243


def read(body: bytes) -> Iterator[ListEntry]:
    """The entries of the list, the de-listed ones with `active` False."""
    programmes: dict[str, str] = {}
    for element in records(body, "sanctions-program", "target"):
        if local(element) == "sanctions-program":
            programmes |= _sets(element)
        else:
            yield _entry(element, programmes)


def _sets(element: etree._Element) -> dict[str, str]:
    keys = {key.get("lang"): tidy(key.text) for key in children(element, "program-key")}
    name = keys.get("eng") or next(iter(keys.values()), "")
    return {tidy(found.get("ssid")): name for found in children(element, "sanctions-set")}


def _entry(element: etree._Element, programmes: dict[str, str]) -> ListEntry:
    subject = next((child for child in element if local(child) in KINDS), element)
    changes = [
        (tidy(found.get("modification-type")), day(found.get("effective-date")))
        for found in children(element, "modification")
    ]
    remarks = " ".join(texts(subject, "justification") + texts(subject, "other-information"))
    return ListEntry(
        list=LIST,
        id=tidy(element.get("ssid")),
        kind=KINDS.get(local(subject), ""),
        names=tuple(_names(subject)),
        programmes=unique(programmes.get(key, "") for key in texts(element, "sanctions-set-id")),
        identifiers=tuple(_identifiers(subject, remarks)),
        births=tuple(_births(subject)),
        listed=min((when for kind, when in changes if kind == "listed" and when), default=""),
        amended=max((when for _, when in changes if when), default=""),
        reference=text(element, "foreign-identifier"),
        remarks=remarks,
        active=not (changes and changes[0][0] in GONE),
        fields=flat(subject, status=(changes[0][0],) if changes else ()),
    )


def _names(subject: etree._Element) -> Iterator[Name]:
    for identity in children(subject, "identity"):
        main = identity.get("main") == "true"
        for name in children(identity, "name"):
            primary = main and name.get("name-type") == "primary-name"
            former = name.get("name-type") == "formerly-known-as"
            kind: NameType = "primary" if primary else "former" if former else "alias"
            for place, whole in enumerate(_spellings(name)):
                sort: NameType = "alias" if place and kind == "primary" else kind
                yield named(whole, sort, "weak" if name.get("quality") == "low" else "strong")


def _spellings(name: etree._Element) -> Iterator[str]:
    parts = sorted(children(name, "name-part"), key=lambda part: int(part.get("order") or 0))
    given = [part for part in parts if part.get("name-part-type") != "family-name"]
    family = [part for part in parts if part.get("name-part-type") == "family-name"]
    choices = [
        unique([text(part, "value"), *texts(part, "spelling-variant")]) for part in given + family
    ]
    for chosen in islice(product(*choices), MOST_VARIANTS):
        if whole := tidy(" ".join(chosen)):
            yield whole


def _identifiers(subject: etree._Element, remarks: str) -> Iterator[Identifier]:
    for document in children(subject, "identity", "identification-document"):
        if number := text(document, "number"):
            yield Identifier(tidy(document.get("document-type")) or "document", number)
    for number in re.findall(r"\bIMO\D{0,12}(\d{7})\b", remarks):
        if imo_is_valid(number):
            yield Identifier("IMO", number)


def _births(subject: etree._Element) -> Iterator[Birth]:
    for born in children(subject, "identity", "day-month-year"):
        year, month, date_ = (tidy(born.get(name)) for name in ("year", "month", "day"))
        if year:
            value = "-".join(part.zfill(2) for part in (year, month, date_) if part)
            yield Birth(value, born.get("quality") == "circa")
