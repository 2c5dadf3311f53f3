"""The past year as 53 weeks of 7 days. Hatched = not observed; a day before the first is blank."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from osawatch.model import Trend, TrendDay
from ui import paint, tips
from ui.theme import T11, T13, Theme, font
from ui.trends import series
from ui.trends.words import dated, text, whole_day

LEFT, TOP, CELL, STEP = 40.0, 44.0, 13.5, 15.0


def level(total: int, most: int) -> int:
    """Step 0-5 of the ramp: nought stands apart, the rest is spread up to `most`."""
    if total <= 0:
        return 0
    return min(5, 1 + int(4 * (total - 1) / max(4, most - 1)))


class Calendar(QWidget):
    """A year of a series at a glance. `day_chosen` carries the date that was clicked."""

    day_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cells: tuple[tuple[date, TrendDay | None], ...] = ()
        self._most = 10
        self.setFixedHeight(152)
        self.setAccessibleName(text("year"))

    def set_theme(self, theme: Theme) -> None:
        """The same year in other colours."""
        self._theme = theme
        self.update()

    def show_trend(self, trend: Trend) -> None:
        """Draws the year that ends with the last day of the series."""
        self._cells = series.weeks(trend.days)
        totals = sorted(d.total for d in trend.days if d.total)
        self._most = max(5, totals[int(len(totals) * 0.97)] if totals else 5)
        self.update()

    def _step(self) -> float:
        return (self.width() - LEFT - 16) / 53

    def _cell(self, i: int) -> QRectF:
        step = self._step()
        return QRectF(LEFT + (i // 7) * step, TOP + (i % 7) * STEP, max(2.0, step - 2), CELL)

    def _day_at(self, x: float, y: float) -> tuple[date, TrendDay | None] | None:
        week, day = int((x - LEFT) // self._step()), int((y - TOP) // STEP)
        i = week * 7 + day
        inside = x >= LEFT and 0 <= day < 7 and 0 <= i < len(self._cells)
        return self._cells[i] if inside else None

    def event(self, event: object) -> bool:
        """Tells the day below the pointer."""
        if isinstance(event, QHelpEvent):
            found = self._day_at(event.pos().x(), event.pos().y())
            if found and found[1]:
                day, total = found[0], found[1].total
                words = (
                    text("day_gap", whole_day(day))
                    if total is None
                    else text("day_stories", whole_day(day), total)
                )
                tips.show(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)  # type: ignore[arg-type]  # the stub wants a QEvent

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the day."""
        found = self._day_at(event.position().x(), event.position().y())
        if found and found[1]:
            self.day_chosen.emit(found[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title, scale, months, weekdays, then the cells."""
        p, t = QPainter(self), self._theme
        paint.text(p, QRectF(LEFT, 0, 200, 20), text("year"), font(T13, 600), t.text)
        self._paint_scale(p)
        self._paint_weekdays(p)
        month = 0
        for i, (day, known) in enumerate(self._cells):
            cell = self._cell(i)
            if i % 7 == 0 and day.month != month and i < 52 * 7:
                month = day.month
                if i or (day + timedelta(days=14)).month == month:  # room before the next name
                    words = dated(day, "MMM")
                    paint.text(p, QRectF(cell.x(), TOP - 18, 60, 14), words, font(T11), t.text3)
            if known is None:
                continue
            if known.total is None:
                paint.hatch(p, cell, t.hatch, 4)
            else:
                paint.box(p, cell, t.ramp[level(known.total, self._most)], 2)

    def _paint_weekdays(self, p: QPainter) -> None:
        right = Qt.AlignmentFlag.AlignRight
        for row in (0, 2, 4):
            words = QLocale().dayName(row + 1, QLocale.FormatType.ShortFormat)
            where = QRectF(0, TOP + row * STEP, LEFT - 6, CELL)
            paint.text(p, where, words, font(T11), self._theme.text3, right)

    def _paint_scale(self, p: QPainter) -> None:
        t, x = self._theme, self.width() - 16 - 6 * 16 - 66.0
        right = Qt.AlignmentFlag.AlignRight
        paint.text(p, QRectF(x - 24, 0, 18, 20), "0", font(T11), t.text3, right)
        for i, colour in enumerate(t.ramp):
            paint.box(p, QRectF(x + i * 16, 4, 14, 12), colour, 2)
        words = text("year_scale", self._most)
        paint.text(p, QRectF(x + 102, 0, 64, 20), words, font(T11), t.text3, elide=False)
