"""What the desk's lists answer: what became of one, how old it is, how two versions differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from osawatch.lists.diff import ListDiff
from osawatch.store.lists import State, Version

DAILY, AGAIN = timedelta(hours=24), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Updated:
    """What became of one list. `outcome`: ok, not_modified, refused, or a poll outcome.

    `parser_died`: the process that reads lists died of it; the last good version stays in use.
    """

    list: str
    outcome: str
    detail: str = ""
    records: int = 0
    added: int = 0
    removed: int = 0
    changed: int = 0
    items: int = 0
    alerts: int = 0

    @property
    def failed(self) -> bool:
        """Whether the list could not be had as it is now."""
        return self.outcome not in ("ok", "not_modified")


@dataclass(frozen=True, slots=True)
class Age:
    """A list that is kept: which version, how old in hours, how the last look went."""

    list: str
    received: datetime
    hours: float
    records: int
    checked: datetime | None
    outcome: str
    detail: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a list and what differs; equal versions differ in nothing."""

    old: Version
    new: Version
    found: ListDiff


def due(age: Age, now: datetime) -> bool:
    """Whether it is time to look again: once a day, an hour after a look that failed."""
    if age.checked is None or age.checked > now:  # never, or by a clock that was wrong
        return True
    return now - age.checked >= (DAILY if age.outcome in ("ok", "not_modified") else AGAIN)


def age_of(version: Version, state: State | None, now: datetime) -> Age:
    """How long ago the list was last known to be this one."""
    good = state.succeeded if state and state.succeeded else version.received
    hours = max(0.0, (now - good).total_seconds() / 3600)
    return Age(
        version.list, version.received, round(hours, 1), version.records,
        state.checked if state else None, state.outcome if state else "",
        state.detail if state else "",
    )  # fmt: skip
