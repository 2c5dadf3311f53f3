"""Painters that delegates and widgets share: text, chips, shapes, bars, sparklines, hatching."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QStaticText,
    QTextLayout,
    QTextOption,
    QTransform,
)

from ui.theme import RADIUS_S, T11, Theme, font

Colour = QColor | str
RECENT = 3  # days of a sparkline that are drawn in accent


def text(
    p: QPainter,
    rect: QRectF,
    words: str,
    face: QFont,
    colour: Colour,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    elide: bool = True,
) -> float:
    """One line, centred on its height, elided at the right. Gives the width drawn."""
    line = _line(words, face, rect.width() if elide else -1.0)
    p.setFont(face)
    p.setPen(QColor(colour))
    over = rect.width() - line.width
    left = over if align & Qt.AlignmentFlag.AlignRight else 0.0
    left = over / 2 if align & Qt.AlignmentFlag.AlignHCenter else left
    down = math.floor((rect.height() - line.height + 1) / 2)
    p.drawStaticText(rect.topLeft() + QPointF(left, down), line.words)
    return min(line.width, rect.width())


@dataclass(frozen=True, slots=True)
class _Line:
    """One line laid out; its width and height in pixels."""

    words: QStaticText
    width: float
    height: int


@lru_cache(maxsize=4096)
def _line(words: str, face: QFont, room: float) -> _Line:
    """Kept: measuring, eliding and shaping a line costs four times what drawing it does."""
    metrics = QFontMetricsF(face)
    if room >= 0:
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    static = QStaticText(words)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    static.prepare(QTransform(), face)
    return _Line(static, metrics.horizontalAdvance(words), math.ceil(static.size().height()))


def lines(
    p: QPainter,
    rect: QRectF,
    words: str,
    face: QFont,
    colour: Colour,
    most: int = 2,
    *,
    rtl: bool = False,
    leading: float = 18,
) -> int:
    """Wrapped text of at most `most` lines, the last one elided and never cut; how many."""
    layout, count = _lines(words, face, rect.width(), most, leading, rtl=rtl)
    p.setPen(QColor(colour))
    for i in range(min(count, layout.lineCount())):
        layout.lineAt(i).draw(p, rect.topLeft())
    return count


@lru_cache(maxsize=1024)
def _lines(
    words: str, face: QFont, width: float, most: int, leading: float, *, rtl: bool
) -> tuple[QTextLayout, int]:
    """Kept, as `_line` is; a title is drawn again with every move of the cursor."""
    layout = _laid_out(words, face, width, leading, rtl=rtl)
    if (count := layout.lineCount()) <= most:
        return layout, count
    start = layout.lineAt(most - 1).textStart()
    right = Qt.TextElideMode.ElideRight
    rest = QFontMetricsF(face).elidedText(words[start:], right, width - 2)
    return _laid_out(words[:start] + rest, face, width, leading, rtl=rtl), most


def _laid_out(words: str, face: QFont, width: float, leading: float, *, rtl: bool) -> QTextLayout:
    option = QTextOption()
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(way)
    # Qt mirrors no alignment of a layout by its direction: it is said.
    option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words, face)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
        y += leading
    layout.endLayout()
    return layout


def shape(
    p: QPainter,
    level: str,
    cx: float,
    cy: float,
    r: float,
    theme: Theme,
    *,
    on_chip: bool = False,
) -> None:
    """Ring, disc, diamond, triangle, octagon: the level without its colour."""
    tokens = theme.levels[level]
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(QColor(tokens.edge), 1.25))
    p.setBrush(QColor(tokens.fill))
    if level == "info":
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(QColor(tokens.edge), 1.5))
        p.drawEllipse(QPointF(cx, cy), r - 0.75, r - 0.75)
    elif level == "low":
        p.drawEllipse(QPointF(cx, cy), r - 0.5, r - 0.5)
    elif level == "medium":
        p.drawPolygon(_points(cx, cy, ((0, -r), (r, 0), (0, r), (-r, 0))))
    elif level == "high":
        p.drawPolygon(_points(cx, cy, ((0, 0.5 - r), (r, r - 1), (-r, r - 1))))
    else:
        inside = (tokens.ink, tokens.ground) if on_chip else (tokens.ground, tokens.ink)
        _octagon(p, cx, cy, r, *inside)
    p.restore()


def _points(cx: float, cy: float, offsets: Sequence[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(cx + x, cy + y) for x, y in offsets])


def _octagon(p: QPainter, cx: float, cy: float, r: float, body: str, sign: str) -> None:
    corners = [math.pi / 8 + k * math.pi / 4 for k in range(8)]
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor(body))
    p.drawPolygon(_points(cx, cy, [(r * math.cos(a), r * math.sin(a)) for a in corners]))
    p.setPen(QPen(QColor(sign), 1.5))
    p.drawLine(QPointF(cx, cy - r * 0.5), QPointF(cx, cy + r * 0.12))
    p.drawPoint(QPointF(cx, cy + r * 0.5))


def chip(
    p: QPainter, x: float, y: float, level: str, word: str, theme: Theme, width: float = 76
) -> None:
    """A level as shape and word on its ground; of one width, so that words line up."""
    tokens = theme.levels[level]
    box(p, QRectF(x, y, width, 20), tokens.ground, RADIUS_S)
    shape(p, level, x + 12, y + 10, 5, theme, on_chip=True)
    where = QRectF(x + 22, y, width - 24, 20)
    text(p, where, word, font(T11, 600), tokens.ink, elide=False)


def box(
    p: QPainter, r: QRectF, ground: Colour | None, radius: float = 4, edge: Colour | None = None
) -> None:
    """A rounded rectangle with a ground, an edge of one pixel, or both."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    p.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
    p.drawRoundedRect(r.adjusted(0.5, 0.5, -0.5, -0.5) if edge else r, radius, radius)
    p.restore()


def code(p: QPainter, x: float, cy: float, words: str, theme: Theme) -> float:
    """A country or language code in a hairline box, 16 px high. Gives the width taken."""
    face = font(T11, 600, tnum=True)
    width = QFontMetricsF(face).horizontalAdvance(words) + 8
    rect = QRectF(x, cy - 8, width, 16)
    box(p, rect, None, 3, theme.line2)
    text(p, rect, words, face, theme.text2, Qt.AlignmentFlag.AlignHCenter, elide=False)
    return width


def hatch(p: QPainter, r: QRectF, colour: str, step: int = 5) -> None:
    """Diagonal lines in pixels: not observed. Brush patterns would follow the zoom."""
    p.save()
    p.setBrushOrigin(r.topLeft())
    p.fillRect(r, QBrush(tile(colour, step, p.device().devicePixelRatioF())))
    p.restore()


@lru_cache(maxsize=64)
def tile(colour: str, step: int, ratio: float, ground: str = "") -> QPixmap:
    """A brush of one diagonal; its neighbours meet it at the corners."""
    tile = QPixmap(round(step * ratio), round(step * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor(ground) if ground else Qt.GlobalColor.transparent)
    p = QPainter(tile)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(QColor(colour), 1))
    p.drawLines([QLineF(x - 1, step + 1, x + step + 1, -1) for x in (-step, 0, step)])
    p.end()
    return tile


def sparkline(
    p: QPainter, r: QRectF, values: Sequence[float | None], theme: Theme, *, alert: bool = False
) -> None:
    """Daily bars; a gap is hatched and never a nought; a dot over an unusual last day."""
    if not values:
        return
    top = max([v for v in values if v is not None] + [3])
    step, base = r.width() / len(values), r.bottom() - 1
    for first, days in _gaps(values):
        gap = QRectF(r.left() + first * step, r.top() + 4, days * step, r.height() - 5)
        hatch(p, gap, theme.hatch, 4)
    bars: dict[str, list[QRectF]] = {theme.mute: [], theme.accent: []}
    for i, value in enumerate(values):
        if value is not None:
            height = max((r.height() - 8) * value / top, 1)
            colour = theme.accent if i >= len(values) - RECENT else theme.mute
            bars[colour].append(QRectF(r.left() + i * step, base - height, step - 1, height))
    p.setPen(Qt.PenStyle.NoPen)
    for colour, drawn in bars.items():
        p.setBrush(QColor(colour))
        p.drawRects(drawn)  # together: one by one they were a third of painting the inbox
    if alert:
        height = (r.height() - 8) * (values[-1] or 0) / top
        dot(p, QPointF(r.right() - step / 2 - 0.5, base - height - 4), 2.25, theme.warn)


def _gaps(values: Sequence[float | None]) -> list[tuple[int, int]]:
    """(first day, number of days) of each run without a value."""
    runs, day = [], 0
    for missing, group in groupby(values, lambda value: value is None):
        days = len(list(group))
        if missing:
            runs.append((day, days))
        day += days
    return runs


def dot(p: QPainter, at: QPointF, r: float, colour: Colour) -> None:
    """A filled disc."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor(colour))
    p.drawEllipse(at, r, r)
    p.restore()


def bar(p: QPainter, r: QRectF, share: float, colour: str, theme: Theme) -> None:
    """A rounded bar filled from the left, 0 to 1."""
    box(p, r, theme.empty, r.height() / 2)
    if share > 0:
        width = max(r.height(), r.width() * min(share, 1))
        box(p, QRectF(r.x(), r.y(), width, r.height()), colour, r.height() / 2)
