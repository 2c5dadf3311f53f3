"""A week offline is caught up with in the open window: is it ever stuck meanwhile?

    ./dev bench hub_window

A sample desk in the whole window; 5,000 decisions on its alerts go out and 5,000 of another desk on
the same alerts come in, by the page Exchange, over a real PostgreSQL. A 5 ms heartbeat runs on the
GUI thread; its pauses stand beside those of a process that does nothing. Then the server stops:
three syncs by the clock, and a decision that goes out once it is up again.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from osawatch import sealed
from osawatch.aside import Apart
from osawatch.core import Core
from osawatch.hub.model import Synced
from osawatch.model import Action, Filter
from osawatch.store import events
from tests.bench.bench_gui import BEAT_MS, Pulse, child, desk, idle_heart
from tests.postgres import REASON, Postgres, postgres, programs
from ui import pace

EVENTS = int(os.environ.get("OSAWATCH_HUB_WEEK", "5000"))
SETTLE_MS = 1500


def main() -> None:
    if programs() is None:
        print(REASON)
        return
    with postgres() as cluster, tempfile.TemporaryDirectory() as room:
        with Core(Path(room) / "far") as far:
            joined(far, cluster, "far")
            decided(far)
            print(f"another desk: {_told(far.hub.sync())}")
        with Apart(Path(room) / "near") as near:
            joined(near, cluster, "near")
            decided(near)
            watched(near)
            down(near, cluster)


def joined(core: Core, cluster: Postgres, name: str) -> None:
    """A sample desk with an account."""
    core.init_profile(sample=True)
    core.save_settings(replace(core.settings(), ready=True, name=name, post=name, network="online"))
    address = cluster.member(name, name, "post", ["*"])
    sealed.write_text(core.profile.folder / "hub.json", json.dumps({"address": address}))


def decided(core: Core) -> None:
    """A week of decisions on the desk's alerts."""
    names = [one.id for one in core.alerts(Filter(view="all"))]
    drafts = [("note", names[n % len(names)], {"text": f"note {n}"}) for n in range(EVENTS)]
    with core._store.writing() as connection:
        events.append(connection, drafts, core.person(), core.now())


def watched(core: Apart) -> None:
    """A sync by the page, with a hand on the window's pulse."""
    pace.share()
    with child(idle_heart) as noise:
        app, tasks, _bridge, window = desk(core)
        pulse, heart, began, told = Pulse(), QTimer(), [0.0], list[str]()
        heart.setTimerType(Qt.TimerType.PreciseTimer)
        heart.timeout.connect(lambda: pulse.beat("sync"))
        page = window.pages.exchange  # type: ignore[attr-defined]

        def done(words: str) -> None:
            told.append(f"{words} in {time.perf_counter() - began[0]:.1f} s")
            QTimer.singleShot(300, QApplication.quit)

        def begin() -> None:
            window.go("inbox")  # type: ignore[attr-defined] # what a person looks at meanwhile
            pace.settle()
            heart.start(BEAT_MS)
            began[0] = time.perf_counter()
            page.said.connect(done)
            page.hub.sync()

        window.go("exchange")  # type: ignore[attr-defined]
        window.show()
        tasks.run(window, core.warm, lambda _: QTimer.singleShot(SETTLE_MS, begin))
        app.exec()
        heart.stop()
        noise.send("stop")
        idle = noise.recv()
        tasks.close()
        window.close()
    _print(told, pulse, idle)


def _print(told: list[str], pulse: Pulse, idle: Pulse) -> None:
    print(told[0] if told else "nothing was said")
    print(pulse.told("window"))
    print(idle.told("idle process beside it"))
    pulse.print_long()


def down(core: Apart, cluster: Postgres) -> None:
    """The server is away: said once, work goes on, caught up with later."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("osawatch.core")
    log.addHandler(handler)
    cluster.stop()
    try:
        for _ in range(3):
            core._share(threading.Event())
        (alert, *_) = core.alerts(Filter())
        core.triage(Action("take", (alert.id,)))
    finally:
        cluster.start()
        log.removeHandler(handler)
    print(f"server away, three syncs by the clock: said {len(lines)} time(s): {lines[:1]}")
    print(f"up again: {_told(core.hub.sync())}")


def _told(one: Synced) -> str:
    return f"sent {one.sent}, got {one.got}, items {one.items_sent}/{one.items_got} {one.down}"


if __name__ == "__main__":
    main()
