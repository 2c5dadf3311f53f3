"""What became of measures, as dotted lines in the chart that can be clicked. Imports pyqtgraph."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt

from osawatch.model import Trend
from ui.theme import T11, Theme, font
from ui.trends.plots import Plot
from ui.trends.series import Names
from ui.trends.words import note_words

LABELS = 2  # notes named in sight; the others answer when the pointer rests on them
NEAR = 4  # pixels beside a line that are still on it


class NoteLines:
    """The notes of one plot."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._lines: list[int] = []
        self._labels: list[tuple[int, pg.TextItem]] = []

    def draw(self, trend: Trend, names: Names, theme: Theme, high: float) -> None:
        """A line for each note, and words beside the last ones."""
        index = {day.day: i for i, day in enumerate(trend.days)}
        notes = [
            (index[day], note_words(status, measure, names))
            for day, status, measure in trend.notes
            if day in index
        ]
        self._lines, self._labels = [i for i, _words in notes], []
        pen = pg.mkPen(theme.text3, width=1, style=Qt.PenStyle.DotLine)
        item = self._plot.getPlotItem()
        for i in self._lines:
            item.addItem(pg.InfiniteLine(i - 0.5, 90, pen=pen), ignoreBounds=True)
        for row, (i, words) in enumerate(notes[-LABELS:]):
            # TextItem takes plain text by setPlainText; nothing of a feed is ever rich text
            left = i * 3 > len(trend.days)  # the words stand where there is room
            label = pg.TextItem(color=theme.text2, anchor=(1, 0) if left else (0, 0))
            label.setPlainText(words)
            label.setFont(font(T11, 500))
            label.setPos(i - 0.7 if left else i - 0.3, high * (1 - row * 0.055))
            item.addItem(label, ignoreBounds=True)
            self._labels.append((i, label))

    def at(self, where: QPointF) -> int:
        """The day whose line or words are at a point of the scene; -1 = none."""
        for i, label in self._labels:
            if label.sceneBoundingRect().contains(where):
                return i
        box = self._plot.getPlotItem().getViewBox()
        for i in self._lines:
            if abs(box.mapViewToScene(QPointF(i - 0.5, 0)).x() - where.x()) <= NEAR:
                return i
        return -1

    def first(self, start: int, end: int) -> int:
        """The first noted day of a choice; -1 = none."""
        return min((i for i in self._lines if start <= i <= end), default=-1)
