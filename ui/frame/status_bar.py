"""The status bar: progress that says n of m and can be stopped, what holds, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui import icons
from ui.frame.words import text
from ui.theme import T11, Theme, font
from ui.widgets import ink, label

HEIGHT, BAR = 28, 128


class Link(QPushButton):
    """A word to press; the sheet of other buttons is too high for a line of 11."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self.setFont(font(T11, 600))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Another colour."""
        plain = "border: 1px solid transparent; border-radius: 3px; padding: 0 3px;"
        size = "min-height: 16px; max-height: 16px; background: transparent;"
        self.setStyleSheet(
            f"QPushButton {{ color: {theme.accent}; {plain} {size} }}"
            f"QPushButton:focus {{ border-color: {theme.accent}; }}"
            f"QPushButton:hover {{ text-decoration: underline; }}"
        )


class StatusBar(QWidget):
    """At the left what goes on, at the right the keys.

    Signals:
        cancel_asked: stop what runs.
        keys_asked: show the keys.
    """

    cancel_asked = Signal()
    keys_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        self.said = label(text("never"), T11)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(BAR, 4)
        self.bar.setAccessibleName(text("polling"))
        self.cancel = Link(text("cancel"), theme)
        self.cancel.clicked.connect(self.cancel_asked)
        self._net_icon, self.net = label("", T11), label("", T11)
        self._zone_icon, self.zone = label("", T11), label("", T11)
        self.keys = Link("?", theme)
        self.keys.setAccessibleName(text("keys"))
        self.keys.clicked.connect(self.keys_asked)
        self._keys_words = label(text("keys"), T11)
        self._online = True
        self._lay_out()
        self.rest(text("never"))
        self.show_network(online=True)
        self.set_theme(theme)

    def progress(self, words: str, done: int, total: int) -> None:
        """Something runs: n of m; 0 of 0 when that is not known yet."""
        self.said.setText(words)
        self.bar.setRange(0, max(0, total))
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(words)
        self.bar.show()
        self.cancel.show()

    def rest(self, words: str = "") -> None:
        """Nothing runs; the last thing that was said stays."""
        if words:
            self.said.setText(words)
        self.bar.hide()
        self.cancel.hide()

    def show_network(self, *, online: bool, opens: str = "") -> None:
        """Whether anything is fetched at all; `opens`: when the hours of the network begin."""
        self._online = online and not opens
        said = text("opens", opens) if opens else text("online" if online else "offline")
        self.net.setText(said)
        self._draw_icons()

    def show_zone(self, zone: str) -> None:
        """Which clock the window shows."""
        self.zone.setText(text("zone", zone))

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for words in (self.said, self.net, self.zone, self._keys_words):
            ink(words, theme.text2)
        self.cancel.set_theme(theme)
        self._key(theme)
        self.bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.empty}; border: 0; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}"
        )
        self._draw_icons()
        self.update()

    def _key(self, t: Theme) -> None:
        box = f"border: 1px solid {t.line2}; border-radius: 3px; background: {t.surface};"
        self.keys.setStyleSheet(
            f"QPushButton {{ color: {t.text2}; {box} min-height: 14px; max-height: 14px;"
            f" min-width: 16px; padding: 0; }}"
            f"QPushButton:focus {{ border-color: {t.accent}; }}"
        )

    def _draw_icons(self) -> None:
        scale, quiet = self.devicePixelRatioF(), self._theme.text3
        net = "globe" if self._online else "close"
        colour = quiet if self._online else self._theme.warn
        self._net_icon.setPixmap(icons.pixmap(net, colour, 14, scale))
        self._zone_icon.setPixmap(icons.pixmap("snooze", quiet, 14, scale))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(6)
        row.addWidget(self.said)
        row.addSpacing(6)
        row.addWidget(self.bar)
        row.addSpacing(6)
        row.addWidget(self.cancel)
        for icon, words in ((self._net_icon, self.net), (self._zone_icon, self.zone)):
            row.addSpacing(14)
            row.addWidget(icon)
            row.addWidget(words)
        row.addStretch(1)
        row.addWidget(self.keys)
        row.addWidget(self._keys_words)

    def minimumSizeHint(self) -> QSize:
        """Words are cut at the right before the window is kept from being narrow."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground and a hairline."""
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.c("window"))
        p.fillRect(0, 0, self.width(), 1, self._theme.c("line"))
