"""Dates of measures ahead: first days, last days, ends of suspensions, days for comments.

Days are those of the issuing authority, in its own zone. As a calendar file: RFC 5545, whole days,
with reminders; the same measure and kind has the same UID, so that a second import changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from osawatch.acts import Measure

KINDS = ("effective", "suspended_until", "expiry", "deadline")
REMIND_DAYS = (30, 7, 1)
Name = Callable[[str, str], str]
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Coming:
    """A day ahead: what happens then (one of KINDS), to which measure."""

    day: date
    what: str
    measure: Measure


def ahead(measures: Iterable[Measure], first: date, days: int) -> list[Coming]:
    """Those from a day on, in order. A date of a month or year alone is no day, and is left out."""
    last, found = first + timedelta(days=days), []
    for one in measures:
        if one.status in ("lifted", "expired"):
            continue
        for what in KINDS:
            try:
                day = date.fromisoformat(getattr(one, what))
            except ValueError:
                continue
            if first <= day <= last:
                found.append(Coming(day, what, one))
    return sorted(found, key=lambda row: (row.day, row.what, row.measure.id))


def calendar(
    rows: Iterable[Coming], name: Name, told: Callable[[str], str], now: datetime
) -> bytes:
    """A calendar file. `told` says a kind in words."""
    import icalendar

    out = icalendar.Calendar()
    out.add("prodid", "-//OSAwatch//EN")
    out.add("version", "2.0")
    for row in rows:
        one = row.measure
        event = icalendar.Event()
        uid = hashlib.sha256(f"{one.id} {row.what}".encode()).hexdigest()[:32]
        what = f"{name('country', one.country)}: {name('measure', one.measure)}"
        event.add("uid", f"{uid}@osawatch")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", row.day)
        event.add("dtend", row.day + timedelta(days=1))
        event.add("summary", f"{what}, {told(row.what)}")
        goods = ", ".join(name("good", good) for good in one.goods)
        event.add("description", "\n".join(part for part in (goods, one.act, one.text) if part))
        event.add("transp", "TRANSPARENT")
        for days in REMIND_DAYS:
            alarm = icalendar.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", what)
            alarm.add("trigger", timedelta(days=-days))
            event.add_component(alarm)
        out.add_component(event)
    return bytes(out.to_ical())
