"""A big button with a face: icon, what, how much, what it costs, and its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from ui import icons, paint
from ui.theme import RADIUS_L, T11, T13, T16, Theme, font

WIDTH, LEAST, HEIGHT = 272, 216, 248  # LEAST: three beside each other at 200 %


class Card(QPushButton):
    """One of the three ways to begin."""

    def __init__(self, theme: Theme, key: str, icon: str, title: str) -> None:
        super().__init__()
        self._theme, self.key, self._icon, self._title = theme, key, icon, title
        self._more = self._cost = ""
        self.setMinimumSize(LEAST, HEIGHT)
        self.setMaximumSize(WIDTH, HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # the house's QPushButton rules would squeeze a card to 30 px
        self.setStyleSheet(
            f"QPushButton {{ min-height: {HEIGHT}px; max-height: {HEIGHT}px;"
            " border: 0; padding: 0; }"
        )
        self.setAccessibleName(f"{key}: {title}")

    def say(self, more: str, cost: str) -> None:
        """What it gives, and what it costs."""
        self._more, self._cost = more, cost
        self.setAccessibleDescription(f"{more} {cost}")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The face; the one with the focus has a frame of two pixels."""
        p, t = QPainter(self), self._theme
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        r = QRectF(self.rect())
        edge = t.accent if self.hasFocus() else t.text3 if self.underMouse() else t.line2
        paint.box(p, r, t.surface if self.isEnabled() else t.window, RADIUS_L, edge)
        if self.hasFocus():
            paint.box(p, r.adjusted(1, 1, -1, -1), None, RADIUS_L - 1, t.accent)
        paint.box(p, QRectF(20, 20, 40, 40), t.select, 8)
        icons.draw(p, self._icon, 28, 28, 24, t.accent)
        key = QRectF(r.right() - 40, 30, 20, 20)
        paint.box(p, key, None, 4, t.line2)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(p, key, self.key, font(T11, 600), t.text2, middle, elide=False)
        ink, room = (t.text if self.isEnabled() else t.text3), r.width() - 40
        face = _fitting(self._title, room)
        many = paint.lines(p, QRectF(20, 76, room, 44), self._title, face, ink, 2, leading=20)
        lines = 3 if r.width() >= WIDTH else 4
        more = QRectF(20, 82 + 20 * many, room, 20 * lines)
        paint.lines(p, more, self._more, font(T13), t.text2, lines, leading=20)
        self._foot(p, room)

    def _foot(self, p: QPainter, room: float) -> None:
        """What it costs, at the lower edge: a line, or two where it is narrow."""
        face = font(T11, 500)
        many = 1 if QFontMetricsF(face).horizontalAdvance(self._cost) <= room else 2
        foot = QRectF(20, self.height() - 21 - 16 * many, room, 16 * many)
        paint.lines(p, foot, self._cost, face, self._theme.text3, many, leading=16)


def _fitting(title: str, room: float) -> QFont:
    """The font of a title: a size less where its language needs more room, then two lines."""
    large = font(T16, 600)
    return large if QFontMetricsF(large).horizontalAdvance(title) <= room else font(T13, 600)
