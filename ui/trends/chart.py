"""The chart itself: bars, band and expectation, surprise, coverage; three plots over one axis.

Imports pyqtgraph and numpy, so load this module in a task after the first paint (`ui.trends.load`).
"""

from __future__ import annotations

import html
from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from osawatch.model import Trend
from ui import tips
from ui.theme import Theme
from ui.trends import series
from ui.trends.legend import Legend, StripTitle
from ui.trends.notelines import NoteLines
from ui.trends.plots import LEFT, Plot
from ui.trends.series import Names, Split
from ui.trends.words import (
    coverage_title,
    day_month,
    describe,
    stack_name,
    surprise_title,
    text,
    tooltip,
)

Plots = tuple[Plot, Plot, Plot]
MARK_SIZE = {"watch": 9, "alert": 12}
MARK_SHAPE = {"watch": "t1", "alert": "star"}


def build(owner: QObject, theme: Theme, names: Names, then: Callable[[Chart], None]) -> None:
    """Makes a chart in steps, a plot a turn of the event loop: all at once stalls it for 55 ms."""
    plots: list[Plot] = []

    def step() -> None:
        if len(plots) < 3:
            plots.append(Plot(theme, bottom=len(plots) == 2))
            QTimer.singleShot(0, owner, step)
        else:
            then(Chart(theme, names, (plots[0], plots[1], plots[2])))

    QTimer.singleShot(0, owner, step)


class Chart(QWidget):
    """A Trend as a picture one can point at.

    `days_chosen` carries first and last index, `note_chosen` the index of a day with notes.
    """

    days_chosen = Signal(int, int)
    note_chosen = Signal(int)

    def __init__(self, theme: Theme, names: Names, plots: Plots | None = None) -> None:
        super().__init__()
        self._theme, self._names = theme, names
        self._trend = Trend("", "", "", ())
        self._split: Split = "measure"
        self._region: pg.LinearRegionItem | None = None
        self._chosen = (-1, -1)
        self._pickable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("chart"))
        self.counts, self.surprise, self.coverage = plots or (
            Plot(theme, bottom=False),
            Plot(theme, bottom=False),
            Plot(theme, bottom=True),
        )
        self._notes = NoteLines(self.counts)
        self._build()

    def _build(self) -> None:
        self.legend = Legend(self._theme, left=LEFT)
        self.surprise.setFixedHeight(76)
        self.coverage.setFixedHeight(84)
        self.counts.setMinimumHeight(180)
        # what any plot would like to have would scroll the calendar out of a large window
        self.counts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        # room above, or the figure of a line at the very top is cut in half
        self.counts.getPlotItem().layout.setContentsMargins(1, 8, 1, 1)
        for strip in (self.surprise, self.coverage):
            strip.getPlotItem().setXLink(self.counts.getPlotItem())
        self._titles = (StripTitle(self._theme, LEFT), StripTitle(self._theme, LEFT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addWidget(self.counts, 1)
        for title, strip in zip(self._titles, (self.surprise, self.coverage), strict=True):
            column.addSpacing(8)
            column.addWidget(title)
            column.addWidget(strip)
        for plot in (self.counts, self.surprise, self.coverage):
            plot.scene().sigMouseClicked.connect(lambda event, of=plot: self._on_click(event, of))
            plot.scene().sigMouseMoved.connect(lambda where, of=plot: self._on_move(where, of))
            plot.brush.brushed.connect(self._on_brushed)

    def show_trend(self, trend: Trend, split: Split = "measure") -> None:
        """Draws another series; the choice of days is dropped."""
        self._trend, self._split = trend, split
        self._chosen, self._region = (-1, -1), None
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        """The same picture in other colours."""
        self._theme = theme
        self.legend.set_theme(theme)
        for title in self._titles:
            title.set_theme(theme)
        chosen, self._region = self._chosen, None
        self._draw()
        if chosen[0] >= 0:
            self.choose(*chosen, tell=False)

    def for_print(self) -> None:
        """No selection and no pointer: the chart is drawn once, into a file."""
        self._pickable = False

    def choose(self, first: int, last: int, *, tell: bool = True) -> None:
        """Selects the days from `first` to `last`."""
        count = len(self._trend.days)
        if not count or not self._pickable:
            return
        first, last = sorted((max(0, min(first, count - 1)), max(0, min(last, count - 1))))
        self._chosen = (first, last)
        region = self._region or self._new_region()
        region.blockSignals(True)
        region.setRegion((first - 0.5, last + 0.5))
        region.blockSignals(False)
        if tell:
            self.days_chosen.emit(first, last)

    def chosen(self) -> tuple[int, int]:
        """First and last index of the selection, (-1, -1) when there is none."""
        return self._chosen

    def _new_region(self) -> pg.LinearRegionItem:
        brush = QColor(self._theme.accent)
        brush.setAlpha(22 if self._theme.name == "light" else 34)
        pen = pg.mkPen(self._theme.accent, width=1)
        self._region = pg.LinearRegionItem((0, 1), brush=brush, hoverBrush=brush, pen=pen)
        self._region.sigRegionChangeFinished.connect(self._on_dragged)
        self.counts.getPlotItem().addItem(self._region, ignoreBounds=True)
        return self._region

    def _draw(self) -> None:
        trend, t = self._trend, self._theme
        stacks = series.stacks(trend, self._split)
        words = [stack_name(s.key, self._split, self._names) for s in stacks]
        self.legend.show_series(words, banded=any(d.upper is not None for d in trend.days))
        judged = any(d.p is not None for d in trend.days)
        self._draw_counts(stacks)
        self._draw_surprise()
        self._draw_coverage()
        self.surprise.setVisible(judged)
        self._titles[0].setVisible(judged)
        self._titles[0].say(*surprise_title())
        self._titles[1].say(*coverage_title(trend))
        self.setAccessibleDescription(describe(trend))
        self.counts.setBackground(t.surface)

    def _draw_counts(self, stacks: tuple[series.Stack, ...]) -> None:
        trend, t, n = self._trend, self._theme, len(self._trend.days)
        high, plot = series.top(trend), self.counts
        plot.start(t, n, high)
        values = series.ticks(high)
        plot.getPlotItem().getAxis("left").setTicks([[(v, str(v)) for v in values]])
        for value in values[1:]:
            plot.horizontal(value, t.grid)
        self._draw_band(high)
        self._draw_bars(stacks)
        self._draw_line()
        plot.hatched(series.gaps(trend), high, t.hatch)
        self._draw_marks(high)
        self._notes.draw(trend, self._names, t, high)

    def _draw_band(self, high: float) -> None:
        for start, run in series.runs_of([d.upper for d in self._trend.days]):
            x = np.arange(start, start + len(run)) if len(run) > 1 else np.array([start, start + 1])
            y = np.minimum(np.array(run if len(run) > 1 else run * 2), high)
            low, up = (pg.PlotCurveItem(x, v, pen=None) for v in (np.zeros(len(x)), y))
            band = pg.FillBetweenItem(low, up, brush=pg.mkBrush(self._theme.band))
            self.counts.getPlotItem().addItem(band)

    def _draw_bars(self, stacks: tuple[series.Stack, ...]) -> None:
        n, t = len(self._trend.days), self._theme
        pen = pg.mkPen(t.surface, width=0.5) if n <= 120 else pg.mkPen(None)
        width = 0.74 if n <= 120 else 0.9
        x, base = np.arange(n), np.zeros(n)
        for k, stack in enumerate(stacks):
            colour = t.series[-1] if stack.key == series.OTHER else t.series[k]
            y = np.array(stack.values, dtype=float)
            bars = pg.BarGraphItem(x=x, y0=base, height=y, width=width, pen=pen, brush=colour)
            self.counts.getPlotItem().addItem(bars)
            base = base + y

    def _draw_line(self) -> None:
        pen = pg.mkPen(self._theme.text2, width=1, style=Qt.PenStyle.DashLine)
        for start, run in series.runs_of([d.expected for d in self._trend.days]):
            x = np.arange(start, start + len(run))
            line = pg.PlotCurveItem(x, np.array(run), pen=pen, antialias=True)
            self.counts.getPlotItem().addItem(line)

    def _draw_marks(self, high: float) -> None:
        for mark in series.marks(self._trend):
            y = min(high * 0.97, mark.height + high * 0.05)
            spot = pg.ScatterPlotItem(
                [mark.index],
                [y],
                symbol=MARK_SHAPE[mark.kind],
                size=MARK_SIZE[mark.kind],
                brush=self._theme.warn,
                pen=pg.mkPen(self._theme.surface, width=1),
            )
            self.counts.getPlotItem().addItem(spot, ignoreBounds=True)

    def _draw_surprise(self) -> None:
        days, t, plot = self._trend.days, self._theme, self.surprise
        plot.start(t, len(days), series.SURPRISE_TOP)
        plot.getPlotItem().getAxis("left").setTicks([[(0, "0"), (3, "3"), (10, "10")]])
        y = [series.surprise(d.p) if d.total is not None else 0.0 for d in days]
        shown = [v or 0.0 for v in y]
        brushes = [QColor(t.warn if v >= series.WATCH else t.hatch) for v in shown]
        bars = pg.BarGraphItem(
            x=np.arange(len(days)),
            height=np.array(shown),
            width=0.74,
            pen=pg.mkPen(None),
            brushes=brushes,
        )
        plot.getPlotItem().addItem(bars)
        plot.horizontal(series.WATCH, t.text3, Qt.PenStyle.DashLine)
        plot.horizontal(series.ALERT, t.text3, Qt.PenStyle.DotLine)
        plot.hatched(series.gaps(self._trend), series.SURPRISE_TOP, t.hatch)

    def _draw_coverage(self) -> None:
        days, t, plot = self._trend.days, self._theme, self.coverage
        most = max([d.coverage for d in days if d.total is not None] + [0.0])
        high = most * 1.1 or 1.0
        plot.start(t, len(days), high)
        item = plot.getPlotItem()
        label = f"{most:.0%}".replace("%", " %") if most <= 1 else f"{most:.0f}"
        item.getAxis("left").setTicks([[(0, "0"), (most, label)] if most else [(0, "0")]])
        at = [(i, day_month(day)) for i, day in series.day_ticks(days)]
        item.getAxis("bottom").setTicks([at])
        item.setLabel("bottom", html.escape(text("axis")), color=t.text3, **{"font-size": "11px"})
        y = np.array([d.coverage if d.total is not None else 0.0 for d in days], dtype=float)
        x = np.arange(len(days))
        bars = pg.BarGraphItem(x=x, height=y, width=0.9, pen=pg.mkPen(None), brush=t.mute)
        item.addItem(bars)
        plot.hatched(series.gaps(self._trend), high, t.hatch)

    def _index_at(self, where: QPointF, plot: Plot) -> int:
        box = plot.getPlotItem().getViewBox()
        if not box.sceneBoundingRect().contains(where):
            return -1
        i = round(box.mapSceneToView(where).x())
        return i if 0 <= i < len(self._trend.days) else -1

    def _on_click(self, event: object, plot: Plot) -> None:
        where = event.scenePos()  # type: ignore[attr-defined]  # pyqtgraph's
        i = self._index_at(where, plot)
        note = self._notes.at(where) if plot is self.counts and i >= 0 else -1
        if note >= 0:
            self.note_chosen.emit(note)
        elif i >= 0:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(i, i)

    def _on_move(self, where: QPointF, plot: Plot) -> None:
        i = self._index_at(where, plot)
        if i < 0 or not self._pickable:
            QToolTip.hideText()
            return
        note = self._notes.at(where) if plot is self.counts else -1
        hand = Qt.CursorShape.PointingHandCursor if note >= 0 else Qt.CursorShape.ArrowCursor
        plot.viewport().setCursor(hand)
        i = note if note >= 0 else i
        words = tooltip(self._trend, i, self._split, self._names)
        tips.show(plot.mapToGlobal(plot.mapFromScene(where)), "\n".join(words), plot)

    def _on_brushed(self, start: float, end: float, done: bool) -> None:  # noqa: FBT001
        if self._pickable and self._trend.days:
            low, high = sorted((round(start), round(end)))
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(low, high, tell=done)

    def _on_dragged(self) -> None:
        if self._region is None:
            return
        low, high = self._region.getRegion()
        self.choose(round(low + 0.5), max(round(low + 0.5), round(high - 0.5)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the days, Shift widens, Home and End go far, Return opens a note."""
        first, last = self._chosen
        end = len(self._trend.days) - 1
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        wide = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            at = 0 if event.key() == Qt.Key.Key_Home else end
            self.choose(at, at)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note_chosen.emit(self._notes.first(first, last))
        elif step is None:
            super().keyPressEvent(event)
        elif first < 0:
            self.choose(end, end)
        elif wide:
            self.choose(min(first, first + step), max(last, last + step))
        else:
            at = first + step if step < 0 else last + step
            self.choose(at, at)
