"""The painted parts of the preview: head, section lines, glossary, rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui import icons, paint, words
from ui.inbox import explain
from ui.inbox.explain import Entry
from ui.marked import LINES
from ui.strips import Painted
from ui.theme import T11, T13, Theme, font

CODE = 26  # pixels of a country's code
RIGHT = Qt.AlignmentFlag.AlignRight


def head(
    level: str, things: Sequence[str], codes: Sequence[str], when: str, theme: Theme
) -> Painted:
    """Chip, goods, countries, measure, time."""

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        paint.chip(p, 0, 2, level, words.word(words.LEVELS, level), t)
        taken = paint.text(
            p, QRectF(0, 0, r.width(), 24), when, font(T11, tnum=True), t.text3, RIGHT
        )
        x, right = 88.0, r.width() - taken - 12
        for i, thing in enumerate(things):
            if i == 1:
                for code in codes:
                    if x + CODE > right:  # the time stands there
                        break
                    x += paint.code(p, x, 12, code, t) + 8
            weight, ink = (600, t.text) if i == 0 else (400, t.text2)
            room = QRectF(x, 0, max(0.0, right - x), 24)
            x += paint.text(p, room, thing, font(T13, weight), ink) + 8

    return Painted(26, face, theme, ", ".join([words.word(words.LEVELS, level), *things]))


def glossary(entries: Sequence[Entry], theme: Theme, columns: int = 2) -> Painted:
    """Each marked word tied to its watchlist entry; the sample repeats its underline."""
    rows = (len(entries) + columns - 1) // columns

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        width = r.width() / columns
        for i, one in enumerate(entries):
            x, y = (i % columns) * width, (i // columns) * 20.0
            p.setPen(QPen(t.c("mark_line"), 2, LINES.get(one.kind, Qt.PenStyle.DashDotLine)))
            p.drawLine(QPointF(x, y + 10), QPointF(x + 18, y + 10))
            x += 24
            room = QRectF(x, y + 2, width * 0.4, 16)
            x += paint.text(p, room, words.foreign(one.words), font(T11, 600), t.text2) + 6
            rest = QRectF(x, y + 2, (i % columns + 1) * width - x - 8, 16)
            paint.text(p, rest, one.entry, font(T11), t.accent)

    said = "; ".join(f"{one.words}: {one.entry}" for one in entries)
    return Painted(max(20, rows * 20), face, theme, said)


def shares(rows: Sequence[tuple[str, str, float]], theme: Theme) -> Painted:
    """Suppliers: code, name, share as bar and figure."""

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        for i, (code, name, share) in enumerate(rows):
            y = i * 20.0
            paint.code(p, 0, y + 10, code, t)
            paint.text(p, QRectF(40, y, 150, 20), name, font(T13), t.text)
            paint.bar(p, QRectF(200, y + 8, r.width() - 260, 4), share, t.accent, t)
            figure = QRectF(r.width() - 52, y, 52, 20)
            face_ = font(T11, 600, tnum=True)
            paint.text(p, figure, f"{100 * share:.0f} %", face_, t.text, RIGHT)

    said = "; ".join(f"{name} {100 * share:.0f} %" for _, name, share in rows)
    return Painted(20 * len(rows), face, theme, said)


class StoryRow(QWidget):
    """One item of the story. `clicked` to open it; the keyboard gets there by Tab.

    `cite_asked`: one line that says where this was read. `wrong_asked`: a person says that it was
    wrong, or that it was not after all.
    """

    clicked = Signal()
    cite_asked = Signal()
    wrong_asked = Signal(bool)
    wrong = False

    def __init__(
        self, theme: Theme, who: str, code: str, title: str, when: str, *, official: bool
    ) -> None:
        super().__init__()
        self._theme, self._facts, self._official = theme, (who, code, title, when), official
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAccessibleName(f"{who}, {code}, {title}, {when}")
        self.setToolTip(words.foreign(title))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, publisher, language, title, time."""
        p, t = QPainter(self), self._theme
        who, code, title, when = self._facts
        if self.hasFocus():
            paint.box(p, QRectF(self.rect()), None, 4, t.accent)
        ink = t.text2 if self._official else t.text3
        icons.draw(p, "official" if self._official else "publishers", 0, 5, 14, ink)
        weight = 600 if self._official else 400
        paint.text(p, QRectF(22, 0, 176, 24), who, font(T13, weight), t.text)
        if code:
            paint.code(p, 206, 12, code, t)
        room = QRectF(240, 0, self.width() - 240 - 72, 24)
        paint.text(p, room, title, font(T13), t.text2)
        where = QRectF(self.width() - 68, 0, 68, 24)
        paint.text(p, where, when, font(T11, tnum=True), t.text3, RIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu, also by the menu key."""
        menu = QMenu(self)
        menu.addAction(explain.text("open"), self.clicked.emit)
        menu.addAction(explain.text("cite"), self.cite_asked.emit)
        menu.addSeparator()
        said = explain.text("not_wrong" if self.wrong else "was_wrong")
        menu.addAction(said, lambda: self.wrong_asked.emit(not self.wrong))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())
        self.menu = menu


def history(rows: Sequence[tuple[str, str, str]], theme: Theme) -> Painted:
    """Time, what, detail."""

    def face(p: QPainter, r: QRectF, t: Theme) -> None:
        for i, (when, what, more) in enumerate(rows):
            y = i * 18.0
            paint.text(p, QRectF(0, y, 92, 18), when, font(T11, tnum=True), t.text3)
            room = QRectF(96, y, 220, 18)
            w = paint.text(p, room, what, font(T11, 600, tnum=True), t.text)
            rest = QRectF(96 + w + 8, y, r.width() - 112 - w, 18)
            paint.text(p, rest, more, font(T11), t.text2)

    said = "; ".join(f"{when} {what} {more}" for when, what, more in rows)
    return Painted(max(18, 18 * len(rows)), face, theme, said)
