"""Dates of measures ahead: first days, last days, ends of suspensions, days for comments.

Days are those of the issuing authority, in its own zone. As a calendar file: RFC 5545, whole days,
with reminders; the same measure and kind has the same UID, so that a second import changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

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

    @property
    def key(self) -> str:
        """The same whenever the same date of the same measure is told of, wherever it moved to."""
        return f"{self.measure.id} {self.what}"


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


@dataclass(frozen=True, slots=True)
class Event:
    """A day for a calendar: `key` is the same whenever the same is written again."""

    day: date
    key: str
    title: str
    text: str = ""


def calendar(
    rows: Iterable[Coming],
    name: Name,
    told: Callable[[str], str],
    now: datetime,
    more: Iterable[Event] = (),
) -> bytes:
    """A calendar file. `told` says a kind in words; `more` are days of cases."""
    import icalendar

    out = icalendar.Calendar()
    out.add("prodid", "-//OSAwatch//EN")
    out.add("version", "2.0")
    days = [_of_measure(row, name, told) for row in rows]
    for one in (*days, *more):
        out.add_component(_component(one, now))
    return bytes(out.to_ical())


def _of_measure(row: Coming, name: Name, told: Callable[[str], str]) -> Event:
    one = row.measure
    what = f"{name('country', one.country)}: {name('measure', one.measure)}"
    goods = ", ".join(name("good", good) for good in one.goods)
    text = "\n".join(part for part in (goods, one.act, one.text) if part)
    return Event(row.day, row.key, f"{what}, {told(row.what)}", text)


def _component(one: Event, now: datetime) -> Any:
    import icalendar

    event = icalendar.Event()
    uid = hashlib.sha256(one.key.encode()).hexdigest()[:32]
    event.add("uid", f"{uid}@osawatch")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", one.title)
    event.add("description", one.text)
    event.add("transp", "TRANSPARENT")
    for days in REMIND_DAYS:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.title)
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)
    return event
