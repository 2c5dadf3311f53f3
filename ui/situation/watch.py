"""Says that a situation has ended by itself, whoever wrote that on the log: once a minute."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from osawatch.core import Core
from osawatch.situation.model import Situation
from ui.situation.words import text
from ui.tasks import Tasks

log = logging.getLogger(__name__)
MINUTE_MS = 60_000
Looked = tuple[list[Situation], list[Situation]]  # those that were over just now; all


class Watch(QObject):
    """`said` carries words for a toast."""

    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, owner: QObject) -> None:
        super().__init__(owner)
        self._core, self._tasks = core, tasks
        self._running: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setInterval(MINUTE_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Looks now, in a task."""
        self._tasks.run(self, self._read, self._on_read, self._on_failed)

    def _read(self) -> Looked:
        return self._core.situations.settle(), self._core.situations.every()

    def _on_failed(self, error: Exception) -> None:
        """The next minute tries again; its own time ends a situation, whoever writes it down."""
        log.warning("situations could not be looked at: %s", error)

    def _on_read(self, looked: Looked) -> None:
        over, every = looked
        ended = {one.id for one in over}
        ended |= {one.id for one in every if one.id in self._running and one.ended}
        for one in every:
            if one.id in ended and not one.ended_by:
                self.said.emit(text("over", one.title))
        self._running = frozenset(one.id for one in every if not one.ended)
