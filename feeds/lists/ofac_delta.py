"""OFAC delta files (`sanctionsData`, DeltaFile/1.0): what one publication added, changed, removed.

A delta is no list and never replaces one: `ofac_changes` applies it to the last. Each entity has an
id, the same number as in the list, and an action; without one it is a correction, whose elements
carry actions of their own (DeltaFile.xsd). Names stand in translations; of them the primary one of
the primary name comes first. OFAC does not publish daily: gaps in dates are normal, gaps in
publication ids mean that a delta was missed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from lxml import etree

from feeds.lists.model import (
    Birth,
    Identifier,
    Kind,
    ListEntry,
    Name,
    NameType,
    Quality,
)
from feeds.lists.words import birth, country, day, named, tidy, unique
from feeds.lists.xml import children, flat, local, records, text, texts

Action = Literal["add", "change", "remove"]
KINDS: dict[str, Kind] = {
    "individual": "person",
    "entity": "entity",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
ACTIONS: dict[str, Action] = {"add": "add", "remove": "remove"}
NUMBERS = ("imo", "registration", "passport", "tax id", "mmsi", "legal entity")


# Elements of a record that can be added and removed by themselves, and what they are of.
GROUPS = {
    "name": "names", "sanctionsProgram": "programmes", "sanctionsType": "measures",
    "legalAuthority": "legal_basis", "feature": "features",
}  # fmt: skip


class Part(NamedTuple):
    """An element with an action of its own. `group` "" = of what we do not know how to apply."""

    action: str
    group: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delta:
    """One entity of a delta. `published` is the day of the publication.

    `lists` are those it is said to be on, () = not said. `parts` are the elements that have an
    action of their own.
    """

    action: Action
    entry: ListEntry
    published: str
    lists: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """A line of the history of publications."""

    id: int
    published: str


def read(body: bytes) -> Iterator[Delta]:
    """The entities of a delta, as they come. An action that is none of ours counts as a change."""
    published = ""
    for element in records(body, "publicationInfo", "entity"):
        if local(element) == "publicationInfo":
            published = day(text(element, "datePublished"))
        elif key := element.get("id"):
            action = element.get("action", "")
            known: Action = (
                "add" if action == "add" else "remove" if action == "remove" else "change"
            )
            lists = texts(element, "sanctionsLists", "sanctionsList")
            yield Delta(known, _entry(element, key), published, lists, tuple(_parts(element)))


def history(body: bytes) -> tuple[Publication, ...]:
    """The publications of a year, oldest first. Raises ValueError when it is no JSON."""
    found = json.loads(body)
    rows = (
        Publication(int(one["publicationID"]), day(str(one.get("datePublished", ""))[:10]))
        for one in (found if isinstance(found, list) else [])
        if isinstance(one, dict) and str(one.get("publicationID", "")).isdigit()
    )
    return tuple(sorted(rows, key=lambda one: one.id))


def gap(seen: int, known: tuple[Publication, ...]) -> bool:
    """Whether a number after the one seen last is missing, or that one itself is not known."""
    numbers = [one.id for one in known if one.id >= seen]
    return numbers != list(range(seen, seen + len(numbers))) or not numbers


def missed(seen: int, known: tuple[Publication, ...]) -> tuple[Publication, ...]:
    """The publications after the one seen last: more than one means that a delta was missed."""
    return tuple(one for one in known if one.id > seen)


def _parts(element: etree._Element) -> Iterator[Part]:
    """The elements below an entity that carry an action; those within them belong to them."""
    for child in element.iterdescendants():
        action = child.get("action", "").strip().casefold()
        if not action:
            continue
        group = GROUPS.get(local(child), "")
        values: tuple[str, ...] = (tidy(child.text),)
        if group == "names":
            values = texts(child, "translations", "translation", "formattedFullName")
            values = tuple(_turned(one, element) for one in values)
        elif group == "features":
            values = (text(child, "type").casefold(), text(child, "value"))
        yield Part(action, group, values)


def _entry(element: etree._Element, key: str) -> ListEntry:
    lists = texts(element, "sanctionsLists", "sanctionsList")
    features = list(_features(element))
    return ListEntry(
        list="ofac-sdn" if not lists or any("SDN" in one for one in lists) else "ofac-cons",
        id=key,
        kind=KINDS.get(text(element, "generalInfo", "entityType").casefold(), ""),
        names=tuple(_names(element)),
        programmes=unique(texts(element, "sanctionsPrograms", "sanctionsProgram")),
        measures=unique(texts(element, "sanctionsTypes", "sanctionsType")),
        countries=unique(
            country(value)
            for kind, value in features
            if "flag" in kind or "nationality" in kind or "citizenship" in kind
        ),
        identifiers=tuple(
            Identifier("IMO" if "imo" in kind else kind, value)
            for kind, value in features
            if kind.startswith(NUMBERS)
        ),
        births=tuple(
            Birth(known)
            for kind, value in features
            if kind == "birthdate" and (known := birth(value))
        ),
        legal_basis=unique(texts(element, "legalAuthorities", "legalAuthority")),
        fields=flat(element),
    )


def _names(element: etree._Element) -> Iterator[Name]:
    names = list(children(element, "names", "name"))
    for name in sorted(names, key=lambda one: text(one, "isPrimary") != "true"):
        primary = text(name, "isPrimary") == "true"
        every = list(children(name, "translations", "translation"))
        for place, one in enumerate(sorted(every, key=lambda t: text(t, "isPrimary") != "true")):
            if whole := text(one, "formattedFullName"):
                kind: NameType = "primary" if primary and not place else "alias"
                if text(name, "aliasType").upper().startswith("F"):
                    kind = "former"
                weak: Quality = "weak" if text(name, "isLowQuality") == "true" else "strong"
                yield named(_turned(whole, element), kind, weak)


def _turned(name: str, element: etree._Element) -> str:
    """«SURNAME, Given» of a person as «Given SURNAME»."""
    if text(element, "generalInfo", "entityType") == "Individual" and ", " in name:
        last, first = name.split(", ", 1)
        return f"{first} {last}"
    return name


def _features(element: etree._Element) -> Iterator[tuple[str, str]]:
    for feature in children(element, "features", "feature"):
        if value := text(feature, "value"):
            yield text(feature, "type").casefold(), value
