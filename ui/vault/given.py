"""Gives back what somebody had typed when the window locked: to read, to copy, then to remove."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.fitting import fit
from ui.i18n import moment
from ui.theme import T11, T16, Theme
from ui.vault.typed import Typed
from ui.vault.words import text
from ui.widgets import Button, ink, label

SIZE = (640, 560)
LEAST, MOST = 2, 8  # lines in sight


class Given(QDialog):
    """Accepted = it may go. Any other way out leaves it for the next time."""

    def __init__(self, found: Sequence[Typed], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self._theme = theme
        self.setWindowTitle(text("typed"))
        self.resize(*SIZE)
        self.copies: list[Button] = []
        self.later, self.remove = Button(text("later"), theme), Button(text("remove"), theme)
        self.later.setDefault(True)  # Return throws nothing away
        self.remove.setAutoDefault(False)
        self.later.clicked.connect(self.reject)
        self.remove.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(text("typed"), T16, 600, wrap=True))
        column.addWidget(label(text("typed_told"), wrap=True))
        column.addWidget(self._all(found), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.later)
        column.addLayout(foot)

    def _all(self, found: Sequence[Typed]) -> QWidget:
        inner, area = QWidget(), QScrollArea()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(6)
        for one in found:
            self._one(one, column)
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _one(self, one: Typed, column: QVBoxLayout) -> None:
        at = moment(datetime.fromisoformat(one.at), "d MMM HH:mm")
        said = " · ".join(part for part in (at, one.place, one.field) if part)
        head, words = label(said, T11, 600, wrap=True), QPlainTextEdit(one.text)
        ink(head, self._theme.text2)
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setAccessibleName(said)
        rows = min(max(one.text.count("\n") + 1, LEAST), MOST)
        words.setFixedHeight(rows * words.fontMetrics().lineSpacing() + 16)
        copy = Button(text("copy"), self._theme, name=f"{text('copy')}: {said}")
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(one.text))
        self.copies.append(copy)
        row = QHBoxLayout()
        row.addWidget(head, 1)
        row.addWidget(copy)
        column.addLayout(row)
        column.addWidget(words)
