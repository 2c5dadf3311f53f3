"""Tables of rows in memory that pages share: they sort by figures, and show words.

A page gives its columns, the words of a cell and what it sorts by; Qt's side of it is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

SORT = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1  # the row itself, for who paints it
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Row = TypeVar("Row")


class Rows(QAbstractTableModel, Generic[Row]):
    """Rows with the same columns. What a page's table says, its subclass says."""

    COLUMNS: Sequence[str] = ()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def head(self, key: str) -> str:
        """The words over a column."""
        raise NotImplementedError

    def head_tip(self, key: str) -> str | None:
        """What the figures of a column are, None = nothing to tell."""
        return None

    def words(self, row: Row, key: str) -> str:
        """What a cell says."""
        raise NotImplementedError

    def tip(self, row: Row, key: str) -> str:
        """What a cell says when one points at it."""
        return self.words(row, key)

    def order(self, row: Row, key: str, place: int) -> Any:
        """What a cell sorts by; `place` is its row before sorting."""
        return self.words(row, key).casefold()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """The same for all."""
        return 0 if parent.isValid() else len(self.COLUMNS)

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Words of a column, and what its figure is."""
        if side is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.head(self.COLUMNS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.head_tip(self.COLUMNS[section])
        return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words to show, figures to sort by."""
        row, key = self.rows[index.row()], self.COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(row, key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row, key)
        if role == SORT:
            return self.order(row, key, index.row())
        return row if role == ROW else None


def view(model: QAbstractItemModel, name: str, widths: Sequence[int], high: int) -> QTableView:
    """The rows as a table that sorts by a click on a head; one row is chosen at a time."""
    made = QTableView()
    made.setModel(model)
    made.setSortingEnabled(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setStyleSheet("QTableView::item { padding: 0 12px; }")
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setAccessibleName(name)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(high)
    head = made.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setStretchLastSection(True)
    for place, width in enumerate(widths):
        made.setColumnWidth(place, width)
    return made
