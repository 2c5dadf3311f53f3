"""The sheet of keys, drawn from the same data that binds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import paint
from ui.fitting import fit
from ui.frame.words import text
from ui.theme import T11, T13, T16, Theme, font
from ui.widgets import Button, ink, label

Keys = Sequence[tuple[str, str]]  # key as it is shown, what it does
COLUMNS = 2
ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}
LEAST, MOST = 210, 300  # room for what a key does; more of it wraps
CHANGE = 2  # what exec() answers when a person wants other keys


def named(key: str) -> str:
    """A key as the language of the window calls it: Space, Spatiebalk."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


def drawn(key: str) -> str:
    """A key as its box shows it: an arrow as on the key, since four words have no room."""
    held, plus, last = key.rpartition("+")
    return f"{held}{plus}{ARROWS[last]}" if last in ARROWS else named(key)


class Caps(QWidget):
    """One or several keys, each in its box."""

    def __init__(self, keys: str, theme: Theme) -> None:
        super().__init__()
        self._keys, self._theme = [drawn(key) for key in keys.split(" ")], theme
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(", ".join(named(key) for key in keys.split(" ")))

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(font(T11, 600))
        return [max(20.0, metrics.horizontalAdvance(key) + 12) for key in self._keys]

    def sizeHint(self) -> QSize:
        """As wide as its keys."""
        widths = self._widths()
        return QSize(round(sum(widths) + 4 * (len(widths) - 1)), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The boxes and their letters."""
        p, t, x = QPainter(self), self._theme, 0.0
        for key, width in zip(self._keys, self._widths(), strict=True):
            box = QRectF(x, 0, width, 20)
            paint.box(p, box, t.sunken, 4, t.line2)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.text(p, box, key, font(T11, 600), t.text2, middle, elide=False)
            x += width + 4


class KeySheet(QDialog):
    """All keys, in groups. Escape closes it; `exec` answers CHANGE when others are wanted."""

    def __init__(self, groups: Sequence[tuple[str, Keys]], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self._theme = theme
        self.setWindowTitle(text("keys_title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(text("keys_title"), T16, 600))
        for name, keys in groups:
            column.addSpacing(8)
            head = label(name, T11, 600)
            ink(head, theme.text3)
            column.addWidget(head)
            column.addLayout(self._grid(keys))
        self.done_button = Button(text("close"), theme)
        self.done_button.clicked.connect(self.accept)
        self.change_button = Button(text("change_keys"), theme, "quiet", "keyboard")
        self.change_button.clicked.connect(lambda: self.done(CHANGE))
        foot = QHBoxLayout()
        foot.addWidget(self.change_button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column.addSpacing(12)
        column.addLayout(foot)

    def _grid(self, keys: Keys) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        rows, room = (len(keys) + COLUMNS - 1) // COLUMNS, LEAST
        for i, (key, words) in enumerate(keys):
            row, column = i % rows, 2 * (i // rows)
            grid.addWidget(Caps(key, self._theme), row, column, Qt.AlignmentFlag.AlignLeft)
            told = label(words, T13)
            room = max(room, told.sizeHint().width())
            told.setWordWrap(True)
            grid.addWidget(told, row, column + 1)
        for column in range(COLUMNS):
            grid.setColumnMinimumWidth(2 * column, 84)
            grid.setColumnMinimumWidth(2 * column + 1, min(room, MOST))
            grid.setColumnStretch(2 * column + 1, 1)
        return grid
