"""The state of a case is the fold of its events, as that of an alert is. Pure.

Events that name what is not there (a step, a handover) change nothing: two desks that hold the
same events compute the same case, whatever order they came in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import cast

from osawatch.cases.model import (
    ANSWERS,
    OPTIONS,
    STATUSES,
    TESTS,
    Case,
    Day,
    Handover,
    Left,
    Status,
    Step,
    Told,
    Weighed,
)
from osawatch.cases.model import KINDS as CASE_KINDS
from osawatch.fold import clock_of, ordered, undone
from osawatch.stages import Event

LONGEST_SILENCE = 730  # days


def fold(events: Iterable[Event]) -> Case | None:
    """All events of a case, in any order, to the case; None while its opening is not known."""
    lines = ordered(events)
    dead = undone(lines)
    live = [event for event in lines if event.id not in dead]
    opening = next((event for event in live if event.kind == "case_open"), None)
    if opening is None:
        return None
    case = _opened(opening)
    for event in live:
        step = KINDS.get(event.kind)
        if step is not None:
            case = replace(step(case, event), updated=clock_of(event.hlc))
    return case


def _opened(event: Event) -> Case:
    at = clock_of(event.hlc)
    return Case(event.subject, _text(event, "title"), at, event.actor, event.actor, at)


def _alert(case: Case, event: Event) -> Case:
    return replace(case, alerts=_switched(case.alerts, _text(event, "alert"), event))


def _owner(case: Case, event: Event) -> Case:
    return replace(case, owners=_switched(case.owners, _text(event, "ministry"), event))


def _status(case: Case, event: Event) -> Case:
    status = _text(event, "status")
    if status not in STATUSES:
        return case
    return replace(case, status=cast(Status, status), outcome=_text(event, "outcome"))


def _next(case: Case, event: Event) -> Case:
    return replace(case, next=_text(event, "text"))


def _told(case: Case, event: Event) -> Case:
    told = Told(_text(event, "who"), clock_of(event.hlc), event.actor)
    return replace(case, told=(*case.told, told))


def _step(case: Case, event: Event) -> Case:
    made = Step(event.id, _text(event, "text"), _text(event, "who"), _text(event, "due"))
    return replace(case, steps=(*case.steps, made))


def _done(case: Case, event: Event) -> Case:
    at = clock_of(event.hlc)
    return _at_step(case, event, lambda step: replace(step, done=at))


def _answer(case: Case, event: Event) -> Case:
    """An answer that came in ends the step: nobody waits for it any more."""
    at, words = clock_of(event.hlc), _text(event, "text")
    return _at_step(
        case, event, lambda step: replace(step, answer=words, answered=at, done=step.done or at)
    )


def _at_step(case: Case, event: Event, change: Callable[[Step], Step]) -> Case:
    named = _text(event, "step")
    steps = tuple(change(step) if step.id == named else step for step in case.steps)
    return replace(case, steps=steps)


def _weigh(case: Case, event: Event) -> Case:
    test, answer = _text(event, "test"), _text(event, "answer")
    if test not in TESTS or answer not in ANSWERS:
        return case
    weighed = Weighed(answer, _text(event, "note"), clock_of(event.hlc), event.actor)
    return replace(case, tests={**case.tests, test: weighed})


def _paper(case: Case, event: Event) -> Case:
    template, form, marking, digest = (
        _text(event, key) for key in ("template", "form", "marking", "sha256")
    )
    one = Left(template, form, marking, digest, clock_of(event.hlc), event.actor)
    return replace(case, papers=(*case.papers, one))


def _kind(case: Case, event: Event) -> Case:
    kind = _text(event, "kind")
    return replace(case, kind=kind) if kind in CASE_KINDS else case


def _date(case: Case, event: Event) -> Case:
    made = Day(event.id, _text(event, "day"), _text(event, "text"))
    return replace(case, dates=(*case.dates, made))


def _no_date(case: Case, event: Event) -> Case:
    named = _text(event, "date")
    return replace(case, dates=tuple(one for one in case.dates if one.id != named))


def _search(case: Case, event: Event) -> Case:
    found = event.data.get("search")
    return replace(case, search=found if isinstance(found, dict) else {})


def _silence(case: Case, event: Event) -> Case:
    days = event.data.get("days")
    good = isinstance(days, int) and not isinstance(days, bool) and 0 <= days <= LONGEST_SILENCE
    return replace(case, silence=cast(int, days)) if good else case


def _option(case: Case, event: Event) -> Case:
    option = _text(event, "option")
    if option not in OPTIONS:
        return case
    left = {key: value for key, value in case.options.items() if key != option}
    if event.data.get("on", True) is True:
        note = _text(event, "note")
        left[option] = Weighed("yes", note, clock_of(event.hlc), event.actor)
    return replace(case, options=left)


def _handover(case: Case, event: Event) -> Case:
    offer = Handover(event.id, _text(event, "to"), event.actor, clock_of(event.hlc))
    return replace(case, handover=offer)


def _confirm(case: Case, event: Event) -> Case:
    """Only the receiver takes a case over, and only what was offered last."""
    offer = case.handover
    if offer is None or offer.id != _text(event, "handover") or offer.to != event.actor:
        return case
    return replace(case, holder=offer.to, handover=None)


def _switched(names: tuple[str, ...], name: str, event: Event) -> tuple[str, ...]:
    left = tuple(one for one in names if one != name)
    return (*left, name) if name and event.data.get("on", True) is True else left


def _text(event: Event, name: str) -> str:
    value = event.data.get(name, "")
    return value if isinstance(value, str) else ""


KINDS: dict[str, Callable[[Case, Event], Case]] = {
    "case_alert": _alert,
    "case_owner": _owner,
    "case_status": _status,
    "case_next": _next,
    "case_told": _told,
    "case_step": _step,
    "case_done": _done,
    "case_answer": _answer,
    "case_test": _weigh,
    "case_paper": _paper,
    "case_kind": _kind,
    "case_date": _date,
    "case_no_date": _no_date,
    "case_search": _search,
    "case_silence": _silence,
    "case_option": _option,
    "case_handover": _handover,
    "case_confirm": _confirm,
}
