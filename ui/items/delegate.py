"""One item in 52 px: what it says, who said it and when, what became of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from osawatch.seen import ItemRow
from ui import icons, paint, words
from ui.direction import from_right
from ui.items.words import fate
from ui.rows import ROW
from ui.theme import T11, T13, Theme, font

HEIGHT, SIDE = 52, 148
RIGHT = Qt.AlignmentFlag.AlignRight
Index = QModelIndex | QPersistentModelIndex


class ItemDelegate(QStyledItemDelegate):
    """Paints an ItemRow; asks nothing of the core."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.now = theme, datetime.now().astimezone()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(300, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words, and what became of it."""
        item, r, t = index.data(ROW), QRectF(option.rect), self.theme
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(r, t.c("select" if on else "surface"))
        if on:
            painter.fillRect(QRectF(r.x(), r.y(), 3, r.height()), t.c("accent"))
        painter.fillRect(QRectF(r.x() + 16, r.bottom() - 1, r.width() - 16, 1), t.c("line"))
        if isinstance(item, ItemRow):
            self._words(painter, r, item)
            self._side(painter, r, item)

    def _words(self, p: QPainter, r: QRectF, item: ItemRow) -> None:
        t, x, right = self.theme, r.x() + 16, r.right() - SIDE
        where = QRectF(x, r.y() + 6, right - x - 12, 20)
        rtl = from_right(item.language, item.title)
        paint.lines(p, where, item.title, font(T13, 500), t.text, 1, rtl=rtl)
        if item.official:
            icons.draw(p, "official", x, r.y() + 29, 14, t.text2)
            x += 20
        if item.language:
            x += paint.code(p, x, r.y() + 36, item.language, t) + 6
        who = item.publisher or item.source
        paint.text(p, QRectF(x, r.y() + 28, right - x - 12, 16), who, font(T11), t.text2)

    def _side(self, p: QPainter, r: QRectF, item: ItemRow) -> None:
        t, where = self.theme, QRectF(r.right() - SIDE, r.y() + 8, SIDE - 16, 16)
        when = words.ago(item.at, self.now)
        paint.text(p, where, when, font(T11, tnum=True), t.text2, RIGHT)
        face = font(T11, 600 if item.fate == "alert" else 400)
        ink = t.accent if item.fate == "alert" else t.text3 if item.fate == "nothing" else t.text2
        paint.text(p, where.translated(0, 20), fate(item.fate), face, ink, RIGHT)
