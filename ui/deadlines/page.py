"""Dates of measures and of cases: as a list, as a month, and as a calendar file.

records, cases (task) -> dates.Row -> the list: from today on
                                   -> the month, and below it the list of that month
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSplitter,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from osawatch.agenda import dates as agenda
from osawatch.agenda.reminders import Reminders
from osawatch.agenda.work import due
from osawatch.core import Core
from osawatch.model import Changes
from osawatch.writing import write
from ui import saving
from ui.bridge import Bridge
from ui.deadlines import dates
from ui.deadlines.dates import COLUMNS, Row
from ui.deadlines.month import MonthGrid, next_month
from ui.morning.words import month_year, text
from ui.questions import Questions
from ui.sheet import Line, Part, Sheet
from ui.takeaway import Takeaway
from ui.tasks import Tasks
from ui.theme import T13, Theme
from ui.widgets import Button, Empty, Segments, TopBar, column, ink, label

DAYS = 365
ROOMY = 900  # pixels: a page as wide as this has room for each column
SUBJECT = ("measure", "goods")  # what takes the room that the others leave
WORDY = ("what", *SUBJECT, "remind")
SPARE = ("act", "zone")


class DeadlinesPage(QWidget):
    """The next date first. `lookup_asked` carries a good or country, `place_asked` a page."""

    loaded = Signal()
    said = Signal(str)
    lookup_asked = Signal(str)
    place_asked = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core = core
        self._found: list[Row] | None = None
        self._shown: list[Row] = []
        self._month = core.now().date().replace(day=1)
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._questions.answered.connect(self._on_answered)
        self._build(theme)
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Reads the dates again, in a task."""
        self._questions.ask(self._read, self._show)

    def ready(self) -> bool:
        """Whether they are shown."""
        return self._found is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for part in (self.bar, self.which, self.grid, self._empty):
            part.set_theme(theme)
        ink(self.hint, theme.text2)

    def turn_to(self, view: str) -> None:
        """The list or the month."""
        self.which.pick(view)

    def turn(self, by: int) -> None:
        """So many months on, as far as there are dates."""
        first, last = dates.reach(self._found or [], self._today())
        self._month = min(max(next_month(self._month, by), first), last)
        self._fill()

    def save(self, target: Path) -> None:
        """Writes the calendar file, in a task."""
        self._questions.ask(
            partial(self._write, target), lambda _: self.said.emit(text("saved", target.name))
        )

    # -- inside

    def _build(self, theme: Theme) -> None:
        views = (("list", text("list")), ("month", text("month")))
        self.which = Segments(views, "list", theme, text("views"))
        self.which.picked.connect(lambda _: self._fill())
        self.before = Button("‹", theme, "quiet", name=text("month_before"))
        self.after = Button("›", theme, "quiet", name=text("month_after"))
        self.before.clicked.connect(partial(self._step, -1))
        self.after.clicked.connect(partial(self._step, 1))
        self.name = label("", T13, 600)
        self.export = Button(text("calendar"), theme, "primary")
        self.export.clicked.connect(self._ask)
        self.bar = TopBar(theme, text("dates"))
        self.take = Takeaway(self, self._core, self._questions, theme, self._sheet, self.said.emit)
        self.bar.add(self.which, self.before, self.name, self.after).stretch()
        self.bar.add(self.take.copy, self.take.print, self.export)
        self._build_parts(theme)

    def _build_parts(self, theme: Theme) -> None:
        self.grid, self.table = MonthGrid(theme), self._table()
        self.grid.turned.connect(self.turn)
        self.grid.day_chosen.connect(self._on_day)
        self.grid.day_opened.connect(self._on_opened)
        self._empty = Empty(theme, "snooze", text("nothing_ahead"), text("nothing_more"))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.grid)
        parts.addWidget(self.table)
        parts.setSizes([520, 260])
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(parts)
        self._stack.addWidget(self._empty)
        self.hint = label("")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(16, 8, 16, 8)
        ink(self.hint, theme.text2)
        column(self, (self.bar, 0), (self.hint, 0), (middle, 1))

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
        table.cellActivated.connect(lambda place, _: self._open(self._shown[place]))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page shares its room among words; act and zone stand in the tip then."""
        super().resizeEvent(event)
        narrow, head = self.width() < ROOMY, self.table.horizontalHeader()
        for place, key in enumerate(COLUMNS):
            share = key in (WORDY if narrow else SUBJECT)
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(place, mode.Stretch if share else mode.ResizeToContents)
            self.table.setColumnHidden(place, narrow and key in SPARE)

    def _read(self) -> list[Row]:
        today = self._today()
        coming = self._coming(today.replace(day=1))
        keys = {("good", good) for row in coming for good in row.measure.goods}
        keys |= {("country", row.measure.country) for row in coming}
        keys |= {("measure", row.measure.measure) for row in coming}
        names = {key: self._core.names(*key) for key in keys}
        stands = Reminders(self._core).standing()
        return dates.rows(coming, due(self._core, DAYS), names, today, stands)

    def _coming(self, first: date) -> list[agenda.Coming]:
        days = (self._today() - first).days + DAYS
        return agenda.ahead(self._core.records.measures(), first, days)

    def _today(self) -> date:
        return self._core.now().date()

    # -- showing

    def _show(self, found: list[Row]) -> None:
        self._found = found
        self.hint.setText(dates.hint(self._core.settings()))
        self._fill()

    def _fill(self) -> None:
        found, monthly = self._found or [], self.which.on == "month"
        first, last = dates.reach(found, self._today())
        for part in (self.grid, self.before, self.name, self.after):
            part.setVisible(monthly)
        self.before.setEnabled(self._month > first)
        self.after.setEnabled(self._month < last)
        self.name.setText(month_year(self._month))
        if monthly:
            self.grid.show_month(self._month, self._today(), dates.by_day(found))
        self._list(dates.of_month(found, self._month) if monthly else dates.ahead(found))
        self._stack.setCurrentIndex(0 if monthly or self._shown else 1)
        self.export.setEnabled(bool(dates.ahead(found)))
        self.take.offer()

    def _sheet(self) -> Sheet | None:
        """The list that is shown: of all days ahead, or of the month."""
        if not self._shown:
            return None
        heading = month_year(self._month) if self.which.on == "month" else text("list")
        lines = tuple(Line("  ·  ".join(filter(None, row.cells))) for row in self._shown)
        return Sheet(text("dates"), (Part(heading, lines),))

    def _list(self, rows: list[Row]) -> None:
        self._shown = rows
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for number, words in enumerate(row.cells):
                item = QTableWidgetItem(words)
                item.setToolTip(row.tip)
                self.table.setItem(place, number, item)

    def _on_day(self, chosen: date) -> None:
        """Its first date is chosen in the list below, and is in sight."""
        for place, row in enumerate(self._shown):
            if row.day == chosen:
                self.table.selectRow(place)
                return
        self.table.clearSelection()

    def _on_opened(self, chosen: date) -> None:
        for row in self._shown:
            if row.day == chosen:
                self._open(row)
                return

    def _open(self, row: Row) -> None:
        if row.name:
            self.lookup_asked.emit(row.name)
        else:
            self.place_asked.emit("cases")

    def _step(self, by: int, _clicked: bool = False) -> None:  # noqa: FBT001, FBT002 # Qt's
        self.turn(by)

    # -- the calendar file

    def _write(self, target: Path) -> None:
        days = [
            agenda.Event(one.day, one.key, f"{one.title}: {one.text}", one.who)
            for one in due(self._core, DAYS)
        ]
        rows = self._coming(self._today())
        write(target, agenda.calendar(rows, self._core.names, text, self._core.now(), days))

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

    def _on_changed(self, changes: Changes) -> None:
        """Other settings, other reminders."""
        if changes.settings and self._found is not None and self.isVisible():
            self.refresh()

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()
