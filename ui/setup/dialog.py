"""What taking in a set-up would change, before it does."""

from __future__ import annotations

from collections.abc import Sequence

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

from osawatch.setup.model import Step
from ui.fitting import fit
from ui.setup.words import row, text
from ui.theme import T16, Theme
from ui.widgets import Button, ink, label

COLUMNS = ("part", "name", "what", "before", "after")
WIDTH, HEIGHT = 860, 520


class SetupDialog(QDialog):
    """Accepted = take it in."""

    def __init__(self, steps: Sequence[Step], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("title"))
        self.resize(WIDTH, HEIGHT)
        told = label(text("told" if steps else "nothing"), wrap=True)
        ink(told, theme.text2)
        self.table = self._table(steps)
        self.take = Button(text("take"), theme, "primary")
        self.take.setEnabled(bool(steps))
        self.take.clicked.connect(self.accept)
        self.cancel = Button(text("cancel"), theme)
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(text("title"), T16, 600))
        column.addWidget(told)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column.addLayout(foot)

    def _table(self, steps: Sequence[Step]) -> QTableWidget:
        table = QTableWidget(len(steps), len(COLUMNS))
        table.setHorizontalHeaderLabels([text(key) for key in COLUMNS])
        table.setAccessibleName(text("title"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")  # beneath its heading
        table.verticalHeader().hide()
        for place, step in enumerate(steps):
            for number, words in enumerate(row(step)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                table.setItem(place, number, item)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(len(COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        return table
