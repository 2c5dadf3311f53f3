"""What a person types is offered as a good, a country, a source or a tag to filter by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

SHORTEST, SHOWN = 2, 8
KEY = Qt.ItemDataRole.UserRole
Offer = tuple[str, str, str]  # facet, key, words


class Completing(QObject):
    """Under the search line; Down goes there, Return picks. `picked` carries facet and key.

    The line itself is never changed by it: Return without a choice is what was typed.
    """

    picked = Signal(str, str)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._model = QStandardItemModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(line)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(SHOWN)
        self.completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        line.textEdited.connect(self._on_edited)
        self._known: tuple[Offer, ...] = ()

    def learn(self, offers: Sequence[Offer]) -> None:
        """What there is to offer; the model is made when it is another one."""
        if tuple(offers) == self._known:
            return
        self._known = tuple(offers)
        self._model.clear()
        for facet, key, words in self._known:
            item = QStandardItem(words)
            item.setData((facet, key), KEY)
            item.setEditable(False)
            self._model.appendRow(item)

    def _on_edited(self, typed: str) -> None:
        asked = typed.strip()
        self.completer.setCompletionPrefix(asked)
        if len(asked) < SHORTEST or not self.completer.completionCount():
            if (popup := self.completer.popup()) is not None:
                popup.hide()
            return
        self.completer.complete()

    def _on_activated(self, index: QModelIndex) -> None:
        facet, key = index.data(KEY)
        self._line.clear()
        self.picked.emit(facet, key)
