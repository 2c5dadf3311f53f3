"""The list of stories. Triage keys belong to it, not to the box one types in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate

from ui import words
from ui.inbox import actions
from ui.inbox.menu import menu

LEAST = 380
PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
STRONG = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
HELD = frozenset({"next", "previous", "read_on"})  # go on while the key is down


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
        self.set_keys(dict(actions.KEYS))

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """What each key does, by its name in Qt's words."""
        self._keys = {key.casefold(): what for key, what in keys.items() if key}
        self._shown = {what: key for key, what in keys.items() if key}

    def held(self, event: QKeyEvent) -> str:
        """What a key with Ctrl or Alt does, "" = nothing: such a key holds beside the list too."""
        strong = event.modifiers() & STRONG
        return self._keys.get(self._named(event).casefold(), "") if strong else ""

    def _named(self, event: QKeyEvent) -> str:
        if event.modifiers() in PLAIN and event.text().strip():
            return event.text()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return QKeySequence(held.value | event.key()).toString()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of the key sheet, or what a list does with it."""
        what = self._keys.get(self._named(event).casefold())
        if what and event.isAutoRepeat() and what not in HELD:
            event.accept()  # a key that is held down decides one story, not all that follow
        elif what:
            self.asked.emit(what)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All acts, by the right button or the menu key; the pointer has chosen the story."""
        at = self.visualRect(self.currentIndex()) if self.currentIndex().isValid() else None
        if at is None:
            return
        self.menu = menu(self._shown, self.asked.emit, self)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu.popup(self.viewport().mapToGlobal(at.center()) if by_key else event.globalPos())
