"""Says when nobody has touched the window for a while, or the machine has slept."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent

BEAT_S = 5
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin,
    }
)  # fmt: skip


class Idle(QObject):
    """`left` once, after `minutes` without a touch, or on waking from a sleep of half a minute."""

    left = Signal()

    def __init__(self, app: QObject, minutes: int, *, beat: float = BEAT_S) -> None:
        super().__init__(app)
        self._most, self._beat = 60.0 * minutes, beat
        self._touched = self._seen = time.time()  # the wall clock goes on while a machine sleeps
        app.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setInterval(int(1000 * beat))
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every touch of a person counts."""
        if isinstance(event, QInputEvent) and event.type() in TOUCHES:  # every event comes by here
            self._touched = time.time()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """How long ago the last touch and the last look were."""
        now = time.time()
        slept = now - self._seen > self._beat + 30
        self._seen = now
        if slept or now - self._touched > self._most:
            self._timer.stop()
            self.left.emit()
