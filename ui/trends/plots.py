"""The bare plot and the hatching of days nobody watched. Imports pyqtgraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame

from ui import paint
from ui.theme import T11, Theme, font

LEFT = 40  # room for the figures left of every plot, so that the three line up


class Hatch(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no types
    """Days without observation over the full height, hatched in pixels whatever the zoom."""

    def __init__(self, first: float, last: float, top: float, colour: str) -> None:
        super().__init__()
        self._rect = QRectF(first, 0, last - first, top)
        self._colour = colour

    def boundingRect(self) -> QRectF:
        """The rectangle of the days, in days and stories."""
        return self._rect

    def paint(self, p: QPainter, *_args: object) -> None:
        """Hatches in device pixels: a brush pattern would stretch with the axes."""
        rect = p.worldTransform().mapRect(self._rect)
        p.save()
        p.resetTransform()
        paint.hatch(p, rect, self._colour)
        p.restore()


class Brush(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """Carries from where to where the pointer is drawn, in days; True once it is let go."""

    brushed = Signal(float, float, bool)

    def mouseDragEvent(self, event: Any, axis: object = None) -> None:
        """Pyqtgraph's own: the plot itself is never moved."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        start = self.mapSceneToView(event.buttonDownScenePos())
        now = self.mapSceneToView(event.scenePos())
        self.brushed.emit(start.x(), now.x(), event.isFinish())


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot without buttons, menu, zoom or focus; its figures stand in our type."""

    def __init__(self, theme: Theme, *, bottom: bool) -> None:
        self.brush = Brush(enableMenu=False)
        super().__init__(background=theme.surface, viewBox=self.brush)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bottom = bottom
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setMouseEnabled(x=False, y=False)
        item.getAxis("left").setWidth(LEFT)
        item.getAxis("left").setPen(pg.mkPen(None))
        item.getAxis("bottom").setStyle(showValues=bottom)
        # 8 px and not 0, or the nought of the left axis is cut
        item.getAxis("bottom").setHeight(40 if bottom else 8)
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setTickFont(font(T11, tnum=True))
            axis.setStyle(tickLength=0, tickTextOffset=6)

    def start(self, theme: Theme, days: int, top: float) -> None:
        """Empties the plot and sets both scales. y always starts at nought."""
        item = self.getPlotItem()
        item.clear()
        self.setBackground(theme.surface)
        for side in ("left", "bottom"):
            item.getAxis(side).setTextPen(pg.mkPen(theme.text3))
        item.getAxis("bottom").setPen(pg.mkPen(theme.line2))
        item.setXRange(-0.7, days - 0.3, padding=0)
        item.setYRange(0, top, padding=0)

    def horizontal(self, y: float, colour: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        """A line across, of width 1: wider ones are slow to draw."""
        pen = pg.mkPen(colour, width=1, style=style)
        self.getPlotItem().addItem(pg.InfiniteLine(y, 0, pen=pen), ignoreBounds=True)

    def hatched(self, gaps: Sequence[tuple[int, int]], top: float, colour: str) -> None:
        """Shades the days that were not observed."""
        for first, last in gaps:
            self.getPlotItem().addItem(Hatch(first - 0.5, last + 0.5, top, colour))
