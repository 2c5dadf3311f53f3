"""The page of situations: which one, its timeline, how sure each line is; read again as it changes.

bridge.changed -> read again (task, at most once a second); every minute: how long is left
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.agenda.timeline import Row, rows, silent
from osawatch.core import Core
from osawatch.model import SourceRow
from osawatch.situation.model import CERTAINTIES, Situation
from ui import words
from ui.bridge import Bridge
from ui.questions import Questions
from ui.sheet import Line, Part, Sheet
from ui.situation.form import NewSituation
from ui.situation.words import reports, state, text
from ui.takeaway import Takeaway
from ui.tasks import Tasks
from ui.theme import T11, Theme
from ui.typed import typed
from ui.widgets import Button, Empty, Segments, TopBar, column, ink, label

Told = tuple[list[Situation], list[Row], list[SourceRow]]
COLUMNS = ("at", "certainty", "text", "who")
CALM_MS, MINUTE_MS = 1_000, 60_000
SIGNS = {"confirmed": "●", "unconfirmed": "○", "rumour": "?"}  # never by colour alone


class SituationPage(QWidget):
    """`said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)
    paper_asked = Signal(str, str, str)  # "situation", its id, its title
    address_asked = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._told: Told | None = None
        self._shown: list[Row] = []
        self._wanted = ""
        self.form: NewSituation | None = None
        self.ask_text: Callable[[str], str | None] = self._typed
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._questions.answered.connect(self._on_answered)
        self._build(theme)
        self._calm, self._minute = QTimer(self), QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.refresh)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(lambda: self.refresh() if self.isVisible() else None)
        self._minute.start()
        bridge.changed.connect(lambda _: self._calm.start() if self.isVisible() else None)

    def refresh(self) -> None:
        """Reads it again, in a task."""
        self._questions.ask(partial(self._read, self._chosen_id()), self._show)

    def ready(self) -> bool:
        """Whether it is shown."""
        return self._told is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for part in (self.bar, self._empty, self.sure):
            part.set_theme(theme)
        self._colour()
        if self._told:
            self._fill()

    def chosen(self) -> Situation | None:
        """The situation that is shown."""
        found = self._told[0] if self._told else []
        return next((one for one in found if one.id == self.which.currentData()), None)

    def row(self) -> Row | None:
        """The line under the cursor."""
        at = self.table.currentRow()
        return self._shown[at] if 0 <= at < len(self._shown) else None

    # -- building

    def _build(self, theme: Theme) -> None:
        self.which = QComboBox()
        self.which.setAccessibleName(text("which"))
        self.which.setMinimumWidth(220)
        self.which.activated.connect(lambda _: self.refresh())
        keys = (("", text("all")), *((one, text(one)) for one in CERTAINTIES))
        self.sure = Segments(keys, "", theme, text("sure"))
        self.sure.picked.connect(lambda _: self._fill())
        self._buttons(theme)
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.which, self.sure)
        self.take = Takeaway(self, self._core, self._questions, theme, self._sheet, self.said.emit)
        self.bar.stretch().add(self.take.copy, self.take.print)
        self.bar.add(self.undo, self.act, self.add, self.report, self.new)
        self.state, self.quiet, self.left = (label("", T11, wrap=True) for _ in range(3))
        self.table = self._table()
        self._empty = Empty(theme, "situation", text("none"), text("none_more"))
        middle, head = QWidget(), QWidget()
        inner = QVBoxLayout(head)
        inner.setContentsMargins(16, 8, 16, 8)
        inner.setSpacing(2)
        for line in (self.state, self.quiet, self.left):
            inner.addWidget(line)
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._colour()
        column(self, (self.bar, 0), (head, 0), (middle, 1))

    def _buttons(self, theme: Theme) -> None:
        self.undo = Button(text("undo"), theme, "quiet", "undo")
        self.act, self.add = Button(text("act"), theme), Button(text("add"), theme)
        self.report, self.new = Button(text("report"), theme), Button(text("new"), theme, "primary")
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.act.setMenu(self.menu)
        self.undo.clicked.connect(self._undo)
        self.add.clicked.connect(self.add_line)
        self.report.clicked.connect(self._write_report)
        self.new.clicked.connect(self.write_new)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(COLUMNS))
        table.setHorizontalHeaderLabels([text(key) for key in COLUMNS])
        table.setAccessibleName(text("list"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(36)
        heads = table.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(COLUMNS.index("text"), QHeaderView.ResizeMode.Stretch)
        table.cellActivated.connect(lambda *_: self._open_source())
        return table

    def fill_menu(self) -> None:
        """What can be done with the chosen line, and with the situation."""
        self.menu.clear()
        one, row = self.chosen(), self.row()
        if one is None:
            return
        if row is not None:
            sure = self.menu.addMenu(text("sure"))
            for word in CERTAINTIES:
                mark = partial(self._core.situations.mark, one.id, row.id, word)
                sure.addAction(f"{SIGNS[word]}  {text(word)}", partial(self._do, mark))
        if one.runs(self._core.now()):
            self.menu.addAction(text("extend"), partial(self._extend, one))
        if not one.ended:
            end = partial(self._core.situations.end, one.id)
            self.menu.addAction(text("end"), partial(self._do, end))

    def _colour(self) -> None:
        for line, colour in (
            (self.state, self._theme.text), (self.quiet, self._theme.bad),
            (self.left, self._theme.text2),
        ):  # fmt: skip
            ink(line, colour)

    # -- what happens

    def write_new(self) -> None:
        """The form, once it is known which sources are on."""
        self._questions.ask(self._sources, self._open_form)

    def add_line(self) -> None:
        """A line, then how sure it is."""
        one = self.chosen()
        if one is None:
            return
        words = self.ask_text(text("line_ask"))
        if not words:
            return
        menu = QMenu(self)
        for sure in CERTAINTIES:
            put = partial(self._core.situations.line, one.id, words, sure)
            menu.addAction(f"{SIGNS[sure]}  {text(sure)}", partial(self._do, put))
        self.certainty_menu = menu
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _sources(self) -> list[SourceRow]:
        return [row for row in self._core.sources.rows() if row.enabled]

    def _open_form(self, sources: list[SourceRow]) -> None:
        self.form = form = NewSituation(sources, self._theme, self)
        form.given.connect(lambda given: self._begin(form, given))
        form.open()

    def _begin(self, form: NewSituation, given: dict[str, Any]) -> None:
        def done(one: Situation) -> None:
            form.accept()
            self._on_done(one)

        call = partial(self._core.situations.open, **given)
        self._tasks.run(self, call, done, form.refuse)

    def _extend(self, one: Situation) -> None:
        typed = self.ask_text(text("extend_ask"))
        if typed is None:
            return
        if not typed.strip().isdecimal():
            self.said.emit(text("no_hours", typed))
            return
        self._do(partial(self._core.situations.extend, one.id, int(typed)))

    def _do(self, act: Callable[[], Situation]) -> None:
        self._questions.ask(act, self._on_done)

    def _on_done(self, one: Situation) -> None:
        self._wanted = one.id
        self.said.emit(text("kept"))
        self.refresh()

    def _undo(self) -> None:
        def done(touched: int) -> None:
            self.said.emit(text("back" if touched else "nothing_back"))
            self.refresh()

        self._questions.ask(self._core.situations.undo, done)

    def _write_report(self) -> None:
        if one := self.chosen():
            self.paper_asked.emit("situation", one.id, one.title)

    def _open_source(self) -> None:
        row = self.row()
        if row is not None and row.url:
            self.address_asked.emit(row.url)

    def _typed(self, question: str) -> str | None:
        return typed(self, question)

    # -- showing

    def _chosen_id(self) -> str:
        return self._wanted or str(self.which.currentData() or "")

    def _read(self, name: str) -> Told:
        found = self._core.situations.every()
        one = next((x for x in found if x.id == name), found[0] if found else None)
        if one is None:
            return found, [], []
        return found, rows(self._core, one), silent(self._core, one)

    def _show(self, told: Told) -> None:
        wanted = self._chosen_id()
        self._told, self._wanted = told, ""
        with QSignalBlocker(self.which):
            self.which.clear()
            for one in told[0]:
                self.which.addItem(one.title, one.id)
            self.which.setCurrentIndex(max(0, self.which.findData(wanted)))
        self._fill()

    def _fill(self) -> None:
        one, now = self.chosen(), self._core.now()
        found, quiet = (self._told[1], self._told[2]) if self._told else ([], [])
        self._shown = [row for row in found if self.sure.on in ("", row.certainty)]
        before = self.table.currentRow()
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self._shown))
            for place, row in enumerate(self._shown):
                for number, key in enumerate(COLUMNS):
                    self.table.setItem(place, number, self._cell(row, key))
            self.table.setCurrentCell(min(max(before, 0), len(self._shown) - 1), 0)
        self.state.setText(state(one, now) if one else "")
        named = ", ".join(row.title for row in quiet)
        self.quiet.setText(text("silent", named) if named and one and one.runs(now) else "")
        self.left.setText(reports(one) if one else "")
        for line in (self.state, self.quiet, self.left):
            line.setVisible(bool(line.text()))
        for button in (self.act, self.add, self.report):
            button.setEnabled(one is not None)
        self.which.setVisible(one is not None)
        self.take.offer()
        self._stack.setCurrentIndex(0 if self._shown else 1)
        self._empty.say(
            text("nothing" if one else "none"), text("nothing_more" if one else "none_more")
        )

    def _sheet(self) -> Sheet | None:
        """What the table shows: only the lines that are chosen by how sure they are."""
        one = self.chosen()
        if one is None:
            return None
        heads = [line.text() for line in (self.state, self.quiet, self.left) if line.text()]
        heading = text("list")
        if self.sure.on:
            heading = f"{heading}, {text(self.sure.on)}"
        lines = tuple(self._line(row) for row in self._shown)
        return Sheet(one.title, (Part(heading, lines, text("nothing")),), (), tuple(heads))

    def _line(self, row: Row) -> Line:
        told = (self._words(row, key) for key in ("at", "certainty", "text"))
        source = ", ".join(filter(None, (self._words(row, "who"), row.url)))
        return Line("  ·  ".join(told), source=source)

    def _cell(self, row: Row, key: str) -> QTableWidgetItem:
        told = self._words(row, key)
        item = QTableWidgetItem(told)
        if key == "certainty":
            item.setToolTip(text("said" if row.said else "guessed"))
            colours = {"confirmed": self._theme.text, "unconfirmed": self._theme.text2}
            item.setForeground(QBrush(QColor(colours.get(row.certainty, self._theme.bad))))
        else:
            item.setToolTip(told)
        return item

    def _words(self, row: Row, key: str) -> str:
        who = row.who or text("nobody")
        told = {
            "at": words.clock(row.at), "text": words.foreign(row.text),
            "certainty": f"{SIGNS[row.certainty]}  {text(row.certainty)}",
            "who": words.foreign(who),
        }[key]  # fmt: skip
        if key == "who" and (row.official or row.what == "line"):
            return f"{told} · {text('official' if row.official else 'line')}"
        return told

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()
