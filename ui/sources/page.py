"""The Sources page.

core.sources.rows -> model (broken first) -> table; tally and filters choose rows
a chosen row -> detail -> what was asked -> core in a task -> Changes -> read again
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.graded import Proposal
from osawatch.model import Changes, SourceRow
from osawatch.policy.leaving import Leaving
from ui import faces
from ui.bridge import Bridge
from ui.i18n import wrong
from ui.sources import health
from ui.sources.detail import Detail
from ui.sources.doing import Doing
from ui.sources.grading import Grades
from ui.sources.head import Head
from ui.sources.health import Wanted
from ui.sources.model import STATE, SourcesModel, utc_now
from ui.sources.table import SourcesTable
from ui.sources.tally import Tally
from ui.sources.words import text
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Empty, Ground, ink, label

TICK_MS = 30_000
CALM_MS = 500  # a poll changes a source every few milliseconds; nobody reads that fast
SETTLE_MS = 3_000  # of quiet after which the rows are sorted again
Read = tuple[list[SourceRow], tzinfo, list[Proposal]]


def zone_of(name: str) -> tzinfo:
    """The person's time zone; UTC when the system does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


class SourcesPage(QWidget):
    """All sources and their health.

    Signals:
        poll_asked: ids of sources to ask now; none = all. The window runs it, with a bar.
        files_asked: paths to read as if they had been fetched.
        said: a sentence about what was done, for the window's toast.
        loaded: the table shows what the core knows.
    """

    loaded = Signal()

    poll_asked = Signal(object)
    files_asked = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        bridge: Bridge,
        theme: Theme,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self.model = SourcesModel(self, clock=clock)
        self._wanted = Wanted()
        self._chosen = ""
        self._stale = self._read_once = False
        self.doing = Doing(core, tasks, theme, self)
        self._build(theme)
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._renew)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Reads all sources again, in a task."""
        self._stale = False
        self._calm.stop()
        self._settle.stop()
        self._tasks.run(self, self._read, self._on_read, self._on_failed)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.grades.theme = self.doing.theme = theme
        shown = (self.bar, self._states, self.grades.button, self.tally, self.detail, self.table)
        for part in (*shown, self._empty):
            part.set_theme(theme)
        ink(self.boxes, theme.warn)

    def ready(self) -> bool:
        """Whether the table shows what the core last said."""
        return self._read_once and not self._stale

    def chosen(self) -> SourceRow | None:
        """The source the foot of the page tells about."""
        return self.model.at(self.model.find(self._chosen))

    def choose(self, source: str) -> None:
        """Selects a source, if it is shown."""
        row = self.model.find(source)
        if row >= 0:
            self.table.selectRow(row)

    def _read(self) -> Read:
        zone = zone_of(self._core.settings().time_zone)
        return list(self._core.sources.rows()), zone, self._core.grading.proposals()

    def _on_read(self, found: Read) -> None:
        rows, self.model.zone, proposals = found
        self.grades.show_proposals(proposals, rows)
        self.model.set_rows(rows)
        self.tally.show_counts(health.tally(rows))
        self.bar.offer(rows)
        self._tell_of_boxes(rows)
        self._show_state()
        self._read_once = True
        self.loaded.emit()

    def _tell_of_boxes(self, rows: list[SourceRow]) -> None:
        """Scripts of the sources that are on and that no font here writes."""
        words = faces.told(faces.lacking({row.language for row in rows if row.enabled}))
        self.boxes.setText(words)
        self.boxes.setVisible(bool(words))

    def _on_failed(self, error: Exception) -> None:
        self._empty.say(text("failed"), wrong(error))
        self._stack.setCurrentWidget(self._empty)
        self.loaded.emit()

    def _show_state(self) -> None:
        shown, known = self.model.rowCount(), len(self.model.rows())
        if shown:
            self._stack.setCurrentWidget(self.table)
        else:
            words = ("none", "none_more") if known else ("empty", "empty_more")
            self._empty.say(*(text(key) for key in words))
            self._stack.setCurrentWidget(self._empty)
        if shown and self.model.find(self._chosen) < 0:
            self.table.selectRow(0)
        elif shown:
            self._reselect()
        self.detail.show_source(self.chosen() if shown else None, self.model.now())

    def _reselect(self) -> None:
        index = self.model.index(self.model.find(self._chosen), STATE)
        flags = QItemSelectionModel.SelectionFlag
        if self.table.currentIndex().row() != index.row():
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _build(self, theme: Theme) -> None:
        self.bar = Head(theme)
        self.search, self.attention, self.poll_all = (
            self.bar.search, self.bar.attention, self.bar.poll_all,
        )  # fmt: skip
        self.grades = Grades(self._core, self._tasks, theme, self)
        self.boxes = label("", wrap=True)
        self.boxes.setContentsMargins(16, 6, 16, 6)
        self.boxes.hide()
        ink(self.boxes, theme.warn)
        self.tally = Tally(theme)
        self.tally.follow(self.bar.new)
        self.detail = Detail(theme)
        self._empty = Empty(theme, "sources", text("empty"), text("empty_more"), text("add"))
        self.table = SourcesTable(self.model, theme)

    def _lay_out(self) -> None:
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._states = Ground(self._theme)
        states = QHBoxLayout(self._states)
        states.setContentsMargins(0, 0, 16, 0)
        states.addWidget(self.tally, 1)
        states.addWidget(self.grades.button)
        for part in (self.bar, self._states, self.boxes, middle, self.detail):
            column.addWidget(part, 1 if part is middle else 0)

    def _connect(self) -> None:
        bar, doing = self.bar, self.doing
        bar.filtered.connect(self._filter)
        self.tally.picked.connect(self._on_states)
        self.grades.said.connect(self._on_done)
        bar.poll_all.clicked.connect(lambda: self.poll_asked.emit(()))
        bar.new.clicked.connect(doing.add)
        if self._empty.button:
            self._empty.button.clicked.connect(doing.add)
        bar.files.clicked.connect(doing.read_files)
        bar.opml_in.clicked.connect(doing.opml_in)
        bar.opml_out.clicked.connect(doing.opml_out)
        doing.done.connect(self._on_done)
        for name in ("said", "poll_asked", "files_asked"):
            getattr(doing, name).connect(getattr(self, name))
        self.detail.asked.connect(self._on_asked)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def _filter(self) -> None:
        self._wanted = self.bar.wanted(self._wanted.states)
        self.model.set_wanted(self._wanted)
        self._show_state()

    def _on_states(self, states: frozenset[str]) -> None:
        self._wanted = Wanted(states=states)
        self._filter()

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.at(current.row())
        if row is not None:
            self._chosen = row.id
            self.detail.show_source(row, self.model.now())
            self._tasks.run(self, lambda: self._core.outbound.all((row.id,)), self._on_leaving)

    def _on_leaving(self, found: list[tuple[str, Leaving]]) -> None:
        for name, what in found:
            if name == self._chosen:
                self.detail.show_leaving(what)

    def _on_tick(self) -> None:
        self.model.tick()
        self.detail.show_source(self.chosen(), self.model.now())

    def _on_changed(self, changes: Changes) -> None:
        if changes.alerts and self._read_once:
            self.grades.read(self.model.rows())
        if not (changes.sources or changes.settings):
            return
        self._stale = True
        if not self.isVisible():
            return
        self._settle.start()
        if not self._calm.isActive():
            self._calm.start()

    def _renew(self) -> None:
        self._stale = False
        self._tasks.run(self, self._read, self._on_renewed, self._on_failed)

    def _on_renewed(self, found: Read) -> None:
        rows, self.model.zone, proposals = found
        self.grades.show_proposals(proposals, rows)
        if self.model.rowCount() == 0:
            self._on_read(found)
            return
        self.model.renew_rows(rows)
        self.tally.show_counts(health.tally(rows))
        self.detail.show_source(self.chosen(), self.model.now())
        self.loaded.emit()

    def _on_done(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.refresh()

    def _on_asked(self, action: str, source: str) -> None:
        row = self.model.at(self.model.find(source))
        if row is not None and action == "grade":
            self.grades.ask(row)
        elif row is not None:
            self.doing.act(action, row)

    def showEvent(self, event: object) -> None:
        """Reads when it was told of changes while hidden, or never read before."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self._timer.start(TICK_MS)
        self.table.setFocus()
        if self._stale or not self.model.rows():
            self.refresh()

    def hideEvent(self, event: object) -> None:
        """A hidden page tells no time."""
        super().hideEvent(event)  # type: ignore[arg-type]  # a QHideEvent
        self._timer.stop()
