"""Alerts that speak some time before a day which their items name. Pure.

    an item | the first day of the rule's kind that is not past | alerts of one day are one
      -> not_yet until `window` before that day, raised from then on

A day is a day: it begins at midnight UTC, and is past when it is over. A program that slept through
the whole time speaks late, rather than never.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from rules.counting import Occurrence, Series
from rules.rule import Alerting

KINDS = ("deadline", "effective", "until")  # of `field`; `any_date` takes them all
ANY = "any_date"
WINDOW = timedelta(days=14)


def days(series: Series) -> tuple[dict[date, list[Occurrence]], dict[str, str]]:
    """The items that name each day, and why the others name none: no_date, passed."""
    named: dict[date, list[Occurrence]] = {}
    without: dict[str, str] = {}
    for one in series.seen:
        ahead = [day for day in _days(one.values) if day >= one.at.astimezone(UTC).date()]
        if ahead:
            named.setdefault(min(ahead), []).append(one)
        else:
            without[one.item] = "passed" if one.values else "no_date"
    return dict(sorted(named.items())), without


def due(alerting: Alerting, day: date, items: Iterable[Occurrence]) -> datetime:
    """When an alert on this day speaks: so long before it, or once the first item is there."""
    begins = datetime.combine(day, time(), UTC)
    return max(begins - (alerting.window or WINDOW), min(one.at for one in items))


def _days(values: Iterable[str]) -> Iterable[date]:
    for value in values:
        try:
            yield date.fromisoformat(value)
        except ValueError:
            continue  # of a rule that had another type before: read anew soon
