"""Listens to the core and says when somebody is to be told.

    Changes -> a batch of some seconds -> core.notify.look in a task -> `told`
A minute's beat looks after what waits: a machine that slept is caught up with on waking.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from osawatch.core import Core
from osawatch.interruption import Told
from osawatch.model import Changes
from ui.bridge import Bridge
from ui.tasks import Tasks

BATCH_MS, BEAT_MS = 10_000, 60_000


class Watch(QObject):
    """`told` carries a Told after each look, also when there is nothing to say."""

    told = Signal(object)

    def __init__(
        self, core: Core, tasks: Tasks, bridge: Bridge, here: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._core, self._tasks, self._here = core, tasks, here
        self._changed: set[str] = set()
        self._waiting = 0
        self._begun = False
        self.batch = self._timer(BATCH_MS, once=True)
        self._beat = self._timer(BEAT_MS, once=False)
        bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        """What stands in the inbox now is no news."""
        self._tasks.run(self, self._core.notify.begin, self._on_begun)

    def look(self) -> None:
        """Asks the core what is to be told of all that changed."""
        changed, self._changed = self._changed, set()
        here = self._here()
        self._tasks.run(self, lambda: self._core.notify.look(changed, here=here), self._on_told)

    def _timer(self, every: int, *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(every)
        timer.timeout.connect(self.look)
        return timer

    def _on_begun(self, found: Told) -> None:
        self._begun = True
        self._on_told(found)
        if self._changed:
            self.batch.start()

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
