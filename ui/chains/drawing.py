"""The canvas in a window of its own size, with what its signs mean below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import paint
from ui.chains.canvas import Canvas
from ui.chains.pen import WIDTHS
from ui.chains.reading import Answer
from ui.chains.texts import text
from ui.chains.words import SHAPES
from ui.theme import T11, Theme, font

EDGE, ROW = 16, 20  # pixels: before a row, of a row
Sign = str | tuple[float, Qt.PenStyle]


class Drawing(QWidget):
    """Scrolls what does not fit; what is chosen is always in sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.canvas, self.legend = Canvas(theme), Legend(theme)
        self._theme = theme
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.canvas)
        self.area.viewport().installEventFilter(self)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.legend)
        self.canvas.chosen.connect(self._see)
        self.set_theme(theme)

    def show_answer(self, answer: Answer) -> None:
        """Another walk, from its beginning."""
        self.canvas.fit(self.area.viewport().size())
        self.canvas.show_answer(answer)
        self._see(answer.node)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.canvas.set_theme(theme)
        self.legend.set_theme(theme)
        self.area.setStyleSheet(f"QScrollArea {{ background: {theme.surface}; }}")

    def _see(self, node: str) -> None:
        if self.canvas.plan is None or node not in self.canvas.plan.boxes:
            return
        middle = self.canvas.rect_of(node).center().toPoint()
        self.area.ensureVisible(middle.x(), middle.y(), 140, 60)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More room or less."""
        if event.type() == QEvent.Type.Resize:
            self.canvas.fit(self.area.viewport().size())
            self._see(self.canvas.node)
        return super().eventFilter(watched, event)


class Legend(QWidget):
    """The shapes of the risk marks and the lines of the links, in words; as many rows as it takes.

    A piece is a sign and its words: the shape of a mark, or a line of this width and manner.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        marks = [text(risk) for risk in SHAPES]
        self.setAccessibleName(", ".join([*marks, *(text(weight) for weight in WIDTHS)]))
        self.setMinimumHeight(ROW + 8)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    def needed(self) -> float:
        """How wide all of it is in one row."""
        return EDGE + sum(_wide(*piece) for piece in _pieces())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows where they are short."""
        super().resizeEvent(event)
        self.setFixedHeight(8 + ROW * (1 + max(row for row, *_ in self._placed())))

    def _placed(self) -> list[tuple[int, float, str, Sign]]:
        """Row and place in it of each piece."""
        found, row, x = [], 0, float(EDGE)
        for words, sign in _pieces():
            if x > EDGE and x + _wide(words, sign) > self.width():
                row, x = row + 1, float(EDGE)
            found.append((row, x, words, sign))
            x += _wide(words, sign)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Row by row."""
        p, t = QPainter(self), self._theme
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(self.rect(), t.c("window"))
        for row, x, words, sign in self._placed():
            y = 4 + ROW * row + ROW / 2
            if isinstance(sign, str):
                paint.shape(p, sign, x + 5, y, 5, t)
            else:
                p.setPen(QPen(t.c("text3"), *sign))
                p.drawLine(QPointF(x, y), QPointF(x + 16, y))
            where = QRectF(x + _room(sign), y - 10, _long(words) + 2, 20)
            paint.text(p, where, words, font(T11), t.text2, elide=False)


def _pieces() -> list[tuple[str, Sign]]:
    solid, dashed = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
    found: list[tuple[str, Sign]] = [(text(risk), shape) for risk, shape in SHAPES.items()]
    found += [
        (text(weight), (width, dashed if weight == "minor" else solid))
        for weight, width in WIDTHS.items()
    ]
    return [*found, (text("own_star"), (WIDTHS["important"], Qt.PenStyle.DashDotLine))]


def _long(words: str) -> float:
    return QFontMetricsF(font(T11)).horizontalAdvance(words)


def _room(sign: Sign) -> int:
    return 16 if isinstance(sign, str) else 21


def _wide(words: str, sign: Sign) -> float:
    """Of a piece with what parts it from the next."""
    return _room(sign) + _long(words) + 9
