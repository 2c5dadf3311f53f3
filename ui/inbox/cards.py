"""The list of stories. Triage keys belong to it, not to the box one types in."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate

from ui import words
from ui.inbox import actions

LEAST = 380
PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class CardList(QListView):
    """`asked` carries the action of a key."""

    asked = Signal(str)

    def __init__(self, model: QAbstractItemModel, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(words.word(words.VIEWS, "inbox"))
        self.setMinimumWidth(LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of the key sheet, or what a list does with it."""
        pressed = "Space" if event.key() == Qt.Key.Key_Space else event.text().upper()
        what = dict(actions.KEYS).get(pressed)
        if what and event.modifiers() in PLAIN:
            self.asked.emit(what)
        else:
            super().keyPressEvent(event)
