"""Whether a day's count is unusual: a Gamma-Poisson forecast that forgets, with exposure.

    days until a week ago -> baseline (rate, spread, weekdays) -> forecast of today -> p
Only the past is used. A day that nobody observed adds nothing to the baseline and gets no
verdict. A week's guard keeps a burst, and what arrives late, out of its own baseline. Pure.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from osawatch.chance import quantile, tail

GUARD = 7
WINDOWS = (1, 7)
PRIOR_DAYS = 20  # the weight of the prior, in average days of exposure
LEAST_SHARE = 0.3  # of the usual exposure of a window; with less there is no verdict
GLIMPSE = 0.01  # of a usual day: with less nobody looked
LEAST_DAYS = 14  # covered days; before that only official notices speak
BAND = 0.01  # above the upper line lies one day in a hundred
_FORGET = 0.5 ** (1 / 60)
_FORGET_WEEKDAY = 0.5 ** (1 / 180)
_SPREAD = {1: 1.1, 7: 1.4}  # dispersion before anything was learnt, and its weight in days
_SPREAD_WEIGHT = 30.0
_WEEKDAY_WEIGHT = 30.0


@dataclass(frozen=True, slots=True)
class Observed:
    """A day's count and how much was looked at: 0 = nobody looked, 1 = as usual."""

    count: int
    exposure: float = 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was to be expected on a day, and how probable that much or more was. None: no word."""

    expected: float | None = None
    upper: float | None = None
    p: float | None = None


@dataclass
class _Window:
    """What is known of sums over some days: how far they strayed from their forecasts."""

    days: int
    strayed: float = 0.0
    weight: float = 0.0
    means: list[float | None] = field(default_factory=list)
    variances: list[float | None] = field(default_factory=list)

    def spread(self) -> float:
        prior = _SPREAD_WEIGHT * _SPREAD[self.days]
        return max(1.0, (prior + self.strayed) / (_SPREAD_WEIGHT + self.weight))


@dataclass
class Baseline:
    """The discounted past of one series: sums in which the newest days weigh most."""

    count: float = 0.0
    exposure: float = 0.0
    days: float = 0.0
    day_exposure: float = 0.0
    weekday_counts: list[float] = field(default_factory=lambda: [_WEEKDAY_WEIGHT] * 7)
    weekday_means: list[float] = field(default_factory=lambda: [_WEEKDAY_WEIGHT] * 7)

    def usual(self) -> float:
        """The exposure of an average day."""
        return self.day_exposure / self.days if self.days else 0.0

    def factors(self) -> list[float]:
        """How busy each weekday is; 1 on average."""
        raw = [c / m for c, m in zip(self.weekday_counts, self.weekday_means, strict=True)]
        return [one / (sum(raw) / 7) for one in raw]

    def forget(self) -> None:
        """One calendar day passes."""
        self.count *= _FORGET
        self.exposure *= _FORGET

    def learn(self, count: float, exposure: float, mean: float | None, weekday: int) -> None:
        """Take in a day that was observed; `mean` is what had been expected of it."""
        self.count += count
        self.exposure += exposure
        self.days = self.days * _FORGET + 1
        self.day_exposure = self.day_exposure * _FORGET + exposure
        if mean is not None:
            self.weekday_counts = [one * _FORGET_WEEKDAY for one in self.weekday_counts]
            self.weekday_means = [one * _FORGET_WEEKDAY for one in self.weekday_means]
            self.weekday_counts[weekday] += count
            self.weekday_means[weekday] += mean


def judge(days: Sequence[Observed], first_weekday: int = 0) -> list[Verdict]:
    """A verdict a day, each from the days before it; Monday is 0."""
    series = _Series(days, first_weekday)
    return [series.step(today) for today in range(len(days))]


class _Series:
    """One walk along the days."""

    def __init__(self, days: Sequence[Observed], first_weekday: int) -> None:
        self._days = [one if one.exposure >= GLIMPSE else Observed(0, 0.0) for one in days]
        self._first = first_weekday
        self._covered = 0
        self._taken: list[float] = []  # counts as the baseline took them in, bursts capped
        self.baseline = Baseline()
        self.windows = {size: _Window(size) for size in WINDOWS}

    def step(self, today: int) -> Verdict:
        past = today - GUARD - 1
        if past >= 0:
            self._take_in(past)
        self._covered += self._days[today].exposure > 0
        parts = [self._forecast(window, today) for window in self.windows.values()]
        known = [p for p in parts if p is not None]
        mean, variance = self.windows[1].means[today], self.windows[1].variances[today]
        covered = self._covered >= LEAST_DAYS and self._days[today].exposure > 0
        if not known or not covered or mean is None or variance is None:
            return Verdict()
        p = min(1.0, len(WINDOWS) * min(known))
        return Verdict(mean, float(quantile(mean, variance, BAND)), p)

    def _take_in(self, past: int) -> None:
        """Let a day beyond the guard into the baseline."""
        day, weekday = self._days[past], self._weekday(past)
        exposure = day.exposure * self.baseline.factors()[weekday]
        mean, variance = self.windows[1].means[past], self.windows[1].variances[past]
        self.baseline.forget()
        for window in self.windows.values():
            window.strayed *= _FORGET
            window.weight *= _FORGET
        if exposure <= 0:
            self._taken.append(0.0)
            return
        cap = math.inf if mean is None else mean + 3 * math.sqrt(variance or 0.0) + 1
        self._taken.append(min(float(day.count), cap))
        for size, window in self.windows.items():
            _stray(window, sum(self._taken[max(0, past - size + 1) :]), past)
        self.baseline.learn(self._taken[past], exposure, mean, weekday)

    def _forecast(self, window: _Window, today: int) -> float | None:
        """P(at least as many in the window that ends today), None without enough exposure."""
        base = self.baseline
        if not base.days:
            window.means.append(None)
            window.variances.append(None)
            return None
        span = range(max(0, today - window.days + 1), today + 1)
        factors = base.factors()
        exposure = sum(self._days[d].exposure * factors[self._weekday(d)] for d in span)
        count = sum(self._days[d].count for d in span if self._days[d].exposure > 0)
        weight = PRIOR_DAYS * base.usual()
        shape = base.count + (base.count + 0.5) / max(base.exposure, 1e-9) * weight
        mean = shape / (base.exposure + weight) * exposure
        variance = window.spread() * mean + mean * mean / max(shape, 0.5)
        window.means.append(mean)
        window.variances.append(variance)
        if exposure < LEAST_SHARE * window.days * base.usual():
            return None
        return tail(count, mean, variance)

    def _weekday(self, day: int) -> int:
        return (self._first + day) % 7


def _stray(window: _Window, count: float, day: int) -> None:
    """How far a sum strayed from its forecast; wild ones count no more than 25 times the usual."""
    mean = window.means[day]
    if mean is not None and mean > 0.05:
        window.strayed += min((count - mean) ** 2 / mean, 25 * _SPREAD[window.days])
        window.weight += 1
