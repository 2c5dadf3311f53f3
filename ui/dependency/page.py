"""The dependency page: trade files -> indicators (task, stoppable) -> kept -> a table."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QWidget,
)

from osawatch.bundle.exchange import write
from osawatch.core import Core
from osawatch.dependency import kept
from osawatch.dependency.compute import Stopped, compute
from osawatch.dependency.kept import Kept
from ui.bridge import Bridge
from ui.dependency.model import COLUMNS, Chosen, Indicators
from ui.dependency.words import text
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, Empty, Search, Segments, TopBar, column, ink, label

REPORTERS = ("EU27_2020", "NL")
FILES = "*.csv *.csv.gz *.dat *.txt *.tsv *.xlsx *.xls *.ods"
Told = tuple[Kept | None, dict[str, str], dict[str, str]]


class DependencyPage(QWidget):
    """Indicators of trade. `said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)
    progress = Signal(int)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._fresh = core, False
        self._stop = threading.Event()
        self._told: Told = (None, {}, {})
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
        for part in (self.bar, self.search, self.segments, self._empty):
            part.set_theme(theme)
        ink(self.state, theme.text2)

    def take(self, files: Sequence[Path]) -> None:
        """Computes the indicators of these files; all of them, or what was kept before stays."""
        self._stop = threading.Event()
        self.stop.show()
        self.state.setText(text("reading", 0))
        self._questions.ask(partial(self._computed, list(files), self._stop), self._on_computed)

    def save(self, target: Path) -> None:
        """Writes the rows that are shown, in their order."""
        found, names, _ = self._told
        if found is None:
            return
        shown = [
            found.rows[self.chosen.mapToSource(self.chosen.index(row, 0)).row()]
            for row in range(self.chosen.rowCount())
        ]
        self._questions.ask(
            lambda: write(target, kept.as_csv(shown, names)),
            lambda _: self.said.emit(text("saved", target.name)),
        )

    # -- building

    def _build(self, theme: Theme) -> None:
        self.search = Search(text("search"), theme, 260)
        keys = [(key, text(key)) for key in ("all", "dependent", "steady")]
        self.segments = Segments(keys, "all", theme, text("which"))
        self.state = label("")
        ink(self.state, theme.text2)
        self.stop = Button(text("stop"), theme)
        self.stop.hide()
        self.export = Button(text("export"), theme, "quiet")
        self.take_files = Button(text("import"), theme, "primary", "import")
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.search, self.segments).stretch()
        self.bar.add(self.state, self.stop, self.export, self.take_files)
        self.rows = Indicators(self)
        self.chosen = Chosen(self.rows)
        self.table = self._table()
        self._empty = Empty(theme, "dependency", text("none"), text("none_more"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (middle, 1))
        self._only = "all"
        self.search.textChanged.connect(lambda _: self._choose())
        self.segments.picked.connect(self._on_only)
        self.stop.clicked.connect(lambda: self._stop.set())
        self.export.clicked.connect(self._ask_export)
        self.take_files.clicked.connect(self._ask_files)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.chosen)
        table.setSortingEnabled(True)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setStyleSheet("QTableView::item { padding: 0 12px; }")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(text("title"))
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(32)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        for place, width in enumerate((64, 80, 150, 56, 88, 124, 112, 124, 104, 104)):
            table.setColumnWidth(place, width)
        table.sortByColumn(COLUMNS.index("cdi1"), Qt.SortOrder.DescendingOrder)
        return table

    # -- reading

    def _read(self) -> Told:
        found = kept.load(self._core.profile.folder)
        lands = {s.country for one in (found.rows if found else ()) for s in one.suppliers}
        names = {land: self._core.names("country", land) for land in lands}
        return found, self._goods(), names

    def _goods(self) -> dict[str, str]:
        """Goods of the watchlist by HS6 code."""
        goods = self._core.rulebook.pack.watchlist.goods
        return {
            code.hs6: self._core.names("good", key)
            for key, good in goods.items()
            for code in good.codes
            if code.hs6
        }

    def _computed(self, files: list[Path], stop: threading.Event) -> tuple[int, int] | None:
        try:
            rows = compute(
                files, REPORTERS, cancel=stop,
                progress=lambda share: self.progress.emit(int(100 * share)),
            )  # fmt: skip
        except Stopped:
            return None
        few = kept.watched(rows, self._goods())
        made = f"{self._core.now():%Y-%m-%d %H:%M}"
        names = tuple(file.name for file in files)
        kept.save(self._core.profile.folder, Kept(names, made, tuple(few)))
        return len(rows), len(few)

    def _show(self, told: Told) -> None:
        self._told = told
        found, goods, lands = told
        self.rows.show(found.rows if found else (), goods, lands)
        self._stack.setCurrentWidget(self.table if found else self._empty)
        self.export.setEnabled(found is not None)
        where = text("from", ", ".join(found.files), found.made) if found else ""
        self.state.setText(found.made if found else "")
        self.state.setToolTip(where)

    def _choose(self) -> None:
        self.chosen.choose(self.search.text(), self._only)

    def _on_only(self, key: str) -> None:
        self._only = key
        self._choose()

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
        chosen, _ = QFileDialog.getSaveFileName(self, text("export"), "dependency.csv", "*.csv")
        if chosen:
            self.save(Path(chosen))
