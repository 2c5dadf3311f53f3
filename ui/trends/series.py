"""What a chart shows, worked out from a Trend: stacks, gaps, markers and ticks. No Qt, no numpy.

Trend -> cut (the last n days) -> stacks | gaps | marks | month_ticks -> painted or tabled
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from osawatch.model import Trend, TrendDay

Split = Literal["measure", "kind"]
Names = Callable[[str, str], str]
"""Display name of a thing: kind ("good", "country", "measure", "kind") and id."""

STACKS = 3  # named stacks; the rest is one grey stack: a fifth colour cannot be told apart
WATCH, ALERT = 3.0, 5.0  # -log10 p from which a day is marked
SURPRISE_TOP = 11.0
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Stack:
    """One colour of the bars: a measure or a source kind, or "other"."""

    key: str
    values: tuple[int, ...]

    @property
    def total(self) -> int:
        """Stories of this stack over the days shown."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Mark:
    """An unusual day: `kind` is watch or alert."""

    index: int
    height: int
    kind: Literal["watch", "alert"]
    surprise: float


def cut(trend: Trend, days: int) -> Trend:
    """The last `days` days of a trend."""
    kept = trend.days[-days:] if days > 0 else trend.days
    if not kept:
        return replace(trend, days=())
    notes = tuple(note for note in trend.notes if note[0] >= kept[0].day)
    return replace(trend, days=kept, notes=notes)


def has_kinds(trend: Trend) -> bool:
    """Whether the core split the stories by source kind as well."""
    return any(day.kinds for day in trend.days)


def parts(day: TrendDay, split: Split) -> dict[str, int]:
    """The counts of a day under the chosen split; nothing on a day without observation."""
    if day.total is None:
        return {}
    return day.kinds if split == "kind" else day.counts


def stacks(trend: Trend, split: Split = "measure", limit: int = STACKS) -> tuple[Stack, ...]:
    """The biggest keys as stacks of their own, all others as one. Every bar sums to its total.

    A story under two measures is counted in each of them by some series and once by others;
    the bar must still end at the day's total, so what is over is taken from the smallest stack.
    """
    sums: Counter[str] = Counter()
    for day in trend.days:
        sums.update({key: n for key, n in parts(day, split).items() if key})
    named = [key for key, n in sums.most_common(limit) if n > 0]
    rows = [_column(day, split, named) for day in trend.days]
    out = [Stack(key, tuple(row[i] for row in rows)) for i, key in enumerate((*named, OTHER))]
    return tuple(stack for stack in out if stack.total or stack.key in named)


def _column(day: TrendDay, split: Split, named: list[str]) -> list[int]:
    counts, left = parts(day, split), day.total or 0
    out = []
    for key in named:
        taken = min(counts.get(key, 0), left)
        out.append(taken)
        left -= taken
    return [*out, left]


def gaps(trend: Trend) -> tuple[tuple[int, int], ...]:
    """Runs of days without observation, as first and last index."""
    runs: list[tuple[int, int]] = []
    for i, day in enumerate(trend.days):
        if day.total is not None:
            continue
        if runs and runs[-1][1] == i - 1:
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return tuple(runs)


def surprise(p: float | None) -> float | None:
    """-log10 p, kept within the scale of the strip."""
    if p is None:
        return None
    return min(SURPRISE_TOP, -math.log10(p)) if p > 0 else SURPRISE_TOP


def marks(trend: Trend) -> tuple[Mark, ...]:
    """The days above the watch threshold that had stories, in order."""
    out = []
    for i, day in enumerate(trend.days):
        s = surprise(day.p)
        if day.total and s is not None and s >= WATCH:
            out.append(Mark(i, day.total, "alert" if s >= ALERT else "watch", s))
    return tuple(out)


def runs_of(values: Iterable[float | None]) -> tuple[tuple[int, tuple[float, ...]], ...]:
    """The unbroken stretches of a line: start index and values. A gap breaks the line."""
    out: list[tuple[int, list[float]]] = []
    follows = False
    for i, value in enumerate(values):
        if value is None:
            follows = False
            continue
        if follows:
            out[-1][1].append(value)
        else:
            out.append((i, [value]))
        follows = True
    return tuple((start, tuple(run)) for start, run in out)


def top(trend: Trend) -> float:
    """The upper end of the y axis: room above the highest bar and the band; never under four."""
    bars = max((day.total or 0 for day in trend.days), default=0)
    band = max((day.upper or 0.0 for day in trend.days), default=0.0)
    return max(4.0, bars * 1.18 + 0.6, min(band, bars * 3 + 6) * 1.08)


def ticks(high: float, most: int = 5) -> tuple[int, ...]:
    """Whole numbers from nought up to `high`, in steps of 1, 2 or 5 times a power of ten."""
    step = 1
    for factor in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000):
        step = factor
        if high / factor <= most:
            break
    return tuple(range(0, int(high) + 1, step))


def day_ticks(days: tuple[TrendDay, ...], most: int = 9) -> tuple[tuple[int, date], ...]:
    """Where dates stand below the axis: every few days, Mondays, or firsts of a month."""
    if len(days) > 200:
        return tuple((i, d.day) for i, d in enumerate(days) if d.day.day == 1)
    if len(days) <= most:
        return tuple((i, d.day) for i, d in enumerate(days))
    mondays = [(i, d.day) for i, d in enumerate(days) if d.day.weekday() == 0]
    step = max(1, math.ceil(len(mondays) / most))
    return tuple(mondays[::step])


def observed(trend: Trend) -> tuple[int, int]:
    """Days with an observation, and days in all."""
    return sum(day.total is not None for day in trend.days), len(trend.days)


def between(trend: Trend, first: date, last: date) -> Trend:
    """The days from `first` to `last`, both included."""
    return replace(trend, days=tuple(d for d in trend.days if first <= d.day <= last))


def chance(trend: Trend) -> float | None:
    """The smallest p of the days shown, or None when no day could be judged."""
    return min((d.p for d in trend.days if d.p is not None), default=None)


def weeks(days: tuple[TrendDay, ...], count: int = 53) -> tuple[tuple[date, TrendDay | None], ...]:
    """The days of a calendar of whole weeks that ends with the week of the last day.

    A day outside the series is None: it is not known, and not a gap in the watch either.
    """
    if not days:
        return ()
    last = days[-1].day
    start = last - timedelta(7 * (count - 1) + last.weekday())
    known = {d.day: d for d in days}
    return tuple(
        (day, known.get(day))
        for day in (start + timedelta(i) for i in range((last - start).days + 1))
    )
