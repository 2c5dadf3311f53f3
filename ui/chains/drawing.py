"""The canvas in a window of its own size, with what its signs mean below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import paint
from ui.chains.canvas import Canvas
from ui.chains.pen import WIDTHS
from ui.chains.reading import Answer
from ui.chains.texts import text
from ui.chains.words import SHAPES
from ui.theme import T11, Theme, font


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
        middle = self.canvas.rect_of(node).center().toPoint()
        self.area.ensureVisible(middle.x(), middle.y(), 140, 60)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More room or less."""
        if event.type() == QEvent.Type.Resize:
            self.canvas.fit(self.area.viewport().size())
        return super().eventFilter(watched, event)


class Legend(QWidget):
    """The shapes of the risk marks and the lines of the links, in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(28)
        marks = [text(risk) for risk in SHAPES]
        self.setAccessibleName(", ".join([*marks, *(text(weight) for weight in WIDTHS)]))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    def needed(self) -> float:
        """How wide all of it is."""
        words = [*(text(risk) for risk in SHAPES), *(text(weight) for weight in WIDTHS)]
        wide = QFontMetricsF(font(T11)).horizontalAdvance("".join([*words, text("own_star")]))
        return 16 + wide + len(SHAPES) * (16 + 9) + (len(WIDTHS) + 1) * (21 + 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One row."""
        p, t, x = QPainter(self), self._theme, 16.0
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(self.rect(), t.c("window"))
        for risk, shape in SHAPES.items():
            paint.shape(p, shape, x + 5, 14, 5, t)
            x += 16 + self._word(p, x + 16, text(risk)) + 9
        for weight, width in WIDTHS.items():
            style = Qt.PenStyle.DashLine if weight == "minor" else Qt.PenStyle.SolidLine
            x += self._line(p, x, width, style, text(weight))
        self._line(p, x, WIDTHS["important"], Qt.PenStyle.DashDotLine, text("own_star"))

    def _line(self, p: QPainter, x: float, width: float, style: Qt.PenStyle, words: str) -> float:
        p.setPen(QPen(self._theme.c("text3"), width, style))
        p.drawLine(QPointF(x, 14), QPointF(x + 16, 14))
        return 21 + self._word(p, x + 21, words) + 9

    def _word(self, p: QPainter, x: float, words: str) -> float:
        return paint.text(p, QRectF(x, 4, 240, 20), words, font(T11), self._theme.text2)
