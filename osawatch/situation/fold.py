"""A situation is the fold of its events. Pure; a line that is not known changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from osawatch.fold import clock_of, ordered, undone
from osawatch.situation.model import CERTAINTIES, MOST_HOURS, Line, Report, Situation
from osawatch.stages import Event


def fold(events: Iterable[Event]) -> Situation | None:
    """All events of a situation, in any order; None while its opening is not known."""
    lines = ordered(events)
    dead = undone(lines)
    live = [one for one in lines if one.id not in dead]
    first = next((one for one in live if one.kind == "situation_open"), None)
    if first is None:
        return None
    one = _opened(first)
    for event in live:
        step = KINDS.get(event.kind)
        one = step(one, event) if step else one
    return one


def _opened(event: Event) -> Situation:
    at = clock_of(event.hlc)
    return Situation(
        event.subject, _text(event, "title"), at, event.actor, _until(event, at),
        _texts(event, "sources"), _texts(event, "goods"), _texts(event, "countries"),
    )  # fmt: skip


def _line(one: Situation, event: Event) -> Situation:
    made = Line(event.id, clock_of(event.hlc), event.actor, _text(event, "text"), _certainty(event))
    return replace(one, lines=(*one.lines, made))


def _mark(one: Situation, event: Event) -> Situation:
    """Of a line or of a story; the last word counts."""
    name, said = _text(event, "of"), _certainty(event)
    lines = tuple(replace(x, certainty=said) if x.id == name else x for x in one.lines)
    if lines != one.lines or any(x.id == name for x in one.lines):
        return replace(one, lines=lines)
    return replace(one, marks={**one.marks, name: said})


def _report(one: Situation, event: Event) -> Situation:
    number = event.data.get("number")
    if not isinstance(number, int) or isinstance(number, bool):
        return one
    made = Report(
        event.id, number, clock_of(event.hlc), event.actor, event.post, _text(event, "sha256"),
        _text(event, "text"),
    )  # fmt: skip
    return replace(one, reports=(*one.reports, made))


def _extend(one: Situation, event: Event) -> Situation:
    """Never beyond two weeks from the day it was said; one that has ended stays ended."""
    return one if one.ended else replace(one, until=_until(event, clock_of(event.hlc)))


def _end(one: Situation, event: Event) -> Situation:
    if one.ended:
        return one
    at = clock_of(event.hlc)
    by_time = event.data.get("by_time") is True
    return replace(
        one, ended=min(at, one.until) if by_time else at, ended_by="" if by_time else event.actor
    )


def _until(event: Event, at: datetime) -> datetime:
    most = at + timedelta(hours=MOST_HOURS)
    try:
        found = datetime.fromisoformat(_text(event, "until"))
    except ValueError:
        return at
    return min(found if found.tzinfo else found.replace(tzinfo=UTC), most)


def _certainty(event: Event) -> str:
    said = _text(event, "certainty")
    return said if said in CERTAINTIES else "unconfirmed"


def _text(event: Event, name: str) -> str:
    value = event.data.get(name, "")
    return value if isinstance(value, str) else ""


def _texts(event: Event, name: str) -> tuple[str, ...]:
    value = event.data.get(name, ())
    return tuple(str(x) for x in value) if isinstance(value, list | tuple) else ()


KINDS: dict[str, Callable[[Situation, Event], Situation]] = {
    "situation_line": _line,
    "situation_mark": _mark,
    "situation_report": _report,
    "situation_extend": _extend,
    "situation_end": _end,
}
