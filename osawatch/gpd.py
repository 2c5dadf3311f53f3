"""Whether a day's count is unusual: a Gamma-Poisson forecast that forgets, with exposure.

    days until a week ago -> baseline (rate, spread, weekdays) -> forecast of today -> p
Only the past is used. A day that nobody observed adds nothing to the baseline and gets no
verdict. A week's guard keeps a burst, and what arrives late, out of its own baseline. Pure.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from osawatch.chance import quantile, tail

PRIOR_DAYS = 20  # the weight of the prior, in average days of exposure
LEAST_SHARE = 0.3  # of the usual exposure of a window; with less there is no verdict
GLIMPSE = 0.01  # of a usual day: with less nobody looked
BAND = 0.01  # above the upper line lies one day in a hundred
FORGET_WEEKDAY = 0.5 ** (1 / 180)
SPREAD_WEIGHT = 30.0  # of the dispersion before anything was learnt, in days
WEEKDAY_WEIGHT = 30.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How a series goes: all in steps of it, which are days or weeks.

    `windows` are looked at together, each with the dispersion it has before anything was
    learnt; `guard` steps stay out of the baseline, `half_life` is that of its memory; `cycle` is
    how many steps a week has; with fewer than `least` observed steps there is no verdict.
    However many stories a rate rests on, it is known no better than by `surest` of them: press
    drifts, and dense series would be too bold otherwise.
    """

    windows: tuple[tuple[int, float], ...]
    guard: int
    half_life: float
    cycle: int
    least: int
    surest: float = 30.0

    @property
    def forget(self) -> float:
        """What is left of the past after a step."""
        return float(0.5 ** (1 / self.half_life))


DAILY = Pace(((1, 1.1), (7, 1.4)), 7, 60, 7, 14)
SHARED = replace(DAILY, cycle=1)  # days whose exposure knows its weekday already
WEEKLY = Pace(((1, 1.4),), 1, 26, 1, 8)


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
    prior: float
    strayed: float = 0.0
    weight: float = 0.0
    means: list[float | None] = field(default_factory=list)
    variances: list[float | None] = field(default_factory=list)

    def spread(self) -> float:
        known = SPREAD_WEIGHT * self.prior + self.strayed
        return max(1.0, known / (SPREAD_WEIGHT + self.weight))

    def stray(self, count: float, day: int) -> None:
        """How far a sum strayed; wild ones count no more than 25 times the usual."""
        mean = self.means[day]
        if mean is not None and mean > 0.05:
            self.strayed += min((count - mean) ** 2 / mean, 25 * self.prior)
            self.weight += 1


@dataclass
class Baseline:
    """The discounted past of one series: sums in which the newest days weigh most."""

    count: float = 0.0
    exposure: float = 0.0
    days: float = 0.0
    day_exposure: float = 0.0
    pace: Pace = DAILY
    weekday_counts: list[float] = field(default_factory=list)
    weekday_means: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.weekday_counts = self.weekday_counts or [WEEKDAY_WEIGHT] * self.pace.cycle
        self.weekday_means = self.weekday_means or [WEEKDAY_WEIGHT] * self.pace.cycle

    def usual(self) -> float:
        """The exposure of an average day."""
        return self.day_exposure / self.days if self.days else 0.0

    def factors(self) -> list[float]:
        """How busy each weekday is; 1 on average."""
        raw = [c / m for c, m in zip(self.weekday_counts, self.weekday_means, strict=True)]
        return [one / (sum(raw) / len(raw)) for one in raw]

    def forget(self) -> None:
        """One calendar day passes."""
        self.count *= self.pace.forget
        self.exposure *= self.pace.forget

    def learn(self, count: float, exposure: float, mean: float | None, weekday: int) -> None:
        """Take in a day that was observed; `mean` is what had been expected of it."""
        self.count += count
        self.exposure += exposure
        self.days = self.days * self.pace.forget + 1
        self.day_exposure = self.day_exposure * self.pace.forget + exposure
        if mean is not None:
            self.weekday_counts = [one * FORGET_WEEKDAY for one in self.weekday_counts]
            self.weekday_means = [one * FORGET_WEEKDAY for one in self.weekday_means]
            self.weekday_counts[weekday] += count
            self.weekday_means[weekday] += mean


def judge(days: Sequence[Observed], first_weekday: int = 0, pace: Pace = DAILY) -> list[Verdict]:
    """A verdict a day, each from the days before it; Monday is 0."""
    series = _Series(days, first_weekday, pace)
    return [series.step(today) for today in range(len(days))]


def weekdays(days: Sequence[Observed], first_weekday: int = 0) -> list[float]:
    """How busy each of these days is by its weekday, as was known then; 1 on average.

    Of many stories together, it serves series that are too thin to learn it by themselves.
    """
    series = _Series(days, first_weekday)
    found = []
    for today in range(len(days)):
        series.step(today)
        found.append(series.baseline.factors()[(first_weekday + today) % DAILY.cycle])
    return found


class _Series:
    """One walk along the days."""

    def __init__(self, days: Sequence[Observed], first_weekday: int, pace: Pace = DAILY) -> None:
        self._pace = pace
        self._days = [one if one.exposure >= GLIMPSE else Observed(0, 0.0) for one in days]
        self._first = first_weekday
        self._covered = 0
        self._taken: list[float] = []  # counts as the baseline took them in, bursts capped
        self.baseline = Baseline(pace=pace)
        self.windows = {size: _Window(size, prior) for size, prior in pace.windows}

    def step(self, today: int) -> Verdict:
        past = today - self._pace.guard - 1
        if past >= 0:
            self._take_in(past)
        self._covered += self._days[today].exposure > 0
        parts = [self._forecast(window, today) for window in self.windows.values()]
        known = [p for p in parts if p is not None]
        mean, variance = self.windows[1].means[today], self.windows[1].variances[today]
        covered = self._covered >= self._pace.least and self._days[today].exposure > 0
        if not known or not covered or mean is None or variance is None:
            return Verdict()
        p = min(1.0, len(self.windows) * min(known))
        return Verdict(mean, float(quantile(mean, variance, BAND)), p)

    def _take_in(self, past: int) -> None:
        """Let a day beyond the guard into the baseline."""
        day, weekday = self._days[past], self._weekday(past)
        exposure = day.exposure * self.baseline.factors()[weekday]
        mean, variance = self.windows[1].means[past], self.windows[1].variances[past]
        self.baseline.forget()
        for window in self.windows.values():
            window.strayed *= self._pace.forget
            window.weight *= self._pace.forget
        if exposure <= 0:
            self._taken.append(0.0)
            return
        cap = math.inf if mean is None else mean + 3 * math.sqrt(variance or 0.0) + 1
        self._taken.append(min(float(day.count), cap))
        for size, window in self.windows.items():
            window.stray(sum(self._taken[max(0, past - size + 1) :]), past)
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
        variance = window.spread() * mean + mean * mean / min(max(shape, 0.5), self._pace.surest)
        window.means.append(mean)
        window.variances.append(variance)
        if exposure < LEAST_SHARE * window.days * base.usual():
            return None
        return tail(count, mean, variance)

    def _weekday(self, day: int) -> int:
        return (self._first + day) % self._pace.cycle
