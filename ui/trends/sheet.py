"""The table behind the chart, on screen: the same cells as the CSV, with heads in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.theme import T11, font
from ui.trends.export import Table
from ui.trends.words import text

Index = QModelIndex | QPersistentModelIndex
HEADS = {
    "day_utc": "day_utc",
    "stories": "chart",
    "expected": "expected",
    "upper": "upper",
    "p": "p",
    "coverage": "coverage",
    "other": "other",
}


def head(key: str) -> str:
    """A head of the daily table in words; a measure's stands for itself."""
    return text(HEADS[key]) if key in HEADS else key


class SheetModel(QAbstractTableModel):
    """Days, the newest first, or countries. An unobserved day says so instead of a figure."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._table = Table((), ())
        self._head: Callable[[str], str] = head
        self._words: tuple[int, ...] = ()

    def show_table(
        self,
        table: Table,
        head: Callable[[str], str] = head,
        *,
        turned: bool = True,
        words: tuple[int, ...] = (),
    ) -> None:
        """Other figures. `turned`: the last row first; `words`: columns that are no figures."""
        self.beginResetModel()
        rows = tuple(reversed(table.rows)) if turned else table.rows
        self._table, self._head, self._words = Table(table.heads, rows), head, (0, *words)
        self.endResetModel()

    def cell(self, row: int, column: int) -> str:
        """What stands there."""
        return self._table.rows[row][column]

    def _side(self, column: int) -> int:
        right = column not in self._words
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row a day."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As many as the split has parts, and six."""
        return 0 if parent.isValid() else len(self._table.heads)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Figures to the right, tabular."""
        row, column = self._table.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return text("gap") if column == 1 and not row[1] else row[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Names of the parts, words for the rest; each above its figures."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._head(self._table.heads[section])
        return None


def sheet(model: SheetModel) -> QTableView:
    """A plain table over the model."""
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(text("table"))
    view.setShowGrid(False)
    view.setStyleSheet("QTableView::item { padding: 0 12px; }")
    view.setAlternatingRowColors(True)
    view.setFont(font(tnum=True))
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(28)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setFont(font(T11, 600))
    view.horizontalHeader().setFixedHeight(32)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setDefaultSectionSize(116)
    return view
