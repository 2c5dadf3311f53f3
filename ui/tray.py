"""The icon beside the clock, where there is one. It tells counts, never titles.

    Changes -> a batch of some seconds -> core.alerts in a task -> news (pure) -> quiet | notice
A screen can be locked or shared while a notice shows, so no word of an item is ever in it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from osawatch.core import Core
from osawatch.model import Alert, Changes, Filter
from ui.bridge import Bridge
from ui.i18n import mark, say
from ui.tasks import Tasks

CONTEXT = "tray"
BATCH_MS = 10_000
LOUD_TIERS = frozenset({"A"})
TEXTS = {
    "open": mark("tray", "Open"),
    "poll": mark("tray", "Poll now"),
    "quit": mark("tray", "Quit"),
    "title": mark("tray", "OSAwatch"),
    "one": mark("tray", "1 new alert for a good that notifies"),
    "many": mark("tray", "{0} new alerts for goods that notify"),
    "more": mark("tray", "{0} in all are new in the inbox"),
    "tip": mark("tray", "OSAwatch: {0} new"),
}


def text(key: str, *values: object) -> str:
    """A sentence of the tray, with its values put in."""
    sentence = say(CONTEXT, TEXTS[key])
    return sentence.format(*values) if values else sentence


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell: alerts that notify and were not told yet, and all that are new."""

    fresh: frozenset[str]
    new: int

    @property
    def loud(self) -> bool:
        """Whether a notice is due."""
        return bool(self.fresh)


def news(alerts: Iterable[Alert], told: Collection[str]) -> News:
    """Which alerts are worth a notice. Trial and suppressed ones never are."""
    new = [a for a in alerts if a.status == "new" and not a.trial and not a.suppressed]
    fresh = frozenset(a.id for a in new if a.tier in LOUD_TIERS and a.id not in told)
    return News(fresh, len(new))


def words(found: News) -> str:
    """The notice: figures only."""
    count = len(found.fresh)
    first = text("one") if count == 1 else text("many", count)
    return f"{first}\n{text('more', found.new)}" if found.new > count else first


class Tray(QObject):
    """The icon, its menu and its notices. Without a tray it does nothing, and nothing breaks."""

    opened = Signal()
    poll_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        bridge: Bridge,
        window: QWidget,
        icon: QIcon,
        *,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._core, self._tasks, self._window = core, tasks, window
        self._told: set[str] = set()
        self._first = True
        self.icon: QSystemTrayIcon | None = None
        self._batch = QTimer(self)
        self._batch.setSingleShot(True)
        self._batch.setInterval(BATCH_MS)
        self._batch.timeout.connect(self.look)
        # some systems say they support messages without a tray; only this question is honest
        if available():
            self._show(icon)
            bridge.changed.connect(self._on_changed)
            self.look()

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
        self.icon.messageClicked.connect(self.opened)
        self.icon.show()

    def look(self) -> None:
        """Asks the core what is new; what stood there at the start is not news."""
        self._tasks.run(self, self._read, self._on_read)

    def _read(self) -> list[Alert]:
        return list(self._core.alerts(Filter(view="inbox", statuses=("new",))))

    def _on_read(self, alerts: list[Alert]) -> None:
        found = news(alerts, self._told)
        self._told |= found.fresh
        quiet, self._first = self._first or self._window.isActiveWindow(), False
        if self.icon is None:
            return
        self.icon.setToolTip(text("tip", found.new) if found.new else text("title"))
        if found.loud and not quiet:
            kind = QSystemTrayIcon.MessageIcon.Information
            self.icon.showMessage(text("title"), words(found), kind)

    def _on_changed(self, changes: Changes) -> None:
        # a poll writes many times; one notice for all of it
        if changes.alerts and not self._batch.isActive():
            self._batch.start()

    def _on_activated(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why == QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
