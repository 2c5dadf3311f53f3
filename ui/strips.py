"""Painted strips that pages share: the line over a section, rows of a word and its value."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import paint
from ui.theme import T11, T13, Theme, font

Face = Callable[[QPainter, QRectF, Theme], None]


class Painted(QWidget):
    """A strip of fixed height whose face is one function."""

    def __init__(self, height: int, face: Face, theme: Theme, name: str) -> None:
        super().__init__()
        self._face, self._theme = face, theme
        self.setFixedHeight(height)
        self.setMinimumWidth(200)
        self.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        """The same in other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The face."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._face(p, QRectF(self.rect()), self._theme)


def section(name: str, more: str, theme: Theme) -> Painted:
    """A hairline, the name of what follows, and a quiet remark."""

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        p.fillRect(QRectF(0, 0, r.width(), 1), t.c("line"))
        w = paint.text(p, QRectF(0, 7, 300, 16), name, font(T11, 600), t.text)
        if more:
            where = QRectF(w + 8, 7, r.width() - w - 8, 16)
            paint.text(p, where, more, font(T11, tnum=True), t.text3)

    return Painted(28, face, theme, name)


def pairs(rows: Sequence[tuple[str, str]], theme: Theme, wide: int = 72) -> Painted:
    """Lines of a quiet word and its value."""

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        for i, (key, value) in enumerate(rows):
            y = i * 20.0
            paint.text(p, QRectF(0, y, wide - 8, 20), key, font(T11), t.text3)
            room = QRectF(wide, y, r.width() - wide, 20)
            paint.text(p, room, value, font(T13), t.text)

    said = "; ".join(f"{key} {value}" for key, value in rows)
    return Painted(max(20, 20 * len(rows)), face, theme, said)
