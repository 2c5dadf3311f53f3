"""How long licences waited, drawn: a line a year long; no open application is a gap, no zero."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from osawatch.registers.waiting import Point
from ui import paint
from ui.i18n import figure
from ui.registers.words import text
from ui.theme import T11, Theme, font

HIGH, LEFT, TOP, FOOT = 132, 44.0, 30.0, 22.0


class WaitingChart(QWidget):
    """The series; its figures are in the words a screen reader hears."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._points, self._lost = theme, tuple[Point, ...](), 0
        self.setFixedHeight(HIGH)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    def show_points(self, points: Sequence[Point], lost: int) -> None:
        """Another series; `lost`: decided ones that are in no median."""
        self._points, self._lost = tuple(points), lost
        self.setAccessibleName(f"{text('chart')}: {self.told()}")
        self.update()

    def told(self) -> str:
        """Today's figure, and what is left out."""
        last = self._points[-1] if self._points else None
        now = (
            text("chart_none")
            if last is None or last.median is None
            else text("chart_now", _figure(last.median), last.open)
        )
        return f"{now}; {text('chart_lost', self._lost)}" if self._lost else now

    def paintEvent(self, event: QPaintEvent) -> None:
        """A head, two lines of a scale, the series."""
        p, t = QPainter(self), self._theme
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width()
        p.fillRect(self.rect(), t.c("surface"))
        p.fillRect(0, self.height() - 1, width, 1, t.c("line"))
        head = QRectF(16, 8, width - 32, 16)
        used = paint.text(p, head, text("chart"), font(T11, 600), t.text)
        head.setLeft(head.left() + used + 8)
        paint.text(p, head, self.told(), font(T11), t.text2)
        most = max((one.median or 0 for one in self._points), default=0)
        if most and len(self._points) > 1:
            self._plot(p, most)

    def _plot(self, p: QPainter, most: float) -> None:
        t = self._theme
        room = QRectF(LEFT, TOP, self.width() - LEFT - 16, HIGH - TOP - FOOT)
        right = Qt.AlignmentFlag.AlignRight
        for share in (0.0, 1.0):
            y = room.bottom() - share * room.height()
            p.fillRect(QRectF(room.left(), y, room.width(), 1), t.c("line"))
            where = QRectF(0, y - 8, LEFT - 6, 16)
            paint.text(p, where, _figure(share * most), font(T11, tnum=True), t.text3, right)
        for place, one in ((0, self._points[0]), (1, self._points[-1])):
            where = QRectF(room.left(), room.bottom() + 4, room.width(), 16)
            side = right if place else Qt.AlignmentFlag.AlignLeft
            paint.text(p, where, f"{one.day:%Y-%m-%d}", font(T11, tnum=True), t.text3, side)
        self._line(p, room, most)

    def _line(self, p: QPainter, room: QRectF, most: float) -> None:
        p.setPen(QPen(self._theme.c("accent"), 2))
        before: QPointF | None = None
        for place, one in enumerate(self._points):
            if one.median is None:
                before = None
                continue
            x = room.left() + room.width() * place / (len(self._points) - 1)
            at = QPointF(x, room.bottom() - room.height() * one.median / most)
            if before is not None:
                p.drawLine(before, at)
            else:
                p.drawPoint(at)
            before = at


def _figure(value: float) -> str:
    return figure(value, 0 if float(value).is_integer() else 1)
