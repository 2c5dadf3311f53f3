"""The nodes of a walk as a table that sorts by its figures."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from osawatch.chain.model import FACTORS, Row
from ui.chains.reading import Answer
from ui.chains.texts import text
from ui.chains.words import hhi, hit_of, only_left, percent, plain, where
from ui.i18n import figure

COLUMNS = ("name", "left", "strength", "first", "share", "hhi", "mark", "figures")
TOLD = ("strength", "hhi", "mark")
RISKS = ("high", "unknown", "medium", "low")
HAIR = 1e-9
SORT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Nodes(QAbstractTableModel):
    """All nodes that are shown but the start."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.answer: Answer | None = None
        self.rows: tuple[Row, ...] = ()

    def show_answer(self, answer: Answer) -> None:
        """Other rows."""
        self.beginResetModel()
        self.answer, self.rows = answer, answer.rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """One a node."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """The same for all."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Words of a column, and what its figure is."""
        if side is not Qt.Orientation.Horizontal:
            return None
        key = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return text(key)
        if role == Qt.ItemDataRole.ToolTipRole and key in TOLD:
            return text(f"{key}_told", *(FACTORS.values() if key == "strength" else ()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words to show, figures to sort by."""
        row, key = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, key)
        if role == Qt.ItemDataRole.ToolTipRole:
            said = text("own") if key == "name" and row.reach.own else ""
            return plain(", ".join(part for part in (self._words(row, key), said) if part))
        return self._sort(row, key, index.row()) if role == SORT else None

    def _words(self, row: Row, key: str) -> str:
        best = row.marks.best if row.marks else None
        if key == "name":
            return f"{row.name} *" if row.reach.own else row.name
        if key == "strength":
            return figure(row.reach.weight, 2)
        if key == "left":
            hit = hit_of(self.answer, row.reach.node) if self.answer else None
            return only_left(hit) if hit else ""
        if key == "mark":
            return text(row.marks.risk) if row.marks else text("use")
        if best is None:
            return "–" if row.marks else ""
        lands = self.answer.lands if self.answer else {}
        return {
            "first": lands.get(best.first[0], best.first[0]),
            "share": f"{percent(best.first[1])} %", "hhi": hhi(best), "figures": where(best),
        }[key]  # fmt: skip

    def _sort(self, row: Row, key: str, place: int) -> Any:
        best = row.marks.best if row.marks else None
        if key == "strength":
            return row.reach.weight - place * HAIR  # of equals the order of the walk
        if key == "left":
            hit = hit_of(self.answer, row.reach.node) if self.answer else None
            return (hit.left[0] if hit else 2.0) + place * HAIR
        if key == "share":
            return best.first[1] if best else -1.0
        if key == "hhi":
            return best.hhi if best else -1.0
        if key == "mark":
            return RISKS.index(row.marks.risk) if row.marks else len(RISKS)
        return self._words(row, key).casefold()
