"""OFAC delta files (`sanctionsData`, DeltaFile/1.0): what one publication added, changed, removed.

A delta is no list and never replaces one: it says what to expect of the next. Each entity has an
id, the same number as in the list, and an action. Names stand in translations; of them the primary
one of the primary name comes first. OFAC does not publish daily: gaps in dates are normal, gaps in
publication ids mean that a delta was missed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from feeds.lists.model import Birth, Identifier, Kind, ListEntry, Name
from feeds.lists.words import birth, country, day, named, unique
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


@dataclass(frozen=True, slots=True)
class Delta:
    """One entity of a delta. `published` is the day of the publication."""

    action: Action
    entry: ListEntry
    published: str


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
            yield Delta(known, _entry(element, key), published)


def history(body: bytes) -> tuple[Publication, ...]:
    """The publications of a year, oldest first. Raises ValueError when it is no JSON."""
    found = json.loads(body)
    rows = (
        Publication(int(one["publicationID"]), day(str(one.get("datePublished", ""))[:10]))
        for one in (found if isinstance(found, list) else [])
        if isinstance(one, dict) and str(one.get("publicationID", "")).isdigit()
    )
    return tuple(sorted(rows, key=lambda one: one.id))


def missed(seen: int, known: tuple[Publication, ...]) -> tuple[Publication, ...]:
    """The publications after the one seen last: more than one means that a delta was missed."""
    return tuple(one for one in known if one.id > seen)


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
                kind: Literal["primary", "alias"] = "primary" if primary and not place else "alias"
                yield named(_turned(whole, element), kind)


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
