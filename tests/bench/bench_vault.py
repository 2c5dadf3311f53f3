"""An encrypted profile against a plain one: poll, search, a page of rows, start. Ratios in one run.

    ./dev bench vault

Both profiles hold the same made-up items; each figure is the median of ROUNDS in turn.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from feeds.model import Document, Item
from osawatch import intake, sealed
from osawatch.core import Core
from osawatch.model import Filter
from osawatch.vault import door
from tests.fakes import NOON, Clock, Network, Pack, source

ITEMS, POLLED, ROUNDS = 20_000, 500, 9
WORDS = ("gallium licence China", "cobalt ban Congo", "copper port Chile", "weather and sports")


def main() -> None:
    with tempfile.TemporaryDirectory() as room:
        folders = {"plain": Path(room) / "plain", "encrypted": Path(room) / "encrypted"}
        door.create(folders["encrypted"], "correct horse battery", "Ann")
        cores = {name: _filled(folder) for name, folder in folders.items()}
        print(f"{ITEMS:,} items; milliseconds plain, encrypted, ratio (page of rows: 2 asked)")
        ids = cores["plain"].card_ids(Filter(view="all"))[:100]
        _told("page of 100 rows", cores, lambda core: core.cards(ids))
        _told("search", cores, lambda core: core.card_ids(Filter(view="all", text="gallium")))
        _told("list of ids", cores, lambda core: core.card_ids(Filter(view="all")))
        count = iter(range(10**9))
        _told(f"{POLLED} items in", cores, lambda core: _take(core, POLLED, next(count) + 1000))
        for core in cores.values():
            core.close()
        starts: dict[str, list[float]] = {name: [] for name in folders}
        for _ in range(ROUNDS):
            for name, folder in folders.items():
                begin = time.perf_counter()
                Core(folder, clock=Clock(), fetch=Network(), pack=Pack()).close()
                starts[name].append(time.perf_counter() - begin)
        _line("open and close", *(statistics.median(starts[name]) for name in folders))
        sealed.forget(folders["encrypted"])


def _filled(folder: Path) -> Core:
    core = Core(folder, clock=Clock(), fetch=Network(), pack=Pack())
    core.sources.add(source("wire"))
    for part in range(ITEMS // 1000):
        _take(core, 1000, part)
    return core


def _take(core: Core, count: int, part: int) -> None:
    items = tuple(
        Item(
            "rss", f"{part}-{n}", f"https://wire.example/{part}/{n}",
            f"{WORDS[n % 4]}: report {part} {n} of the trade desk",
            published=NOON - timedelta(minutes=part * 60 + n % 60),
        )
        for n in range(count)
    )  # fmt: skip
    intake.take_in(core._house.desk(), source("wire"), [Document("rss", items)], NOON)


def _told(what: str, cores: dict[str, Core], do: Callable[[Core], object]) -> None:
    times: dict[str, list[float]] = {name: [] for name in cores}
    for _ in range(ROUNDS):
        for name, core in cores.items():
            begin = time.perf_counter()
            do(core)
            times[name].append(time.perf_counter() - begin)
    _line(what, *(statistics.median(found) for found in times.values()))


def _line(what: str, plain: float, encrypted: float) -> None:
    print(f"{what:18}{1000 * plain:9.1f}{1000 * encrypted:9.1f}{encrypted / plain:7.2f}")


if __name__ == "__main__":
    main()
