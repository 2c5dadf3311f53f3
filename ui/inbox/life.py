"""The life of the measures that a story tells of: who, what, its state, and each day of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from osawatch.acts import Measure
from osawatch.measures import ended
from osawatch.model import CardDetail
from ui import words
from ui.i18n import mark, say
from ui.inbox import parts
from ui.names import Names
from ui.theme import Theme
from ui.widgets import ink, label

MOST, MOST_DAYS = 3, 8
TEXTS = {
    "title": mark("life", "The life of the measure"),
    "more": mark("life", "{0} known"),
    "until": mark("life", "{0} until {1}"),
    "passed": mark("life", "{0} until {1}, a day that has passed: no later act was seen"),
    "confirm": mark("life", "from the shipped list, to be confirmed"),
    "listed": mark("life", "from the shipped list"),
    "in_force": mark("life", "in force"),
    "effective": mark("life", "takes effect"),
    "held": mark("life", "last day of the suspension"),
    "expiry": mark("life", "last day"),
    "deadline": mark("life", "last day for comments"),
    "suspends": mark("life", "suspended"),
    "lifts": mark("life", "lifted"),
    "extends": mark("life", "extended"),
    "amends": mark("life", "amended"),
    "announced": mark("life", "announced"),
    "by": mark("life", "by {0}"),
    "zone": mark("life", "days in {0}"),
}
Row = tuple[str, str, str]  # day, what, more


def text(key: str, *values: object) -> str:
    """A sentence of this section."""
    said = say("life", TEXTS[key])
    return said.format(*values) if values else said


def measures(detail: CardDetail) -> tuple[Measure, ...]:
    """The measures of all alerts, each once, in the order of the alerts."""
    found = {one.id: one for alert in detail.alerts for one in alert.measures}
    return tuple(found.values())


def head(one: Measure, names: Names) -> str:
    """«CN, Export licensing, suspended until 2026-11-10 · 2025/70 · days in Asia/Shanghai»."""
    state = words.word(words.STAGES, one.status) if one.status else ""
    last = one.suspended_until if one.status == "suspended" else one.expiry
    if state and last:
        state = text("passed" if ended(one, datetime.now(UTC)) else "until", state, last)
    goods = ", ".join(names.of("good", good) for good in one.goods[:3])
    who = ", ".join(
        x for x in (one.country, _short(names.of("measure", one.measure)), goods, state) if x
    )
    origin = one.act.partition(":")[2]
    if not origin and one.source:
        origin = text("confirm" if one.check else "listed")
    zone = text("zone", one.zone) if one.zone != "UTC" else ""
    return " · ".join(part for part in (who, origin, zone) if part)


def days(one: Measure) -> list[Row]:
    """Each day of a measure, the latest first; days to come are among them."""
    found: dict[tuple[str, str], str] = {}
    for step in one.steps:
        key = {"until": "held" if one.suspended_until else "expiry"}.get(step.what, step.what)
        by = step.act.partition(":")[2]
        more = step.text if step.text != one.text else ""  # that stands above already
        found[step.day, _what(key)] = text("by", by) if by else more
    for key, day in (
        ("effective", one.effective), ("held", one.suspended_until), ("expiry", one.expiry),
        ("deadline", one.deadline),
    ):  # fmt: skip
        begun = key == "effective" and (day, _what("in_force")) in found
        if day and not begun:
            found.setdefault((day, _what(key)), "")
    rows = [(day, what, more) for (day, what), more in found.items()]
    return sorted(rows, key=lambda row: row[0], reverse=True)[:MOST_DAYS]


def section(found: Iterable[Measure], names: Names, theme: Theme) -> QWidget:
    """The measures one below the other."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for one in found:
        column.addWidget(label(head(one, names), wrap=True))
        if one.text:
            note = label(one.text, wrap=True)
            ink(note, theme.text2)
            column.addWidget(note)
        column.addWidget(parts.history(days(one), theme))
        column.addSpacing(6)
    return body


def _short(name: str) -> str:
    return name.split(" / ")[0]


def _what(key: str) -> str:
    return text(key) if key in TEXTS else words.word(words.STAGES, key)
