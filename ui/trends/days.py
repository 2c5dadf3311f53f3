"""The daily chart over the calendar of its past year; one scrolls where a window is low."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.trends.calendar import Calendar
from ui.widgets import Ground


class Days(QScrollArea):
    """Where the chart will stand, once pyqtgraph is there; the calendar stands below it.

    Squeezed below what they need, the charts would lie over each other.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart has the keys
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.calendar = Calendar(theme)
        self._ground = Ground(theme)
        self._room = QVBoxLayout()
        box = QVBoxLayout(self._ground)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(0)
        box.addLayout(self._room, 1)
        box.addSpacing(12)
        box.addWidget(self.calendar)
        self.setWidget(self._ground)

    def hold(self, chart: QWidget) -> None:
        """Takes the chart."""
        self._room.addWidget(chart)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._ground.set_theme(theme)
        self.calendar.set_theme(theme)
