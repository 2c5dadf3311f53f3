"""A situation as its events make it. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

CERTAINTIES = ("confirmed", "unconfirmed", "rumour")
MOST_HOURS = 14 * 24
HOURS = 24


@dataclass(frozen=True, slots=True)
class Line:
    """What a person put on the timeline, when, and how sure it is."""

    id: str
    at: datetime
    by: str
    text: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report that left the desk. `at` is its "as of"; numbers count for each post by itself."""

    id: str
    number: int
    at: datetime
    by: str
    post: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Situation:
    """`ended` None while it runs; `ended_by` "" = by its own time.

    `marks`: what a person said of a story's certainty, by the id of an item.
    """

    id: str
    title: str
    opened: datetime
    by: str
    until: datetime
    sources: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    reports: tuple[Report, ...] = ()
    ended: datetime | None = None
    ended_by: str = ""

    def runs(self, now: datetime) -> bool:
        """Whether its sources are asked faster now: its own time ends it, whoever looks."""
        return self.ended is None and now < self.until
