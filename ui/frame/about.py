"""Who made it, under which terms, and where it keeps its things."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from osawatch import __version__
from ui import icons
from ui.frame.words import text
from ui.theme import T11, T13, T16, Theme
from ui.widgets import Button, ink, label


class About(QDialog):
    """Escape closes it."""

    def __init__(self, profile: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(text("about"))
        sign = label("")
        sign.setPixmap(icons.pixmap(icons.APP, "", 48, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(label(text("about_title", __version__), T16, 600))
        words.addWidget(label(text("about_more"), T13))
        for line in (text("about_licence"), text("about_profile", profile)):
            small = label(line, T11)
            small.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            ink(small, theme.text3)
            words.addWidget(small)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words)
        self.done_button = Button(text("close"), theme)
        self.done_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(top)
        column.addLayout(foot)
