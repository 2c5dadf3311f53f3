"""Steps that are taken one a turn of the event loop, so that many widgets make no pause."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

Step = Callable[[], object]


class Turns(QObject):
    """`done` when all steps are taken. Others that begin put an end to those that are left."""

    done = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._left: deque[Step] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._one)

    def begin(self, steps: Iterable[Step], *, at_once: bool) -> None:
        """Takes the steps, in turns or all now."""
        self._left = deque(steps)
        if at_once:
            while self._left:
                self._left.popleft()()
            self._end()
        else:
            self._timer.start()

    def busy(self) -> bool:
        """Whether steps are left."""
        return bool(self._left)

    def _one(self) -> None:
        if self._left:
            self._left.popleft()()
        if not self._left:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self.done.emit()
