"""How many sources are in each state: shapes, figures and words, in as many lines as it takes.

A click filters. When much is wrong the words are many, and none may hide another.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import paint
from ui.sources.delegate import shape
from ui.sources.health import State
from ui.sources.words import state_word, text
from ui.theme import T13, T16, Theme, font


class Count(QPushButton):
    """One state and its figure."""

    def __init__(self, state: State, count: int, theme: Theme) -> None:
        super().__init__()
        self._state, self._count, self._theme = state, -1, theme
        self.setCheckable(True)
        self.setStyleSheet("QPushButton { min-height: 36px; max-height: 36px; border: 0; }")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tell(count)

    def tell(self, count: int) -> None:
        """Another figure."""
        if count == self._count:
            return
        self._count = count
        self.setAccessibleName(f"{count} {state_word(self._state.name)}")
        figure = QFontMetricsF(font(T16, 600, tnum=True)).horizontalAdvance(str(count))
        word = QFontMetricsF(font(T13)).horizontalAdvance(state_word(self._state.name))
        self._split = 25 + figure + 6
        self.setFixedSize(round(self._split + word + 8), 36)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape, figure, word; a ground when it filters, a frame when it has the focus."""
        p, t, h = QPainter(self), self._theme, float(self.height())
        if self.isChecked() or self.hasFocus():
            edge = t.accent if self.hasFocus() else None
            ground = t.select if self.isChecked() else None
            paint.box(p, QRectF(self.rect()).adjusted(0, 2, 0, -2), ground, 6, edge)
        shape(p, self._state.shape, QPointF(12, h / 2), t.c(self._state.tone))
        figure = QRectF(25, 0, self._split, h)
        paint.text(p, figure, str(self._count), font(T16, 600, tnum=True), t.text)
        word = QRectF(self._split, 0, self.width() - self._split, h)
        paint.text(p, word, state_word(self._state.name), font(T13), t.text2, elide=False)


MARGIN, GAP, LINE = 10, 4, 36


class Tally(QWidget):
    """All states that occur. `picked` carries the states to show, none = all."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: list[str] = []
        self._buttons: dict[str, Count] = {}
        self._on = ""
        self._before: QWidget = self
        self.setFixedHeight(LINE + 16)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text("tally"))

    def follow(self, before: QWidget) -> None:
        """Tab comes here from that widget, whenever the buttons are made."""
        self._before = before

    def show_counts(self, counts: list[tuple[State, int]]) -> None:
        """Other figures. A button is made once; the chosen state stays chosen."""
        for state, count in counts:
            if state.name not in self._buttons:
                self._buttons[state.name] = self._made(state, count)
            self._buttons[state.name].tell(count)
        self._shown = [state.name for state, _ in counts]
        self._place()
        walk = [self._before, *(self._buttons[name] for name in self._shown)]
        for one, other in pairwise(walk):
            QWidget.setTabOrder(one, other)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for button in self._buttons.values():
            button.set_theme(theme)
        self.update()

    def _made(self, state: State, count: int) -> Count:
        button = Count(state, count, self._theme)
        button.setParent(self)
        button.clicked.connect(lambda _on, name=state.name: self._pick(name))
        return button

    def _place(self) -> None:
        x, y = MARGIN, 8
        for name in self._shown:
            button = self._buttons[name]
            if x > MARGIN and x + button.width() + MARGIN > self.width():
                x, y = MARGIN, y + LINE
            button.move(x, y)
            x += button.width() + GAP
        for name, button in self._buttons.items():
            button.setVisible(name in self._shown)
        self.setFixedHeight(y + LINE + 8)

    def _pick(self, name: str) -> None:
        self._on = "" if self._on == name else name
        for state, button in self._buttons.items():
            button.setChecked(state == self._on)
        self.picked.emit(frozenset({self._on}) if self._on else frozenset())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground and a hairline below."""
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.c("surface"))
        p.fillRect(0, self.height() - 1, self.width(), 1, self._theme.c("line"))
