"""Dates of measures and of cases in the next months, and the same as a calendar file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from osawatch.agenda.dates import Coming, Event, ahead, calendar
from osawatch.agenda.work import Due, due
from osawatch.bundle.exchange import write
from osawatch.core import Core
from ui import saving
from ui.bridge import Bridge
from ui.morning.words import day, text
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, Empty, TopBar, column

DAYS = 365
COLUMNS = ("day", "what", "measure", "goods", "act", "zone")
Told = tuple[list[Coming], dict[tuple[str, str], str], list[Due]]


class DeadlinesPage(QWidget):
    """A row a date, the next first. `filter_asked` is not needed: the inbox has the alerts."""

    loaded = Signal()
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core = core
        self._told: Told | None = None
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._questions.answered.connect(self._on_answered)
        self.export = Button(text("calendar"), theme, "primary")
        self.export.clicked.connect(self._ask)
        self.bar = TopBar(theme, text("dates"))
        self.bar.stretch().add(self.export)
        self.table = self._table()
        self._empty = Empty(theme, "snooze", text("nothing_ahead"), text("nothing_more"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (middle, 1))

    def refresh(self) -> None:
        """Reads the dates again, in a task."""
        self._questions.ask(self._read, self._show)

    def ready(self) -> bool:
        """Whether they are shown."""
        return self._told is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for part in (self.bar, self._empty):
            part.set_theme(theme)

    def save(self, target: Path) -> None:
        """Writes the calendar file, in a task."""
        self._questions.ask(
            partial(self._write, target), lambda _: self.said.emit(text("saved", target.name))
        )

    # -- inside

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(COLUMNS))
        table.setHorizontalHeaderLabels([text(key) for key in COLUMNS])
        table.setAccessibleName(text("dates"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")  # as the heads
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(36)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for place in (2, 3):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        return table

    def _read(self) -> Told:
        rows = ahead(self._core.records.measures(), self._core.now().date(), DAYS)
        work = due(self._core, DAYS)
        keys = {("good", good) for row in rows for good in row.measure.goods}
        keys |= {("country", row.measure.country) for row in rows}
        keys |= {("measure", row.measure.measure) for row in rows}
        return rows, {key: self._core.names(*key) for key in keys}, work

    def _show(self, told: Told) -> None:
        self._told = told
        rows, names, work = told
        today = self._core.now().date()
        cells = [(row.day, _of_measure(row, names, today)) for row in rows]
        cells += [(one.day, _of_case(one, today)) for one in work]
        cells.sort(key=lambda row: row[0])
        self.table.setRowCount(len(cells))
        for place, (_, row) in enumerate(cells):
            for number, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(place, number, item)
        self._stack.setCurrentWidget(self.table if cells else self._empty)
        self.export.setEnabled(bool(cells))

    def _write(self, target: Path) -> None:
        rows, _, work = self._read()
        days = [
            Event(one.day, f"{one.case} {one.what} {one.text}", f"{one.title}: {one.text}", one.who)
            for one in work
        ]
        write(target, calendar(rows, self._core.names, text, self._core.now(), days))

    def _ask(self) -> None:
        target = saving.ask(
            self,
            self._core.policies,
            self._questions.failed.emit,
            text("calendar"),
            "osawatch.ics",
            "*.ics",
        )
        if target:
            self.save(target)

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()


def _when(one: date, today: date) -> str:
    return f"{day(one)}  ({(one - today).days:+d})"


def _of_measure(row: Coming, names: dict[tuple[str, str], str], today: date) -> tuple[str, ...]:
    one = row.measure
    return (
        _when(row.day, today), text(row.what),
        f"{names['country', one.country]}: {names['measure', one.measure]}",
        ", ".join(names["good", good] for good in one.goods), one.act, one.zone,
    )  # fmt: skip


def _of_case(one: Due, today: date) -> tuple[str, ...]:
    what = text("case_late" if one.late and one.what == "step" else f"case_{one.what}")
    who = f" ({one.who})" if one.who else ""
    return _when(one.day, today), what, f"{one.title}: {one.text}{who}", "", "", ""
