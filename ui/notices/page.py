"""A line an alert or a date ahead: told, waiting or not told, and why."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from osawatch.agenda.reminders import Reminders
from osawatch.core import Core
from osawatch.interruption import Notice
from osawatch.model import Changes
from ui import words
from ui.bridge import Bridge
from ui.notices.dates import title
from ui.notices.words import text, why
from ui.questions import Questions
from ui.sheet import Line, Part, Sheet
from ui.takeaway import Takeaway
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Empty, Segments, TopBar, column, ink, label

COLUMNS = ("at", "act", "why", "level", "story")
SENTENCES = (2, 4)  # why, and the title
ACTS = ("all", "notify", "wait", "never")
CALM_MS = 12_000  # after the batch in which verdicts are made


class NoticesPage(QWidget):
    """The newest first; Return or a double click leads to the story, or to the dates."""

    loaded = Signal()
    said = Signal(str)
    card_asked = Signal(str)
    place_asked = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._reminders = Reminders(core)
        self._core, self._theme = core, theme
        self._told: list[Notice] | None = None
        self._shown: list[Notice] = []
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda told: self.said.emit(text("failed", told)))
        self._questions.answered.connect(self._on_answered)
        bridge.changed.connect(self._on_changed)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.refresh)
        self.acts = Segments([(act, text(act)) for act in ACTS], "all", theme, text("which"))
        self.acts.picked.connect(lambda _: self._fill())
        self.hint = label(text("hint"))
        self.bar = TopBar(theme, text("title"))
        self.take = Takeaway(self, core, self._questions, theme, self._sheet, self.said.emit)
        self.bar.add(self.hint).stretch().add(self.acts, self.take.copy, self.take.print)
        self.table = self._table()
        self.empty = Empty(theme, "bell", text("none"), text("none_more"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column(self, (self.bar, 0), (middle, 1))
        self.set_theme(theme)

    def refresh(self) -> None:
        """Reads the list again, in a task."""
        self._questions.ask(self._read, self._show)

    def ready(self) -> bool:
        """Whether it is shown."""
        return self._told is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for part in (self.bar, self.acts, self.empty):
            part.set_theme(theme)
        ink(self.hint, theme.text2)

    # -- inside

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(COLUMNS))
        table.setHorizontalHeaderLabels([text(key) for key in COLUMNS])
        table.setAccessibleName(text("title"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(36)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        _fit(head)
        table.itemActivated.connect(lambda item: self._open(item.row()))
        return table

    def _read(self) -> list[Notice]:
        """Alerts and dates by time; what stood there before anybody listened is last."""
        alerts = self._core.notify.listed()
        stood = [one for one in alerts if one.verdict.why == "stood"]
        judged = [one for one in alerts if one.verdict.why != "stood"]
        judged += [replace(x, title=title(self._core, x)) for x in self._reminders.listed()]
        return sorted(judged, key=lambda one: one.at, reverse=True) + stood

    def _show(self, told: list[Notice]) -> None:
        self._told = told
        self._fill()

    def _fill(self) -> None:
        told, act = self._told or [], self.acts.on
        self._shown = [one for one in told if act in ("all", one.verdict.act)]
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)  # no measuring by cell
        self.table.setRowCount(len(self._shown))
        for place, one in enumerate(self._shown):
            for number, said in enumerate(_cells(one)):
                item = QTableWidgetItem(said)
                item.setToolTip(said)
                self.table.setItem(place, number, item)
        _fit(head)
        more = text("none_more")
        self.empty.say(text("none_here" if told else "none"), "" if told else more)
        self._stack.setCurrentWidget(self.table if self._shown else self.empty)
        self.take.offer()

    def _sheet(self) -> Sheet | None:
        """What the table shows."""
        if not self._shown:
            return None
        lines = tuple(Line("  ·  ".join(_cells(one))) for one in self._shown)
        return Sheet(text("title"), (Part(text(self.acts.on), lines),), (), (text("hint"),))

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            one = self._shown[row]
            if one.reminder is None:
                self.card_asked.emit(one.card)
            else:
                self.place_asked.emit("deadlines")

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.alerts and self._told is not None and self.isVisible():
            self._calm.start()


def _cells(one: Notice) -> tuple[str, ...]:
    return (
        words.clock(one.at), text(one.verdict.act), why(one),
        words.word(words.LEVELS, one.level), words.foreign(one.title),
    )  # fmt: skip


def _fit(head: QHeaderView) -> None:
    """Each column as wide as what stands in it; sentence and title share what is left."""
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for number in SENTENCES:
        head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
