"""Completion in the editor: a list under the cursor, asked for with Ctrl+Space or while typing."""

from __future__ import annotations

import re
from typing import cast

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QPlainTextEdit

LEAST = 2  # letters from which words are offered unasked
TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
WIDEST = 480
PART, WORD = re.compile(r"[\w|-]"), re.compile(r"[\w|-]+$")


class Completing(QObject):
    """`asked` carries line and column of the cursor, from 1; the answer comes by `show`."""

    asked = Signal(int, int)

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor, self._column, self._key = editor, 1, False
        self._place = (0, 0)
        self._model = QStringListModel(self)
        self.list = QCompleter(self._model, self)
        self.list.setWidget(editor)
        self.list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.popup().clicked.connect(lambda index: self.take(str(index.data())))

    def popup(self) -> QAbstractItemView:
        """The list of words."""
        return cast("QAbstractItemView", self.list.popup())

    def shown(self) -> bool:
        """Whether words are offered now."""
        return self.popup().isVisible()

    def ask(self) -> None:
        """Asks what fits at the cursor."""
        cursor = self._editor.textCursor()
        self._place = (cursor.blockNumber() + 1, cursor.positionInBlock() + 1)
        self.asked.emit(*self._place)

    def key(self, event: QKeyEvent) -> bool:
        """A key of the editor; whether it is done with here."""
        if (
            event.key() == Qt.Key.Key_Space
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.ask()
            return True
        if not self.shown():
            return False
        if event.key() in TAKE:
            self.take(str(self.popup().currentIndex().data() or self.list.currentCompletion()))
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.popup().hide()
            return True
        return False

    def typed(self, event: QKeyEvent) -> None:
        """After the editor has taken a key: offers go, or follow what is typed."""
        said, cursor = event.text(), self._editor.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        word = WORD.search(before)
        if PART.fullmatch(said) and word and (len(word[0]) >= LEAST or self.shown()):
            self.ask()
        elif said or event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.popup().hide()

    def show(
        self, place: tuple[int, int], column: int, words: tuple[str, ...], *, key: bool
    ) -> None:
        """Offers words from a column on, if the cursor stands where it was asked."""
        cursor = self._editor.textCursor()
        here = (cursor.blockNumber() + 1, cursor.positionInBlock() + 1)
        if place != here:
            return  # a slow answer to an older question: the one asked since decides
        if not words:
            self.popup().hide()
            return
        self._column, self._key = column, key
        self._model.setStringList(list(words))
        area = self._editor.cursorRect()
        bar = self.popup().verticalScrollBar().sizeHint().width()
        area.setWidth(min(self.popup().sizeHintForColumn(0) + bar + 16, WIDEST))
        area.translate(self._editor.viewport().pos())
        self.list.complete(area)
        self.popup().setCurrentIndex(self.list.completionModel().index(0, 0))

    def take(self, word: str) -> None:
        """Puts a word in the place of what was typed of it."""
        self.popup().hide()
        if not word:
            return
        cursor = self._editor.textCursor()
        start = cursor.block().position() + self._column - 1
        cursor.setPosition(start)
        end = self._editor.textCursor().position()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        rest = cursor.block().text()[end - cursor.block().position() :]
        cursor.insertText(f"{word}: " if self._key and not rest.startswith(":") else word)
        self._editor.setTextCursor(cursor)
