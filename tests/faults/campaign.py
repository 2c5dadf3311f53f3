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
    """Of one fault in one operation: `bad` has the sentences of those not survived.

    `lost` and `doubled` count trials; one may be both. `why_not`: why it cannot be tried here.
    """

    tried: int = 0
    caught: int = 0
    survived: int = 0
    lost: int = 0
    doubled: int = 0
    bad: list[str] = field(default_factory=list)
    why_not: str = ""

    def add(self, found: Verdict) -> None:
        """One trial more, unless this machine cannot try it."""
        self.why_not = found.why_not
        if found.why_not:
            return
        double = [one for one in found.bad if one.startswith("double")]
        self.tried += 1
        self.caught += found.caught
        self.survived += not found.bad
        self.doubled += bool(double)
        self.lost += len(found.bad) > len(double)
        self.bad += found.bad


Table = dict[tuple[str, str], Cell]


def run(
    room: Path,
    seconds: float,
    seed: int,
    wanted: Callable[[str, str], bool] = lambda *_: True,
    kills: int = 0,
    told: Callable[[str], object] = lambda _line: None,
) -> Table:
    """The table, a cell a fault and operation. At least one trial whatever the time.

    The time counts from when the profiles are made. `told` hears at once what was not survived.

    It ends with its time, and with so many SIGKILLs that struck before the work was done (0 = no
    end of that kind).
    """
    table: Table = {}
    rng = random.Random(seed)
    with scene.made(room) as ground:
        end = time.monotonic() + seconds
        kept = set(room.iterdir())
        often = _often(ground.took) if kills else {}
        for fault, operation in _turns(rng, wanted, often):
            cell = table.setdefault((fault, operation), Cell())
            try:
                found = FAULTS[fault][1](ground, operation, rng)
            except Exception as error:  # noqa: BLE001 # one trial that breaks is one that is bad
                found = Verdict((f"{type(error).__name__}: {error}",))
            cell.add(found)
            for line in found.bad:
                told(f"{fault}/{operation}: {line}")
            for path in set(room.iterdir()) - kept:
                shutil.rmtree(path, ignore_errors=True)
            if time.monotonic() > end or (kills and killed(table).caught >= kills):
                break
    return table


def killed(table: Table) -> Cell:
    """All SIGKILLs together."""
    total = Cell()
    for cell in (cell for (fault, _), cell in table.items() if fault == "killed"):
        for name in ("tried", "caught", "survived", "lost", "doubled"):
            setattr(total, name, getattr(total, name) + getattr(cell, name))
    return total


def _turns(
    rng: random.Random, wanted: Callable[[str, str], bool], often: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """Every pair in a random order, and again; `often`: how many times in a round."""
    pairs = [
        (fault, one)
        for fault, (strikes, _) in FAULTS.items()
        for one in strikes
        for _ in range(often.get(one, 1))
        if wanted(fault, one)
    ]
    while pairs:
        rng.shuffle(pairs)
        yield from pairs


def _often(took: dict[str, float]) -> dict[str, int]:
    """Short work up to four times for once the longest: a count of kills is reached sooner."""
    most = max(took.values())
    return {one: max(1, min(4, round(most / seconds))) for one, seconds in took.items()}
