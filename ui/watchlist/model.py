"""Watch entries as a table that can be sorted and narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from osawatch.watching.model import WORDS, Row
from ui.theme import T13, Theme, font
from ui.watchlist.words import text

COLUMNS = ("name", "list", "state", "tier", "more", "words", "suppliers")
WORD = {kind: word for word, kind in WORDS.items()}
SORT = Qt.ItemDataRole.UserRole
ROW = SORT + 1
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Entries(QAbstractTableModel):
    """All rows."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

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
        """Words to show, values to sort by; what is not as shipped stands out."""
        row, key = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words(row, key)
        if role == ROW:
            return row
        if role == SORT:
            return row.words if key == "words" else words(row, key).casefold()
        return self._look(row, key, role)

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


class Chosen(QSortFilterProxyModel):
    """The rows that fit what was typed and picked."""

    def __init__(self, rows: Entries) -> None:
        super().__init__(rows)
        self._words: list[str] = []
        self._kind, self._ours = "all", False
        self._entries = rows
        self.setSourceModel(rows)
        self.setSortRole(SORT)

    def choose(self, said: str, kind: str, *, ours: bool) -> None:
        """Other words, another list, or own and changed entries alone."""
        self._words, self._kind, self._ours = said.casefold().split(), kind, ours
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """All words, in name, id, sector or state."""
        one = self._entries.rows[row]
        if self._kind not in ("all", one.kind) or (self._ours and one.state == "shipped"):
            return False
        said = " ".join(words(one, key) for key in ("name", "id", "more", "state")).casefold()
        return all(word in said for word in self._words)

    def place(self, kind: str, key: str) -> QModelIndex:
        """Where an entry stands, an invalid index when it is not shown."""
        for n, row in enumerate(self._entries.rows):
            if (row.kind, row.id) == (kind, key):
                return self.mapFromSource(self._entries.index(n, 0))
        return QModelIndex()


def words(row: Row, key: str) -> str:
    """What a cell says."""
    return {
        "name": row.name, "list": text(WORD[row.kind]), "state": text(row.state),
        "tier": row.tier, "more": row.more, "suppliers": ", ".join(row.suppliers),
        "words": str(row.words) if row.words else "", "id": row.id,
    }[key]  # fmt: skip


def _align(key: str) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if key == "words" else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
