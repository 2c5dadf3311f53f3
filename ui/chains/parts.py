"""The parts of the page of chains that know nothing of its questions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSortFilterProxyModel, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from osawatch.chain.model import Found
from ui import tables
from ui.chains.texts import text
from ui.chains.words import plain
from ui.theme import Theme
from ui.widgets import Button, ink, label

WIDTHS = (172, 92, 84, 66, 116, 72, 96, 132)
LETTERS = 22  # of a name on a button


class Strip(QWidget):
    """A line about what is drawn, what is done about it, and what else the words may mean.

    `picked` carries a node.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.line = label("", wrap=True)
        ink(self.line, theme.text2)
        self.buttons: list[Button] = []
        self._below = QWidget()
        first, self._row, rows = QHBoxLayout(), QHBoxLayout(self._below), QVBoxLayout(self)
        rows.setContentsMargins(16, 6, 16, 6)
        self._row.setContentsMargins(0, 0, 0, 0)
        for row in (first, self._row):
            row.setSpacing(6)
        first.addWidget(self.line, 1)
        first.addWidget(beside)
        self._row.addStretch(1)
        rows.addLayout(first)
        rows.addWidget(self._below)
        self._below.hide()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        ink(self.line, theme.text2)
        for button in self.buttons:
            button.set_theme(theme)

    def show_meanings(self, found: Sequence[Found], here: str) -> None:
        """A button each, when there are several."""
        for button in self.buttons:
            button.deleteLater()
        self.buttons = []
        for one in found if len(found) > 1 else ():
            kind = "filter-on" if one.node == here else "filter"
            name = one.name if len(one.name) <= LETTERS else f"{one.name[: LETTERS - 1]}…"
            button = Button(name, self._theme, kind)
            button.setToolTip(plain(f"{one.name}, {one.matched}"))
            button.clicked.connect(partial(self.picked.emit, one.node))
            self._row.insertWidget(len(self.buttons), button)
            self.buttons.append(button)
        self._below.setVisible(bool(self.buttons))


def table(rows: QSortFilterProxyModel) -> QTableView:
    """The nodes as a table."""
    return tables.view(rows, text("table"), WIDTHS, 28)


def told() -> QPlainTextEdit:
    """What is known of the chosen node, to be read and copied."""
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setTabChangesFocus(True)
    made.setAccessibleName(text("detail"))
    made.document().setDocumentMargin(12)
    return made


def toolbox() -> QTextBrowser:
    """The matrix of instruments, to be read and copied."""
    made = QTextBrowser()
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setAccessibleName(text("tools"))
    made.document().setDocumentMargin(16)
    return made
