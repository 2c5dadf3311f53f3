"""The rows beside the chart: stories, read a page at a time, or bursts and movers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from osawatch.model import Card
from ui.i18n import figure
from ui.trends.bursts import Standing
from ui.trends.movers import Mover
from ui.trends.reading import PAGE
from ui.trends.words import burst_name, burst_words, text

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)

Row = Card | Mover | Standing


class Rows(QAbstractListModel):
    """Stories, or bursts and movers, as they came."""

    wanted = Signal(tuple)  # the ids of the next page

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.names: dict[tuple[str, str], str] = {}
        self._ids: tuple[str, ...] = ()
        self._waiting = False

    def show_rows(
        self, rows: list[Row], names: dict[tuple[str, str], str], ids: tuple[str, ...] = ()
    ) -> None:
        """Other rows. `ids`: the stories below them, which are read when they come in sight."""
        self.beginResetModel()
        self.rows, self.names, self._ids, self._waiting = rows, names, ids, False
        self.endResetModel()

    def append(self, ids: tuple[str, ...], cards: Sequence[Card]) -> None:
        """The page that was asked for, unless other rows are shown by now."""
        if not self._waiting or self._ids[: len(ids)] != ids:
            return
        self._ids, self._waiting = self._ids[len(ids) :], False
        if cards:
            end = len(self.rows)
            self.beginInsertRows(QModelIndex(), end, end + len(cards) - 1)
            self.rows = [*self.rows, *cards]
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are stories below the last row."""
        return not parent.isValid() and bool(self._ids) and not self._waiting

    def fetchMore(self, parent: Index) -> None:
        """Asks for the next page."""
        if self.canFetchMore(parent):
            self._waiting = True
            self.wanted.emit(self._ids[:PAGE])

    def words(self, row: Row) -> str:
        """A row as a screen reader says it."""
        if isinstance(row, Card):
            return f"{row.level}: {row.title}"
        if isinstance(row, Standing):
            return f"{burst_name(row, self.names)}: {burst_words(row)}"
        name = self.names.get(("good", row.good), row.good)
        return f"{name}: {text('mover', row.stories, figure(row.expected, 1))}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row each."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The row for the delegate, words for everyone else."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.words(row) if role in texts else None
