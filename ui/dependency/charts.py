"""Pictures of one product: a bar a supplier, and its three indicators over the years."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from osawatch.dependency.history import Line
from osawatch.dependency.model import CDI1, CDI2, CDI3
from ui import paint
from ui.dependency.words import capped, text
from ui.i18n import figure
from ui.theme import T11, T13, Theme, font

LINE, NAME, SHARE, FIGURE = 20.0, 170.0, 48.0, 56.0
SERIES = (("cdi1", CDI1, 1.0), ("cdi2", CDI2, 1.0), ("cdi3", CDI3, 5.0))  # key, threshold, top
MOST, SEEN = 8, 0.005


class SupplierBars(QWidget):
    """The largest suppliers of the last year, each with a bar and its figure."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[str, float, bool]] = []
        self._rest = 0.0
        self.setMinimumSize(200, int(LINE * (MOST + 2)))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    def show_line(self, line: Line | None, lands: Mapping[str, str]) -> None:
        """Another product, None = none."""
        found = line.last.suppliers if line else ()
        self._rows = [
            (lands.get(one.country, one.country), one.share, one.near) for one in found[:MOST]
        ]
        self._rest = max(0.0, 1 - sum(share for _, share, _ in self._rows)) if line else 0.0
        said = [f"{self._named(name, near=near)} {figure(100 * share)} %"
                for name, share, near in self._rows]  # fmt: skip
        self.setAccessibleName(text("bars", line.last.year if line else ""))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A row a supplier, and one for all others."""
        p, t = QPainter(self), self._theme
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.text(
            p, QRectF(0, 0, self.width(), LINE), self.accessibleName(), font(T11, 600), t.text2
        )
        rows = list(self._rows)
        if self._rest > 0.005:
            rows.append((text("others"), self._rest, False))
        for place, (name, share, near) in enumerate(rows):
            self._row(p, (place + 1) * LINE, name, share, near=near, rest=place == len(self._rows))

    def _row(
        self, p: QPainter, y: float, name: str, share: float, *, near: bool, rest: bool
    ) -> None:
        t, wide = self._theme, min(NAME, 0.45 * self.width())
        ink, seen = t.text2 if rest else t.text, share >= SEEN
        said = f"{name} *" if near else name
        paint.text(p, QRectF(0, y, wide - 8, LINE), said, font(T13), ink)
        bar = QRectF(wide, y + 6, self.width() - wide - SHARE, 8)
        paint.bar(p, bar, share if seen else 0.0, t.mute if rest or near else t.accent, t)
        words = QRectF(self.width() - SHARE + 6, y, SHARE - 6, LINE)
        part = f"{figure(100 * share)} %" if seen else "< 1 %"
        paint.text(p, words, part, font(T13, tnum=True), ink)

    def _named(self, name: str, *, near: bool) -> str:
        return text("near", name) if near else name


class History(QWidget):
    """Three small charts with the same years; a stroke marks the threshold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._line: Line | None = None
        self.setMinimumSize(190, 150)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    def show_line(self, line: Line | None) -> None:
        """Another product, None = none."""
        self._line = line
        self.setAccessibleName(text("history"))
        years = line.years if line else ()
        self.setAccessibleDescription(
            "; ".join(
                f"{one.year}: {self._figure(one.cdi1)}, {self._figure(one.cdi2)},"
                f" {self._figure(one.cdi3)}"
                for one in years
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One below the other."""
        if self._line is None:
            return
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        head, foot = LINE, 18.0
        high = (self.height() - foot - head) / len(SERIES)
        where = QRectF(0, 0, self.width(), head)
        paint.text(p, where, self.accessibleName(), font(T11, 600), self._theme.text2)
        for place, (key, limit, top) in enumerate(SERIES):
            self._chart(p, QRectF(0, head + place * high, self.width(), high - 6), key, limit, top)
        self._years(p, QRectF(self._left(), self.height() - foot, self._wide(), foot))

    def _chart(self, p: QPainter, r: QRectF, key: str, limit: float, top: float) -> None:
        line, t = self._line, self._theme
        if line is None:
            return
        name = QRectF(0, r.y(), self._left() - 8, r.height())
        paint.text(p, name, text(key), font(T11), t.text2)
        room = QRectF(self._left(), r.y() + 3, self._wide(), r.height() - 6)
        p.fillRect(QRectF(room.x(), room.bottom(), room.width(), 1), t.c("line2"))
        level = room.bottom() - room.height() * limit / top
        p.setPen(QPen(t.c("text3"), 1, Qt.PenStyle.DashLine))
        p.drawLine(QPointF(room.x(), level), QPointF(room.right(), level))
        values = [getattr(one, key) for one in line.years]
        points = [
            QPointF(self._x(room, one.year), room.bottom() - room.height() * min(v / top, 1.0))
            for one, v in zip(line.years, values, strict=True)
            if v is not None
        ]
        p.setPen(QPen(t.c("accent"), 1.8))
        p.drawPolyline(QPolygonF(points))
        for point in points:
            paint.dot(p, point, 2.5, t.accent)
        where = QRectF(room.right() + 8, r.y(), 50, r.height())
        paint.text(p, where, self._figure(values[-1]), font(T13, 600, tnum=True), t.text)

    def _years(self, p: QPainter, r: QRectF) -> None:
        years = [one.year for one in self._line.years] if self._line else []
        for year in dict.fromkeys((years[0], years[-1])) if years else ():
            at = self._x(r, year)
            where = QRectF(at - 20, r.y(), 40, r.height())
            paint.text(p, where, str(year), font(T11, tnum=True), self._theme.text2,
                       Qt.AlignmentFlag.AlignHCenter)  # fmt: skip

    def _left(self) -> float:
        return min(NAME - 50, 0.4 * self.width())

    def _wide(self) -> float:
        return max(self.width() - self._left() - FIGURE, 10.0)

    def _x(self, r: QRectF, year: int) -> float:
        years = [one.year for one in self._line.years] if self._line else [year]
        span = years[-1] - years[0]
        inner = r.adjusted(16, 0, -16, 0)
        return inner.center().x() if not span else inner.x() + inner.width() * (
            year - years[0]
        ) / span  # fmt: skip

    def _figure(self, value: float | None) -> str:
        return capped(value)
