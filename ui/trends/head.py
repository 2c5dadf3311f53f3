"""The two rows above the charts: what is counted, and how it is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shelf import Shelf
from ui.theme import Theme
from ui.trends.chooser import Chooser
from ui.trends.words import text
from ui.widgets import Button, Ground, Segments, TopBar

RANGES = ("28", "90", "365")
VIEWS = ("days", "map", "pairs")


class Head(QWidget):
    """Choosers, the table and export; below them the view, the range and the split."""

    def __init__(self, theme: Theme, days: int) -> None:
        super().__init__()
        self.good = Chooser(text("good"), theme)
        self.country = Chooser(text("country"), theme)
        self.measure = Chooser(text("measure"), theme)
        self.as_table = Button(text("table"), theme)
        self.as_table.setCheckable(True)
        self.export = Button(text("export"), theme, "", "import")
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.good, self.country, self.measure).stretch()
        self.bar.add(self.as_table, self.export)
        views = [(key, text(f"view_{key}")) for key in VIEWS]
        self.view = Segments(views, "days", theme, text("view"))
        ranges = [(key, text(key)) for key in RANGES]
        self.range = Segments(ranges, str(days), theme, text("axis"))
        splits = [("measure", text("measure")), ("kind", text("kind"))]
        self.split = Segments(splits, "measure", theme, text("chart"))
        self.split.setVisible(False)
        self._below = Ground(theme)
        self._lay_out()

    def _lay_out(self) -> None:
        row = Shelf(self._below, 50, gap=12)
        for part in (self.view, self.range, self.split):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._below)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for part in (self.bar, self._below, self.view, self.range, self.split):
            part.set_theme(theme)
