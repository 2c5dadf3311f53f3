"""What goes on, in the status bar and in toasts: a poll, files, the network, the time zone.

polling, bridge.progress -> words -> status bar
what went by the clock -> a toast, once somebody looks at the window
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from osawatch.core import Core
from osawatch.model import FileResult, PollProgress, PollReport, Settings
from ui.bridge import Bridge
from ui.frame.polling import Polling
from ui.frame.status_bar import StatusBar
from ui.frame.words import polled, swept, text
from ui.i18n import moment, use_zone, zone

if TYPE_CHECKING:
    from osawatch.filing.model import Swept

MINUTE_MS = 60_000


def looked_at() -> bool:
    """Whether a window of the program is in front: in the tray nobody reads a toast."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


class Telling(QObject):
    """`said` gets the words for a toast; `network` carries whether anything is fetched."""

    network = Signal(bool)

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        polling: Polling,
        status: StatusBar,
        said: Callable[[str], object],
        looked_at: Callable[[], bool] = looked_at,
    ) -> None:
        super().__init__(status)
        self._core, self._polling, self._status, self._said = core, polling, status, said
        self._looked_at = looked_at
        self._swept: Swept | None = None  # and nobody has been told
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.show_network)
        status.cancel_asked.connect(self._on_cancel)
        bridge.progress.connect(self._on_progress)
        polling.began.connect(lambda: status.progress(text("polling"), 0, 0))
        polling.ended.connect(self._on_polled)
        polling.read.connect(self._on_read)
        polling.rested.connect(status.rest)
        polling.refused.connect(self._on_refused)
        polling.sweeping.connect(lambda done, of: status.progress(text("sweeping"), done, of))
        polling.swept.connect(self._on_swept)
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.applicationStateChanged.connect(self.tell_swept)

    def begin(self) -> None:
        """Tells from now on."""
        self._minute.start()
        self.show_settings(self._core.settings())

    def show_settings(self, settings: Settings) -> None:
        """Network and time zone as they are set."""
        use_zone(settings.time_zone)
        self.show_network()
        self._status.show_zone(settings.time_zone)

    def show_network(self) -> None:
        """Also once a minute: hours begin and end by themselves."""
        opens = self._polling.opens
        said = moment(opens, "ddd HH:mm") if opens else ""
        self._status.show_network(online=self._polling.online, opens=said)
        self.network.emit(self._polling.online)

    def tell_swept(self) -> None:
        """What went while nobody looked, in one sentence, once."""
        if self._swept is not None and self._looked_at():
            found, self._swept = self._swept, None
            if words := swept(found):
                self._said(words)

    def _on_swept(self, found: Swept) -> None:
        before = self._swept.items if self._swept is not None else 0
        self._swept = replace(found, items=before + found.items)
        self.tell_swept()

    def _on_progress(self, progress: PollProgress) -> None:
        key = "reading_of" if self._polling.reading else "polling_of"
        key = "older_of" if progress.older else key
        words = text(key, progress.done, progress.total, progress.source)
        self._status.progress(words, progress.done, progress.total)

    def _on_polled(self, report: PollReport) -> None:
        self._status.rest(polled(report, datetime.now(UTC), zone()))

    def _on_read(self, results: list[FileResult]) -> None:
        new, alerts = sum(one.new for one in results), sum(one.alerts for one in results)
        refused = sum(one.outcome == "refused" for one in results)
        key = "read_refused" if refused else "read"
        self._said(text(key, len(results), new, alerts, refused))

    def _on_cancel(self) -> None:
        self._polling.cancel()
        self._status.progress(text("stopping"), 0, 0)

    def _on_refused(self, why: str, more: str) -> None:
        self._status.rest()
        keys = {"busy": "busy", "held": "held", "offline": "no_network", "hours": "hours"}
        if why == "offline" and (who := self._core.policies.locked().get("network")):
            self._said(text("no_network_by", who))
        else:
            self._said(text(keys.get(why, "failed"), more))
