"""The parts of the page of chains that know nothing of its questions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from osawatch.chain.model import Found
from ui.chains.texts import text
from ui.chains.words import plain
from ui.theme import Theme
from ui.widgets import Button, ink, label

WIDTHS = (172, 92, 84, 116, 72, 96, 132)
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
    made = QTableView()
    made.setModel(rows)
    made.setSortingEnabled(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setStyleSheet("QTableView::item { padding: 0 12px; }")
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setAccessibleName(text("table"))
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(28)
    head = made.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setStretchLastSection(True)
    for place, width in enumerate(WIDTHS):
        made.setColumnWidth(place, width)
    return made


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


def split(side: Qt.Orientation, first: QWidget, second: QWidget, sizes: list[int]) -> QSplitter:
    """Two parts with a hairline between them."""
    made = QSplitter(side)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    made.addWidget(first)
    made.addWidget(second)
    made.setSizes(sizes)
    return made
