"""What is asked of records, and what came of it. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from osawatch.store.abroad import Abroad

ERASED = "[erased]"
DESTROYED = "[destroyed]"
PERSONAL = "5.1.2e"
"""Woo, article 5.1, second paragraph, under e: respect for personal privacy."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long closed cases are kept. `years` 0: nothing is due, so nothing is destroyed.

    `basis` names the selection list, `creator` the organisation that formed the archive. `items`:
    days that news is kept on which nobody decided, 0 = for ever.
    """

    years: int = 0
    basis: str = ""
    creator: str = ""
    items: int = 0


@dataclass(frozen=True, slots=True)
class Over:
    """News that nobody decided on and that is older than so many days; when it was first seen.

    `held`: so many more stay until the hub or a channel of bundles (`by`: hub, bundles) has them.
    """

    days: int
    items: int
    since: datetime | None = None
    until: datetime | None = None
    held: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Swept:
    """What went by the clock: so many items older than so many days.

    `doubted`: nothing went, for news came in then, which speaks against what the clock says.
    """

    days: int
    items: int
    clock: datetime | None = None
    doubted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """A case that was written out: its folder, and SHA-256 of each file by its name."""

    case: str
    folder: Path
    files: Mapping[str, str]
    digest: str


@dataclass(frozen=True, slots=True)
class Due:
    """A closed case, when it was closed and when its term ends; `filed` = it was written out."""

    case: str
    title: str
    closed: date
    until: date | None
    filed: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Gone:
    """A line of the log of destruction and erasure: what went, by whom, why, on what basis.

    `digest` is SHA-256 over the lines as they were: who holds a copy can prove that it is this one.
    `items` is news that went by its term of so many `days`, first seen `since` to `until`.
    """

    kind: str
    subject: str
    at: datetime
    by: str
    why: str
    basis: str
    events: int
    files: int
    digest: str
    left: Mapping[str, Any] = field(default_factory=dict)
    """What of it others have, as the line says: `hubs`, `bundles`, `posts`, and `ids`."""
    items: int = 0
    days: int = 0
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a name stands in what this desk wrote, and where it stands besides.

    `events` are lines of the log (notes, cases, registers, situations), `reports` own reports as
    items, `rows` of other own tables by their names. `items` are texts of the press and of
    authorities, which are left as they were published; `held` rows of tables that are left too
    (what publishers and lists say), `elsewhere` the post's own files. `abroad`: who has the lines.
    """

    events: int
    files: int
    items: int
    elsewhere: tuple[str, ...]
    reports: int = 0
    rows: Mapping[str, int] = field(default_factory=dict)
    held: Mapping[str, int] = field(default_factory=dict)
    abroad: Abroad = field(default_factory=Abroad)


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Documents written for a request: how many, how many with something made unreadable."""

    folder: Path
    documents: int
    redacted: int
