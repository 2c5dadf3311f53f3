"""One rule in 52 px: title, status, what it raised."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from osawatch.model import RuleRow
from ui import paint
from ui.rows import ROW
from ui.rules.words import status, text
from ui.theme import T11, T13, Theme, font

HEIGHT = 52
Index = QModelIndex | QPersistentModelIndex


class RuleDelegate(QStyledItemDelegate):
    """Paints a RuleRow; asks nothing of the core."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, title, what it is."""
        rule, r, t = index.data(ROW), QRectF(option.rect), self.theme
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(r, t.c("select" if on else "surface"))
        if on:
            painter.fillRect(QRectF(r.x(), r.y(), 3, r.height()), t.c("accent"))
        painter.fillRect(QRectF(r.x() + 16, r.bottom() - 1, r.width() - 16, 1), t.c("line"))
        if not isinstance(rule, RuleRow):
            return
        wide = r.width() - 28
        title = QRectF(r.x() + 16, r.y() + 6, wide, 20)
        paint.text(painter, title, rule.title, font(T13, 500), t.text if rule.enabled else t.text3)
        x = r.x() + 16
        said = status(rule.status) if rule.enabled else text("is_off")
        colour = t.text2 if rule.status == "stable" and rule.enabled else t.warn
        x += paint.text(painter, QRectF(x, r.y() + 28, wide, 16), said, font(T11, 600), colour) + 8
        rest = QRectF(x, r.y() + 28, r.right() - x - 12, 16)
        paint.text(painter, rest, text("alerts", rule.alerts), font(T11, tnum=True), t.text2)
