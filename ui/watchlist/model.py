"""Watch entries as a table that can be sorted and narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from osawatch.cli import codes
from osawatch.watching.model import WORDS, Row
from ui.theme import T13, Theme, font
from ui.watchlist.words import text

COLUMNS = ("name", "list", "state", "tier", "more", "words", "suppliers")
WORD = {kind: word for word, kind in WORDS.items()}
ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Entries(QAbstractTableModel):
    """The rows that fit what was typed and picked, in the order of a column.

    Sorted and narrowed here and not by a proxy, which would ask for 10,000 cells each time: that
    took 60 ms of the window's time for 600 rows, and this takes 2.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.every: Sequence[Row] = ()
        self.rows: list[Row] = []
        self._cells: dict[tuple[str, str], dict[str, str]] = {}
        self._words: list[str] = []
        self._kind, self._ours = "all", False
        self._column, self._down = 0, False

    def show(self, rows: Sequence[Row]) -> None:
        """Other rows."""
        self.every = rows
        self._cells = {(row.kind, row.id): words(row) for row in rows}
        self._again()

    def choose(self, said: str, kind: str, *, ours: bool) -> None:
        """Other words, another list, or own and changed entries alone."""
        self._words, self._kind, self._ours = said.casefold().split(), kind, ours
        self._again()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By another column, or the other way round."""
        self._column, self._down = column, order == Qt.SortOrder.DescendingOrder
        self._again()

    def place(self, kind: str, key: str) -> QModelIndex:
        """Where an entry stands, an invalid index when it is not shown."""
        at = next((n for n, row in enumerate(self.rows) if (row.kind, row.id) == (kind, key)), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def _again(self) -> None:
        self.beginResetModel()
        self.rows = [row for row in self.every if self._fits(row)]
        if 0 <= self._column < len(COLUMNS):
            self.rows.sort(key=self._order, reverse=self._down)
        self.endResetModel()

    def _fits(self, row: Row) -> bool:
        if self._kind not in ("all", row.kind) or (self._ours and row.state == "shipped"):
            return False
        cells = self._cells[row.kind, row.id]
        said = f"{row.id} {cells['name']} {cells['more']} {row.more} {cells['state']}".casefold()
        return all(word in said for word in self._words)

    def _order(self, row: Row) -> tuple[int, str]:
        key = COLUMNS[self._column]
        return (
            (row.words, "")
            if key == "words"
            else (0, self._cells[row.kind, row.id][key].casefold())
        )

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """The same for all."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Words of a column."""
        if side is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return text(f"col_{COLUMNS[section]}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words to show; what is not as shipped stands out."""
        row, key = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells[row.kind, row.id][key]
        return row if role == ROW else self._look(row, key, role)

    def _look(self, row: Row, key: str, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(key)
        if role == Qt.ItemDataRole.FontRole:
            return self._face(row, key)
        return QColor(self._ink(row, key)) if role == Qt.ItemDataRole.ForegroundRole else None

    def _face(self, row: Row, key: str) -> QFont:
        changed = row.state != "shipped" and key in ("name", "state")
        return font(T13, 600 if changed else 400, tnum=key == "words")

    def _ink(self, row: Row, key: str) -> str:
        if row.state == "off":
            return self.theme.text3
        return self.theme.text if key == "name" or row.state != "shipped" else self.theme.text2


def words(row: Row) -> dict[str, str]:
    """What the cells of a row say."""
    return {
        "name": row.name, "list": text(WORD[row.kind]), "state": text(row.state),
        "tier": row.tier, "more": codes.sector(row.more), "suppliers": ", ".join(row.suppliers),
        "words": str(row.words) if row.words else "",
    }  # fmt: skip


def _align(key: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if key == "words" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
