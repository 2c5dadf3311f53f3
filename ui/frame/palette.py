"""Everything the window can do, found by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.fitting import fit
from ui.frame.words import text
from ui.theme import T13, Theme, font
from ui.widgets import Search

WIDTH, HEIGHT = 520, 380


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done: its words, its key ("" = none), and how; on which page, "" = on any."""

    words: str
    key: str
    do: Callable[[], object]
    page: str = ""

    def said(self) -> str:
        """Its words, after those of its page."""
        return text("page_does", self.page, self.words) if self.page else self.words


def fitting(commands: Sequence[Command], typed: str) -> list[Command]:
    """Those that hold every typed word; one that begins with it stands first.

    The name of a page begins nothing: whoever types it and Return goes there, and does nothing.
    """
    asked = typed.casefold().split()
    found = [one for one in commands if all(word in one.said().casefold() for word in asked)]
    first = typed.strip().casefold()
    return sorted(found, key=lambda one: not one.words.casefold().startswith(first))


class Palette(QDialog):
    """Type, arrows, Return. Escape closes it; what was chosen is done once it is closed."""

    def __init__(self, commands: Sequence[Command], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self._commands = commands
        self._found: list[Command] = []
        self.setWindowTitle(text("palette"))
        self.setFixedSize(WIDTH, HEIGHT)
        self.line = Search(text("palette_hint"), theme, 0)
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setFont(font(T13))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(text("palette"))
        self.list.setUniformRowHeights(True)
        self.list.setStyleSheet("QTreeWidget::item { height: 26px; padding: 0 6px; }")
        self.list.setColumnWidth(0, WIDTH - 140)
        self.list.itemActivated.connect(lambda *_: self._run())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)
        self._show("")

    def _show(self, typed: str) -> None:
        self._found = fitting(self._commands, typed)
        self.list.clear()
        self.list.addTopLevelItems([QTreeWidgetItem([one.said(), one.key]) for one in self._found])
        for row, one in enumerate(self._found):
            self.list.setFirstColumnSpanned(row, QModelIndex(), not one.key)  # room for its words
        self._mark(0)

    def _mark(self, row: int) -> None:
        item = self.list.topLevelItem(min(max(row, 0), len(self._found) - 1))
        if item is not None:
            self.list.setCurrentItem(item)

    def _row(self) -> int:
        item = self.list.currentItem()
        return -1 if item is None else self.list.indexOfTopLevelItem(item)

    def _run(self) -> None:
        row = self._row()
        self.accept()
        if 0 <= row < len(self._found):
            self._found[row].do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while one types; Return does what is marked."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._mark(self._row() + step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)
