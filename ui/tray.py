"""The icon beside the clock, where there is one. It tells counts, never titles.

A screen can be locked or shared while a notice shows, so no word of an item is ever in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from osawatch.interruption import Told
from ui.i18n import mark, say
from ui.tray_sign import Shown, ground, sign

CONTEXT = "tray"
TEXTS = {
    "open": mark("tray", "Open"),
    "poll": mark("tray", "Poll now"),
    "quit": mark("tray", "Quit"),
    "title": mark("tray", "OSAwatch"),
    "tip": mark("tray", "OSAwatch: {0} new"),
    "trouble": mark("tray", "sources that need somebody: {0}"),
    "offline": mark("tray", "nothing is fetched"),
}


def text(key: str, *values: object) -> str:
    """A sentence of the tray, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence


def tip(shown: Shown) -> str:
    """What the sign tells, in words: a person who sees no colours and no figures hears them."""
    first = text("tip", shown.new) if shown.new else text("title")
    more = [text("trouble", shown.trouble)] if shown.trouble else []
    return "\n".join([first, *more, *([text("offline")] if shown.offline else [])])


class Tray(QObject):
    """The icon, its menu and its notices. Without a tray it does nothing, and nothing breaks."""

    opened = Signal()
    poll_asked = Signal()
    quit_asked = Signal()
    notices_asked = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.shown = Shown()
        self.icon: QSystemTrayIcon | None = None
        # some systems say they support messages without a tray; only this question is honest
        if available():
            self._show()

    def _show(self) -> None:
        menu = QMenu(self._window)
        menu.addAction(text("open"), self.opened.emit)
        menu.addAction(text("poll"), self.poll_asked.emit)
        menu.addSeparator()
        menu.addAction(text("quit"), self.quit_asked.emit)
        self.icon = QSystemTrayIcon(self)
        self.paint()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.paint)
        self.icon.setContextMenu(menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.notices_asked)
        self.icon.show()

    def hear(self, told: Told, words: str) -> bool:
        """Shows how many are new, and these words if there is something to tell; False: no tray."""
        if self.icon is None:
            return False
        self._turn(replace(self.shown, new=told.new))
        if words:
            kind = QSystemTrayIcon.MessageIcon.Information
            self.icon.showMessage(text("title"), words, kind)
        return True

    def show_trouble(self, sources: int) -> None:
        """How many sources need a person."""
        self._turn(replace(self.shown, trouble=sources))

    def show_network(self, *, online: bool) -> None:
        """Whether anything is fetched."""
        self._turn(replace(self.shown, offline=not online))

    def paint(self) -> None:
        """The sign and its tip as they are now; also when the system takes other colours."""
        if self.icon is not None:
            scheme = QGuiApplication.styleHints().colorScheme()
            desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
            self.icon.setIcon(sign(self.shown, ground(scheme, desktop)))
            self.icon.setToolTip(tip(self.shown))

    def _turn(self, shown: Shown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.paint()

    def _on_activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why == QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
