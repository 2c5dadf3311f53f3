"""Canada, Special Economic Measures Act list (`data-set/record`, sema-lmes.xml).

No id: country, schedule, item and name make the key (items are renumbered at times). Two
generations of tag names. Countries are bilingual. Dates are a year, ISO or an Excel serial.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from lxml import etree

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name
from feeds.lists.words import birth, country, day, excel_day, named, tidy, unique
from feeds.lists.xml import flat, records, text

LIST = "ca-sema"


def read(body: bytes) -> Iterator[ListEntry]:
    """The entries of the list, as they come."""
    for element in records(body, "record"):
        entry = _entry(element)
        if entry.names:
            yield entry


def _entry(element: etree._Element) -> ListEntry:
    entity = text(element, "EntityOrShip") or text(element, "Entity")
    ship = text(element, "ShipIMONumber")
    born = text(element, "DateOfBirthOrShipBuildDate") or text(element, "DateOfBirth")
    kind: Kind = "vessel" if ship else "entity" if entity else "person"
    programme = text(element, "Country").split(" / ")[0]
    names = tuple(_names(element, entity))
    return ListEntry(
        list=LIST,
        id=_key(element, names),
        kind=kind,
        names=names,
        programmes=unique([programme]),
        measures=unique([f"schedule {value}" if (value := text(element, "Schedule")) else ""]),
        countries=unique([country(programme)]),
        identifiers=(Identifier("IMO", ship),) if ship else (),
        births=(Birth(known),) if kind == "person" and (known := birth(_date(born))) else (),
        listed=day(_date(text(element, "DateOfListing"))),
        fields=flat(element),
    )


def _date(value: str) -> str:
    return excel_day(int(value)) if re.fullmatch(r"\d{5}", value) else value


def _names(element: etree._Element, entity: str) -> Iterator[Name]:
    person = f"{text(element, 'GivenName')} {text(element, 'LastName')}"
    if whole := entity or tidy(person):
        yield named(whole)
    for alias in re.split(r"\s*[;,]\s*", text(element, "Aliases")):
        if alias:
            yield named(alias, "alias")


def _key(element: etree._Element, names: tuple[Name, ...]) -> str:
    facts = [text(element, part) for part in ("Country", "Schedule", "Item")]
    facts.append(names[0].text if names else "")
    return hashlib.sha256("\x1f".join(facts).encode()).hexdigest()[:20]
