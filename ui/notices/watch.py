"""Listens to the core and says when somebody is to be told.

    Changes -> a batch of some seconds -> core.notify.look, dates ahead in a task -> `told`
A minute's beat looks after what waits: a machine that slept is caught up with on waking. Another
one asks whether it is another day, on which other dates are near.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from osawatch.core import Core
from osawatch.interruption import Told
from osawatch.model import Changes
from ui.bridge import Bridge
from ui.tasks import Tasks

log = logging.getLogger(__name__)
BATCH_MS, BEAT_MS = 10_000, 60_000


class Reminding(Protocol):
    """What tells of dates ahead: osawatch.agenda.reminders.Reminders."""

    def look(self, *, here: bool = False) -> Told:
        """Judges the dates that are near."""


class Watch(QObject):
    """`told` carries a Told after each look, also when there is nothing to say."""

    told = Signal(object)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        bridge: Bridge,
        reminders: Reminding,
        here: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._core, self._tasks, self._here = core, tasks, here
        self._reminders, self._day = reminders, core.now().date()
        self._changed: set[str] = set()
        self._waiting = 0
        self._begun = False
        self.batch = self._timer(BATCH_MS, self.look, once=True)
        self._beat = self._timer(BEAT_MS, self.look, once=False)
        self._days = self._timer(BEAT_MS, self.turn, once=False)
        bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        """What stands in the inbox now is no news; dates that are near are, once."""
        self._tasks.run(self, self._core.notify.begin, self._on_begun)

    def look(self) -> None:
        """Asks the core what is to be told of all that changed."""
        changed, self._changed = self._changed, set()
        here = self._here()
        self._day = self._core.now().date()
        self._tasks.run(self, lambda: self._looked(changed, here=here), self._on_told)

    def turn(self) -> None:
        """Looks when it is another day than at the last look: slept through, or at midnight."""
        if self._begun and self._core.now().date() != self._day:
            self.look()

    def _looked(self, changed: set[str], *, here: bool) -> Told:
        """Of stories and of dates. What was decided of stories is kept: no fault may hide it."""
        news = self._core.notify.look(changed, here=here)
        try:
            ahead = self._reminders.look(here=here)
        except Exception:
            log.exception("dates ahead could not be looked at")
            return news
        waiting = news.waiting + ahead.waiting
        return replace(news, waiting=waiting, dates=ahead.dates, near=ahead.near)

    def _timer(self, every: int, call: Callable[[], None], *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(every)
        timer.timeout.connect(call)
        return timer

    def _on_begun(self, found: Told) -> None:
        self._begun = True
        self._on_told(found)
        self._days.start()
        self.batch.start()  # of dates that came near while the program was closed

    def _on_told(self, found: Told) -> None:
        if found.waiting and not self._beat.isActive():
            self._beat.start()
        elif not found.waiting:
            self._beat.stop()
        self.told.emit(found)

    def _on_changed(self, changes: Changes) -> None:
        # a poll writes many times; one notice for all of it
        self._changed |= changes.alerts
        if (changes.alerts or changes.settings) and self._begun and not self.batch.isActive():
            self.batch.start()
