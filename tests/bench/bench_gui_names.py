"""Is the window ever stuck while 395,000 names of a kept list are made ready? And the memory then.

    python -m tests.bench.bench_gui_names [--feeds N]

A profile keeps one invented list. The window polls a few feeds: the process beside it reads the
table of names and builds pack and automaton, and its first item waits for both. The heartbeat and
the idle process are those of `bench_gui`.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from osawatch.aside import Apart
from osawatch.core import Core
from osawatch.naming import kept
from osawatch.naming.book import FOLDER
from osawatch.screening.nametable import Bearer, Listed, Table, dumped
from osawatch.store import lists
from osawatch.store.lists import Version
from rules.fold import fold
from tests.bench import apart, bench_gui

FEEDS = 12
LIST = "opensanctions"


def main() -> None:
    """Prints the pauses of the window and of an idle process, and the memory of both processes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--feeds", type=int, default=FEEDS)
    feeds = parser.parse_known_args()[0].feeds
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "profile"
        maker = multiprocessing.get_context("spawn").Process(target=keep, args=(profile,))
        maker.start()  # apart, so that the window's memory is its own
        maker.join()
        told(profile, feeds)


def told(profile: Path, feeds: int) -> None:
    """One poll of the window over this profile."""
    with Apart(profile) as core:
        watch, idle = bench_gui.measured(core, feeds)
        held = [status(child.pid) for child in multiprocessing.active_children()]
        peak, now = max(held)
    print(f"{apart.NAMES:,} names of one list: {watch.told()}")
    print(watch.pulse.told("window"))
    print(idle.told("idle process beside it"))
    print(f"process apart: {now:.0f} MB afterwards, {peak:.0f} MB at the peak")
    top, rest = status(None)
    print(f"window: {rest:.0f} MB afterwards, {top:.0f} MB at the peak")
    watch.pulse.print_long()


def keep(profile: Path) -> None:
    """A profile with a list, and its table of names made before."""
    names, now = apart.names(), datetime.now(UTC)
    body = b"an invented list"
    digest, file = lists.keep(kept.folder(profile), LIST, body, now)
    version = Version(LIST, digest, now, "csv", len(names), len(body), "invented", file)
    with Core(profile) as core, core._store.writing() as connection:
        lists.add(connection, version)
    bearers = tuple(
        Bearer(LIST, f"e{at}", "person", True, name, (), (), ()) for at, name in enumerate(names)
    )
    listed = tuple(
        Listed(fold(name), at, name, "name", "strong", "exact", "") for at, name in enumerate(names)
    )
    path = profile / FOLDER / f"{LIST}-{version.stamp[:24]}.json.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(dumped(Table(bearers, listed)), 1))


def status(pid: int | None) -> tuple[float, float]:
    """The peak and the present resident size of a process, MB; None: of this one."""
    told = Path(f"/proc/{pid or 'self'}/status").read_text(encoding="utf-8")
    peak, now = (int(told.partition(f"{key}:")[2].split()[0]) / 1024 for key in ("VmHWM", "VmRSS"))
    return peak, now


if __name__ == "__main__":
    main()
