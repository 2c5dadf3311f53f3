"""One small chart: name, figures, bars over the same days as all others; for view and picture."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from osawatch.pairs import Daily
from ui import paint
from ui.theme import T11, T13, Theme, font
from ui.trends.pairs.words import bars

WIDTH, HEIGHT = 250, 148
TOP, LEFT, FOOT = 52.0, 34.0, 24.0


class Words(NamedTuple):
    """What stands in a cell: whose it is, its figures, the first and the last day."""

    name: str
    said: str
    first: str
    last: str


def draw(
    p: QPainter,
    at: QRectF,
    theme: Theme,
    words: Words,
    daily: Daily | None,
    top: int,
) -> None:
    """`top` = the end of the y axis, at least 1; it starts at nought. No days yet: words alone."""
    inner = at.adjusted(12, 8, -12, 0)
    line = QRectF(inner.x(), inner.y(), inner.width(), 18)
    paint.text(p, line, words.name, font(T13, 500), theme.text)
    paint.text(p, line.translated(0, 17), words.said, font(T11, tnum=True), theme.text3)
    if daily is None:
        return
    plot = QRectF(at.x() + LEFT, at.y() + TOP, at.width() - LEFT - 12, at.height() - TOP - FOOT)
    right = Qt.AlignmentFlag.AlignRight
    head = QRectF(at.x(), plot.top() - 7, LEFT - 6, 14)
    paint.text(p, head, str(top), font(T11, tnum=True), theme.text3, right, elide=False)
    base = QRectF(at.x(), plot.bottom() - 8, LEFT - 6, 14)
    paint.text(p, base, "0", font(T11, tnum=True), theme.text3, right, elide=False)
    p.fillRect(QRectF(plot.x(), plot.top(), plot.width(), 1), theme.c("grid"))
    _bars(p, plot, theme, bars(daily), top)
    p.fillRect(QRectF(plot.x(), plot.bottom(), plot.width(), 1), theme.c("line2"))
    below = QRectF(plot.x(), plot.bottom() + 4, plot.width(), 14)
    paint.text(p, below, words.first, font(T11, tnum=True), theme.text3)
    paint.text(p, below, words.last, font(T11, tnum=True), theme.text3, right)


def _bars(p: QPainter, plot: QRectF, theme: Theme, values: Daily, top: int) -> None:
    step = plot.width() / max(1, len(values))
    wide = max(1.0, step * 0.8)
    colour = QColor(theme.series[0])
    for n, value in enumerate(values):
        x = plot.x() + n * step
        if value is None:
            paint.hatch(p, QRectF(x, plot.top(), step, plot.height()), theme.hatch, 4)
        elif value:
            high = max(1.0, plot.height() * min(value, top) / top)
            p.fillRect(QRectF(x, plot.bottom() - high, wide, high), colour)
