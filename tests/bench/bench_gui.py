"""Is the window ever stuck while 300 feeds are polled? The longest pause of a 5 ms heartbeat.

The feeds are served by a process of its own, so that its work does not share our interpreter lock.
A second process beats the same heart with nothing to do: its longest pause is the machine's noise.
A pause is `own` when the GUI thread itself was computing, else it `waited` for the lock.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from feeds.model import SourceSpec
from osawatch.aside import Apart
from osawatch.core import Core
from osawatch.model import PollProgress, PollReport
from ui import pace
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import LIGHT, font, palette, stylesheet

FEEDS, ITEMS = 300, 40
BEAT_MS, LIMIT_MS, SETTLE_MS = 5, 50.0, 1_500
SEED = 20260302
VOCABULARY = 6_000  # few words would make every text a near copy of every other
COUNTRIES = ("China", "India", "Indonesia", "Chile", "Turkey", "Brazil", "Vietnam", "Malaysia")
GOODS = ("gallium", "germanium", "antimony", "graphite", "tungsten", "lithium", "nickel", "rice")
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


@cache
def vocabulary() -> list[str]:
    """Invented words."""
    rnd = random.Random(SEED)
    return ["".join(rnd.choices(SYLLABLES, k=rnd.randint(2, 4))) for _ in range(VOCABULARY)]


def feed(number: int) -> bytes:
    """An invented feed of 40 items; one item in ten tells of a measure."""
    rnd = random.Random(SEED + number)
    words, today = vocabulary(), datetime.now(UTC)
    items = []
    for i in range(ITEMS):
        title = " ".join(rnd.choices(words, k=9))
        if i % 10 == 0:
            country, good = rnd.choice(COUNTRIES), rnd.choice(GOODS)
            title = f"{country} announces export licence for {good}, notice {number}-{i}"
        text = " ".join(rnd.choices(words, k=90))
        items.append(
            f"<item><title>{title}</title><link>http://feed{number}.example/{i}</link>"
            f"<guid>{number}-{i}</guid><description>&lt;p&gt;{text}&lt;/p&gt;</description>"
            f"<pubDate>{format_datetime(today - timedelta(hours=i % 24))}</pubDate></item>"
        )
    head = f"<rss version='2.0'><channel><title>Invented feed {number}</title>"
    return (head + "".join(items) + "</channel></rss>").encode()


class Handler(BaseHTTPRequestHandler):
    """Serves /N as feed N."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = feed(int(self.path.strip("/") or 0))
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        return


def serve(pipe: Connection) -> None:
    """The server process: tells its port, serves until killed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    pipe.send(server.server_address[1])
    server.serve_forever()


@dataclass
class Pulse:
    """The pauses of a heartbeat, in milliseconds, and what went on at the long ones."""

    gaps: list[float] = field(default_factory=list)
    long: list[tuple[float, float, str, str]] = field(default_factory=list)
    last: float = 0.0
    cpu: float = 0.0
    swept: list[tuple[float, int]] = field(default_factory=list)
    _sweep: float = 0.0

    def sweep(self, phase: str, info: dict[str, int]) -> None:
        """Called by the garbage collector, which holds the lock of all threads while it looks."""
        now = time.perf_counter()
        if phase == "start":
            self._sweep = now
        else:
            self.swept.append(((now - self._sweep) * 1000, info["generation"]))

    def beat(self, stage: str) -> None:
        """Called by the timer, on the GUI thread."""
        now, cpu = time.perf_counter(), time.thread_time()
        if self.last:
            gap = (now - self.last) * 1000
            self.gaps.append(gap)
            if gap > 25:
                self.long.append((gap, (cpu - self.cpu) * 1000, stage, elsewhere()))
        self.last, self.cpu = now, cpu

    def print_long(self) -> None:
        """The longest sweeps and pauses, with what went on."""
        sweeps = sorted(self.swept, reverse=True)[:5]
        print("garbage collections:", ", ".join(f"{ms:.0f} ms (gen {g})" for ms, g in sweeps))
        for gap, cpu, stage, where in sorted(self.long, reverse=True)[:10]:
            kind = "own" if cpu > gap / 2 else "waited"
            print(f"  {gap:6.1f} ms {kind} ({cpu:.0f} ms cpu) at {stage}: {where or 'nobody'}")

    def told(self, name: str) -> str:
        """One line of figures."""
        ordered = sorted(self.gaps) or [0.0]
        p99 = ordered[int(len(ordered) * 0.99) - 1] if len(ordered) > 1 else ordered[0]
        over = sum(gap > LIMIT_MS for gap in ordered)
        return (
            f"{name}: worst {ordered[-1]:.1f} ms, p99 {p99:.1f} ms, median "
            f"{ordered[len(ordered) // 2]:.1f} ms, {over} of {len(ordered)} over {LIMIT_MS:.0f} ms"
        )


def elsewhere() -> str:
    """Where the other threads are: one of them held the lock a moment ago."""
    me, out = threading.get_ident(), Counter[str]()
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    for ident, frame in sys._current_frames().items():
        if ident == me:
            continue
        code = frame.f_code
        inner = f"{Path(code.co_filename).name}:{code.co_name}"
        if "wait" in code.co_name or Path(code.co_filename).name in (
            "threading.py",
            "selectors.py",
        ):
            continue
        out[f"{(names.get(ident) or '?').split('_')[0]} in {inner}"] += 1
    return ", ".join(f"{where} x{n}" if n > 1 else where for where, n in out.most_common(4))


def idle_heart(pipe: Connection) -> None:
    """The noise of this machine: the same beat in a process that does nothing else."""
    app, pulse = QCoreApplication([]), Pulse()
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)

    def beat() -> None:
        pulse.beat("")
        if pipe.poll():
            app.quit()

    timer.timeout.connect(beat)
    timer.start(BEAT_MS)
    app.exec()
    pulse.long.clear()
    pipe.send(pulse)


@contextmanager
def child(target: Callable[[Connection], None]) -> Iterator[Connection]:
    """A process of its own; ended with the block."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=target, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours
    finally:
        process.terminate()
        process.join()


def desk(core: Core) -> tuple[QApplication, Tasks, Bridge, QWidget]:
    """The whole window, with the inbox in sight while a poll fills it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette(LIGHT))
    app.setStyleSheet(stylesheet(LIGHT))
    tasks, bridge = Tasks(app), Bridge(core, app)
    core.save_settings(replace(core.settings(), ready=True))
    window = MainWindow(core, tasks, bridge, LIGHT, offline=True)  # its own clock polls nothing
    window.go("inbox")
    return app, tasks, bridge, window


@dataclass
class Watch:
    """A poll in the window, with a hand on its pulse."""

    core: Core
    pulse: Pulse = field(default_factory=Pulse)
    stage: str = "idle"
    report: PollReport | None = None
    seconds: float = 0.0

    def run(self) -> None:
        """Opens the window, lets it settle, polls all feeds, closes it."""
        pace.share()
        app, tasks, bridge, window = desk(self.core)
        bridge.progress.connect(self._told)
        heart = QTimer()
        heart.setTimerType(Qt.TimerType.PreciseTimer)
        heart.timeout.connect(lambda: self.pulse.beat(self.stage))

        def begin() -> None:
            pace.settle()
            gc.callbacks.append(self.pulse.sweep)
            heart.start(BEAT_MS)
            call = partial(self.core.poll, progress=bridge.progress.emit)
            tasks.run(window, call, self._done, self._failed)

        window.show()
        warm = self.core.warm  # the opening is not measured here
        tasks.run(window, warm, lambda _: QTimer.singleShot(SETTLE_MS, begin))
        app.exec()
        heart.stop()
        gc.callbacks.remove(self.pulse.sweep)
        tasks.close()
        window.close()

    def told(self) -> str:
        """What the poll did."""
        rows = self.report.sources if self.report else ()
        new, alerts = sum(row.new for row in rows), sum(row.alerts for row in rows)
        failed = sum(row.outcome != "ok" for row in rows)
        took = f"{self.seconds:.1f} s"
        return f"{len(rows)} feeds, {new} new items, {alerts} alerts, {failed} not ok, {took}"

    def _told(self, progress: PollProgress) -> None:
        self.stage = f"{progress.done} of {progress.total}"
        if progress.done == 1:
            self.seconds = time.perf_counter()

    def _done(self, report: PollReport) -> None:
        self.report = report
        self.seconds = time.perf_counter() - self.seconds
        QTimer.singleShot(300, QApplication.quit)

    def _failed(self, error: Exception) -> None:
        print(f"the poll failed: {error!r}")
        QTimer.singleShot(0, QApplication.quit)


def measured(core: Core, feeds: int) -> tuple[Watch, Pulse]:
    """Polls that many feeds; the second pulse is that of the idle process."""
    with child(serve) as server, child(idle_heart) as noise:
        port = server.recv()
        for i in range(feeds):
            url = f"http://127.0.0.1:{port}/{i}"
            core.sources.add(SourceSpec(f"feed-{i}", f"Feed {i}", url, local=True))
        watch = Watch(core)
        watch.run()
        noise.send("stop")
        return watch, noise.recv()


def main() -> None:
    """Prints the worst pause, p99, how often it was over the limit, and where."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--feeds", type=int, default=FEEDS)
    feeds = parser.parse_known_args()[0].feeds
    with tempfile.TemporaryDirectory() as folder, Apart(Path(folder) / "profile") as core:
        watch, idle = measured(core, feeds)
    print(watch.told())
    print(watch.pulse.told("window"))
    print(idle.told("idle process beside it"))
    watch.pulse.print_long()


if __name__ == "__main__":
    main()
