"""The table behind the chart, on screen: the same cells as the CSV, with heads in words."""

from __future__ import annotations

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


class SheetModel(QAbstractTableModel):
    """Days, the newest first. An unobserved day says so instead of a figure."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._table = Table((), ())

    def show_table(self, table: Table) -> None:
        """Other figures."""
        self.beginResetModel()
        self._table = Table(table.heads, tuple(reversed(table.rows)))
        self.endResetModel()

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
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Names of the parts, words for the rest; each above its figures."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            head = self._table.heads[section]
            return text(HEADS[head]) if head in HEADS else head
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
