"""The only thread-starter of the window.

    tasks.run(owner, call, done, failed): call in a thread -> done or failed on the GUI thread
`call` touches no widget, `done` no disk. An owner that is gone by then hears nothing. One result a
turn of the event loop: what several bring is painted in between, and no pause is their sum.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

WORKERS = 4
log = logging.getLogger(__name__)
T = TypeVar("T")


class Tasks(QObject):
    """A few threads and one way back. `idle` when nothing is left to do."""

    idle = Signal()
    _back = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="task")
        self._pending = 0
        self._closed = False
        self._told: deque[tuple[QObject, Callable[[object], object], object]] = deque()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._hear_one)
        self._back.connect(self._on_back)

    def run(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Calls in a thread; what came of it is told on the GUI thread. Nothing, once closed."""
        if self._closed:  # a timer may ring while the program ends
            return
        self._pending += 1

        def work() -> None:
            try:
                result = call()
            except Exception as error:  # noqa: BLE001 - told to the owner, and logged below
                self._tell(owner, failed or _unheard, error)
            else:
                self._tell(owner, done, result)

        self._pool.submit(work)

    def pending(self) -> int:
        """How many calls are under way."""
        return self._pending

    def close(self) -> None:
        """Waits for what runs; what has not begun is dropped."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _tell(self, owner: QObject, hear: Callable[[T], object], result: T) -> None:
        if shiboken6.isValid(self):
            self._back.emit((owner, hear, result))

    def _on_back(self, told: tuple[QObject, Callable[[object], object], object]) -> None:
        self._told.append(told)
        self._turn.start()

    def _hear_one(self) -> None:
        owner, hear, result = self._told.popleft()
        if self._told:
            self._turn.start()
        self._pending -= 1
        try:
            if shiboken6.isValid(owner):
                hear(result)
        finally:
            if self._pending == 0:
                self.idle.emit()


def _unheard(error: Exception) -> None:
    log.error("a task failed", exc_info=error)
