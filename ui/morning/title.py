"""A line that leads on as a button: whole, on as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from ui.theme import T13
from ui.widgets import ink, label

SHEET = "Title { min-height: 0; max-height: 1000px; padding: 0; }"  # the house's are of one line


class Title(QPushButton):
    """A push button would be as wide as its words, and the page with it."""

    def __init__(self, words: str, weight: int = 600, colour: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setStyleSheet(SHEET)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        grows = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        grows.setHeightForWidth(True)
        self.setSizePolicy(grows)
        self.shown = label(words, T13, weight, wrap=True)
        if colour:
            ink(self.shown, colour)
        self.shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inner = QVBoxLayout(self)
        self._inner.setContentsMargins(8, 6, 8, 6)
        self._inner.addWidget(self.shown)

    def sizeHint(self) -> QSize:
        """That of its words."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """That of its longest word."""
        return self._inner.minimumSize()
