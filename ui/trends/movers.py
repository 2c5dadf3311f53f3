"""Which goods moved out of their usual range this week. Pure but for `read`.

facets -> a series a good -> last 7 days against the 8 weeks before -> strongest first
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from osawatch.model import Trend, TrendDay

WEEK, BEFORE = 7, 56
SHOWN = 8
LEAST_STORIES, LEAST_STRENGTH = 2, 1.5
SPREAD = 18.0  # news counts scatter more than Poisson; the same figure as the chart's band


@dataclass(frozen=True, slots=True)
class Mover:
    """A good whose week differs from its weeks before. `strength` is in standard deviations."""

    good: str
    stories: int
    expected: float
    strength: float
    daily: tuple[int | None, ...]


def weigh(trend: Trend) -> Mover | None:
    """The week of a series, or None where nobody watched long enough to tell."""
    week, before = trend.days[-WEEK:], trend.days[-(WEEK + BEFORE) : -WEEK]
    seen = [d for d in week if d.total is not None]
    known = [d for d in before if d.total is not None]
    if not seen or len(known) < WEEK:
        return None
    stories = sum(d.total or 0 for d in seen)
    expected = _expected(seen, known)
    strength = (stories - expected) / sqrt(expected + expected**2 / SPREAD + 0.5)
    daily = tuple(d.total for d in trend.days[-28:])
    return Mover(trend.good, stories, expected, strength, daily)


def _expected(seen: list[TrendDay], known: list[TrendDay]) -> float:
    mean = sum(d.total or 0 for d in known) / len(known)
    return mean * len(seen)


def rank(trends: Iterable[Trend], most: int = SHOWN) -> tuple[Mover, ...]:
    """The strongest first; a single story is no movement."""
    found = [m for m in map(weigh, trends) if m is not None]
    strong = [m for m in found if m.stories >= LEAST_STORIES and m.strength >= LEAST_STRENGTH]
    return tuple(sorted(strong, key=lambda m: (-m.strength, m.good))[:most])
