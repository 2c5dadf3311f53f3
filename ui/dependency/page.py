"""The dependency page: trade files -> indicators (task, stoppable) -> kept -> a table."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QTableView, QWidget

from osawatch.chain.criticality import Criticality
from osawatch.core import Core
from osawatch.dependency.compute import Stopped, compute
from osawatch.dependency.history import Line, lines
from osawatch.dependency.kept import Kept
from osawatch.writing import write
from ui import saving, tables
from ui.bridge import Bridge
from ui.dependency.delegate import ROW_HEIGHT, ProductDelegate
from ui.dependency.model import COLUMNS, Chosen, Products
from ui.dependency.panel import Panel
from ui.dependency.words import text
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, Elided, Empty, Search, Segments, TopBar, column, ink, split

REPORTERS = ("EU27_2020", "NL")
BASES = ("value", "quantity")
FILES = "*.csv *.csv.gz *.dat *.txt *.tsv *.xlsx *.xls *.ods"
GIVES = "Excel (*.xlsx);;CSV (*.csv)"
NARROW = 92  # the search line in a small window
WIDTHS = (190, 150, 150, 150, 300, 170, 60)


@dataclass(frozen=True, slots=True)
class Told:
    """What the page shows, read in a task. `goods`, their names and marks by HS6 code."""

    kept: Kept | None = None
    lines: tuple[Line, ...] = ()
    goods: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    lands: dict[str, str] = field(default_factory=dict)
    critical: dict[str, list[tuple[str, Criticality]]] = field(default_factory=dict)


class DependencyPage(QWidget):
    """Indicators of trade. `said` carries words for a toast, `chain_asked` a good.

    `code_asked` carries an HS6 code that is to go on the watchlist.
    """

    loaded = Signal()
    said = Signal(str)
    chain_asked = Signal(str)
    code_asked = Signal(str)
    progress = Signal(int)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._fresh = core, False
        self._stop = threading.Event()
        self._told = Told()
        self._only, self._reporter, self._basis = "all", REPORTERS[0], BASES[0]
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self._on_failed)
        self._questions.answered.connect(self._on_answered)
        self.progress.connect(lambda done: self.state.setText(text("reading", done)))
        self._build(theme)

    def refresh(self) -> None:
        """Reads what is kept, in a task."""
        self._fresh = True
        self._questions.ask(self._read, self._show)

    def ready(self) -> bool:
        """Whether it is shown."""
        return self._fresh and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        parts = (self.bar, self.search, self.segments, self.whose, self.basis, self.panel)
        for part in (*parts, self._empty):
            part.set_theme(theme)
        self.delegate.theme = theme
        self.table.viewport().update()
        ink(self.state, theme.text2)

    def take(self, files: Sequence[Path]) -> None:
        """Computes the indicators of these files; all of them, or what was kept before stays."""
        self._stop = threading.Event()
        self.stop.show()
        self.state.setText(text("reading", 0))
        self._questions.ask(partial(self._computed, list(files), self._stop), self._on_computed)

    def save(self, target: Path) -> None:
        """Writes all years of the rows that are shown, in their order."""
        rows = [year for line in self.chosen.shown() for year in line.years]
        names, trade = self._told.names, self._core.trade
        self._questions.ask(
            lambda: write(target, trade.export(target, rows, names)),
            lambda _: self.said.emit(text("saved", target.name)),
        )

    # -- building

    def _build(self, theme: Theme) -> None:
        self.search = Search(text("search"), theme, 236)
        self.segments = _segments(("all", "dependent", "steady"), theme, "which")
        self.whose = _segments(REPORTERS, theme, "whose")
        self.basis = _segments(BASES, theme, "basis")
        self.state = Elided()
        ink(self.state, theme.text2)
        self.stop = Button(text("stop"), theme)
        self.stop.hide()
        self.export = Button(text("export"), theme, "quiet")
        self.export.setToolTip(text("export_told"))
        self.take_files = Button(text("import"), theme, "primary", "import")
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.search, self.segments).stretch()
        self.bar.add(self.export, self.take_files)
        self.search.setMinimumWidth(NARROW)  # and no wider than it was made
        self.rows = Products(self)
        self.chosen = Chosen(self.rows)
        self.delegate = ProductDelegate(theme, self.rows, self)
        self.table = self._table()
        self.panel = Panel(theme)
        self._split = split(Qt.Orientation.Vertical, self.table, self.panel, [560, 290])
        self._empty = Empty(theme, "dependency", text("none"), text("none_more"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (self._below(), 0), (middle, 1))
        self._connect()
        self._choose()

    def _below(self) -> QWidget:
        """Whose imports, by what, and where the figures are from."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self.whose)
        row.addWidget(self.basis)
        row.addWidget(self.state, 1)
        row.addWidget(self.stop)
        return made

    def _table(self) -> QTableView:
        table = tables.view(self.chosen, text("title"), WIDTHS, ROW_HEIGHT)
        table.setItemDelegate(self.delegate)
        table.setStyleSheet("")
        table.sortByColumn(COLUMNS.index("cdi1"), Qt.SortOrder.DescendingOrder)
        return table

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._choose())
        self.segments.picked.connect(lambda key: self._pick(only=key))
        self.whose.picked.connect(lambda key: self._pick(reporter=key))
        self.basis.picked.connect(lambda key: self._pick(basis=key))
        self.stop.clicked.connect(lambda: self._stop.set())
        self.export.clicked.connect(self._ask_export)
        self.take_files.clicked.connect(self._ask_files)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._on_row(now))
        self.panel.watched.connect(self.code_asked)
        self.panel.followed.connect(self.chain_asked)

    # -- reading

    def _read(self) -> Told:
        found, core = self._core.trade.kept(), self._core
        rows = found.rows if found else ()
        goods = dict(core.trade.goods())
        codes = {one.hs6 for one in rows}
        lands = {s.country for one in rows for s in one.suppliers}
        return Told(
            found, tuple(lines(rows)), goods,
            {hs6: ", ".join(core.names("good", one) for one in goods.get(hs6, ()))
             for hs6 in codes},
            {land: core.names("country", land) for land in lands},
            {hs6: [(core.names("good", one), core.chain.criticality(one))
                   for one in goods.get(hs6, ())] for hs6 in codes},
        )  # fmt: skip

    def _computed(self, files: list[Path], stop: threading.Event) -> tuple[int, int] | None:
        try:
            rows = compute(
                files, REPORTERS, cancel=stop,
                progress=lambda share: self.progress.emit(int(100 * share)),
            )  # fmt: skip
        except Stopped:
            return None
        return len(rows), len(self._core.trade.keep(files, rows).rows)

    # -- showing

    def _show(self, told: Told) -> None:
        self._told, found = told, told.kept
        self.rows.show(told.lines, told.names, told.lands)
        self._stack.setCurrentWidget(self._split if found else self._empty)
        self.export.setEnabled(found is not None)
        where = text("from", ", ".join(found.files), found.made) if found else ""
        self.state.setText(where)
        self._first()

    def _pick(self, *, only: str = "", reporter: str = "", basis: str = "") -> None:
        self._only, self._reporter = only or self._only, reporter or self._reporter
        self._basis = basis or self._basis
        self._choose()

    def _choose(self) -> None:
        self.chosen.choose(self.search.text(), self._only, self._reporter, self._basis)
        self._first()

    def _first(self) -> None:
        """A row is always chosen, so that there is something to see below."""
        if self.chosen.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)
        elif not self.chosen.rowCount():
            self._on_row(QModelIndex())

    def _on_row(self, now: QModelIndex) -> None:
        line = self.chosen.line(now.row()) if now.isValid() else None
        hs6, told = line.last.hs6 if line else "", self._told
        self.panel.show_line(
            line, told.names.get(hs6, ""), told.goods.get(hs6, ()), told.lands,
            told.critical.get(hs6, []),
        )  # fmt: skip

    def _on_computed(self, told: tuple[int, int] | None) -> None:
        self.stop.hide()
        self.said.emit(text("done", *told) if told else text("stopped"))
        self.refresh()

    def _on_failed(self, words: str) -> None:
        self.stop.hide()
        self.state.setText("")
        self.said.emit(text("failed", words))

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    # -- asking

    def _ask_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, text("import"), "", FILES)
        if chosen:
            self.take([Path(one) for one in chosen])

    def _ask_export(self) -> None:
        name, policies = "dependency.xlsx", self._core.policies
        target = saving.ask(self, policies, self.said.emit, text("export"), name, GIVES)
        if target:
            self.save(target)


def _segments(keys: Sequence[str], theme: Theme, name: str) -> Segments:
    return Segments([(key, text(key)) for key in keys], keys[0], theme, text(name))
