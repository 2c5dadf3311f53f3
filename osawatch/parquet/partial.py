"""What one partition brought, as lines of text that can travel, be kept and be read in part.

    {…}   how much it is, and what each rule met
    D     day, stories of that day by pair: those that no other partition can add to
    S     a story that another partition may add to, or does
    H     an item that met a rule, as stories are told from it; in the order of time and id
    P     who told of which pairs on a day
    G     the occurrences of one rule and group; first the number of its drawer
Equal partitions are equal texts, wherever they were read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from rules.counting import Occurrence
from rules.occurrences import Group

FORM = 2
Pair = tuple[str, str]  # good and country, "" = any; `osawatch.store.counts`
Told = dict[Pair, int]  # the day a story first says it


class Hit(NamedTuple):
    """An item that met a rule. `at` in seconds; `copies`: the first of its near-copies."""

    at: int
    id: str
    title: str
    text: str
    language: str
    copies: str
    goods: list[str]
    acting: list[str]
    named: list[str]
    measures: list[str]
    ended: bool
    act: str


class Open(NamedTuple):
    """A story of near-copies at an edge: what it copies before, and who may be copied after."""

    id: str
    at: int
    before: list[str]
    after: list[str]
    told: list[tuple[str, str, int]]


class Teller(NamedTuple):
    """Who told on a day of these pairs, with the title of the first such item."""

    day: int
    pairs: list[Pair]
    publisher: str
    title: str


@dataclass(slots=True)
class Head:
    """How much a partition holds: items, those hit, occurrences, and by rule items and silences."""

    items: int = 0
    hits: int = 0
    occurrences: int = 0
    met: Counter[str] = field(default_factory=Counter)
    exceptions: dict[str, Counter[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Partial:
    """The lines of a partition; each kind is read when it is asked for."""

    head: Head
    lines: dict[str, list[str]]

    def closed(self) -> Iterator[tuple[int, dict[str, int]]]:
        """(day, stories of it by "good country")."""
        for line in self.lines.get("D", ()):
            day, told = json.loads(line)
            yield int(day), told

    def open(self) -> Iterator[Open]:
        """Stories at an edge, in the order of their first items."""
        return (Open(*json.loads(line)) for line in self.lines.get("S", ()))

    def hits(self) -> Iterator[Hit]:
        """The items that met a rule."""
        return (Hit(*json.loads(line)) for line in self.lines.get("H", ()))

    def tellers(self) -> Iterator[Teller]:
        """Who told of what."""
        for line in self.lines.get("P", ()):
            day, pairs, publisher, title = json.loads(line)
            yield Teller(day, [(good, land) for good, land in pairs], publisher, title)

    def groups(
        self, drawer: int, drawers: int, first: int
    ) -> Iterator[tuple[str, Group, list[Occurrence]]]:
        """The occurrences in one of so many drawers; its hits are numbered from `first`."""
        for line in self.lines.get("G", ()):
            if int(line[:8], 16) % drawers == drawer:
                rule, group, rows = json.loads(line[8:])
                key = tuple((str(name), str(value)) for name, value in group)
                yield str(rule), key, [_occurrence(row, first) for row in rows]


def dump(head: Head, lines: list[str]) -> str:
    """The text of a partition."""
    said = {
        "form": FORM, "items": head.items, "hits": head.hits, "occurrences": head.occurrences,
        "met": dict(sorted(head.met.items())),
        "exceptions": {
            rule: dict(sorted(found.items())) for rule, found in sorted(head.exceptions.items())
        },
    }  # fmt: skip
    return "\n".join([_json(said), *lines])


def line(kind: str, said: Any) -> str:
    """A line of a kind."""
    return kind + _json(said)


def load(text: str) -> Partial:
    """From text; ValueError, KeyError or TypeError when it is none, of another form, or cut off."""
    first, *rest = text.split("\n")
    said = json.loads(first)
    if said["form"] != FORM:
        raise ValueError(said["form"])
    head = Head(
        int(said["items"]), int(said["hits"]), int(said["occurrences"]), Counter(said["met"]),
        {rule: Counter(found) for rule, found in said["exceptions"].items()},
    )  # fmt: skip
    lines: dict[str, list[str]] = {}
    for one in rest:
        lines.setdefault(one[:1], []).append(one[1:])
    if len(lines.get("H", ())) != head.hits or (rest and not rest[-1].endswith("]")):
        raise ValueError(head.hits)
    return Partial(head, lines)


def told(number: int, one: Occurrence) -> list[Any]:
    """An occurrence of a hit of this partition, by its number."""
    return [
        one.at.isoformat(), number, one.publisher, one.kind, one.level, list(one.values),
        int(one.dated), int(one.official),
    ]  # fmt: skip


def name(number: int) -> str:
    """A hit as it is called among all of a run; names are in the order of numbers."""
    return f"{number:010}"


def _occurrence(row: list[Any], first: int) -> Occurrence:
    at, number, publisher, kind, level, values, dated, official = row
    return Occurrence(
        datetime.fromisoformat(at), name(first + number), publisher, kind, level, tuple(values),
        bool(dated), bool(official),
    )  # fmt: skip


def _json(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
