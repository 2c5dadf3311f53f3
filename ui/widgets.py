"""The small widgets pages share: bar, buttons, segments, labels, an empty state."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui import icons, paint
from ui.flow import Flow
from ui.shelf import Shelf
from ui.theme import RADIUS_M, T11, T13, T16, Theme, font

HIGH = 52  # of a bar, in one line
THIN = "\u2009"  # the gap between icon and word cannot be set by a style sheet


class Button(QPushButton):
    """A push button of the house. `kind`: "", primary, quiet, filter, filter-on, seg, seg-on."""

    def __init__(
        self, words: str, theme: Theme, kind: str = "", icon: str = "", *, name: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setProperty("kind", kind)  # before the first look at the style sheet: each takes time
        self.setFont(font(T13, 500))
        self._colour()
        self.set_words(words, name)

    def set_words(self, words: str, name: str = "") -> None:
        """Other words; the button grows with them and never clips one."""
        self.setText(f"{THIN}{words}" if self._icon else words)
        self.setAccessibleName(name or words)
        self.setToolTip(name if name and name != words else "")
        self._fit()

    def set_kind(self, kind: str) -> None:
        """Another look."""
        if kind == self.property("kind"):
            return
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._colour()
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """The icon in other colours; the rest is the style sheet's."""
        self._theme = theme
        self._colour()

    def _colour(self) -> None:
        if not self._icon:
            return
        kind = self.property("kind")
        colours = {"primary": self._theme.on_fill, "filter-on": self._theme.accent}
        self.setIcon(icons.icon(self._icon, colours.get(kind, self._theme.text2)))
        self.setIconSize(QSize(16, 16))

    def _fit(self) -> None:
        self.ensurePolished()
        self.setMinimumWidth(self.sizeHint().width())


class Toggle(Button):
    """A filter that is on or off, by a click or Space."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words, theme, "filter")
        self.setCheckable(True)
        self.toggled.connect(lambda on: self.set_kind("filter-on" if on else "filter"))


class Segments(QWidget):
    """A row of buttons of which one is on. `picked` carries its key.

    `wraps`: for long words, each a button of its own, on the next line where there is no room.
    """

    picked = Signal(str)

    def __init__(
        self, keys: Sequence[tuple[str, str]], on: str, theme: Theme, name: str,
        *, wraps: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setAccessibleName(name)
        self.on = on
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, Button] = {}
        self._off, self._lit = ("filter", "filter-on") if wraps else ("seg", "seg-on")
        row: QLayout = Flow(self, 6) if wraps else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if not wraps:
            row.setSpacing(0)
        for i, (key, words) in enumerate(keys):
            end = "first" if i == 0 else "last" if i == len(keys) - 1 else ""
            row.addWidget(self._button(key, words, end, theme, on))

    def _button(self, key: str, words: str, end: str, theme: Theme, on: str) -> Button:
        button = Button(words, theme, self._lit if key == on else self._off)
        button.setProperty("end", end)
        button.setAutoDefault(False)  # Return in a line of the dialog would choose it
        button.setCheckable(True)
        button.setChecked(key == on)
        button.clicked.connect(lambda: self.pick(key))
        self._group.addButton(button)
        self._buttons[key] = button
        return button

    def last(self) -> QWidget:
        """The button at the end: what Tab leaves it by."""
        return list(self._buttons.values())[-1]

    def pick(self, key: str, *, tell: bool = True) -> None:
        """Switches a segment on."""
        self.on = key
        for other, button in self._buttons.items():
            button.setChecked(other == key)
            button.set_kind(self._lit if other == key else self._off)
        if tell:
            self.picked.emit(key)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for button in self._buttons.values():
            button.set_theme(theme)


class TopBar(QWidget):
    """What you look at, at the left; what you can do, at the right. Narrow, it has more lines."""

    def __init__(self, theme: Theme, title: str, high: int = HIGH) -> None:
        super().__init__()
        self._theme = theme
        self._row = Shelf(self, high)
        grows = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        grows.setHeightForWidth(True)
        self.setSizePolicy(grows)
        if title:
            named = label(title, T16, 600)
            named.setContentsMargins(0, 0, 8, 0)
            self._row.addWidget(named)

    def add(self, *widgets: QWidget) -> TopBar:
        """More to the right."""
        for widget in widgets:
            self._row.addWidget(widget)
        return self

    def stretch(self) -> TopBar:
        """What comes now stands at the right end."""
        self._row.add_spring()
        return self

    def set_theme(self, theme: Theme) -> None:
        """Other colours, for all that stands in the bar."""
        self._theme = theme
        for child in self.findChildren(Button):
            child.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground and a hairline."""
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.c("window"))
        p.fillRect(0, self.height() - 1, self.width(), 1, self._theme.c("line"))


class Search(QLineEdit):
    """A line to type in, with a glass before it. `width` 0: as wide as there is room."""

    def __init__(self, hint: str, theme: Theme, width: int = 240) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setFont(font(T13))
        if width:
            self.setFixedWidth(width)
        glass = icons.icon("search", theme.text3)
        self._glass = self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    def set_theme(self, theme: Theme) -> None:
        """The glass in another colour."""
        self._glass.setIcon(icons.icon("search", theme.text3))


class Line(QLineEdit):
    """A line to type in; words begin where they do in a box beside it."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setFont(font(T13))


class Ground(QWidget):
    """A plain area of one token's colour."""

    def __init__(self, theme: Theme, ground: str = "surface", *, edge: str = "") -> None:
        super().__init__()
        self._theme, self._ground, self._edge = theme, ground, edge

    def set_theme(self, theme: Theme) -> None:
        """Another colour."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour, and a hairline at the edge that was named."""
        p, line = QPainter(self), self._theme.c("line")
        p.fillRect(self.rect(), self._theme.c(self._ground))
        if self._edge == "left":
            p.fillRect(0, 0, 1, self.height(), line)
        elif self._edge == "top":
            p.fillRect(0, 0, self.width(), 1, line)


def label(words: str, size: int = T13, weight: int = 400, *, wrap: bool = False) -> QLabel:
    """Plain text, never taken for markup."""
    out = QLabel(words)
    out.setTextFormat(Qt.TextFormat.PlainText)
    out.setFont(font(size, weight))
    out.setWordWrap(wrap)
    if wrap:
        out.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return out


class Elided(QLabel):
    """One line that ends in … where there is no room; all of it is in the tooltip."""

    def __init__(self, size: int = T13, weight: int = 400) -> None:
        super().__init__()
        self.full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, weight))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, words: str) -> None:
        """Other words."""
        self.full = words
        self.setToolTip(f"<span>{escape(words)}</span>" if words else "")  # never markup
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """No width is too small for it."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        end = Qt.TextElideMode.ElideRight
        super().setText(self.fontMetrics().elidedText(self.full, end, self.width()))


def ink(widget: QWidget, colour: str) -> None:
    """Writes a label in a colour of the theme.

    By a sheet and not by its palette: under an application's style sheet a palette of one's own
    is lost when the widget gets another parent.
    """
    widget.setStyleSheet(f"color: {colour};")


class Empty(QWidget):
    """Nothing to see, and what to do about it: a tile, a sentence, a second one, one button."""

    def __init__(self, theme: Theme, icon: str, words: str, more: str, button: str = "") -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.title, self.more = label(words, T16, 600), label(more, T13, wrap=True)
        self.more.setFixedWidth(380)
        self.button = Button(button, theme, "primary") if button else None
        inner = QVBoxLayout()
        inner.setSpacing(4)
        inner.addSpacing(56)
        inner.addWidget(self.title)
        inner.addWidget(self.more)
        if self.button:
            inner.addSpacing(12)
            inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._inner = inner
        column = QVBoxLayout(self)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(inner)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        ink(self.more, theme.text2)
        if self.button:
            self.button.set_theme(theme)
        self.update()

    def say(self, words: str, more: str) -> None:
        """Other words."""
        self.title.setText(words)
        self.more.setText(more)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tile with the icon, above the words."""
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = self._inner.geometry().topLeft()
        paint.box(p, QRectF(at.x(), at.y(), 40, 40), self._theme.select, 8)
        icons.draw(p, self._icon, at.x() + 8, at.y() + 8, 24, self._theme.accent)


class Keycap(QWidget):
    """A key in a small box."""

    def __init__(self, key: str, theme: Theme) -> None:
        super().__init__()
        self._key, self._theme = key, theme
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box and its letter."""
        p, t = QPainter(self), self._theme
        rect = QRectF(self.rect())
        paint.box(p, rect, None, RADIUS_M - 2, t.line2)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint.text(p, rect, self._key, font(T11, 600), t.text2, middle, elide=False)


def split(side: Qt.Orientation, first: QWidget, second: QWidget, sizes: list[int]) -> QSplitter:
    """Two parts with a hairline between them."""
    made = QSplitter(side)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    made.addWidget(first)
    made.addWidget(second)
    made.setSizes(sizes)
    return made


def column(owner: QWidget, *parts: tuple[QWidget, int]) -> None:
    """Parts under each other without gaps, each with its stretch."""
    layout = QVBoxLayout(owner)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget, stretch in parts:
        layout.addWidget(widget, stretch)
