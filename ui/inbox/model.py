"""The list of the inbox: ids only, and pages of rows.

What is in sight comes with the ids, from a task; only rows that one scrolls to are read when they
are painted. A row that changed is shown as it was until the next reading brings it anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from osawatch.core import Core
from osawatch.model import Card
from ui import words

PAGE = 64
KEPT = 16 * PAGE  # rows in memory, however long the list
CARD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class CardsModel(QAbstractListModel):
    """Asks the core for pages of 64 cards by id: the only read on the GUI thread."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._ids: list[str] = []
        self._rows: dict[str, Card] = {}
        self._old: set[str] = set()  # of these rows

    def ids(self) -> Sequence[str]:
        """All ids, in order."""
        return self._ids

    def stale(self) -> frozenset[str]:
        """The rows that must be read anew; the answer is for `show`."""
        stale, self._old = frozenset(self._old), set()
        return stale

    def fresh(self) -> frozenset[str]:
        """The rows that need no reading."""
        return frozenset(self._rows.keys() - self._old)

    def show(self, ids: list[str], cards: Iterable[Card] = (), stale: Collection[str] = ()) -> None:
        """Another list, with rows as they are now; other `stale` ones are read when painted."""
        for key in stale:
            self._rows.pop(key, None)
        new = {card.id: card for card in cards}
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            self._rows |= new
            self.endResetModel()
            return
        self._rows |= new
        rows = [row for row, key in enumerate(ids) if key in new] if new or stale else []
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def forget(self, ids: Collection[str]) -> None:
        """These cards changed."""
        self._old.update(self._rows.keys() & ids)

    def row(self, card: str) -> int:
        """Where a card stands, -1 when it does not."""
        try:
            return self._ids.index(card)
        except ValueError:
            return -1

    def id_at(self, row: int) -> str:
        """The id at a row, "" outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def card(self, row: int) -> Card | None:
        """A row, read with its page."""
        key = self.id_at(row)
        if not key:
            return None
        if key not in self._rows:
            self._read(row)
        return self._rows.get(key)

    def _read(self, row: int) -> None:
        if len(self._rows) > KEPT:
            self._rows.clear()
        start = row - row % PAGE
        wanted = [key for key in self._ids[start : start + PAGE] if key not in self._rows]
        for card in self._core.cards(wanted):
            self._rows[card.id] = card

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's signature
        """How many."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The card, or what a screen reader says of it."""
        if role not in (CARD, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        card = self.card(index.row())
        if card is None or role == CARD:
            return card
        return spoken(card) if role == Qt.ItemDataRole.AccessibleTextRole else None


def spoken(card: Card) -> str:
    """A row as a screen reader says it: level, score and title first."""
    parts = [
        words.word(words.LEVELS, card.level),
        str(int(card.score)),
        card.title,
        words.word(words.STATUSES, card.status),
    ]
    return ", ".join(part for part in parts if part)
