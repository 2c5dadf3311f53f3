"""Lines that lead on: to a story or a page, by a click or by Return."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from ui.sheet import Line
from ui.theme import T13, Theme, font

HIGH = 26  # pixels of a line


class Links(QListView):
    """As high as its lines. `followed` carries the Line."""

    followed = Signal(object)

    def __init__(self, name: str, lines: Sequence[Line], theme: Theme) -> None:
        super().__init__()
        self.lines = tuple(lines)
        self.setModel(QStringListModel([one.said for one in lines], self))
        self.setAccessibleName(name)
        self.setFont(font(T13))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(
            f"QListView {{ background: transparent; color: {theme.accent}; }}"
            f" QListView::item {{ height: {HIGH}px; }}"
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(HIGH * len(lines) + 2)
        self.clicked.connect(self._follow)

    def _follow(self, index: QModelIndex) -> None:
        self.followed.emit(self.lines[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return leads where a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._follow(self.currentIndex())
        else:
            super().keyPressEvent(event)
