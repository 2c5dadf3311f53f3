"""The rows of the small charts: all pairs are known, their days are read when they are painted."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from osawatch.pairs import Daily, Ranked
from ui.trends.pairs.reading import Pair, Seen
from ui.trends.pairs.words import bars, ends, text, told

Index = QModelIndex | QPersistentModelIndex
PAIR, DAILY = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class Cells(QAbstractListModel):
    """`wanted` carries the pairs that were painted and whose days are not here yet."""

    wanted = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seen: Seen | None = None
        self._days: dict[Pair, Daily] = {}
        self._missing: dict[Pair, int] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._ask)

    def show_seen(self, seen: Seen) -> None:
        """Other pairs; no days are read before they are in sight."""
        self.beginResetModel()
        self._seen = seen
        self._days, self._missing = {}, {}
        self.endResetModel()

    def pair(self, row: int) -> Ranked:
        """The pair of a row."""
        if self._seen is None:
            raise IndexError(row)
        return self._seen.ranking.pairs[row]

    def take(self, of: Seen, days: dict[Pair, Daily]) -> None:
        """The days that were asked for, unless other pairs are shown by now."""
        if of is not self._seen:
            return
        self._days |= days
        for pair in days:
            row = self._missing.pop(pair, -1)
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def waiting(self) -> bool:
        """Whether days are on their way."""
        return bool(self._missing)

    def loaded(self) -> int:
        """How many pairs have their days."""
        return len(self._days)

    def most(self) -> int:
        """The highest bar of all that were seen: the one scale."""
        tops = (max((bar or 0 for bar in bars(one)), default=0) for one in self._days.values())
        return max(tops, default=1)

    def name(self, pair: Ranked) -> str:
        """«Gallium, China»."""
        if self._seen is None:
            return ""
        seen = self._seen
        return text("name", seen.name("good", pair.good), seen.name("country", pair.country))

    def ends(self) -> tuple[str, str]:
        """The first and the last day, below every chart."""
        return ("", "") if self._seen is None else ends(self._seen.ranking)

    def daily(self, pair: Ranked, row: int) -> Daily | None:
        """The days of a pair, asked for where they are not here."""
        key = (pair.good, pair.country)
        found = self._days.get(key)
        if found is None and key not in self._missing:
            self._missing[key] = row
            self._turn.start()
        return found

    def _ask(self) -> None:
        asked = [pair for pair in self._missing if pair not in self._days]
        if asked:
            self.wanted.emit(asked)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """A row a pair."""
        return 0 if parent.isValid() or self._seen is None else len(self._seen.ranking.pairs)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Pair and days for the delegate, words for everyone else; only painting asks for days."""
        pair = self.pair(index.row())
        if role == PAIR:
            return pair
        if role == DAILY:
            return self.daily(pair, index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.name(pair)}: {told(pair, self._days.get((pair.good, pair.country)))}"
        return None
