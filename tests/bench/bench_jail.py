"""What it costs that documents are read in a process apart: the polls of bench_poll, both ways.

CPU seconds of both processes together and seconds of the clock; the process apart is started anew
in each round, so its start is counted in the first poll.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from feeds.jail.keeper import OURS
from osawatch.core import Core
from tests.bench import jailed
from tests.bench.bench_poll import (
    ENTRIES,
    FEEDS,
    POLLS,
    ROUNDS,
    Figures,
    Server,
    polled,
    served,
    spec,
    timed,
)

WANTED = 1.25


def main() -> None:
    rounds = []
    with served() as server:
        for number in range(ROUNDS):
            ways = ("here", "apart") if number % 2 else ("apart", "here")
            rounds.append({way: measured(server, way) for way in ways})
    print(f"{FEEDS} feeds of {ENTRIES} entries, median of {ROUNDS}; read here | in a process apart")
    print(f"{'':18}{'CPU here':>10}{'apart':>8}{'ratio':>8}{'wanted':>8}"
          f"{'clock here':>12}{'apart':>8}{'ratio':>8}")  # fmt: skip
    for poll in POLLS:
        line = f"{poll:18}"
        for kind, wide in (("cpu", 10), ("clock", 12)):
            here, apart = (
                statistics.median(one[way][f"{poll} {kind}"] for one in rounds)
                for way in ("here", "apart")
            )
            ratio = statistics.median(
                one["apart"][f"{poll} {kind}"] / one["here"][f"{poll} {kind}"] for one in rounds
            )
            line += f"{here:{wide}.2f}{apart:8.2f}{ratio:8.2f}"
            line += f"{WANTED:8.2f}" if kind == "cpu" else ""
        print(line)


def measured(server: Server, way: str) -> Figures:
    """The three polls in one way."""
    found: Figures = {}
    OURS.close()
    with (
        jailed.without() if way == "here" else nullcontext(),
        tempfile.TemporaryDirectory() as folder,
        Core(Path(folder)) as core,
    ):
        for number, url in enumerate(server.urls):
            core.sources.add(spec(number, url))
        core.warm()
        for poll in POLLS:
            if poll == "a tenth changed":
                server.change()
            began = time.perf_counter()
            found[f"{poll} cpu"] = timed(partial(polled, core))
            found[f"{poll} clock"] = time.perf_counter() - began
    return found
