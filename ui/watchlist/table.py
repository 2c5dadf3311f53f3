"""The table of watch entries and its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.watchlist.model import COLUMNS, Entries
from ui.watchlist.words import text

WIDTHS = {
    "name": 196, "list": 98, "state": 124, "tier": 48, "more": 132, "words": 68,
}  # fmt: skip
KEYS = {
    Qt.Key.Key_Return: "edit", Qt.Key.Key_Enter: "edit", Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Slash: "search",
}  # fmt: skip


class Table(QTableView):
    """`asked` when a key wants something of the chosen row: edit, remove, search or undo."""

    asked = Signal(str)

    def __init__(self, rows: Entries) -> None:
        super().__init__()
        self.setModel(rows)
        self.setSortingEnabled(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setStyleSheet("QTableView::item { padding: 0 12px; }")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(text("title"))
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(360)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(32)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        for key, width in WIDTHS.items():
            self.setColumnWidth(COLUMNS.index(key), width)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return, Delete and / here; Ctrl+Z takes back."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.asked.emit("undo")
        elif (key := Qt.Key(event.key())) in KEYS:
            self.asked.emit(KEYS[key])
        else:
            super().keyPressEvent(event)
