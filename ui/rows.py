"""A long list: ids only, and pages of rows.

What is in sight comes with the ids, from a task; only rows that one scrolls to are read when they
are painted. A row that changed is shown as it was until the next reading brings it anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

PAGE = 24
KEPT = 16 * PAGE  # rows in memory, however long the list
ROW = Qt.ItemDataRole.UserRole
ROW_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
Index = QModelIndex | QPersistentModelIndex
Reading = Callable[[Sequence[Any]], Iterable[Any]]


class RowsModel(QStringListModel):
    """Asks `read` for pages of 24 rows by id: the only read on the GUI thread.

    Qt counts the rows, in a list of empty texts: a view that is laid out asks for their number
    twice a row, and 200,000 calls into Python had held a window for half a second while threads
    had the interpreter.

    `key` gives the id of a row, `spoken` what a screen reader says of it.
    """

    def __init__(
        self,
        parent: QObject,
        read: Reading,
        key: Callable[[Any], Hashable],
        spoken: Callable[[Any], str],
    ) -> None:
        super().__init__(parent)
        self._reading, self._key, self._spoken = read, key, spoken
        self._ids: list[Any] = []
        self._rows: dict[Any, Any] = {}
        self._old: set[Any] = set()  # of these rows

    def ids(self) -> Sequence[Any]:
        """All ids, in order."""
        return self._ids

    def stale(self) -> frozenset[Any]:
        """The rows that must be read anew; the answer is for `show`."""
        stale, self._old = frozenset(self._old), set()
        return stale

    def fresh(self) -> frozenset[Any]:
        """The rows that need no reading."""
        return frozenset(self._rows.keys() - self._old)

    def show(self, ids: list[Any], rows: Iterable[Any] = (), stale: Collection[Any] = ()) -> None:
        """Another list, with rows as they are now; other `stale` ones are read when painted."""
        for key in stale:
            self._rows.pop(key, None)
        new = {self._key(row): row for row in rows}
        if ids != self._ids:
            self._ids = ids
            self._rows |= new
            self.setStringList([""] * len(ids))
            return
        self._rows |= new
        if ids and (new or stale):
            self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))

    def forget(self, ids: Collection[Any]) -> None:
        """These rows changed."""
        self._old.update(self._rows.keys() & ids)

    def row(self, key: object) -> int:
        """Where an id stands, -1 when it does not."""
        try:
            return self._ids.index(key)  # mostly near the top: an index of all would cost more
        except ValueError:
            return -1

    def id_at(self, row: int) -> Any:
        """The id at a row, "" outside the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def row_at(self, row: int) -> Any:
        """A row, read with its page; None outside the list, or when it is gone."""
        if not 0 <= row < len(self._ids):
            return None
        key = self._ids[row]
        if key not in self._rows:
            self._read(row)
        return self._rows.get(key)

    def _read(self, row: int) -> None:
        if len(self._rows) > KEPT:
            self._rows.clear()
        start = row - row % PAGE
        wanted = [key for key in self._ids[start : start + PAGE] if key not in self._rows]
        for one in self._reading(wanted):
            self._rows[self._key(one)] = one

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row is chosen, never written into."""
        return ROW_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what a screen reader says of it."""
        if role not in (ROW, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index.row())
        if row is None or role == ROW:
            return row
        return self._spoken(row)
