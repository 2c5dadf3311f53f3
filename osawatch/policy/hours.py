"""The hours in which the network may be used: `Mon-Fri 08:00-18:00; Sat 10:00-12:00`. Pure.

Days and times are those of the post's own zone. A span may run past midnight (`22:00-02:00`); it
belongs to the day on which it begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(
    r"(?P<first>[a-z]{3})(?:-(?P<last>[a-z]{3}))?\s+"
    r"(?P<from>\d{1,2}:\d{2})-(?P<to>\d{1,2}:\d{2})"
)
_DAY = 24 * 60


class HoursError(ValueError):
    """Words that name no hours; the message says which part."""


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes of a weekday (0 = Monday) from `start` to `end`, which may lie past midnight."""

    day: int
    start: int
    end: int


def read(text: str) -> tuple[Span, ...]:
    """The spans a text names; none = always. Raises `HoursError`."""
    found: list[Span] = []
    for part in (one.strip() for one in text.split(";")):
        if part:
            found += _spans(part)
    return tuple(found)


def open_at(text: str, now: datetime, zone: str) -> bool:
    """Whether the network may be used now."""
    spans = read(text)
    there = now.astimezone(ZoneInfo(zone))
    return not spans or any(_holds(span, there) for span in spans)


def opens(text: str, now: datetime, zone: str) -> datetime | None:
    """When it may be used next, None when it may now."""
    if open_at(text, now, zone):
        return None
    there = now.astimezone(ZoneInfo(zone))
    midnight = there.replace(hour=0, minute=0, second=0, microsecond=0)
    starts = []
    for span in read(text):
        ahead = (span.day - there.weekday()) % 7
        start = midnight + timedelta(days=ahead, minutes=span.start)
        starts.append(start if start > there else start + timedelta(days=7))
    return min(starts)


def _spans(part: str) -> list[Span]:
    found = _SPAN.fullmatch(part.lower())
    if found is None:
        raise HoursError(f"«{part}» is not like «Mon-Fri 08:00-18:00»")
    first, last = _day(found["first"], part), _day(found["last"] or found["first"], part)
    start, end = _minutes(found["from"], part), _minutes(found["to"], part)
    if start == end:
        raise HoursError(f"«{part}» begins when it ends")
    days = [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return [Span(day, start, end if end > start else end + _DAY) for day in days]


def _day(word: str, part: str) -> int:
    if word not in DAYS:
        raise HoursError(f"«{part}»: {word} is none of {', '.join(DAYS)}")
    return DAYS.index(word)


def _minutes(clock: str, part: str) -> int:
    hour, minute = map(int, clock.split(":"))
    if hour > 24 or minute > 59 or hour * 60 + minute > _DAY:
        raise HoursError(f"«{part}»: {clock} is no time of day")
    return hour * 60 + minute


def _holds(span: Span, there: datetime) -> bool:
    minute = (there.weekday() - span.day) % 7 * _DAY + there.hour * 60 + there.minute
    return span.start <= minute < span.end
