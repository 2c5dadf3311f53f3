"""How long licences wait, as a series: for each day, the median of those that waited then. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from osawatch.registers.model import DECIDED, Entry

WEEKS = 52


@dataclass(frozen=True, slots=True)
class Point:
    """On a day: how many applications were open, and the median of days they had waited.

    `median` is None when none was open: that is no zero. `decided`: those decided in the week that
    ends that day, and the median of days they took.
    """

    day: date
    open: int
    median: float | None
    decided: int
    took: float | None


def series(found: Sequence[Entry], today: date, weeks: int = WEEKS) -> list[Point]:
    """A point a week, oldest first; the last is today's.

    An entry whose day of decision is not known counts until it is: it is left out of both.
    """
    spans = [one for one in map(_span, found) if one is not None]
    days = [today - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    return [_point(day, spans) for day in days]


def unknown(found: Sequence[Entry]) -> int:
    """Decided ones whose day of decision is not known: they are in no median."""
    return sum(_span(one) is None for one in found)


def _point(day: date, spans: Sequence[tuple[date, date | None]]) -> Point:
    waits = [
        (day - filed).days for filed, end in spans if filed <= day and (end is None or end > day)
    ]
    week = day - timedelta(weeks=1)
    took = [(end - filed).days for filed, end in spans if end is not None and week < end <= day]
    return Point(
        day, len(waits), median(waits) if waits else None,
        len(took), median(took) if took else None,
    )  # fmt: skip


def _span(one: Entry) -> tuple[date, date | None] | None:
    try:
        filed = date.fromisoformat(one.text("filed"))
        end = date.fromisoformat(one.text("decided")) if one.text("decided") else None
    except ValueError:
        return None
    if one.text("status") in DECIDED and end is None:
        return None
    return filed, end
