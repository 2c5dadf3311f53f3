"""The table of sources: fixed rows, one is chosen at a time."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.sources.delegate import ROW_HEIGHT, SourceDelegate
from ui.sources.model import SOURCE, SourcesModel
from ui.sources.words import text
from ui.theme import T11, Theme, font

LEAST = 240  # of the names: where there is less, what is beyond the edge is scrolled to
WIDTHS = (168, 348, 190, 250, 134, 148)  # Dutch words are the longest


class SourcesTable(QTableView):
    """Painted by a delegate; measured never."""

    def __init__(self, model: SourcesModel, theme: Theme) -> None:
        super().__init__()
        self._delegate = SourceDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(text("table"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def _head(self) -> None:
        head = self.horizontalHeader()
        head.setFont(font(T11, 600))
        head.setFixedHeight(32)
        head.setHighlightSections(False)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        head.setStretchLastSection(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names of the sources take the room that is left."""
        super().resizeEvent(event)
        others = sum(WIDTHS) - WIDTHS[SOURCE]
        self.setColumnWidth(SOURCE, max(LEAST, self.viewport().width() - others))
