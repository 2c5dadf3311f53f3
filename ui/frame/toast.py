"""What was just done, and the way back. It never asks and never stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from ui import icons, paint
from ui.frame.words import text
from ui.theme import T11, T13, Theme, font

HEIGHT, ABOVE, STAYS_MS = 40, 16, 8_000
MOST = 640


class _Undo(QPushButton):
    """Arrow, word and key; drawn, since the toast has a ground of its own."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAccessibleName(text("undo"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setStyleSheet("QPushButton { border: 0; min-height: 38px; background: transparent; }")
        words = QFontMetricsF(font(T13, 600)).horizontalAdvance(text("undo"))
        self.setFixedSize(round(22 + words + 10 + 18 + 8), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The three of them, and a frame when it has the focus."""
        p, t = QPainter(self), self.theme
        icons.draw(p, "undo", 0, 12, 16, t.toast_accent)
        room = QRectF(22, 0, self.width() - 22 - 30, HEIGHT)
        paint.text(p, room, text("undo"), font(T13, 600), t.toast_accent, elide=False)
        key = QRectF(self.width() - 24, 12, 18, 16)
        paint.box(p, key, None, 3, t.toast_ink)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(p, key, "Z", font(T11, 600), t.toast_ink, middle, elide=False)
        if self.hasFocus():
            paint.box(p, QRectF(self.rect()).adjusted(-1, 6, 0, -6), None, 4, t.toast_accent)


class Toast(QWidget):
    """One at a time, above the lower edge of its parent. `undo_asked` when it is pressed."""

    undo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._over = theme, parent
        self.words, self._anchor = "", parent
        self.undo = _Undo(self, theme)
        self.undo.clicked.connect(self._on_undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, words: str, anchor: QWidget, *, undo: bool = False) -> None:
        """Says it over the lower edge of that widget, and to a screen reader, politely."""
        self.words, self._anchor = words, anchor
        self.undo.setVisible(undo)
        self.setAccessibleName(words)
        self._place()
        self.show()
        self.raise_()
        self.update()
        self._timer.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self.undo.theme = theme
        self.update()

    def _on_undo(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _place(self) -> None:
        words = QFontMetricsF(font(T13, 500)).horizontalAdvance(self.words)
        undo = self.undo.width() + 12 if self.undo.isVisibleTo(self) else 0
        at = self._anchor.mapTo(self._over, self._anchor.rect().topLeft())
        room = max(200, min(MOST, self._anchor.width() - 32))
        width = min(room, round(words) + 36 + 18 + undo)
        self.resize(width, HEIGHT)
        self.undo.move(width - self.undo.width() - 6, 0)
        x = at.x() + (self._anchor.width() - width) // 2
        self.move(x, at.y() + self._anchor.height() - HEIGHT - ABOVE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in its place when the window is another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            QTimer.singleShot(0, self, self._place)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dark card: tick, words."""
        p, t = QPainter(self), self._theme
        edge = None if t.name == "light" else t.line2
        paint.box(p, QRectF(self.rect()), t.toast, 8, edge)
        icons.draw(p, "check", 12, 12, 16, t.toast_ink)
        right = self.undo.x() - 8 if self.undo.isVisibleTo(self) else self.width() - 12
        paint.text(p, QRectF(36, 0, right - 36, HEIGHT), self.words, font(T13, 500), t.toast_ink)
