"""A desk officer at the keyboard: 200 stories triaged in the real window, without the mouse.

The program runs as a process of its own under Xvfb with a window manager; keys come from xdotool,
as from a keyboard. Twice: waiting for each story to be stored before the next key, and in a flood
that waits for nothing. Afterwards the log says whether each story got its one decision.
Needs the commands of `NEEDED`; without them it says so.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from osawatch.core import Core
from osawatch.model import Filter
from tests.bench.archive import fill

NEEDED = ("Xvfb", "openbox", "xdotool")
ITEMS, ALERTS, STORIES = 20_000, 2_000, 200
SCREEN = "1440x900x24"
GAP_S = 0.04  # between two keys of the flood: nobody types faster
# what a person does with one story after another: keys, and the event that must stand in the log
SCRIPT: tuple[tuple[tuple[str, ...], str], ...] = (
    (("c",), "close"),
    (("n", "o"), "close"),
    (("s", "7"), "snooze"),
    (("i",), "take"),
    (("n", "d"), "close"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one run over the stories."""

    each_s: list[float]
    missing: int
    doubled: int
    strange: int


def main() -> None:
    """Prints seconds a story, and what was lost or doubled."""
    missing = [one for one in NEEDED if shutil.which(one) is None]
    if missing:
        print(f"left out: {', '.join(missing)} not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, patient in (("one by one", True), ("in a flood", False)):
            profile = Path(folder) / name.replace(" ", "-")
            fill(profile, ITEMS, ALERTS, told=False)
            tell(name, work(profile, patient=patient))


def tell(name: str, told: Told) -> None:
    """One line."""
    print(
        f"{len(told.each_s)} stories {name}: {statistics.fmean(told.each_s):.3f} s each,"
        f" median {statistics.median(told.each_s):.3f}, worst {max(told.each_s):.3f};"
        f" lost {told.missing}, doubled {told.doubled}, on another story {told.strange}"
    )


def work(profile: Path, *, patient: bool) -> Told:
    """Triages the first stories of the inbox, each by its line of the script."""
    with Core(profile) as core:
        cards = core.cards(core.card_ids(Filter(view="inbox"))[:STORIES])
    kinds = [SCRIPT[n % len(SCRIPT)][1] for n in range(len(cards))]
    wanted = {alert: kind for card, kind in zip(cards, kinds, strict=True) for alert in card.alerts}
    taken = []
    with window(profile) as press:
        for n, card in enumerate(cards):
            start = time.perf_counter()
            for key in SCRIPT[n % len(SCRIPT)][0]:
                press(key)
                time.sleep(0 if patient else GAP_S)
            if patient:
                wait(set(card.alerts), profile)
            taken.append(time.perf_counter() - start)
        wait(set(wanted), profile)
        time.sleep(1)  # what comes twice may come late
    return judged(wanted, log(profile), taken)


def judged(wanted: dict[str, str], found: list[tuple[str, str]], taken: list[float]) -> Told:
    """Each alert must have its one event of the kind that was typed."""
    count = Counter(found)
    return Told(
        taken,
        sum(count[(alert, kind)] == 0 for alert, kind in wanted.items()),
        sum(max(number - 1, 0) for number in count.values()),
        sum(number for (alert, kind), number in count.items() if wanted.get(alert) != kind),
    )


def log(profile: Path) -> list[tuple[str, str]]:
    """(alert, kind) of each event that a person caused, but that of having seen."""
    with closing(sqlite3.connect(f"file:{profile}/osawatch.db?mode=ro", uri=True)) as connection:
        kinds = "('close', 'snooze', 'take')"
        asked = f"SELECT subject, kind FROM events WHERE kind IN {kinds} ORDER BY n"  # noqa: S608
        return list(connection.execute(asked))


@contextmanager
def window(profile: Path) -> Iterator[Callable[[str], None]]:
    """The program on a screen of its own; a call that presses a key in it."""
    display = f":{90 + os.getpid() % 400}"
    env = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    started: list[subprocess.Popen[str]] = []

    def start(*command: str) -> subprocess.Popen[str]:
        quiet, told = subprocess.DEVNULL, subprocess.PIPE
        one = subprocess.Popen(command, env=env, stdout=quiet, stderr=told, text=True)  # noqa: S603
        started.append(one)
        return one

    def press(key: str) -> None:
        subprocess.run(["xdotool", "key", key], env=env, check=True)  # noqa: S603, S607

    try:
        start("Xvfb", display, "-screen", "0", SCREEN)
        until(Path(f"/tmp/.X11-unix/X{display[1:]}").exists)  # noqa: S108 # where X11 puts it
        start("openbox")
        ours = ("-m", "ui", "--profile", str(profile), "--offline", "--trace-startup")
        program = start(sys.executable, *ours)
        assert program.stderr is not None
        next(line for line in program.stderr if line.startswith("ready"))
        time.sleep(1)
        yield press
    finally:
        for one in reversed(started):
            one.terminate()
        for one in started:
            with suppress(subprocess.TimeoutExpired):
                one.wait(10)


def wait(alerts: set[str], profile: Path) -> None:
    """Until each of these has an event."""
    until(lambda: alerts <= {alert for alert, _ in log(profile)})


def until(done: Callable[[], bool], seconds: float = 30) -> None:
    """Until something is true, or for so long: the count that follows tells what is missing."""
    end = time.perf_counter() + seconds
    while not done() and time.perf_counter() < end:
        time.sleep(0.005)
