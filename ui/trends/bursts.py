"""What stands out over all series, since when, and how often that is chance; without a widget.

    core.figures -> bursts as Standing, newest first, + Budget -> rows and a sentence of the side
Both are read from what the last poll judged: nothing is counted anew for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from osawatch.core import Core

SHOWN = 20  # the newest; `osawatch trends --bursts` has the rest
LOOKED_BACK = 90  # days


@dataclass(frozen=True, slots=True)
class Standing:
    """A burst as the list shows it: "" of good or country = all of them."""

    good: str
    country: str
    level: str
    start: date
    end: date
    p: float


@dataclass(frozen=True, slots=True)
class Budget:
    """How many false alerts a week are to be expected over all series, and what was seen."""

    series: int = 0
    expected: float = 0.0
    told: int = 0
    false: int = 0


def standing_of(core: Core) -> tuple[Standing, ...]:
    """The newest bursts of the last days."""
    found = core.figures.bursts(LOOKED_BACK)[:SHOWN]
    return tuple(
        Standing(one.good, one.country, one.level, one.start, one.end, one.p) for one in found
    )


def budget_of(core: Core) -> Budget | None:
    """The budget, or None while no series was judged yet."""
    told = core.figures.balance()
    if told.when is None:
        return None
    return Budget(told.series, told.expected, told.told, told.false)
