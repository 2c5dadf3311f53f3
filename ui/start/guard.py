"""Whether the profile is encrypted: two choices at the first start, each in plain words.

Nobody has to choose before looking around; whoever leaves it plain has said so.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.start.words import text
from ui.theme import T11, T16, Theme
from ui.widgets import Button, ink, label


class Guard(QWidget):
    """`chosen`: True = encrypt it now, False = leave it plain."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._more = label(text("guard_more"), T11, wrap=True)
        self.seal, self.plain = Button(text("seal"), theme), Button(text("plain"), theme, "quiet")
        self.seal.clicked.connect(lambda: self.chosen.emit(True))
        self.plain.clicked.connect(self._on_plain)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(text("guard"), T16, 600))
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 16)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addSpacing(16)
        row.addWidget(self.plain)
        row.addWidget(self.seal)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        ink(self._more, theme.text2)
        for button in (self.seal, self.plain):
            button.set_theme(theme)

    def _on_plain(self) -> None:
        """The choice is said, where it can be read, and asked no more."""
        self._more.setText(text("stays"))
        for button in (self.seal, self.plain):
            button.hide()
        self.chosen.emit(False)
