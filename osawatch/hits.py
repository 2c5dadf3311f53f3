"""What an item names of the sanctions lists, as values: before they are stored, and as shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Compared:
    """A list that texts were compared with. `fault`: why its names could not be read."""

    list: str
    received: datetime
    records: int
    fault: str = ""


@dataclass(frozen=True, slots=True)
class NewFinding:
    """A finding before it is stored."""

    list: str
    entity: str
    kind: str
    person: bool
    name: str
    type: str
    quality: str
    field: str
    start: int
    end: int
    text: str
    relation: str
    need: str
    fact: str


@dataclass(frozen=True, slots=True)
class NewCheck:
    """What a text was found to name. `silent`: (reason, words) of what is not told."""

    told: tuple[NewFinding, ...] = ()
    silent: tuple[tuple[str, str], ...] = ()
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """An entry that an item names: code points [start, end) of `field`. See screening.running."""

    id: str
    item: str
    at: datetime
    list: str
    entity: str
    kind: str
    person: bool
    name: str
    type: str
    quality: str
    field: str
    start: int
    end: int
    text: str
    relation: str
    need: str
    fact: str
    state: str
    decider: str
    after: datetime | None = None
    """The time of the list that brought the name, when the item was here before it."""

    @property
    def sure(self) -> bool:
        """Whether the name may leave the desk: no natural person's, or one that was confirmed."""
        return self.state == "confirmed" or (not self.person and self.state == "open")


@dataclass(frozen=True, slots=True)
class Check:
    """How an item was compared: with which lists, and (reason, words) of what was not told."""

    item: str
    lists: tuple[Compared, ...]
    silent: tuple[tuple[str, str], ...] = ()
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What items name, and how each was compared. An item without a check met no list.

    `called`: what people call the lists that are named, by id.
    """

    findings: tuple[Finding, ...] = ()
    checks: tuple[Check, ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """A company of the watchlist on a list. `until` and `reason` when it stands no more.

    `item` is the id of the item that told of it, "" = it stood there when the desk began.
    """

    list: str
    entity: str
    company: str
    name: str
    score: float
    why: str
    since: datetime
    until: datetime | None = None
    reason: str = ""
    item: str = ""
