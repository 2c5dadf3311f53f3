"""How a product is painted: bars against their threshold, shares of suppliers, a dot a year."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from osawatch.dependency.history import Line
from osawatch.dependency.model import CDI1, CDI2, CDI3
from ui import paint
from ui.dependency.model import COLUMNS, Products
from ui.dependency.words import recent
from ui.tables import ROW
from ui.theme import T11, T13, Theme, font

ROW_HEIGHT = 40
PAD, FIGURE, BULLET = 12.0, 52.0, 4.0
ENDS = {"cdi1": (CDI1, 1.0), "cdi2": (CDI2, 1.0), "cdi3": (CDI3, 5.0)}  # threshold, end of the bar
LEAST = 34.0  # pixels that a country's code needs
Index = QModelIndex | QPersistentModelIndex
Face = Callable[[QPainter, QRectF, Line], None]


class ProductDelegate(QStyledItemDelegate):
    """Paints all columns; the words of the model are what a screen reader says."""

    def __init__(self, theme: Theme, products: Products, parent: QObject) -> None:
        super().__init__(parent)
        self.theme, self._products = theme, products

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A ground, and the face of the column."""
        row, key = index.data(ROW), COLUMNS[index.column()]
        state, rect = option.state, QRectF(option.rect)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(rect, self.theme.c("select" if chosen else "surface"))
        p.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self.theme.c("line"))
        if chosen and not index.column():
            p.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), self.theme.c("accent"))
        faces: dict[str, Face] = {
            "name": self._name, "suppliers": self._suppliers, "recent": self._recent,
            "coverage": self._coverage,
        }  # fmt: skip
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        if key in ENDS:
            self._bullet(p, inner, row, key)
        else:
            faces[key](p, inner, row)
        p.restore()

    def _name(self, p: QPainter, r: QRectF, row: Line) -> None:
        t, name = self.theme, self._products.names.get(row.last.hs6, "")
        code = f"HS {row.last.hs6[:4]} {row.last.hs6[4:]} · {row.last.year}"
        top = QRectF(r.x(), r.y() + 3, r.width(), 18) if name else r
        paint.text(p, top, name or code, font(T13, 600 if name else 400), t.text)
        if name:
            below = QRectF(r.x(), r.y() + 20, r.width(), 16)
            paint.text(p, below, code, font(T11, tnum=True), t.text2)

    def _bullet(self, p: QPainter, r: QRectF, row: Line, key: str) -> None:
        """The figure, a bar, and a stroke where the threshold is."""
        t, value, (limit, end) = self.theme, getattr(row.last, key), ENDS[key]
        met = value is not None and value > limit
        words = self._products.words(row, key)
        room = QRectF(r.x(), r.y(), FIGURE - 8, r.height())
        paint.text(p, room, words, font(T13, 600 if met else 400, tnum=True),
                   t.text if met else t.text2)  # fmt: skip
        bar = QRectF(r.x() + FIGURE, r.center().y() - BULLET / 2, r.width() - FIGURE, BULLET)
        if bar.width() < LEAST:
            return
        paint.bar(p, bar, min((value or 0.0) / end, 1.0), t.accent if met else t.mute, t)
        tick = QRectF(bar.x() + bar.width() * limit / end - 0.75, r.center().y() - 7, 1.5, 14)
        p.fillRect(tick, t.c("text2"))

    def _suppliers(self, p: QPainter, r: QRectF, row: Line) -> None:
        """A bar a supplier, side by side; a near one is hatched and has an asterisk."""
        t = self.theme
        bar = QRectF(r.x(), r.center().y() - 9, r.width(), 18)
        paint.box(p, bar, t.empty, 2)
        x = bar.x()
        for place, one in enumerate(row.last.suppliers):
            width = bar.width() * min(one.share, 1.0)
            step = min(place, len(t.steps) - 1)
            part = QRectF(x, bar.y(), max(width - 1, 0.5), bar.height())
            p.fillRect(part, t.steps[step])
            if one.near:
                paint.hatch(p, part, t.step_inks[step], 6)
            self._label(p, part, f"{one.country}{'*' if one.near else ''}", one.share, step)
            x += width

    def _label(self, p: QPainter, part: QRectF, code: str, share: float, step: int) -> None:
        if part.width() < LEAST:
            return
        words = f"{code} {100 * share:.0f} %" if part.width() > 2 * LEAST else code
        face, ink = font(T11, 600, tnum=True), self.theme.step_inks[step]
        if "*" in code:  # hatching must not run through letters
            wide = min(part.width(), 7.0 * len(words) + 8)
            p.fillRect(QRectF(part.x(), part.y(), wide, part.height()), self.theme.steps[step])
        paint.text(p, part.adjusted(5, 0, -2, 0), words, face, ink)

    def _recent(self, p: QPainter, r: QRectF, row: Line) -> None:
        """Full = dependent, ring = not, dash = not in the files; then in words."""
        t, x = self.theme, r.x() + 5
        for _, met in row.recent:
            at = QPointF(x, r.center().y())
            if met:
                paint.dot(p, at, 4, t.accent)
            elif met is None:
                p.fillRect(QRectF(x - 4, at.y() - 0.75, 8, 1.5), t.c("text3"))
            else:
                p.setPen(QPen(t.c("text2"), 1.3))
                p.setBrush(Qt.BrushStyle.NoBrush)
                p.drawEllipse(at, 3.5, 3.5)
            x += 14
        steady = bool(row.last.steady)
        words = QRectF(x + 2, r.y(), r.right() - x - 2, r.height())
        paint.text(p, words, recent(row), font(T13, 600 if steady else 400), t.text)

    def _coverage(self, p: QPainter, r: QRectF, row: Line) -> None:
        whole = row.last.coverage > 0.995
        ink = self.theme.text2 if whole else self.theme.warn
        words = self._products.words(row, "coverage")
        paint.text(p, r, words, font(T13, 400 if whole else 600, tnum=True), ink)
