"""Every page and every usual act of the window: how long its GUI thread was deaf for each.

    python -m tests.bench pages [--items N] [--profile DIR] [--only WORDS] [--why]

Twice: on the sample desk, and on a desk with N items (100,000) besides. A table by act; those over
the limit last. `--only` does all acts, and tells those whose name has the words. `--why` adds where
the thread was in the longest gap. The language is chosen at the start of the program: no act here.
"""

from __future__ import annotations

import argparse
import itertools
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QWidget

from osawatch.aside import Apart
from osawatch.core import Core
from tests.bench.archive import fill
from tests.bench.page_acts import acts
from tests.bench.pulse import Pause, Pulse
from ui import pace, pages
from ui.bridge import Bridge
from ui.frame import look, manual
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.theme import LIGHT

ITEMS, ALERT_SHARE, LIMIT_MS, IDLE = 100_000, 10, 50.0, 300


def main() -> None:
    """Prints the pauses of each act on each desk."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=ITEMS)
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--why", action="store_true")
    asked = parser.parse_known_args()[0]
    with tempfile.TemporaryDirectory() as folder:
        for profile in [asked.profile] if asked.profile else made(Path(folder), asked.items):
            print(f"-- {profile.name}")
            found = []
            for one in walk(profile, why=asked.why):
                found.append(one)
                if asked.only in one.name and (asked.only or one.late or one.cpu > LIMIT_MS / 5):
                    print(_line(one), flush=True)
            tell(found)


def made(folder: Path, items: int) -> Iterator[Path]:
    """The sample desk; then one with so many items besides, unless that is none."""
    for name, number in (("sample", 0), ("many items", items)):
        profile = folder / name
        if number:
            fill(profile, number, number // ALERT_SHARE, told=False)
        if number or name == "sample":
            with Core(profile) as core:
                core.init_profile(sample=True)
                core.save_settings(replace(core.settings(), ready=True, name="Ada"))
            yield profile


def walk(profile: Path, *, why: bool) -> Iterator[Pause]:
    """The pauses of the acts, in their order; the first is of doing nothing."""
    pace.share()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    manual.open_outside = _nowhere  # no browser: the manual in a window of our own
    owner = QWidget()
    core = Apart(profile)
    tasks, bridge = Tasks(owner), Bridge(core, owner)
    look.dress(app, LIGHT)
    window = MainWindow(core, tasks, bridge, LIGHT, offline=True)
    pulse = Pulse(why=why)

    def still() -> bool:
        page = window.pages.currentWidget()
        return not tasks.pending() and bool(getattr(page, "ready", lambda: True)())

    beats = (number > IDLE for number in itertools.count())
    window.show()
    yield pulse.act("begin", window.begin, still)
    tasks.run(owner, pages.load, lambda _: tasks.run(owner, core.warm, lambda _: pace.settle()))
    pulse.act("warm", lambda: None, still)
    yield pulse.act("nothing", lambda: None, beats.__next__)
    for name, do in acts(window):
        yield pulse.act(name, do, still)
    window.polling.stop()
    bridge.close()
    tasks.close()
    core.close()
    window.close()


def _nowhere(_url: QUrl) -> bool:
    return False


def tell(found: list[Pause]) -> None:
    """The sum: the worst, and those over the limit."""
    idle = next(one for one in found if one.name == "nothing")
    over = [one for one in found if one.cpu - idle.cpu > LIMIT_MS]
    worst = max(found, key=lambda one: one.cpu)
    print(f"{len(found)} acts; idle loop {idle.cpu:.1f} ms cpu, {idle.wall:.1f} ms wall")
    print(f"worst {worst.cpu:.0f} ms cpu at {worst.name}; {len(over)} over {LIMIT_MS:.0f} ms")
    for one in sorted(over, key=lambda one: -one.cpu):
        print("over:", _line(one))


def _line(one: Pause) -> str:
    late = "  (not done in time)" if one.late else ""
    where = "".join(f"\n      {place}" for place in one.where)
    return f"{one.cpu:6.1f} ms cpu, {one.wall:6.1f} ms wall  {one.name}{late}{where}"


if __name__ == "__main__":
    main()
