"""What the rooms of the watchlist hand to each other: rows, fields, problems, plans. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Entry = dict[str, Any]  # as it stands in YAML: texts, lists and mappings of texts
State = Literal["shipped", "own", "override", "off"]
Level = Literal["error", "warning", "note"]

KINDS = ("goods", "companies", "countries", "groups", "measures")
WORDS = {
    "good": "goods", "company": "companies", "country": "countries", "group": "groups",
    "measure": "measures",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `words` counts its terms, `more` is its sector, group or country.

    `state`: shipped as it is, own, an own override of a shipped one, or shipped and taken out.
    """

    kind: str
    id: str
    name: str
    state: State
    tier: str = ""
    more: str = ""
    words: int = 0
    suppliers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a field of a form; `line` counts from 1 within the field."""

    field: str
    line: int
    level: Level
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A form read as an entry, with all that is wrong. `replaces`: a shipped entry of this id."""

    entry: Entry
    problems: tuple[Problem, ...]
    replaces: bool = False

    @property
    def sound(self) -> bool:
        """Whether it may be saved."""
        return not any(one.level == "error" for one in self.problems)


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry as its form shows it: a text for each field. `base` is the entry itself."""

    kind: str
    id: str
    state: State
    base: Entry
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of a file that is not taken in: where, which field, why."""

    file: str
    line: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that a file adds, changes or drops; `fields` names what is different."""

    kind: str
    id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, before it does. `entries` are those that would be written."""

    added: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    dropped: tuple[Change, ...] = ()
    same: int = 0
    refused: tuple[Refused, ...] = ()
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.added or self.changed or self.dropped)


@dataclass(frozen=True, slots=True)
class Told:
    """An alert that an edited entry would add or take away."""

    rule: str
    raised: datetime
    group: tuple[str, ...]
    title: str
    because: str


@dataclass(frozen=True, slots=True)
class TryOut:
    """An edited entry over stored items. `items` were looked at, `touched` hold one of its words.

    `added` and `gone` are alerts, `a_week` the rate of the added ones over the days that hold
    items, at least one week. `complete` is false when it was stopped: then nothing is known.
    """

    since: datetime
    until: datetime
    items: int
    touched: int
    added: int
    gone: int
    a_week: float
    examples: tuple[Told, ...]
    lost: tuple[Told, ...] = ()
    complete: bool = True
