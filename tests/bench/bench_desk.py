"""The window on a desk with years of news: start, search, jump, triage, memory, the longest pause.

    python -m tests.bench desk [--items N] [--alerts N] [--profile DIR]

A profile is made first, unless DIR holds one; a million items take some ten minutes to make.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from osawatch.aside import Apart
from tests.bench.archive import fill
from ui import pace
from ui.bridge import Bridge
from ui.frame import look
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import LIGHT

ITEMS, ALERTS, ROUNDS = 1_000_000, 100_000, 5
TYPED = ("t", "tz", "tze", "tze b", "tze bd", "tze bda", "b", "bd", "bdo", "zzz")
BARE = """
import sys, time
t = float(sys.argv[1])
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("bare")
window.show()
QTimer.singleShot(0, lambda: (print(1000 * (time.time() - t)), app.quit()))
app.exec()
"""


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=ITEMS)
    parser.add_argument("--alerts", type=int, default=ALERTS)
    parser.add_argument("--profile", type=Path)
    asked = parser.parse_known_args()[0]
    with tempfile.TemporaryDirectory() as folder:
        profile = asked.profile or Path(folder) / "profile"
        if not (profile / "osawatch.db").exists():
            fill(profile, asked.items, asked.alerts)
        starts(profile)
        Desk(profile).run()


def starts(profile: Path) -> None:
    """Process start to first paint and to ready, beside a bare window of the same library."""
    bare, first, ready = [], [], []
    for _ in range(ROUNDS):
        bare.append(float(_said([sys.executable, "-c", BARE, str(time.time())]).split()[0]))
        marks = _marks(profile)
        first.append(marks["first-paint"])
        ready.append(marks["ready"])
    more = statistics.median(first) - statistics.median(bare)
    print(
        f"start, median of {ROUNDS}: bare window {statistics.median(bare):.0f} ms, first paint"
        f" {statistics.median(first):.0f} ms (+{more:.0f}), ready {statistics.median(ready):.0f} ms"
    )


def _said(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)  # noqa: S603
    return done.stdout


def _marks(profile: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "ui", "--profile", str(profile), "--offline"]
    started = time.time()
    marks: dict[str, float] = {}
    with subprocess.Popen(  # noqa: S603
        [*command, "--trace-startup"], stderr=subprocess.PIPE, text=True
    ) as window:
        assert window.stderr is not None
        while "ready" not in marks and time.time() - started < 60:
            name, _, value = window.stderr.readline().partition(" ")
            if name in ("first-paint", "ready"):
                marks[name] = float(value)
        window.kill()
    return marks


class Desk:
    """One window on the profile, and a hand on its clock."""

    def __init__(self, profile: Path) -> None:
        pace.share()
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self.app, self.owner = app, QWidget()
        self.core = Apart(profile)
        self.tasks, self.bridge = Tasks(self.owner), Bridge(self.core, self.owner)
        look.dress(app, LIGHT)
        self.window = MainWindow(self.core, self.tasks, self.bridge, LIGHT, offline=True)

    def run(self) -> None:
        """All figures of the window."""
        window, inbox = self.window, self.window.inbox
        window.show()
        window.begin()
        self.until(inbox.ready)
        self.core.warm()
        self.until(lambda: not self.tasks.pending())
        pace.settle()  # as the program does when all is loaded
        print(f"rows: {len(inbox.model.ids()):,}")
        self.tell("search keystroke to rows", [self.typed(one) for one in TYPED])
        inbox.bar.search.setText("")
        self.until(inbox.ready)
        draw, rows = random.Random(1), len(inbox.model.ids())
        self.tell("jump to any row", [self.jump(draw.randrange(rows)) for _ in range(30)])
        self.jump(0)
        self.tell("triage key to repaint", [self.key(Qt.Key.Key_C) for _ in range(20)])
        self.tell("undo key to repaint", [self.key(Qt.Key.Key_Z) for _ in range(20)])
        self.tell("longest pause", [self.pause()])
        print(f"memory of the window: {memory():.0f} MB")
        window.polling.stop()
        self.bridge.close()
        self.tasks.close()
        self.core.close()

    def tell(self, what: str, taken: list[float]) -> None:
        """Median and worst, in milliseconds."""
        print(f"{what}: median {statistics.median(taken):.1f} ms, worst {max(taken):.1f} ms")

    def typed(self, words: str) -> float:
        """From a keystroke to the rows it leaves."""
        inbox = self.window.inbox
        start = time.perf_counter()
        shown = _Once(inbox.shown)
        inbox.bar.search.setText(words)
        self.until(shown.told)
        self.paint()
        return (time.perf_counter() - start) * 1000

    def jump(self, row: int) -> float:
        """From a jump to the painted rows."""
        view = self.window.inbox.list
        start = time.perf_counter()
        view.scrollTo(self.window.inbox.model.index(row))
        self.paint()
        return (time.perf_counter() - start) * 1000

    def key(self, key: Qt.Key) -> float:
        """From a key to the repaint; then waits for all that follows."""
        view = self.window.inbox.list
        start = time.perf_counter()
        QTest.keyClick(view, key)
        self.paint()
        taken = (time.perf_counter() - start) * 1000
        self.until(lambda: not self.tasks.pending() and self.window.inbox.ready())
        return taken

    def pause(self) -> float:
        """The longest pause of the event loop while one searches and triages."""
        gaps, last = [0.0], [time.perf_counter()]

        def beat() -> None:
            now = time.perf_counter()
            gaps.append((now - last[0]) * 1000)
            last[0] = now

        heart = QTimer()
        heart.setTimerType(Qt.TimerType.PreciseTimer)
        heart.timeout.connect(beat)
        heart.start(5)
        for step in range(60):
            QTimer.singleShot(50 * step, lambda step=step: self._stir(step))
        QTest.qWait(60 * 50 + 500)
        heart.stop()
        return max(gaps)

    def _stir(self, step: int) -> None:
        inbox = self.window.inbox
        if step % 3 == 0:
            inbox.bar.search.setText(TYPED[step // 3 % len(TYPED)])
        else:
            QTest.keyClick(inbox.list, Qt.Key.Key_C if step % 3 == 1 else Qt.Key.Key_Z)

    def paint(self) -> None:
        """Until all that was asked to be painted is."""
        self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)

    def until(self, done: Callable[[], bool], seconds: float = 60) -> None:
        """Turns the event loop until something is true."""
        end = time.perf_counter() + seconds
        while not done() and time.perf_counter() < end:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 2)


class _Once:
    """Whether a signal has come."""

    def __init__(self, signal: object) -> None:
        self._told = False
        signal.connect(self._hear)  # type: ignore[attr-defined]

    def _hear(self, *_: object) -> None:
        self._told = True

    def told(self) -> bool:
        """Whether it has."""
        return self._told


def memory() -> float:
    """Resident megabytes of this process."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
