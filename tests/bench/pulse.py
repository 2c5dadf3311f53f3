"""One act in the window, and the longest time its GUI thread could not have heard a key.

    do -> the event loop turns, a heart beats every 5 ms -> done, and quiet for a while -> Pause
A gap between two beats has a wall time, which a loaded machine stretches, and a processor time of
this thread alone, which it does not: the processor time decides, the wall time is told beside it.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

BEAT_MS, QUIET_S, PATIENCE_S, SAMPLE_S = 5, 0.15, 15.0, 0.002
Done = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Pause:
    """The longest gaps of one act, in milliseconds; `late`: it was not done in time."""

    name: str
    cpu: float
    wall: float
    late: bool = False
    where: tuple[str, ...] = ()


@dataclass
class Sampler:
    """Where the GUI thread is, looked at from another one; only when asked, as it costs time."""

    seen: list[tuple[float, str]] = field(default_factory=list)
    on: bool = True

    def start(self) -> None:
        """Looks until `on` is false. Called on the GUI thread."""
        threading.Thread(target=self._look, args=(threading.get_ident(),), daemon=True).start()

    def between(self, start: float, end: float) -> tuple[str, ...]:
        """The places seen most in a span of time, with their share."""
        found = [where for at, where in self.seen if start <= at <= end]
        return tuple(
            f"{count * 100 // len(found)} % {where}"
            for where, count in Counter(found).most_common(8)
        )

    def _look(self, thread: int) -> None:
        while self.on:
            time.sleep(SAMPLE_S)
            self.seen.append((time.perf_counter(), _stack(sys._current_frames().get(thread))))


def _stack(frame: object, depth: int = 7) -> str:
    told = []
    while frame is not None and len(told) < depth:
        code = frame.f_code  # type: ignore[attr-defined]
        told.append(f"{Path(code.co_filename).stem}:{code.co_name}:{frame.f_lineno}")  # type: ignore[attr-defined]
        frame = frame.f_back  # type: ignore[attr-defined]
    return " < ".join(told)


class Pulse(QObject):
    """Runs acts one after the other, each from an event of its own, as a key would."""

    def __init__(self, *, why: bool = False) -> None:
        super().__init__()
        self._why = why

    def act(self, name: str, do: Callable[[], object], done: Done) -> Pause:
        """Does it and waits until it is done and quiet; what it opened above the window is shut."""
        sampler = Sampler() if self._why else None
        loop, heart = QEventLoop(), QTimer()
        gaps: list[tuple[float, float, float]] = []  # processor ms, wall ms, when it ended
        last = [time.perf_counter(), time.thread_time()]
        begun, quiet, late = time.perf_counter(), [0.0], [False]

        def beat() -> None:
            now, cpu = time.perf_counter(), time.thread_time()
            gaps.append(((cpu - last[1]) * 1000, (now - last[0]) * 1000, now))
            last[:] = now, cpu
            if not done() and now - begun < PATIENCE_S:
                quiet[0] = 0.0
            elif not quiet[0]:
                quiet[0] = now
            elif now - quiet[0] > QUIET_S and not shut():
                late[0] = not done()
                loop.quit()

        heart.setTimerType(Qt.TimerType.PreciseTimer)
        heart.timeout.connect(beat)
        heart.start(BEAT_MS)
        if sampler:
            sampler.start()
        QTimer.singleShot(0, self, do)
        loop.exec()
        heart.stop()
        worst = max(gaps)
        where: tuple[str, ...] = ()
        if sampler:
            sampler.on = False
            where = sampler.between(worst[2] - worst[1] / 1000, worst[2])
        return Pause(name, worst[0], max(gap[1] for gap in gaps), late[0], where)


def shut() -> bool:
    """Puts away the menu or dialog in front; False when there is none."""
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if isinstance(front, QDialog):
        front.done(QDialog.DialogCode.Rejected)
    elif front is not None:
        front.close()
    return front is not None
