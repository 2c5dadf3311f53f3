"""Sources with their health, and what asking them or reading a file brought."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from osawatch.model.changes import Changes


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source and its health. `rhythm_hours` is its usual gap between items, None = unknown.

    `grade` is the one in use; the desk may have one of its own beside the shipped one. `shipped`
    names the fields that the desk changed, each with what the catalogue says of it.
    """

    id: str
    title: str
    publisher: str
    country: str
    language: str
    kind: str
    format: str
    url: str
    grade: str
    official: bool
    state_media: bool
    enabled: bool
    poll_minutes: int
    outcome: str
    outcome_detail: str
    last_polled: datetime | None
    last_success: datetime | None
    next_poll: datetime | None
    newest_item: datetime | None
    rhythm_hours: float | None
    items: int
    days: tuple[tuple[date, str, int], ...] = ()
    supported: bool = True
    notes: str = ""
    moved_to: str = ""
    shipped_grade: str = ""
    licence: str = ""
    tags: tuple[str, ...] = ()
    shipped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PollProgress:
    """Sent after each source: n of m done."""

    done: int
    total: int
    source: str
    outcome: str
    older: bool = False
    """Items that were here, compared with new names of the list `source`."""


@dataclass(frozen=True, slots=True)
class PollResult:
    """One source of a poll."""

    id: str
    outcome: str
    http: int
    bytes: int
    seconds: float
    new: int
    matched: int
    alerts: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PollReport:
    """A whole poll. `cancelled` is true when a person stopped it: the rest was not asked.

    `offline` says why nothing of the world could be reached, "" when it could.
    """

    sources: tuple[PollResult, ...]
    cancelled: bool = False
    changes: Changes = field(default_factory=Changes)
    offline: str = ""


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file of an ingest. `outcome` is parsed, partial or refused."""

    file: str
    outcome: str
    reason: str
    format: str
    items: int
    new: int
    matched: int
    alerts: int


@dataclass(frozen=True, slots=True)
class Excluded:
    """What one source raises no alerts for, through `until`; an alert of level critical it does.

    `by` and `made`: who said so, and when. `name` is its own among the exceptions of the desk,
    `said` what it excludes in one line. `over`: its last day has passed.
    """

    source: str
    words: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    until: date = date.min
    by: str = ""
    made: date | None = None
    reason: str = ""
    name: str = ""
    said: str = ""
    over: bool = False
