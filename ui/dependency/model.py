"""Rows of indicators for a table that sorts by the figures, not by their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from osawatch.dependency.model import Dependency
from ui.dependency.words import text
from ui.i18n import figure

COLUMNS = (
    "year", "hs6", "name", "reporter", "basis", "cdi1", "cdi2", "cdi3", "met", "steady",
    "suppliers",
)  # fmt: skip
FIGURES = ("cdi1", "cdi2", "cdi3")
SHOWN, HIGHEST = 4, 999.0
SORT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Indicators(QAbstractTableModel):
    """All rows that are kept."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Dependency] = ()
        self._names: Mapping[str, str] = {}
        self._lands: Mapping[str, str] = {}

    def show(
        self, rows: Sequence[Dependency], names: Mapping[str, str], lands: Mapping[str, str]
    ) -> None:
        """Other rows; `names` of goods by code, `lands` of countries."""
        self.beginResetModel()
        self.rows, self._names, self._lands = rows, names, lands
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
        """Words of a column, and what its figure is."""
        if side is not Qt.Orientation.Horizontal:
            return None
        key = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return text(key)
        if role == Qt.ItemDataRole.ToolTipRole and key in FIGURES:
            return text(f"{key}_told")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words to show, figures to sort by."""
        one, key = self.rows[index.row()], COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(one, key)
        if role == SORT:
            return self._sort(one, key)
        return None

    def _words(self, one: Dependency, key: str) -> str:
        if key in FIGURES:
            value = getattr(one, key)
            return "–" if value is None else figure(min(value, HIGHEST), 2)
        told = {
            "year": str(one.year), "hs6": one.hs6, "name": self._names.get(one.hs6, ""),
            "reporter": one.reporter.replace("_2020", ""), "basis": text(one.basis),
            "met": text("yes") if one.dependent else "",
            "steady": text("yes") if one.steady else "",
        }  # fmt: skip
        if key in told:
            return told[key]
        return ", ".join(
            f"{self._land(s.country, near=s.near)} {figure(100 * s.share)} %"
            for s in one.suppliers[:SHOWN]
        )

    def _land(self, code: str, *, near: bool) -> str:
        name = self._lands.get(code, code)
        return text("near", name) if near else name

    def _sort(self, one: Dependency, key: str) -> Any:
        if key in FIGURES:
            value = getattr(one, key)
            return -1.0 if value is None else value
        if key == "suppliers":
            return one.suppliers[0].share if one.suppliers else 0.0
        return {
            "year": one.year, "met": int(one.dependent), "steady": int(bool(one.steady)),
        }.get(key, self._words(one, key))  # fmt: skip


class Chosen(QSortFilterProxyModel):
    """The rows that fit what was typed and picked."""

    def __init__(self, rows: Indicators) -> None:
        super().__init__(rows)
        self._words, self._only = "", "all"
        self.setSourceModel(rows)
        self.setSortRole(SORT)
        self._indicators = rows

    def choose(self, words: str, only: str) -> None:
        """Other words, or another kind."""
        self._words, self._only = words.casefold().strip(), only
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """All words, in code, name or suppliers."""
        one = self._indicators.rows[row]
        if (self._only == "dependent" and not one.dependent) or (
            self._only == "steady" and not one.steady
        ):
            return False
        if not self._words:
            return True
        places = ("hs6", "name", "suppliers", "reporter")
        told = " ".join(
            str(self._indicators.index(row, COLUMNS.index(key)).data()) for key in places
        ).casefold()
        return all(word in told for word in self._words.split())
