"""How a node, a link and the words across an estimate are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ui import paint
from ui.chains.layout import TALL, Box, Edge, Plan
from ui.chains.words import SHAPES, Boxed
from ui.theme import T11, T13, Theme, font

ARROW, FADED, BEND = 5.0, 0.4, 28.0
LETTERS, TILT, EVERY, INK = 46, -18.0, 260, 0.2  # of the words across an estimate
WIDTHS = {"essential": 2.0, "important": 1.25, "minor": 1.0}


@dataclass(frozen=True, slots=True)
class State:
    """How a box stands: where the walk starts, chosen, on the path, with the keys, in the back."""

    start: bool = False
    here: bool = False
    on: bool = False
    focus: bool = False
    faded: bool = False


def line(
    p: QPainter, plan: Plan, edge: Edge, t: Theme, *, on: bool, faded: bool = False,
    side: bool = False,
) -> None:  # fmt: skip
    """A link, with a head where the good flows to. `side`: on no strongest path."""
    a, b, turned = _ends(plan.boxes[edge.near], plan.boxes[edge.far])
    curve = QPainterPath(a)
    bend = max(BEND, (b.x() - a.x()) / 2)
    curve.cubicTo(a.x() + bend, a.y(), b.x() + (bend if turned else -bend), b.y(), b.x(), b.y())
    colour = t.c("accent" if on else "text3" if side else "line2")
    pen = QPen(colour, WIDTHS[edge.link.weight] + (0.75 if on else 0))
    if edge.link.own:
        pen.setStyle(Qt.PenStyle.DashDotLine)
    elif side or edge.link.weight == "minor":
        pen.setStyle(Qt.PenStyle.DashLine)
    p.save()
    p.setOpacity(FADED if faded else 1.0)
    p.setPen(pen)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPath(curve)
    outward = edge.link.output == edge.far
    _head(p, b if outward else a, colour, left=(turned if outward else True))
    p.restore()


def box(p: QPainter, one: Box, said: Boxed, state: State, t: Theme) -> None:
    """A node: risk as a shape, name, figure, and what a cut leaves as a bar."""
    rect = QRectF(one.x, one.y, one.width, one.height)
    p.save()
    p.setOpacity(FADED if state.faded else 1.0)
    if state.focus:
        paint.box(p, rect.adjusted(-2.5, -2.5, 2.5, 2.5), None, 7, t.accent)
    ground = t.select if state.start or state.here else t.sunken
    paint.box(p, rect, ground, 5, t.accent if state.on or state.here else t.line2)
    x = rect.x() + 8
    if said.risk:
        paint.shape(p, SHAPES[said.risk], x + 5, rect.center().y(), 5, t)
        x += 16
    room = QRectF(x, rect.y(), rect.right() - x - 8, rect.height())
    _words(p, room, said, t, bold=state.start)
    if said.left is not None:
        bar = QRectF(rect.x() + 4, rect.bottom() - 5, rect.width() - 8, 3)
        paint.bar(p, bar, said.left, t.accent, t)
    p.restore()


def need(said: Boxed, *, bold: bool, tall: bool) -> float:
    """How wide a box must be for its words to stand in one line, or in two."""
    name = QFontMetricsF(font(T13, 600 if bold else 400)).horizontalAdvance(said.name)
    figure = QFontMetricsF(font(T11, tnum=True)).horizontalAdvance(said.figure)
    words = max(name, figure) if tall else name + figure + (8 if said.figure else 0)
    return words + (16 if said.risk else 0) + 20


def watermark(p: QPainter, seen: QRect, height: int, words: str, t: Theme) -> None:
    """What it is, written across all that is seen."""
    ink = t.c("warn")
    ink.setAlphaF(INK)
    p.setFont(font(LETTERS, 700))
    p.setPen(ink)
    for number in range(height // EVERY + 1):
        p.save()
        p.translate(seen.x() + 40, number * EVERY + 230)
        p.rotate(TILT)
        p.drawText(QPointF(0, 0), words)
        p.restore()


def _ends(near: Box, far: Box) -> tuple[QPointF, QPointF, bool]:
    """Where a line leaves and arrives; True when it arrives from the right, within a column."""
    a = QPointF(near.x + near.width, near.y + near.height / 2)
    turned = far.column <= near.column
    b = QPointF(far.x + (far.width if turned else 0), far.y + far.height / 2)
    return a, b, turned


def _head(p: QPainter, tip: QPointF, colour: QColor, *, left: bool) -> None:
    back = ARROW * (1.6 if left else -1.6)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour)
    p.drawPolygon(QPolygonF([
        tip, QPointF(tip.x() + back, tip.y() - ARROW * 0.8),
        QPointF(tip.x() + back, tip.y() + ARROW * 0.8),
    ]))  # fmt: skip


def _words(p: QPainter, r: QRectF, said: Boxed, t: Theme, *, bold: bool) -> None:
    face, small = font(T13, 600 if bold else 400), font(T11, tnum=True)
    if r.height() >= TALL and said.figure:
        half = r.height() / 2
        paint.text(p, QRectF(r.x(), r.y() + 2, r.width(), half), said.name, face, t.text)
        below = QRectF(r.x(), r.y() + half - 3, r.width(), half)
        paint.text(p, below, said.figure, small, t.text2)
        return
    wide = QFontMetricsF(small).horizontalAdvance(said.figure) + 8 if said.figure else 0
    paint.text(p, QRectF(r.x(), r.y(), r.width() - wide, r.height()), said.name, face, t.text)
    right = Qt.AlignmentFlag.AlignRight
    paint.text(p, r, said.figure, small, t.text2, right, elide=False)
