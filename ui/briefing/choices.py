"""What a briefing is asked for: from when to when, whose, in which language and marking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from osawatch.briefing import spans
from osawatch.briefing.model import Asked
from osawatch.cases.markings import DUTCH, MARKINGS, TLP
from osawatch.core import Core
from osawatch.errors import BadInput
from ui.briefing.words import text
from ui.widgets import label

Choices = list[tuple[str, object]]  # words, value
BACK = {"week": 7, "month": 30, "quarter": 90}
NAMED = {"this_month": "this", "last_month": "last"}
SPANS = ("week", "month", "quarter", "this_month", "last_month", "handover", "dates")
PAUSE_MS = 400  # while a date is typed
EARLIEST = QDate(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the boxes say; `span` is a key of SPANS, the days count for `dates` alone."""

    span: str
    first: date
    last: date
    ministry: str
    language: str
    marking: str


def asked(core: Core, wanted: Wanted) -> Asked:
    """The question to the core. `BadInput` where there is no such time. Reads: for a task."""
    now = core.now().astimezone(UTC)
    return Asked(*_span(core, wanted, now), wanted.ministry, wanted.language, wanted.marking)


def _span(core: Core, wanted: Wanted, now: datetime) -> spans.Span:
    if wanted.span in BACK:
        return now - timedelta(days=BACK[wanted.span]), now
    if wanted.span in NAMED:
        return spans.month(NAMED[wanted.span], now)
    if wanted.span == "dates":
        return spans.days(wanted.first, wanted.last, now)
    found = spans.last_handover(core)
    if found is None:
        raise BadInput(text("no_handover"))
    return found, now


class SpanBox(QWidget):
    """A span by name, or two days. `changed` once a moment after the last change."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.which = box("since", [(text(key), key) for key in SPANS])
        self.which.setCurrentIndex(SPANS.index("month"))
        self.first = _day("first", today - timedelta(days=30), today)
        self.last = _day("last", today, today)
        self.between = label("–")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.which, self.first, self.between, self.last):
            row.addWidget(part)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.which.currentIndexChanged.connect(self._on_which)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(lambda _: self._pause.start())
        self._show_days()

    def key(self) -> str:
        """Which span."""
        return str(self.which.currentData())

    def pending(self) -> bool:
        """Whether a date is still being typed."""
        return self._pause.isActive()

    def _on_which(self) -> None:
        self._show_days()
        self._pause.stop()
        self.changed.emit()

    def _show_days(self) -> None:
        for part in (self.first, self.between, self.last):
            part.setVisible(self.key() == "dates")


def box(key: str, choices: Choices) -> QComboBox:
    """A box with a name for screen readers."""
    made = QComboBox()
    for words, value in choices:
        made.addItem(words, value)
    made.setAccessibleName(text(key))
    made.setToolTip(text(key))
    return made


def markings() -> QComboBox:
    """No marking, the TLP, and what Dutch ministries write."""
    made = box("marking", [(text("no_marking"), ""), *((one, one) for one in MARKINGS)])
    for place in (1 + len(TLP), 1):
        made.insertSeparator(place)
    made.setToolTip(text("marking_told", ", ".join(DUTCH)))
    return made


def _day(key: str, day: date, today: date) -> QDateEdit:
    made = QDateEdit(QDate(day.year, day.month, day.day))
    made.setCalendarPopup(True)
    made.setDisplayFormat("yyyy-MM-dd")
    made.setDateRange(EARLIEST, QDate(today.year, today.month, today.day))
    made.setAccessibleName(text(key))
    made.setToolTip(text(key))
    return made


def day_of(edit: QDateEdit) -> date:
    """The day that it shows."""
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())
