"""The parts of the first page around its cards: head, facts, progress."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import icons, paint
from ui.start.words import text
from ui.theme import T13, T20, Theme, font
from ui.widgets import Button, label

FACTS = (("lock", "kept"), ("undo", "undo"), ("rules", "why"))


class Head(QWidget):
    """The sign of the house, and what it is for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedHeight(72)
        self.setAccessibleName(f"{text('title')}. {text('lead')}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, title, sentence."""
        p, t = QPainter(self), self.theme
        icons.draw(p, "app", 0, 0, 56, "")
        paint.text(p, QRectF(76, 2, 700, 28), text("title"), font(T20, 600), t.text)
        lead = QRectF(76, 32, self.width() - 76, 40)
        paint.lines(p, lead, text("lead"), font(T13), t.text2, 2, leading=20)


class Facts(QWidget):
    """Three things to know, below a hairline."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedHeight(92)
        self.setAccessibleName(" ".join(f"{text(k)}. {text(k + '_more')}" for _, k in FACTS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, strong word, sentence; in the steps of the cards above."""
        p, t, step = QPainter(self), self.theme, (self.width() + 16) / 3
        p.fillRect(0, 0, self.width(), 1, t.c("line2" if t.name == "light" else "line"))
        for i, (icon, key) in enumerate(FACTS):
            x = i * step
            icons.draw(p, icon, x, 20, 18, t.text3)
            title = QRectF(x + 28, 18, step - 40, 20)
            paint.text(p, title, text(key), font(T13, 600), t.text)
            more = QRectF(x + 28, 40, step - 44, 40)
            paint.lines(p, more, text(f"{key}_more"), font(T13), t.text2, 2, leading=20)


class Progress(QWidget):
    """What is going on, how far it is, and a way to stop it; afterwards what came of it."""

    cancel_asked = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._share = 0.0
        self._busy = False
        self.words = label("", T13, wrap=True)
        self.cancel = Button(text("cancel"), theme, "quiet")
        self.go = Button(text("meanwhile"), theme)
        self.cancel.clicked.connect(self.cancel_asked)
        self.go.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addSpacing(150)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        self.setFixedHeight(44)

    def busy(self) -> bool:
        """Whether a job runs."""
        return self._busy

    def start(self, words: str) -> None:
        """A job begins."""
        self._busy, self._share = True, 0.0
        self.words.setText(words)
        self.cancel.setVisible(True)
        self.go.set_words(text("meanwhile"))
        self.go.set_kind("")
        self.setVisible(True)
        self.update()

    def step(self, words: str, share: float) -> None:
        """It has come this far."""
        self._share = share
        self.words.setText(words)
        self.update()

    def stop(self, words: str) -> None:
        """It has ended; the words say how."""
        self._busy = False
        self.words.setText(words)
        self.cancel.setVisible(False)
        self.go.set_words(text("inbox"))
        self.go.set_kind("primary")
        self.go.setFocus()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, left of the buttons."""
        if self._busy and self._share > 0:
            first = self.cancel if self.cancel.isVisible() else self.go
            bar = QRectF(first.x() - 144, self.height() / 2 - 2, 128, 4)
            p = QPainter(self)
            paint.bar(p, bar, self._share, self.theme.accent, self.theme)
