"""From figures to steps of colour, each with its limits printed. No Qt.

A score has the five bands of its levels. Counts have five steps that fit the largest one. The
colours are the theme's ramp: equal steps of lightness, told apart also without colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from osawatch.lands import Land, World

What = Literal["score", "imposing", "affected", "stories"]
WHATS: tuple[What, ...] = get_args(What)
BANDS = (0, 20, 40, 60, 80)
STEPS = 5
NICE = (1, 2, 3, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 2000, 5000, 10_000)


@dataclass(frozen=True, slots=True)
class Scale:
    """The least value of each step, rising. Below the first: nought."""

    what: What
    least: tuple[int, ...]

    def step(self, value: float) -> int:
        """0 = nothing, then 1 to the number of steps."""
        return sum(value >= low for low in self.least)

    def colour(self, step: int, steps: int) -> int:
        """Which of `steps` colours a step has: few steps still use the whole ramp."""
        if step == 0 or len(self.least) == 1:
            return 0 if step == 0 else steps - 1
        return 1 + round((step - 1) * (steps - 2) / (len(self.least) - 1))

    def limits(self) -> tuple[tuple[int, int | None], ...]:
        """First and last value of each step; None = no upper limit."""
        ends = [*(low - 1 for low in self.least[1:]), 100 if self.what == "score" else None]
        return tuple(zip(self.least, ends, strict=True))


def value(land: Land, what: What) -> float | None:
    """The figure; None = there is no figure to show: not watched, or no open alert."""
    if what == "score":
        return land.score
    number = {"imposing": land.imposing, "affected": land.affected, "stories": land.stories}[what]
    return number if number or land.covered else None


def scale_of(world: World, what: What) -> Scale:
    """The steps for what is there."""
    if what == "score":
        return Scale(what, BANDS)
    most = int(max((value(one, what) or 0 for one in world.lands), default=0))
    if most <= STEPS:
        return Scale(what, tuple(range(1, max(most, 1) + 1)))
    found = [1]
    for n in range(1, STEPS):
        wanted = most ** (n / STEPS)  # equal ratios: one big land does not grey out the rest
        found.append(next((nice for nice in NICE if nice >= wanted and nice > found[-1]), most))
    return Scale(what, tuple(dict.fromkeys(low for low in found if low <= most)))


def shown(land: Land, what: What) -> str:
    """A figure as it stands on the map and in the table; nothing where there is none."""
    number = value(land, what)
    return "" if number is None else str(int(number))


def ranked(world: World, what: What) -> tuple[Land, ...]:
    """The lands that have something, the highest first."""
    some = [one for one in world.lands if (value(one, what) or 0) > 0]
    return tuple(sorted(some, key=lambda one: (-(value(one, what) or 0), one.code)))
