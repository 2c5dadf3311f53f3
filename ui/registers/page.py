"""The page of registers: which one, its table, the chosen entry as text.

form -> core.registers (task) -> read again -> the same entry chosen; a file is all or nothing
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHeaderView,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from osawatch.core import Core
from osawatch.registers import table, waiting
from osawatch.registers.model import LICENCES, SHAPES, Entry, waited
from osawatch.reports import Filed
from osawatch.writing import write
from ui import saving
from ui.bridge import Bridge
from ui.questions import Questions
from ui.registers.chart import WaitingChart
from ui.registers.form import EntryDialog
from ui.registers.words import head, page, shown, text
from ui.tasks import Tasks
from ui.theme import Theme
from ui.typed import typed
from ui.widgets import Button, Empty, Search, Segments, TopBar, column

Answer = tuple[Entry, Filed | None]  # the entry, and of a report what the rules made of it
ALWAYS = ("title", "measure", "firm")  # what names an entry


class RegistersPage(QWidget):
    """`said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._found: list[Entry] | None = None
        self._rows: list[Entry] = []
        self._wanted = ""
        self.ask_text: Callable[[str], str | None] = self._typed
        self.dialog: EntryDialog | None = None
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._questions.answered.connect(self._on_answered)
        self._build(theme)

    def refresh(self) -> None:
        """Reads the register again, in a task."""
        shape = self.which.on
        self._questions.ask(
            partial(self._core.registers.every, shape), lambda found: self._show(shape, found)
        )

    def ready(self) -> bool:
        """Whether it is shown."""
        return self._found is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for part in (self.bar, self._empty, self.which, self.chart, self.search):
            part.set_theme(theme)

    def chosen(self) -> Entry | None:
        """The entry under the cursor."""
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def turn_to(self, shape: str) -> None:
        """Another register."""
        self.which.pick(shape)

    def write_new(self) -> None:
        """An empty form."""
        today = f"{self._core.now():%Y-%m-%d}"
        first = {"report": {"day": today}, "licence": {"filed": today}}
        self._open(None, first.get(self.which.on, {}), text(f"new_{self.which.on}"))

    def edit(self) -> None:
        """The form of the chosen entry."""
        if one := self.chosen():
            self._open(one, one.values, one.title)

    # -- building

    def _build(self, theme: Theme) -> None:
        keys = tuple((key, text(key)) for key in SHAPES)
        self.which = Segments(keys, "report", theme, text("which"))
        self.which.picked.connect(self._on_which)
        self.search = Search(text("search"), theme)
        self.search.textChanged.connect(lambda _: self._fill())
        self.undo = Button(text("undo"), theme, "quiet", "undo")
        self.undo.clicked.connect(self._undo)
        self.files, self.act = Button(text("files"), theme), Button(text("act"), theme)
        self.new = Button(text("new_report"), theme, "primary")
        self.new.clicked.connect(self.write_new)
        self._menus()
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.which, self.search)
        self.bar.stretch().add(self.undo, self.files, self.act, self.new)
        self.chart = WaitingChart(theme)
        self.chart.hide()
        self._empty = Empty(theme, "register", text("none_report"), text("more_report"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._parts())
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (self.chart, 0), (middle, 1))

    def _menus(self) -> None:
        files, acts = QMenu(self), QMenu(self)
        files.addAction(text("import"), self._ask_import)
        files.addAction(text("export"), self._ask_export)
        acts.addAction(text("edit"), self.edit)
        acts.addAction(text("inform"), self._tell)
        acts.addAction(text("withdraw"), self._withdraw)
        self.files.setMenu(files)
        self.act.setMenu(acts)

    def _parts(self) -> QSplitter:
        self.table, self.detail = QTableWidget(0, 0), QPlainTextEdit()
        self.table.setAccessibleName(text("list"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(36)
        heads = self.table.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.table.cellActivated.connect(lambda *_: self.edit())
        self.detail.setAccessibleName(text("detail"))
        self.detail.setReadOnly(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detail.setTabChangesFocus(True)
        self.detail.document().setDocumentMargin(16)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.detail)
        split.setSizes([760, 420])
        split.setChildrenCollapsible(False)
        return split

    # -- what happens

    def _open(self, one: Entry | None, values: object, title: str) -> None:
        given = dict(values) if isinstance(values, dict) else {}
        self.dialog = EntryDialog(SHAPES[self.which.on], given, title, self._theme, self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.given.connect(partial(self._keep, self.dialog, one))
        self.dialog.open()

    def _keep(self, dialog: EntryDialog, one: Entry | None, values: dict[str, str]) -> None:
        shape = self.which.on

        def done(answer: Answer) -> None:
            dialog.accept()
            self._on_kept(answer)

        call = partial(_kept, self._core, shape, one.id if one else "", values)
        self._tasks.run(self, call, done, dialog.refuse)

    def _on_kept(self, answer: Answer) -> None:
        entry, filed = answer
        self._wanted = entry.id
        if filed is None:
            self.said.emit(text("kept"))
        elif filed.alerts:
            self.said.emit(text("kept_alerts", filed.alerts))
        else:
            self.said.emit(text("kept_joined" if filed.fired else "kept_silent"))
        self.refresh()

    def _tell(self) -> None:
        one = self.chosen()
        if one and (who := self.ask_text(text("told_ask"))):
            told = partial(self._core.registers.told, one.shape, one.id, who)
            self._questions.ask(told, lambda entry: self._on_kept((entry, None)))

    def _withdraw(self) -> None:
        if one := self.chosen():
            out = partial(self._core.registers.withdraw, one.shape, one.id)
            self._questions.ask(out, lambda entry: self._on_kept((entry, None)))

    def _undo(self) -> None:
        def done(touched: int) -> None:
            self.said.emit(text("back" if touched else "nothing_back"))
            self.refresh()

        self._questions.ask(self._core.registers.undo, done)

    def take(self, file: Path) -> None:
        """Takes in all rows of a file, or says what is wrong with it."""
        shape = SHAPES[self.which.on]

        def call() -> tuple[int, int, int]:
            self._core.policies.refuse_media(file)
            rows = table.rows(file, shape, self._core.registers)
            return (len(rows), *self._core.registers.take(shape.name, rows))

        def done(told: tuple[int, int, int]) -> None:
            self.said.emit(text("took", *told))
            self.refresh()

        self._questions.ask(call, done)

    def give(self, file: Path) -> None:
        """Writes the register as CSV."""
        shape, found, today = SHAPES[self.which.on], self._found or [], self._core.now().date()

        def call() -> None:
            self._core.policies.refuse_media(file)
            write(file, table.as_csv(shape, found, today))

        self._questions.ask(call, lambda _: self.said.emit(text("wrote", file.name)))

    def _ask_import(self) -> None:
        wanted = "*.csv *.xlsx *.xls *.ods"
        chosen, _ = QFileDialog.getOpenFileName(self, text("import"), "", wanted)
        if chosen:
            self.take(Path(chosen))

    def _ask_export(self) -> None:
        name = f"{self.which.on}-{self._core.now():%Y-%m-%d}.csv"
        target = saving.ask(
            self, self._core.policies, self._questions.failed.emit, text("export"), name, "*.csv"
        )
        if target:
            self.give(target)

    def _typed(self, question: str) -> str | None:
        return typed(self, question)

    # -- showing

    def _on_which(self, shape: str) -> None:
        self._found = None
        self.new.set_words(text(f"new_{shape}"))
        self.refresh()

    def _show(self, shape: str, found: list[Entry]) -> None:
        if shape != self.which.on:
            return  # another register was chosen meanwhile: its answer is under way
        self._found = found
        licences = self.which.on == LICENCES.name
        if licences:
            points = waiting.series(found, self._core.now().date())
            self.chart.show_points(points, waiting.unknown(found))
        self.chart.setVisible(licences and bool(found))
        self._fill()

    def _fill(self) -> None:
        before = self._wanted or (one.id if (one := self.chosen()) else "")
        self._wanted = ""
        found, said = self._found or [], self.search.text().casefold().split()
        self._rows = [one for one in found if all(word in _all(one) for word in said)]
        shape = SHAPES[self.which.on]
        keys = [*shape.listed, *(["days"] if shape is LICENCES else [])]
        with QSignalBlocker(self.table):
            self.table.clear()
            self.table.setColumnCount(len(keys))
            self.table.setRowCount(len(self._rows))
            self.table.setHorizontalHeaderLabels(
                [text("days") if key == "days" else head(key) for key in keys]
            )
            for place, one in enumerate(self._rows):
                for number, key in enumerate(keys):
                    self.table.setItem(place, number, self._cell(one, key))
            self._widths(shape.listed)
            ids = [one.id for one in self._rows]
            self.table.setCurrentCell(ids.index(before) if before in ids else 0, 0)
        self._stack.setCurrentIndex(0 if self._rows else 1)
        none = "" if found else self.which.on
        self._empty.say(
            text(f"none_{none}" if none else "nothing_fits"),
            text(f"more_{none}" if none else "nothing_more"),
        )
        self._show_chosen()

    def _widths(self, listed: tuple[str, ...]) -> None:
        """Room for words; a column that is empty leaves it to the others."""
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setMinimumSectionSize(max(map(heads.sectionSizeHint, range(len(listed)))))
        for key in ("title", "measure", "firm", "outcome", "next"):
            if key in listed and (key in ALWAYS or any(one.text(key) for one in self._rows)):
                heads.setSectionResizeMode(listed.index(key), QHeaderView.ResizeMode.Stretch)

    def _cell(self, one: Entry, key: str) -> QTableWidgetItem:
        days = waited(one, self._core.now().date()) if key == "days" else None
        said = ("" if days is None else str(days)) if key == "days" else shown(one, key)
        item = QTableWidgetItem(said)
        item.setToolTip(said)
        return item

    def _show_chosen(self) -> None:
        one = self.chosen()
        self.act.setEnabled(one is not None)
        self.detail.setPlainText(page(one, self._core.now().date()) if one else "")

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()


def _kept(core: Core, shape: str, name: str, values: dict[str, str]) -> Answer:
    """In a task. A report goes through the rules as well."""
    if shape == "report":
        filed = core.reports.change(name, values) if name else core.reports.file(values)
        return filed.entry, filed
    registers = core.registers
    return (registers.change(shape, name, values) if name else registers.add(shape, values)), None


def _all(one: Entry) -> str:
    return " ".join(one.values.values()).casefold()
