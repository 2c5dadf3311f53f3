"""The page of the watchlist: a table, and the chosen entry beside it.

watching.rows (task) -> table; a row -> watching.open (task) -> the entry, read only
Return or Change -> its form; Ctrl+S saves, Escape leaves; Delete drops; Ctrl+Z takes back
Import -> watching.plan (task) -> the report -> watching.apply; Export -> watching.give
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QMessageBox,
    QSplitter,
    QWidget,
)

from osawatch.core import Core
from osawatch.model import Changes
from osawatch.watching.model import KINDS, Opened, Plan, Row
from ui import saving
from ui.bridge import Bridge
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme
from ui.watchlist.entry import EntrySide
from ui.watchlist.model import ROW, WORD, Entries
from ui.watchlist.report import Report
from ui.watchlist.table import Table
from ui.watchlist.words import KEYS, text
from ui.widgets import Button, Search, Segments, Toggle, TopBar, column, ink, label

TAKES = "*.csv *.xlsx *.xls *.ods *.yaml *.yml"
GIVES = "CSV (*.csv);;Excel (*.xlsx);;YAML (*.yaml)"
NEW = ("goods", "companies", "groups", "measures")  # every country is there already


class WatchlistPage(QWidget):
    """`said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._fresh, self._at = False, ("", "")
        self.report: Report | None = None
        self.menu: QMenu | None = None
        self.ask_leave: Callable[[], bool] = self._ask_leave
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._questions.answered.connect(self._on_answered)
        self._build(theme)
        bridge.changed.connect(self._on_changes)

    def refresh(self) -> None:
        """Reads all entries again, in a task."""
        self._fresh = True
        self._questions.ask(self._read, self._show)

    def ready(self) -> bool:
        """Whether all that was asked for is shown."""
        return self._fresh and not self._questions.open and self.side.ready()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self.rows.theme = theme
        for part in (self.bar, self.tools, self.search, self.segments, self.side):
            part.set_theme(theme)
        ink(self.state, theme.text2)
        self.table.viewport().update()

    def watch_new(self, kind: str, texts: Mapping[str, str]) -> None:
        """A form for a new entry, filled in."""
        if self.may_leave():
            self._at = ("", "")
            self.table.clearSelection()
            self.side.edit(self._core.watching.new(kind, {}), texts)

    def watch_word(self, kind: str, key: str, field: str, said: str) -> None:
        """The form of an entry, with one more line in a field."""

        def begin(opened: Opened) -> None:
            before = opened.texts.get(field, "")
            self._come_to(kind, key)
            self.side.edit(opened, {field: f"{before}\n{said}".strip("\n")})
            self.side.form.begin(field)

        if self.may_leave():
            self._at = (kind, key)
            self._questions.ask(lambda: self._core.watching.open(kind, key), begin)

    # -- building

    def _build(self, theme: Theme) -> None:
        self.search = Search(text("search"), theme, 220)
        keys = [(key, text(key)) for key in ("all", *KINDS)]
        self.segments = Segments(keys, "all", theme, text("which"))
        self.ours = Toggle(text("ours"), theme)
        self.undo = Button(text("undo"), theme, "quiet", "undo")
        self.take_file = Button(text("import"), theme, "", "import")
        self.export = Button(text("export"), theme)
        self.new = Button(text("new"), theme, "primary", "plus")
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.search).stretch().add(self.undo, self.take_file, self.export, self.new)
        self.state = label("")
        ink(self.state, theme.text2)
        self.tools = TopBar(theme, "").add(self.segments, self.ours).stretch()
        self.tools.add(self.state)
        self.rows = Entries(theme, self)
        self.table = Table(self.rows)
        self.side = EntrySide(self._core, self._tasks, theme)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.side)
        split.setSizes([792, 440])
        split.setStretchFactor(0, 1)
        column(self, (self.bar, 0), (self.tools, 0), (split, 1))
        self._connect()

    def _connect(self) -> None:
        self.rows.modelReset.connect(lambda: self._come_to(*self._at))
        self.search.textChanged.connect(lambda _: self._choose())
        self.segments.picked.connect(lambda _: self._choose())
        self.ours.toggled.connect(lambda _: self._choose())
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._on_row(now))
        self.table.asked.connect(self._on_key)
        self.side.done.connect(self._on_done)
        self.side.said.connect(self.said)
        self.side.left.connect(self._on_left)
        self.undo.clicked.connect(self.take_back)
        self.take_file.clicked.connect(self._ask_file)
        self.export.clicked.connect(self._export_menu)
        self.new.clicked.connect(self.begin_new)
        does = {
            "new": self.begin_new, "save": self.side.save_now, "try": self.side.try_now,
            "leave": self._on_escape,
        }  # fmt: skip
        for keys, what in KEYS:
            shortcut = QShortcut(QKeySequence(keys), self, does[what])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- reading

    def _read(self) -> tuple[list[Row], list[str], bool]:
        watching = self._core.watching
        return watching.rows(), watching.faults(), watching.can_undo

    def _show(self, told: tuple[list[Row], list[str], bool]) -> None:
        rows, faults, can_undo = told
        at = self._at
        self.rows.show(rows)
        self.undo.setEnabled(can_undo)
        self._say_count()
        if faults:
            self.said.emit(text("faults", len(faults), faults[0]))
        if any(at) and not self.side.editing:
            self._come_to(*at)
        elif not self.side.editing and self.rows.rowCount():
            self.table.selectRow(0)

    def _come_to(self, kind: str, key: str) -> None:
        index = self.rows.place(kind, key)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _choose(self) -> None:
        self.rows.choose(self.search.text(), self.segments.on, ours=self.ours.isChecked())
        self._say_count()

    def _say_count(self) -> None:
        self.state.setText(text("count", self.rows.rowCount(), len(self.rows.every)))

    def row(self) -> Row | None:
        """The chosen row."""
        found = self.table.currentIndex().data(ROW)
        return found if isinstance(found, Row) else None

    def _on_row(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if not isinstance(row, Row) or ((row.kind, row.id) == self._at and self.side.editing):
            return
        if self.side.modified() and not self.ask_leave():
            self._come_to(*self._at)
            return
        self._at = (row.kind, row.id)
        self._questions.ask(lambda: self._core.watching.open(row.kind, row.id), self._on_opened)

    def _on_opened(self, opened: Opened) -> None:
        if (opened.kind, opened.id) == self._at and not self.side.modified():
            self.side.show_entry(opened)

    def _on_changes(self, changes: Changes) -> None:
        if changes.settings and self._fresh:  # the watchlist was read again
            self.refresh()

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    # -- doing

    def begin_new(self) -> None:
        """A new entry of the list that is shown, or of one that is picked."""
        kind = self.segments.on
        if kind in NEW:
            self.watch_new(kind, {})
        else:
            self._pop(
                [(text(WORD[one]), partial(self.watch_new, one, {})) for one in NEW], self.new
            )

    def take_back(self) -> None:
        """The last change of the watchlist, undone."""
        self._questions.ask(
            self._core.watching.undo,
            lambda done: self._on_done(*self._at, text("undone" if done else "no_undo")),
        )

    def take(self, path: Path) -> None:
        """Shows what a file would change; it is applied when a person says so."""
        watching = self._core.watching
        report = Report(
            path, lambda whole: watching.plan(path, whole=whole), self._tasks, self._theme, self
        )
        report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        report.accepted.connect(lambda: self._apply(report.plan))
        report.open()
        self.report = report

    def give(self, path: Path, *, everything: bool) -> None:
        """Writes own entries, or all, into a file."""
        self._questions.ask(
            lambda: self._core.watching.give(path, everything=everything),
            lambda count: self.said.emit(text("given", count, path.name)),
        )

    def _apply(self, plan: Plan | None) -> None:
        if plan is not None:
            counts = (len(plan.added), len(plan.changed), len(plan.dropped))
            self._questions.ask(
                lambda: self._core.watching.apply(plan),
                lambda _: self._on_done(*self._at, text("taken", *counts)),
            )

    def _on_done(self, kind: str, key: str, words: str) -> None:
        self._at = (kind, key)
        self.said.emit(words)
        self.refresh()
        self.table.setFocus()

    def _on_left(self) -> None:
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """The table has the keys."""
        super().showEvent(event)
        if not self.side.editing:
            self.table.setFocus()

    def _on_escape(self) -> None:
        if self.side.editing:
            if not self.side.modified() or self.ask_leave():
                self.side.leave()
        else:
            self.table.setFocus()

    def _on_key(self, what: str) -> None:
        does: dict[str, Callable[[], object]] = {
            "edit": self.side.edit, "remove": self.side.remove, "undo": self.take_back,
            "search": self.search.setFocus, "new": self.begin_new,
        }  # fmt: skip
        does[what]()

    def may_leave(self) -> bool:
        """Whether nothing is unsaved, or the person lets it go."""
        return not self.side.modified() or self.ask_leave()

    # -- asking

    def _ask_leave(self) -> bool:
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text("unsaved"))
        box.setStandardButtons(
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
        )
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)  # Return loses nothing
        return bool(box.exec() == QMessageBox.StandardButton.Discard)

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, text("import"), "", TAKES)
        if chosen:
            self.take(Path(chosen))

    def _export_menu(self) -> None:
        self._pop(
            [
                (text("export_own"), partial(self._ask_target, everything=False)),
                (text("export_all"), partial(self._ask_target, everything=True)),
            ],
            self.export,
        )

    def _ask_target(self, *, everything: bool) -> None:
        target = saving.ask(
            self,
            self._core.policies,
            self._questions.failed.emit,
            text("export"),
            "watchlist.csv",
            GIVES,
        )
        if target:
            self.give(target, everything=everything)

    def _pop(self, choices: list[tuple[str, Callable[[], object]]], under: QWidget) -> None:
        menu = QMenu(self)
        for n, (said, do) in enumerate(choices, 1):
            menu.addAction(f"&{n}   {said}").triggered.connect(lambda _=False, do=do: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))
        self.menu = menu
