"""From the differences of a list to items, in the user's words. Pure.

    ListDiff -> an item for each record added, removed, renamed or changed, one for a new format
      -> the same rules and the same inbox as all news

A natural person's name never stands in an item: items become alerts, notifications and exports, and
nobody has looked yet. The item names the list and the record's key; `sanctions show` has the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from feeds.lists.address import Address
from feeds.lists.model import ListEntry
from feeds.model import Item, SourceSpec
from osawatch.lists.diff import Change, ListDiff
from osawatch.screening.people import nameable

KIND = "sanctions"
FORMAT = "list-change"
LONGEST = 90  # of a value
MOST_FIELDS = 8
SHOWN = ("renamed", "measure_changed", "detail")

# The phrases that the rules of the pack look for stand in these titles.
TITLES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "added": "{list}: {who} added to the list",
        "removed": "{list}: {who} removed from the list",
        "renamed": "{list}: {who} renamed on the list",
        "measure_changed": "{list}: measures changed for {who}",
        "detail": "{list}: details changed of {who}",
        "format": "{list}: the publisher changed the format of the list",
    },
    "nl": {
        "added": "{list}: {who} toegevoegd aan de lijst",
        "removed": "{list}: {who} verwijderd van de lijst",
        "renamed": "{list}: {who} hernoemd op de lijst",
        "measure_changed": "{list}: maatregelen gewijzigd voor {who}",
        "detail": "{list}: gegevens gewijzigd van {who}",
        "format": "{list}: de uitgever heeft de vorm van de lijst veranderd",
    },
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "person": "a person", "entity": "organisation", "vessel": "vessel",
        "aircraft": "aircraft", "": "organisation", "record": "Record", "programme": "Programmes",
        "measure": "Measures", "basis": "Legal basis", "listed": "Listed on", "changed": "Changed",
        "was": "was", "formerly": "formerly", "hidden": "someone",
        "format": "{n} of {all} records differ in technical fields only; all else is reported.",
    },
    "nl": {
        "person": "een persoon", "entity": "organisatie", "vessel": "schip",
        "aircraft": "vliegtuig", "": "organisatie", "record": "Vermelding",
        "programme": "Programma's", "measure": "Maatregelen", "basis": "Rechtsgrond",
        "listed": "Vermeld op", "changed": "Gewijzigd", "was": "was", "formerly": "voorheen",
        "hidden": "iemand",
        "format": "{n} van {all} vermeldingen verschillen alleen in technische velden;"
        " al het andere wordt gemeld.",
    },
}  # fmt: skip


def source_id(list_id: str) -> str:
    """The source of items that a list's own updates make."""
    return f"list-{list_id}"


def source(address: Address, language: str) -> SourceSpec:
    """A list as a source of items. It has no address of its own: it is not polled like a feed."""
    return SourceSpec(
        id=source_id(address.list), title=address.called(language), url="",
        publisher=address.publisher, country=address.country, language=language, kind=KIND,
        format="list", status="confirmed", grade="A", official=True,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edition:
    """A new version of a list: whose, for readers of which language, received on which UTC day."""

    address: Address
    language: str
    day: date
    records: int


def items(found: ListDiff, edition: Edition) -> tuple[Item, ...]:
    """An item for each record that changed; free text alone makes none."""
    return tuple(_items(found, edition))


def _items(found: ListDiff, edition: Edition) -> Iterator[Item]:
    language = edition.language
    if found.format_changed:
        yield _format(found, edition)
    for entry in found.added:
        yield _item("added", entry, edition, _facts(entry, language))
    for entry in found.removed:
        yield _item("removed", entry, edition, _facts(entry, language))
    for change in found.changed:
        if change.kind in SHOWN:
            told = _changes(change, language) + _facts(change.new, language)
            yield _item(change.kind, change.new, edition, told)


def _item(change: str, entry: ListEntry, edition: Edition, told: list[str]) -> Item:
    language, called = edition.language, edition.address.called(edition.language)
    return Item(
        source_format=FORMAT,
        guid=f"{entry.list}:{entry.id}:{change}:{_digest(entry)}:{edition.day}",
        title=TITLES[language][change].format(list=called, who=_who(entry, language)),
        summary=". ".join(told),
        language=language,
        publisher=edition.address.publisher,
        categories=(change, *entry.programmes[:4]),
    )


def _format(found: ListDiff, edition: Edition) -> Item:
    language, called = edition.language, edition.address.called(edition.language)
    noise = [one for one in found.changed if one.kind == "schema_noise"]
    paths = sorted({path for one in noise for path in one.paths})
    said = WORDS[language]["format"].format(n=len(noise), all=edition.records)
    return Item(
        source_format=FORMAT,
        guid=f"{edition.address.list}:format:{edition.day}",
        title=TITLES[language]["format"].format(list=called),
        summary=f"{said} {', '.join(paths[:MOST_FIELDS])}",
        language=language,
        publisher=edition.address.publisher,
        categories=("format",),
    )


def _who(entry: ListEntry, language: str) -> str:
    words = WORDS[language]
    lands = ", ".join(_country(code, language) for code in entry.countries[:3])
    if not nameable(entry):
        who = words["person"] if entry.kind == "person" else words["hidden"]
        return f"{who} ({', '.join(filter(None, [entry.reference or entry.id, lands]))})"
    return f"{entry.name} ({', '.join(filter(None, [words[entry.kind], lands]))})"


def _facts(entry: ListEntry, language: str) -> list[str]:
    words = WORDS[language]
    parts = (
        (words["record"], f"{entry.list}:{entry.id}"),
        (words["programme"], ", ".join(entry.programmes[:6])),
        (words["measure"], ", ".join(entry.measures[:6])),
        (words["basis"], ", ".join(entry.legal_basis[:3])),
        (words["listed"], entry.listed),
    )
    return [f"{name}: {_short(value)}" for name, value in parts if value]


def _changes(change: Change, language: str) -> list[str]:
    """What changed: with the values for an organisation, only which fields for a person."""
    words = WORDS[language]
    if not (nameable(change.old) and nameable(change.new)):
        return [f"{words['changed']}: {', '.join(change.paths[:MOST_FIELDS])}"]
    told = []
    if change.old.name != change.new.name:
        told.append(f"{words['formerly']} {change.old.name}")
    for path in change.paths[:MOST_FIELDS]:
        new = _short("; ".join(change.new.fields.get(path, ())))
        old = _short("; ".join(change.old.fields.get(path, ())))
        told.append(f"{path}: {new or '-'} ({words['was']} {old or '-'})")
    return [f"{words['changed']}: {'; '.join(told)}"]


def _digest(entry: ListEntry) -> str:
    """Of all that the record says: a second change of it is another item."""
    said = "\x1e".join(
        f"{path}\x1f{value}"
        for path, values in sorted(entry.fields.items())
        for value in sorted(values)
    )
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"


@cache
def _country(code: str, language: str) -> str:
    return str(Locale(language).territories.get(code, code))
