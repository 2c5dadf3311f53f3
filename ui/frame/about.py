"""Who made it, under which terms, and where it keeps its things."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch import __version__
from ui import icons
from ui.fitting import fit
from ui.frame.licences import Part
from ui.frame.words import text
from ui.theme import T11, T13, T16, Theme
from ui.widgets import Button, ink, label

WIDTH, HEIGHT = 620, 560


class About(QDialog):
    """Escape closes it."""

    def __init__(self, profile: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("about"))
        sign = label("")
        sign.setPixmap(icons.pixmap(icons.APP, "", 48, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(label(text("about_title", __version__), T16, 600, wrap=True))
        words.addWidget(label(text("about_more"), T13, wrap=True))
        for line in (text("about_licence"), text("about_profile", profile)):
            small = label(line, T11, wrap=True)
            small.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            ink(small, theme.text3)
            words.addWidget(small)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.table = QTableWidget(0, 3)
        self.hint = label("", T11, wrap=True)
        self._head()
        self.done_button = Button(text("close"), theme)
        self.done_button.clicked.connect(self.accept)
        self._lay_out(top)

    def _lay_out(self, top: QHBoxLayout) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(top)
        column.addWidget(label(text("licences"), T13, 600))
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        column.addLayout(foot)
        self.resize(WIDTH, HEIGHT)

    def _head(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(
            [text(key) for key in ("licence_name", "licence_version", "licence")]
        )
        table.setAccessibleName(text("licences"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")  # beneath its heading
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def fill(self, found: Sequence[Part]) -> None:
        """The packages, once a task has read what they say."""
        table = self.table
        table.setRowCount(len(found))
        for place, one in enumerate(found):
            cells = (one.name, one.version, one.licence or text("licence_unsaid"))
            for number, words in enumerate(cells):
                table.setItem(place, number, QTableWidgetItem(words))
        self.hint.setText("" if found else text("licences_none"))
        self.hint.setVisible(not found)
