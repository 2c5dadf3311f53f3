"""How a source is painted: a shape and a word, an age against its rhythm, a strip of 14 days."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from osawatch.model import SourceRow
from ui import paint
from ui.sources import health
from ui.sources.model import AGE, DAYS, KIND, NEXT, ROW, SOURCE, STATE, SourcesModel
from ui.sources.words import kind_word, next_poll, reason, rhythm, short, state_word
from ui.theme import T11, T13, Theme, font

ROW_HEIGHT = 44
Index = QModelIndex | QPersistentModelIndex
Points = tuple[tuple[float, float], ...]
LINES: dict[str, tuple[Points, ...]] = {
    "tick": (((-4, 0), (-1, 3), (4.5, -3.5)),),
    "clock": (((0, -2.5), (0, 0), (2, 1)),),
    "barred": (((-2.5, 0), (2.5, 0)),),
    "arrow": (((-5, 0), (5, 0)), ((1.5, -3.5), (5, 0), (1.5, 3.5))),
    "cross": (((-4, -4), (4, 4)), ((4, -4), (-4, 4))),
    "waves": tuple(
        tuple((k - 5, dy + 1.5 * math.sin(k * 1.25)) for k in range(11)) for dy in (-2, 2)
    ),
    "dash": (((-4, 0), (4, 0)),),
    "pause": (((-2, -3.5), (-2, 3.5)), ((2, -3.5), (2, 3.5))),
    "bang": (((0, -4.5), (0, 1)), ((0, 4.2), (0, 4.4))),
    "ring": (),
    "query": (),
}
ROUND = {"ring": 4.5, "clock": 5.0, "barred": 5.0}


def shape(p: QPainter, name: str, c: QPointF, colour: QColor) -> None:
    """Tick, ring, clock, bar, arrow, cross, question, waves: a state without its colour."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    p.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, cap, join))
    if name in ROUND:
        p.drawEllipse(c, ROUND[name], ROUND[name])
    if name == "query":
        p.setFont(font(T13, 700))
        rect = QRectF(c.x() - 8, c.y() - 10, 16, 20)
        p.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), "?")
    for points in LINES[name]:
        p.drawPolyline(QPolygonF([QPointF(c.x() + x, c.y() + y) for x, y in points]))
    p.restore()


class SourceDelegate(QStyledItemDelegate):
    """Paints the six columns of a source."""

    def __init__(self, theme: Theme, model: SourcesModel, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._model = theme, model
        self._faces: dict[int, Callable[[QPainter, QRectF, SourceRow], None]] = {
            STATE: self._state,
            SOURCE: self._source,
            KIND: self._kind,
            AGE: self._age,
            NEXT: self._next,
            DAYS: self._days,
        }

    def _state(self, p: QPainter, r: QRectF, row: SourceRow) -> None:
        found = health.state(row)
        colour = self.theme.c(found.tone)
        shape(p, found.shape, QPointF(r.x() + 10, r.center().y()), colour)
        where = r.adjusted(28, 0, 8, 0)
        weight = 600 if found.needs_attention else 400
        paint.text(p, where, state_word(found.name), font(T13, weight), colour)

    def _source(self, p: QPainter, r: QRectF, row: SourceRow) -> None:
        found = health.state(row)
        two = found.needs_attention or found.name == "unsupported"
        ink = self.theme.text if row.enabled else self.theme.text2
        top = QRectF(r.x(), r.y() + 5, r.width(), 18) if two else r
        paint.text(p, top, row.title, font(T13, 500), ink)
        if two:
            where = QRectF(r.x(), r.y() + 23, r.width(), 16)
            words = reason(row, self._model.now())
            paint.text(p, where, words, font(T11), self.theme.text2)

    def _kind(self, p: QPainter, r: QRectF, row: SourceRow) -> None:
        room = r.adjusted(0, 0, -24, 0)
        used = paint.text(p, room, kind_word(row.kind), font(T13), self.theme.text2)
        if row.language and row.language != "en":
            where = QRectF(r.x() + used + 6, r.y(), 30, r.height())
            paint.text(p, where, row.language, font(T11), self.theme.text3)

    def _age(self, p: QPainter, r: QRectF, row: SourceRow) -> None:
        t, now = self.theme, self._model.now()
        old, beats = health.age(row, now), health.beats(row, now)
        words = short(old) if old is not None else "–"
        paint.text(p, QRectF(r.x(), r.y(), 54, r.height()), words, font(T13, tnum=True), t.text)
        bar = QRectF(r.x() + 58, r.center().y() - 2, 84, 4)
        if beats is not None:
            colour = t.warn if beats > 1 else t.text3
            paint.bar(p, bar, min(beats / 3, 1), colour, t)
            tick = QRectF(bar.x() + bar.width() / 3 - 0.5, r.center().y() - 6, 1.5, 12)
            p.fillRect(tick, t.c("text2"))
        where = QRectF(bar.right() + 12, r.y(), r.right() - bar.right() - 12, r.height())
        known = row.rhythm_hours is not None
        words = rhythm(row.rhythm_hours) if known or old is not None else ""
        paint.text(p, where, words, font(T11, tnum=True), t.text3)

    def _next(self, p: QPainter, r: QRectF, row: SourceRow) -> None:
        words = next_poll(row, self._model.now(), self._model.zone)
        paint.text(p, r, words, font(T13, tnum=True), self.theme.text2)

    def _days(self, p: QPainter, r: QRectF, row: SourceRow) -> None:
        for i, mark in enumerate(health.day_marks(row, self._model.now().date())):
            self._day(p, QRectF(r.x() + i * 8, r.center().y() - 8, 6, 16), mark)

    def _day(self, p: QPainter, c: QRectF, mark: health.DayMark) -> None:
        t = self.theme
        if mark == "items":
            paint.box(p, QRectF(c.x() + 1, c.y() + 4, 4, 12), t.series[3], 1)
        elif mark == "empty":
            paint.box(p, QRectF(c.x(), c.bottom() - 6, 6, 6), None, 1, t.text3)
        elif mark == "failed":
            p.save()
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(QPen(t.c("bad"), 1.5))
            m = c.center()
            p.drawLine(m + QPointF(-2.5, 1.5), m + QPointF(2.5, 6.5))
            p.drawLine(m + QPointF(2.5, 1.5), m + QPointF(-2.5, 6.5))
            p.restore()
        else:
            p.fillRect(QRectF(c.x() + 1, c.bottom() - 1.5, 4, 1.5), t.c("line2"))

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, accent bar, hairline, then the column's own face."""
        t, r = self.theme, QRectF(option.rect)
        row = index.data(ROW)
        flags = option.state
        on = bool(flags & QStyle.StateFlag.State_Selected)
        over = bool(flags & QStyle.StateFlag.State_MouseOver)
        p.fillRect(r, t.c("select" if on else "hover" if over else "surface"))
        if on and index.column() == STATE:
            p.fillRect(QRectF(r.x(), r.y(), 3, r.height()), t.c("accent"))
        p.fillRect(QRectF(r.x(), r.bottom() - 1, r.width(), 1), t.c("line"))
        self._faces[index.column()](p, r.adjusted(12, 0, -12, 0), row)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        return QSize(100, ROW_HEIGHT)
