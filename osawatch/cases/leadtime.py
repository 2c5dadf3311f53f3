"""How long before an official act, and before it is in force, the desk had seen a matter coming.

first seen   the first time that an item of the case reached this desk
official act the day of the first official item that adopts a measure (or says no other stage)
in force     the first day that a measure of the case is in force: of its record, else of the items;
             one before the first item is the day of an older measure, and not this one's

A date that is missing is None, and so is what would be computed from it: nothing is guessed. A lead
below zero says that the act was out before the desk saw anything. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from statistics import median

ACTS = ("adopted", "in_force", "")  # "" = an official document that says no stage announces it


@dataclass(frozen=True, slots=True)
class Sight:
    """An item of a case: the stage it gives its measure, the days from which it says it holds."""

    n: int
    first_seen: datetime
    at: datetime
    official: bool
    status: str
    effective: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """The three days of a case, None = not known. Days are UTC days."""

    first_seen: date | None = None
    act: date | None = None
    in_force: date | None = None

    @property
    def to_act(self) -> int | None:
        """Days from the first sight to the official act."""
        return _days(self.first_seen, self.act)

    @property
    def to_force(self) -> int | None:
        """Days from the first sight to the day it is in force."""
        return _days(self.first_seen, self.in_force)


@dataclass(frozen=True, slots=True)
class Middle:
    """A median over `n` of `of` cases: those whose dates are known. None = over none."""

    days: float | None
    n: int
    of: int


def lead(sights: Iterable[Sight], known: Sequence[date] = ()) -> Lead:
    """The days of a case; `known`: from when its measures are in force by their records."""
    seen = sorted(sights, key=lambda one: (one.at, one.n))
    first = min((one.first_seen for one in seen), default=None)
    act = next((one.at for one in seen if one.official and one.status in ACTS), None)
    told = {
        official: [day for one in seen if one.official is official for day in one.effective]
        for official in (True, False)
    }
    begins = _day(seen[0].at) if seen else None
    force = next(
        (
            min(days)
            for some in (known, told[True], told[False])
            if (days := [day for day in some if begins is not None and day >= begins])
        ),
        None,
    )
    return Lead(_day(first), _day(act), force)


def middle(days: Iterable[int | None]) -> Middle:
    """The median of those that are known."""
    every = list(days)
    found = [one for one in every if one is not None]
    return Middle(float(median(found)) if found else None, len(found), len(every))


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.astimezone(UTC).date()


def _days(start: date | None, end: date | None) -> int | None:
    return None if start is None or end is None else (end - start).days
