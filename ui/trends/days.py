"""The daily chart over the calendar of its past year."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.trends.calendar import Calendar
from ui.widgets import Ground


class Days(Ground):
    """Where the chart will stand, once pyqtgraph is there; the calendar stands below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.calendar = Calendar(theme)
        self._room = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(0)
        box.addLayout(self._room, 1)
        box.addSpacing(12)
        box.addWidget(self.calendar)

    def hold(self, chart: QWidget) -> None:
        """Takes the chart."""
        self._room.addWidget(chart)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        self.calendar.set_theme(theme)
