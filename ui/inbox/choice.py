"""Which stories are chosen: the one under the cursor, or several. Ids, not rows: lists change."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QObject,
    Signal,
)
from PySide6.QtWidgets import QListView

from ui.rows import RowsModel

Flag = QItemSelectionModel.SelectionFlag


class Choice(QObject):
    """`changed` carries how many are chosen."""

    changed = Signal(int)

    def __init__(self, view: QListView, model: RowsModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.selectionModel().selectionChanged.connect(lambda *_: self.changed.emit(self.count()))

    def count(self) -> int:
        """How many; ranges are counted, so that a long list costs nothing."""
        return sum(part.bottom() - part.top() + 1 for part in self._selection())

    def ids(self) -> list[str]:
        """The chosen stories, in the order of the list."""
        rows = sorted(
            row for part in self._selection() for row in range(part.top(), part.bottom() + 1)
        )
        return [self._model.id_at(row) for row in rows]

    def toggle(self) -> None:
        """The story under the cursor joins or leaves; the cursor goes on."""
        index = self._view.currentIndex()
        if index.isValid():
            self._view.selectionModel().select(index, Flag.Toggle)
            below = self._model.index(min(index.row() + 1, self._model.rowCount() - 1))
            self._view.selectionModel().setCurrentIndex(below, Flag.NoUpdate)

    def all(self) -> None:
        """Every story of the list."""
        self._view.selectAll()

    def only(self, row: int) -> None:
        """The cursor and nothing else."""
        self._view.selectionModel().setCurrentIndex(self._model.index(row), Flag.ClearAndSelect)

    def restore(self, ids: Collection[str], row: int) -> None:
        """What of these is still in the list, and the cursor, after the list was read again."""
        again = QItemSelection()
        wanted = set(ids)
        for at, key in enumerate(self._model.ids()):
            if key in wanted:
                again.select(self._model.index(at), self._model.index(at))
        selection = self._view.selectionModel()
        selection.select(again, Flag.ClearAndSelect)
        selection.setCurrentIndex(self._model.index(row), Flag.NoUpdate)

    def _selection(self) -> list[QItemSelectionRange]:
        return self._view.selectionModel().selection().toList()
