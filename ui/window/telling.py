"""What goes on, in the status bar and in toasts: a poll, files, the network, the time zone.

polling, bridge.progress -> words -> status bar
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from osawatch.core import Core
from osawatch.model import FileResult, PollProgress, PollReport, Settings
from ui.bridge import Bridge
from ui.frame.polling import Polling
from ui.frame.status_bar import StatusBar
from ui.frame.words import polled, text
from ui.i18n import moment, use_zone, zone

MINUTE_MS = 60_000


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
    ) -> None:
        super().__init__(status)
        self._core, self._polling, self._status, self._said = core, polling, status, said
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
