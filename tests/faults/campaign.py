"""All faults against all operations, one after the other, for as long as there is time."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import clocks, full, kill, page, power, readonly, scene, two
from tests.faults.verdict import Verdict

Strike = Callable[[scene.Scene, str, random.Random], Verdict]
FAULTS: dict[str, tuple[tuple[str, ...], Strike]] = {
    "killed": (kill.STRIKES, kill.strike),
    "power cut": (power.STRIKES, power.strike),
    "disk full": (full.STRIKES, full.strike),
    "read-only": (readonly.STRIKES, readonly.strike),
    "two at once": (two.STRIKES, two.strike),
    "wrong clock": (clocks.STRIKES, clocks.strike),
    "spoilt page": (page.STRIKES, page.strike),
}


@dataclass
class Cell:
    """Of one fault in one operation: `bad` has the sentences of those not survived."""

    tried: int = 0
    caught: int = 0
    survived: int = 0
    bad: list[str] = field(default_factory=list)


Table = dict[tuple[str, str], Cell]


def run(
    room: Path, seconds: float, seed: int, wanted: Callable[[str, str], bool] = lambda *_: True
) -> Table:
    """The table, a cell a fault and operation. At least one trial whatever the time."""
    table: Table = {}
    rng = random.Random(seed)
    end = time.monotonic() + seconds
    with scene.made(room) as ground:
        kept = set(room.iterdir())
        for fault, operation in _turns(rng, wanted):
            cell = table.setdefault((fault, operation), Cell())
            cell.tried += 1
            try:
                found = FAULTS[fault][1](ground, operation, rng)
            except Exception as error:  # noqa: BLE001 # one trial that breaks is one that is bad
                found = Verdict((f"{type(error).__name__}: {error}",))
            cell.caught += found.caught
            cell.survived += not found.bad
            cell.bad += found.bad
            for path in set(room.iterdir()) - kept:
                shutil.rmtree(path, ignore_errors=True)
            if time.monotonic() > end:
                break
    return table


def _turns(rng: random.Random, wanted: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    """Every pair once in a random order, and again."""
    pairs = [(f, one) for f, (strikes, _) in FAULTS.items() for one in strikes if wanted(f, one)]
    while pairs:
        rng.shuffle(pairs)
        yield from pairs
