"""One story in 72 px: how bad, what, how new. The same three columns in each row."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from osawatch.gist import foreign, gist
from osawatch.model import Card
from ui import icons, paint, tips, words
from ui.direction import from_right
from ui.i18n import mark
from ui.inbox import score_words
from ui.inbox.score_bar import by
from ui.names import Names
from ui.rows import ROW
from ui.theme import T11, T13, Theme, font

HEIGHT = 72
CODE, WHO = 26, 34  # pixels of a country's code, and of the icon and number of publishers
RIGHT = Qt.AlignmentFlag.AlignRight
OFFICIAL = mark("words", "Official")
MORE = mark("words", "{0} +{1}")


def _weights() -> dict[str, str]:
    """What stands under the chip, by its code."""
    found = {one: score_words.impact(one) for one in score_words.IMPACTS}
    found |= {one: score_words.confidence(one) for one in score_words.CONFIDENCES}
    return {"": "", "by_hand": score_words.text("by_hand"), **found}


class CardDelegate(QStyledItemDelegate):
    """Paints a Card; asks nothing of the core."""

    def __init__(self, theme: Theme, names: Names, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.now = theme, datetime.now().astimezone()
        self._names, self._language = names, language
        self._said = _weights()  # once: a row is painted again at every step

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All rows are alike."""
        return QSize(300, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, then the three columns."""
        card = index.data(ROW)
        r = QRectF(option.rect)
        state = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, r, on=on)
        if isinstance(card, Card):
            self._weight(painter, r, card)
            self._words(painter, r, card, on=on)
            self._time(painter, r, card)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """What a title in another language is about, in the reader's; its score, and whose."""
        card = index.data(ROW)
        if isinstance(card, Card):
            tips.show(event.globalPos(), self._told(card), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _told(self, card: Card) -> str:
        strange = foreign(card.language, self._language)
        said = gist(card, self._names.of, self._language, self.now.date()) if strange else ""
        hand = by(card.override) if card.override else ""
        score = score_words.weight(card.score, card.impact, card.confidence)
        return "\n".join(part for part in (said, score, hand) if part)

    def _ground(self, p: QPainter, r: QRectF, *, on: bool) -> None:
        t = self.theme
        p.fillRect(r, t.c("select" if on else "surface"))
        if on:
            p.fillRect(QRectF(r.x(), r.y(), 3, r.height()), t.c("accent"))
        p.fillRect(QRectF(r.x() + 16, r.bottom() - 1, r.width() - 16, 1), t.c("line"))

    def _weight(self, p: QPainter, r: QRectF, card: Card) -> None:
        t, x = self.theme, r.x() + 24
        if card.unread:
            paint.dot(p, QPointF(r.x() + 14, r.y() + 20), 3, t.accent)
        paint.chip(p, x, r.y() + 10, card.level, words.word(words.LEVELS, card.level), t)
        lines = [
            (self._said[card.impact], 600 if card.unread else 500, t.text),
            (self._said[card.confidence], 400, t.text2),
        ]
        if card.override:
            lines.append((self._said["by_hand"], 500, t.accent))
        top, step = (30, 13) if card.override else (34, 16)
        for nth, (said, weight, colour) in enumerate(line for line in lines if line[0]):
            where = QRectF(x + 2, r.y() + top + nth * step, 88, 14)
            paint.text(p, where, said, font(T11, weight), colour)

    def _words(self, p: QPainter, r: QRectF, card: Card, *, on: bool) -> None:
        t, x, right = self.theme, r.x() + 116, r.right() - 128
        face = font(T13, 600 if card.unread else 500)
        ink = t.text if card.unread or on else t.text2
        where = QRectF(x, r.y() + 8, right - x - 12, 36)
        count = paint.lines(
            p, where, card.title, face, ink, 2, rtl=from_right(card.language, card.title)
        )
        self._meta(p, x, r.y() + 8 + 18 * count + 12, right, card)

    def _meta(self, p: QPainter, x: float, y: float, right: float, card: Card) -> None:
        t, quiet = self.theme, font(T11, tnum=True)

        def room(wish: float, after: float = 0.0) -> QRectF:
            return QRectF(x, y - 8, max(0.0, min(wish, right - x - after)), 16)

        if card.goods:
            x += paint.text(p, room(150, WHO), self._goods(card), font(T11, 600), t.text) + 6
        for land in card.countries[:2]:
            if x + CODE + WHO <= right:
                x += paint.code(p, x, y, land, t) + 6
        if card.measures and x + CODE + WHO <= right:
            measure = self._names.of("measure", card.measures[0])
            wide = 92 if card.official else 150  # who says it weighs more than what it is called
            x += paint.text(p, room(wide, WHO), measure, quiet, t.text2) + 10
        icons.draw(p, "publishers", x, y - 6.5, 13, t.text3)
        x += 17
        x += paint.text(p, room(30), str(card.publishers), quiet, t.text2) + 10
        if card.official and x + 60 < right:
            icons.draw(p, "official", x, y - 6.5, 13, t.text2)
            x += 17
            x += paint.text(p, room(60), words.text(OFFICIAL), font(T11, 500), t.text2) + 10
        note = self._note(card)
        if note and x + 30 < right:
            paint.text(p, room(right - x), note, font(T11, 500), t.accent)

    def _goods(self, card: Card) -> str:
        first = self._names.of("good", card.goods[0])
        return words.text(MORE, first, len(card.goods) - 1) if len(card.goods) > 1 else first

    def _note(self, card: Card) -> str:
        if card.status in ("in_hand", "snoozed", "closed", "expired"):
            status = words.word(words.STATUSES, card.status)
            return f"{status}: {card.assignee}" if card.assignee else status
        return ""

    def _time(self, p: QPainter, r: QRectF, card: Card) -> None:
        t, x = self.theme, r.right() - 128
        if card.language and card.language != self._language:
            where = QRectF(x, r.y() + 10, 40, 16)
            paint.text(p, where, card.language, font(T11, tnum=True), t.text3)
        when, ink = words.ago(card.last_seen, self.now), t.text2 if card.unread else t.text3
        paint.text(p, QRectF(x, r.y() + 10, 112, 16), when, font(T11, tnum=True), ink, RIGHT)
        paint.sparkline(p, QRectF(x, r.y() + 32, 112, 30), card.daily, t)
