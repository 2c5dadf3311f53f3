"""What the page of cases says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from osawatch.cases.leadtime import Lead, Middle
from osawatch.cases.model import TESTS, Case, Step
from ui.i18n import figure, mark, say
from ui.sheet import Line, Part, Sheet

CONTEXT = "cases"
TEXTS = {
    "title": mark("cases", "Cases"),
    "new": mark("cases", "New case"),
    "act": mark("cases", "Change"),
    "undo": mark("cases", "Take back"),
    "back": mark("cases", "Taken back"),
    "nothing_back": mark("cases", "There is nothing of yours to take back"),
    "paper": mark("cases", "Write a paper…"),
    "closed_too": mark("cases", "Closed too"),
    "list": mark("cases", "Cases, the last changed first"),
    "detail": mark("cases", "The chosen case"),
    "none": mark("cases", "No case yet"),
    "none_more": mark(
        "cases",
        "A case keeps alerts of one matter together, with owners, steps and who was told. It can"
        " begin without an alert: a negotiation, an expiry, a visit.",
    ),
    "failed": mark("cases", "Not done: {0}"),
    "kept": mark("cases", "Kept"),
    "next": mark("cases", "Next step…"),
    "next_ask": mark("cases", "Next step, in a line"),
    "step": mark("cases", "Add a step…"),
    "step_ask": mark("cases", "What is to be done?"),
    "due_ask": mark("cases", "By which day? (YYYY-MM-DD, or nothing)"),
    "told": mark("cases", "Somebody was told…"),
    "told_ask": mark("cases", "Who was told?"),
    "owner": mark("cases", "Add a ministry…"),
    "owner_ask": mark("cases", "Which ministry owns it as well?"),
    "handover": mark("cases", "Hand over…"),
    "handover_ask": mark("cases", "To whom? It is theirs when they confirm it."),
    "confirm": mark("cases", "Take it over"),
    "done": mark("cases", "Step done"),
    "answer": mark("cases", "Answer received"),
    "answer_ask": mark("cases", "What was the answer?"),
    "status": mark("cases", "Status"),
    "outcome_ask": mark("cases", "How did it end?"),
    "open": mark("cases", "open"),
    "waiting": mark("cases", "waiting"),
    "closed": mark("cases", "closed"),
    "yes": mark("cases", "yes"),
    "no": mark("cases", "no"),
    "unclear": mark("cases", "unclear"),
    "not_weighed": mark("cases", "not weighed yet"),
    "proportional": mark("cases", "Proportionate"),
    "least-distorting": mark("cases", "Distorts the market as little as possible"),
    "case-by-case": mark("cases", "Weighed for this case by itself"),
    "risks-vs-certainty-vs-cost": mark("cases", "Risks against certainty gained and cost"),
    "eu-first": mark("cases", "Together with the EU where possible"),
    "holder": mark("cases", "{0} · holder: {1} · opened {2}"),
    "nobody": mark("cases", "not named"),
    "offered": mark("cases", "Offered to {0} by: {1}; not confirmed yet"),
    "owners": mark("cases", "Owners: {0}"),
    "next_is": mark("cases", "Next: {0}"),
    "outcome_is": mark("cases", "Outcome: {0}"),
    "alerts": mark("cases", "Alerts"),
    "no_alerts": mark("cases", "None"),
    "steps": mark("cases", "Steps"),
    "no_steps": mark("cases", "None"),
    "informed": mark("cases", "Told"),
    "nobody_told": mark("cases", "Nobody yet"),
    "tests": mark("cases", "Decision tests"),
    "leads": mark("cases", "Lead time"),
    "first_seen": mark("cases", "First seen here: {0}"),
    "act_day": mark("cases", "Official act: {0}"),
    "force_day": mark("cases", "In force: {0}"),
    "unknown": mark("cases", "not known"),
    "ahead": mark("cases", "{0}, {1} days after it was first seen"),
    "behind": mark("cases", "{0}, {1} days before it was first seen"),
    "same": mark("cases", "{0}, the day it was first seen"),
    "median_act": mark(
        "cases", "Median to the official act: {0} days (n = {1} of {2} closed cases)"
    ),
    "median_force": mark("cases", "Median to its force: {0} days (n = {1} of {2} closed cases)"),
    "no_median_act": mark(
        "cases", "Median to the official act: not known yet (n = {0} of {1} closed cases)"
    ),
    "no_median_force": mark(
        "cases", "Median to its force: not known yet (n = {0} of {1} closed cases)"
    ),
    "step_due": mark("cases", "by {0}"),
    "step_late": mark("cases", "late since {0}"),
    "step_free": mark("cases", "no day set"),
    "step_done": mark("cases", "done {0}"),
    "step_answer": mark("cases", "answer: {0}"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def page(
    case: Case,
    titles: dict[str, str],
    now: datetime,
    lead: Lead | None = None,
    medians: tuple[Middle, Middle] | None = None,
) -> str:
    """A case as plain text; `titles` of its alerts, its own lead time and that of closed cases."""
    found = whole(case, titles, now, lead, medians)
    return "\n\n".join(("\n".join((found.title, *found.opening)), *map(flat, found.parts)))


def whole(
    case: Case,
    titles: dict[str, str],
    now: datetime,
    lead: Lead | None = None,
    medians: tuple[Middle, Middle] | None = None,
    more: Sequence[Part] = (),
) -> Sheet:
    """The same in parts, and more of them."""
    opened = f"{case.opened.astimezone(UTC):%Y-%m-%d}"
    head = [text("holder", text(case.status), case.holder or text("nobody"), opened)]
    if case.handover:
        offer = case.handover
        head.append(text("offered", offer.to, offer.by or text("nobody")))
    for key, words in (
        ("owners", ", ".join(case.owners)), ("next_is", case.next), ("outcome_is", case.outcome),
    ):  # fmt: skip
        if words:
            head.append(text(key, words))
    told = [
        f"{one.who}, {one.at:%Y-%m-%d %H:%M} UTC ({one.by or text('nobody')})" for one in case.told
    ]
    parts = (
        _part("alerts", [titles.get(one, one) for one in case.alerts], "no_alerts"),
        _part("leads", _lead(lead, medians), "unknown"),
        _part("steps", [_step(one, now) for one in case.steps], "no_steps"),
        _part("informed", told, "nobody_told"),
        _part("tests", [_test(case, one) for one in TESTS], "not_weighed"),
    )
    return Sheet(case.title, (*parts, *more), (), tuple(head))


def flat(part: Part) -> str:
    """A part as plain text."""
    shown = [f"  •  {one.said}" for one in part.lines] or [f"  {part.empty}" if part.empty else ""]
    return "\n".join((part.heading, *filter(None, shown)))


def _lead(lead: Lead | None, medians: tuple[Middle, Middle] | None) -> list[str]:
    lines = []
    if lead is not None:
        lines = [
            text("first_seen", lead.first_seen or text("unknown")),
            text("act_day", _after(lead.act, lead.to_act)),
            text("force_day", _after(lead.in_force, lead.to_force)),
        ]
    for key, one in zip(("median_act", "median_force"), medians or (), strict=False):
        if one.days is not None:
            lines.append(text(key, figure(one.days, 1 if one.days % 1 else 0), one.n, one.of))
        else:
            lines.append(text(f"no_{key}", one.n, one.of))
    return lines


def _after(day: date | None, days: int | None) -> str:
    if day is None or days is None:
        return str(day or text("unknown"))
    key = "same" if days == 0 else "ahead" if days > 0 else "behind"
    return text(key, day) if days == 0 else text(key, day, abs(days))


def _part(key: str, lines: list[str], empty: str) -> Part:
    return Part(text(key), tuple(map(Line, lines)), text(empty))


def _step(step: Step, now: datetime) -> str:
    if step.done:
        state = text("step_done", f"{step.done:%Y-%m-%d}")
    elif step.due:
        late = step.due < f"{now.astimezone(UTC):%Y-%m-%d}"
        state = text("step_late" if late else "step_due", step.due)
    else:
        state = text("step_free")
    answer = text("step_answer", step.answer) if step.answer else ""
    return " · ".join(part for part in (step.text, step.who, state, answer) if part)


def _test(case: Case, test: str) -> str:
    weighed = case.tests.get(test)
    if weighed is None:
        return f"{text(test)}: {text('not_weighed')}"
    note = f" ({weighed.note})" if weighed.note else ""
    return f"{text(test)}: {text(weighed.answer)}{note}"
