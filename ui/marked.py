"""Plain foreign text with marked evidence: tinted ground, and an underline that names the list.

The text is drawn, never taken for markup; nothing is loaded by showing it. Words can be picked with
the pointer (drag, double click), copied, and offered to the watchlist.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from ui import paint, tips
from ui.direction import from_right
from ui.i18n import mark, say
from ui.theme import T13, Theme, font

LEADING = 20
WATCH, COPY = mark("marked", "Watch «{0}»…"), mark("marked", "Copy")
SHOWN = 40  # letters of what is picked, in its menu
LINES = {
    "good": Qt.PenStyle.SolidLine,
    "country": Qt.PenStyle.DotLine,
    "measure": Qt.PenStyle.DashLine,
}


@dataclass(frozen=True, slots=True)
class Span:
    """UTF-16 units [start, start + length) of the text, as Qt counts; `tip` says what they are."""

    start: int
    length: int
    kind: str
    tip: str


def span(words: str, start: int, end: int, kind: str, tip: str) -> Span:
    """Code points of the text as a span: letters outside the first plane count twice for Qt."""
    before = len(words[:start].encode("utf-16-le")) // 2
    inside = len(words[start:end].encode("utf-16-le")) // 2
    return Span(before, inside, kind, tip)


class MarkedText(QWidget):
    """Wraps to its width; as high as its lines. `language`: of its words, "" = not known.

    `picking` when words are being picked here; `term_asked` carries picked words to watch.
    """

    picking = Signal()
    term_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: str,
        spans: Sequence[Span] = (),
        *,
        face: QFont | None = None,
        leading: int = LEADING,
        language: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._spans, self._leading = theme, tuple(spans), leading
        self._words, self.language = words, language
        self._from = self._to = 0  # UTF-16 units, as Qt counts
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._layout = QTextLayout(words, face or font(T13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl = from_right(language, words)
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(way)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side)  # the direction alone moves nothing to the other side
        self._layout.setTextOption(option)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)
        self._wrapped = -1
        self._lines: dict[int, int] = {}  # by width: a layout asks for the same few many times

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        if width not in self._lines:
            self._wrap(width)
            self._lines[width] = max(1, self._layout.lineCount())
        return self._lines[width] * self._leading

    def sizeHint(self) -> QSize:
        """At the present width."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def _wrap(self, width: int) -> None:
        if width == self._wrapped:
            return
        self._wrapped = width
        self._layout.beginLayout()
        y = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width - 4, 20))
            line.setPosition(QPointF(2, y + (self._leading - line.height()) / 2))
            y += self._leading
        self._layout.endLayout()

    def _boxes(self, found: Span) -> list[QRectF]:
        boxes = []
        for i in range(self._layout.lineCount()):
            line = self._layout.lineAt(i)
            a = max(found.start, line.textStart())
            b = min(found.start + found.length, line.textStart() + line.textLength())
            if a < b:
                left, right = (float(line.cursorToX(at)[0]) for at in (a, b))  # type: ignore[index]
                x = min(left, right)
                boxes.append(QRectF(x - 2, i * self._leading + 1, abs(right - left) + 4, 18))
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks first, the text over them."""
        self._wrap(self.width())
        p, t = QPainter(self), self._theme
        for found in self._spans:
            for box in self._boxes(found):
                paint.box(p, box, t.mark, 3)
                style = LINES.get(found.kind, Qt.PenStyle.DashDotLine)
                p.setPen(QPen(t.c("mark_line"), 1.5, style))
                y = box.bottom() - 1
                p.drawLine(QPointF(box.left() + 2, y), QPointF(box.right() - 2, y))
        p.setPen(t.c("text"))
        self._layout.draw(p, QPointF(0, 0), self._ranges())

    # -- picking words

    def picked(self) -> str:
        """The words that are picked, "" when none are."""
        first, last = sorted((self._from, self._to))
        inside = self._words.encode("utf-16-le")[2 * first : 2 * last]
        return " ".join(inside.decode("utf-16-le", "ignore").split())

    def pick(self, start: int, end: int) -> None:
        """Picks UTF-16 units [start, end); none when they are the same."""
        self._from, self._to = start, end
        self.update()

    def _ranges(self) -> list[QTextLayout.FormatRange]:
        first, last = sorted((self._from, self._to))
        if first == last:
            return []
        found, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setBackground(self._theme.c("fill"))
        look.setForeground(self._theme.c("on_fill"))
        found.start, found.length, found.format = first, last - first, look
        return [found]

    def _at(self, where: QPointF) -> int:
        """The place in the text under a point."""
        self._wrap(self.width())
        n = min(max(int(where.y() // self._leading), 0), self._layout.lineCount() - 1)
        return int(self._layout.lineAt(n).xToCursor(where.x())) if n >= 0 else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button begins to pick."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.picking.emit()
            at = self._at(event.position())
            self.pick(at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Picks up to here."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.pick(self._from, self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Picks a word."""
        self.picking.emit()
        words = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, self._words)
        words.setPosition(min(self._at(event.position()) + 1, len(self._words)))
        start = max(words.toPreviousBoundary(), 0)
        end = words.toNextBoundary()
        self.pick(start, end if end >= 0 else start)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the picked words."""
        if said := self.picked():
            menu = self.menu(said)
            menu.popup(event.globalPos())

    def menu(self, said: str) -> QMenu:
        """The menu of picked words."""
        menu = QMenu(self)
        short = said if len(said) <= SHOWN else f"{said[: SHOWN - 1]}…"
        watch = menu.addAction(say("marked", WATCH).format(short.replace("&", "&&")))
        watch.triggered.connect(lambda: self.term_asked.emit(said))
        copy = menu.addAction(say("marked", COPY))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(said))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Under the pointer: which watchlist entry and which part of the rule."""
        if isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            for found in self._spans:
                if any(box.contains(at) for box in self._boxes(found)):
                    tips.show(event.globalPos(), found.tip, self)
                    return True
            QToolTip.hideText()
        return super().event(event)
