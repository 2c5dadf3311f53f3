"""The icon beside the clock, where there is one. It tells counts, never titles.

A screen can be locked or shared while a notice shows, so no word of an item is ever in it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from osawatch.interruption import Told
from ui.i18n import mark, say

CONTEXT = "tray"
TEXTS = {
    "open": mark("tray", "Open"),
    "poll": mark("tray", "Poll now"),
    "quit": mark("tray", "Quit"),
    "title": mark("tray", "OSAwatch"),
    "tip": mark("tray", "OSAwatch: {0} new"),
}


def text(key: str, *values: object) -> str:
    """A sentence of the tray, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence


class Tray(QObject):
    """The icon, its menu and its notices. Without a tray it does nothing, and nothing breaks."""

    opened = Signal()
    poll_asked = Signal()
    quit_asked = Signal()
    notices_asked = Signal()

    def __init__(
        self,
        window: QWidget,
        icon: QIcon,
        *,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._window = window
        self.icon: QSystemTrayIcon | None = None
        # some systems say they support messages without a tray; only this question is honest
        if available():
            self._show(icon)

    def _show(self, icon: QIcon) -> None:
        menu = QMenu(self._window)
        menu.addAction(text("open"), self.opened.emit)
        menu.addAction(text("poll"), self.poll_asked.emit)
        menu.addSeparator()
        menu.addAction(text("quit"), self.quit_asked.emit)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip(text("title"))
        self.icon.setContextMenu(menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.notices_asked)
        self.icon.show()

    def hear(self, told: Told, words: str) -> bool:
        """Shows how many are new, and these words if there is something to tell; False: no tray."""
        if self.icon is None:
            return False
        self.icon.setToolTip(text("tip", told.new) if told.new else text("title"))
        if told.count:
            kind = QSystemTrayIcon.MessageIcon.Information
            self.icon.showMessage(text("title"), words, kind)
        return True

    def _on_activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why == QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
