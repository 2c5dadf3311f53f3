"""The table of sources: fixed rows, one is chosen at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView

from ui.sources.delegate import ROW_HEIGHT, SourceDelegate
from ui.sources.model import SourcesModel
from ui.sources.words import text
from ui.theme import T11, Theme, font

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
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
