"""Spans of time that a briefing is asked for by name. Days and months are UTC, as everywhere."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from osawatch.core import Core
from osawatch.errors import BadInput
from osawatch.fold import clock_of

Span = tuple[datetime, datetime]
MONTH = re.compile(r"(\d{4})-(\d{2})")
OVER = ("case_confirm", "case_handover")  # what was confirmed, else what was offered
INSTANT = timedelta(microseconds=1)


def days(first: date, last: date, now: datetime) -> Span:
    """Whole days, both included; no later than now."""
    if last < first:
        raise BadInput("ends before it begins", field="until")
    return _start(first), min(_start(last + timedelta(days=1)) - INSTANT, now)


def month(words: str, now: datetime) -> Span:
    """`2026-10`, `this` or `last`; the one that runs ends now."""
    first = _first(words, now.astimezone(UTC).date())
    if _start(first) > now:
        raise BadInput(f"{words!r} has not begun", field="month")
    following = (first + timedelta(days=32)).replace(day=1)
    return days(first, following - timedelta(days=1), now)


def last_handover(core: Core) -> datetime | None:
    """When a case last changed hands by a confirmed handover, or was last offered; None = never."""
    events = [event for one in core.cases.every(closed=True) for event in core.cases.log(one.id)]
    for kind in OVER:
        found = [clock_of(event.hlc) for event in events if event.kind == kind]
        if found:
            return max(found)
    return None


def _first(words: str, today: date) -> date:
    this = today.replace(day=1)
    if words == "this":
        return this
    if words == "last":
        return (this - timedelta(days=1)).replace(day=1)
    named = MONTH.fullmatch(words.strip())
    try:
        return date(int(named[1]), int(named[2]), 1) if named else _refuse(words)
    except ValueError:
        return _refuse(words)


def _refuse(words: str) -> date:
    raise BadInput(f"{words!r} is no month: give YYYY-MM, this or last", field="month")


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
