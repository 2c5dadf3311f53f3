"""The legend and the strip titles: painted by ourselves, outside the plots."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import paint
from ui.theme import T11, T13, Theme, font
from ui.trends.words import text

Swatch = Callable[[QPainter, QRectF, Theme], None]
Entry = tuple[str, Swatch, float]
ROW, GAP, NAME = 24, 14, 150


def star(c: QPointF, r: float) -> QPolygonF:
    """A five-pointed star around a point."""
    points = []
    for k in range(10):
        radius = r if k % 2 == 0 else r * 0.42
        angle = -math.pi / 2 + k * math.pi / 5
        points.append(QPointF(c.x() + radius * math.cos(angle), c.y() + radius * math.sin(angle)))
    return QPolygonF(points)


def triangle(c: QPointF, r: float) -> QPolygonF:
    """A triangle that stands on its base."""
    return QPolygonF([c + QPointF(0, -r), c + QPointF(r, r * 0.8), c + QPointF(-r, r * 0.8)])


def filled(colour: Callable[[Theme], str]) -> Swatch:
    """A small square of a colour."""

    def draw(p: QPainter, r: QRectF, theme: Theme) -> None:
        paint.box(p, QRectF(r.x(), r.center().y() - 5, r.width(), 10), colour(theme), 2)

    return draw


def dashed(p: QPainter, r: QRectF, theme: Theme) -> None:
    """The line of what was expected."""
    p.setPen(QPen(theme.c("text2"), 1, Qt.PenStyle.DashLine))
    p.drawLine(QPointF(r.left(), r.center().y()), QPointF(r.right(), r.center().y()))


def hatched(p: QPainter, r: QRectF, theme: Theme) -> None:
    """Days that were not observed."""
    paint.hatch(p, QRectF(r.x(), r.center().y() - 5, r.width(), 10), theme.hatch, 4)


def pointed(shape: Callable[[QPointF, float], QPolygonF], size: float) -> Swatch:
    """A marker of an unusual day."""

    def draw(p: QPainter, r: QRectF, theme: Theme) -> None:
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.c("warn"))
        p.drawPolygon(shape(r.center(), size))

    return draw


class Legend(QWidget):
    """What the colours and shapes of the chart mean; wraps when there is little room."""

    def __init__(self, theme: Theme, left: int) -> None:
        super().__init__()
        self._theme, self._left = theme, left
        self._entries: list[Entry] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """The same words beside other colours."""
        self._theme = theme
        self.update()

    def show_series(self, names: list[str], *, banded: bool) -> None:
        """Names the stacks, bottom one first, then the marks every chart has."""
        last = len(names) - 1
        other = text("other")
        entries: list[Entry] = []
        for i, name in enumerate(names):
            k = -1 if i == last and name == other else i
            entries.append((name, filled(lambda t, k=k: t.series[k]), 10))  # type: ignore[misc]
        if banded:
            entries.append((text("expected"), dashed, 18))
            entries.append((text("band"), filled(lambda t: t.band), 14))
        entries.append((text("gap"), hatched, 14))
        if banded:
            entries.append((text("watch"), pointed(triangle, 5), 10))
            entries.append((text("alert"), pointed(star, 6.5), 12))
        self._entries = entries
        self.setAccessibleName(", ".join(name for name, _, _ in entries))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room may ask for more rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A scroll area asks nobody how high he is at its width: the rows are a least height."""
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def _places(self, width: float) -> list[tuple[Entry, QPointF, float]]:
        metrics = QFontMetricsF(font(T11))
        start = self._left + QFontMetricsF(font(T13, 600)).horizontalAdvance(text("chart")) + 24
        x, y = start, 0.0
        places = []
        for entry in self._entries:
            words = min(NAME, metrics.horizontalAdvance(entry[0]) + 1)
            need = entry[2] + 5 + words
            if x + need > width and x > start:
                x, y = start, y + ROW
            places.append((entry, QPointF(x, y), words))
            x += need + GAP
        return places

    def hasHeightForWidth(self) -> bool:
        """The legend grows downwards."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One row of 24 px for each line of the legend."""
        places = self._places(width)
        return int(places[-1][1].y() if places else 0) + ROW + 4

    def sizeHint(self) -> QSize:
        """As high as its present width asks."""
        return QSize(400, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the title and the entries."""
        p, t = QPainter(self), self._theme
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        title = font(T13, 600)
        paint.text(p, QRectF(self._left, 0, 300, ROW), text("chart"), title, t.text)
        for (name, swatch, width), at, words in self._places(self.width()):
            p.save()
            swatch(p, QRectF(at.x(), at.y(), width, ROW), t)
            p.restore()
            where = QRectF(at.x() + width + 5, at.y(), words, ROW)
            paint.text(p, where, name, font(T11), t.text2)


class StripTitle(QWidget):
    """«Coverage  observed on 26 of 28 days»: one strong word, then quiet ones."""

    def __init__(self, theme: Theme, left: int) -> None:
        super().__init__()
        self._theme, self._left = theme, left
        self._strong, self._quiet = "", ""
        self.setFixedHeight(20)

    def set_theme(self, theme: Theme) -> None:
        """The same words in other colours."""
        self._theme = theme
        self.update()

    def say(self, strong: str, quiet: str) -> None:
        """Other words."""
        self._strong, self._quiet = strong, quiet
        self.setAccessibleName(f"{strong}: {quiet}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws both on one line."""
        p, t = QPainter(self), self._theme
        rect = QRectF(self._left, 0, self.width() - self._left, self.height())
        used = paint.text(p, rect, self._strong, font(T11, 600), t.text)
        paint.text(p, rect.adjusted(used + 8, 0, 0, 0), self._quiet, font(T11), t.text3)
