"""Our detector for thousands of series at once: a day is one step over all of them.

    day that leaves the guard -> baselines (rate, spread) and shared weekdays -> forecast -> p
What `osawatch.gpd` does for a lone series, with three differences that only company allows: the
prior of a pair is what its good and its country have by themselves, weekdays are learnt by all
together, and exposure is one for all. S is the number of series; arrays are (S,).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from osawatch import gpd
from osawatch.detect.tails import tails

Array = NDArray[np.float64]
_LEAST_MEAN = 0.05  # of a forecast that the spread can be learnt from
_WILD = 25.0  # times the prior spread, that a stray day counts at most


@dataclass(frozen=True, slots=True)
class Day:
    """What one day says of each series; NaN in `p` = no verdict. `expected` is of the day alone."""

    p: Array
    expected: Array
    variance: Array


@dataclass
class _Window:
    """Sums over `size` days: how far they strayed, and the forecasts still in the guard."""

    size: int
    prior: float
    strayed: Array
    weight: Array
    forecasts: deque[tuple[Array, Array]] = field(default_factory=deque)

    def spread(self) -> Array:
        known = gpd.SPREAD_WEIGHT * self.prior + self.strayed
        return np.maximum(1.0, known / (gpd.SPREAD_WEIGHT + self.weight))


class Panel:
    """All series side by side; `goods` and `countries` number the two parts of each pair.

    Without them each series has its own past as prior. `pace` as for a lone series.
    """

    def __init__(
        self,
        size: int,
        goods: Sequence[int] | None = None,
        countries: Sequence[int] | None = None,
        pace: gpd.Pace = gpd.DAILY,
    ) -> None:
        self.pace = pace
        self._goods = None if goods is None else np.asarray(goods, dtype=np.int64)
        self._countries = None if countries is None else np.asarray(countries, dtype=np.int64)
        self.counted = np.zeros(size)
        self.exposure = self._days = self._day_exposure = 0.0
        self._covered = 0
        self._windows = [
            _Window(days, prior, np.zeros(size), np.zeros(size)) for days, prior in pace.windows
        ]
        self._recent: deque[tuple[Array, float, int]] = deque()  # days in the guard
        self._taken: deque[Array] = deque(maxlen=max(days for days, _ in pace.windows))
        self._weekday_counts = np.full(pace.cycle, gpd.WEEKDAY_WEIGHT)
        self._weekday_means = np.full(pace.cycle, gpd.WEEKDAY_WEIGHT)
        self._factors = np.ones(pace.cycle)
        self._shown: deque[tuple[Array, float, int]] = deque(maxlen=self._taken.maxlen)

    def step(self, counts: Array, exposure: float, weekday: int) -> Day:
        """The next day: `counts` of distinct stories, how much was looked at (0 = nobody did)."""
        today = (np.where(exposure > 0, counts, 0.0), max(exposure, 0.0), weekday)
        if len(self._recent) > self.pace.guard:
            self._take_in(*self._recent.popleft())
        self._recent.append(today)
        self._shown.append(today)
        self._covered += exposure > 0
        return self._forecast()

    # -- learning

    def _take_in(self, counts: Array, exposure: float, weekday: int) -> None:
        forecasts = [one.forecasts.popleft() for one in self._windows]
        weighted = exposure * self._factors[weekday]
        forget = self.pace.forget
        self.counted *= forget
        self.exposure *= forget
        for window in self._windows:
            window.strayed *= forget
            window.weight *= forget
        if weighted <= 0:
            self._taken.append(np.zeros(len(counts)))
            return
        mean, variance = forecasts[0]
        taken = np.fmin(counts, mean + 3 * np.sqrt(variance) + 1)  # a burst is no new normal
        self._taken.append(taken)
        self._stray(forecasts)
        self.counted += taken
        self.exposure += weighted
        self._days = self._days * forget + 1
        self._day_exposure = self._day_exposure * forget + weighted
        self._learn_weekday(float(taken.sum()), float(mean.sum()), weekday)

    def _stray(self, forecasts: Sequence[tuple[Array, Array]]) -> None:
        for window, (mean, _) in zip(self._windows, forecasts, strict=True):
            known = mean > _LEAST_MEAN  # never of NaN
            if not known.any():
                continue
            total = sum(list(self._taken)[-window.size :])
            off = (total - mean) ** 2 / np.where(known, mean, 1.0)
            window.strayed += np.where(known, np.minimum(off, _WILD * window.prior), 0.0)
            window.weight += known

    def _learn_weekday(self, counted: float, expected: float, weekday: int) -> None:
        if not np.isfinite(expected):
            return
        self._weekday_counts *= gpd.FORGET_WEEKDAY
        self._weekday_means *= gpd.FORGET_WEEKDAY
        self._weekday_counts[weekday] += counted
        self._weekday_means[weekday] += expected
        raw = self._weekday_counts / self._weekday_means
        self._factors = raw / raw.mean()

    # -- judging

    def _forecast(self) -> Day:
        size = len(self.counted)
        nothing = np.full(size, np.nan)
        if not self._days:
            for window in self._windows:
                window.forecasts.append((nothing, nothing))
            return Day(nothing, nothing, nothing)
        weight = gpd.PRIOR_DAYS * self._day_exposure / self._days
        shape = self.counted + self._prior() * weight
        rate = shape / (self.exposure + weight)
        parts = [self._window(one, rate, shape) for one in self._windows]
        mean, variance = self._windows[0].forecasts[-1]
        if self._covered < self.pace.least or self._shown[-1][1] <= 0:
            return Day(nothing, mean, variance)
        least = np.fmin.reduce(parts)
        return Day(np.minimum(1.0, len(parts) * least), mean, variance)

    def _prior(self) -> Array:
        """The rate a pair would have if its good and its country knew nothing of each other."""
        exposure = max(self.exposure, 1e-9)
        if self._goods is None or self._countries is None:
            return np.asarray((self.counted + 0.5) / exposure)
        goods = np.bincount(self._goods, self.counted)[self._goods]
        countries = np.bincount(self._countries, self.counted)[self._countries]
        return np.asarray((goods * countries / max(self.counted.sum(), 1e-9) + 1e-3) / exposure)

    def _window(self, window: _Window, rate: Array, shape: Array) -> Array:
        days = list(self._shown)[-window.size :]
        exposure = sum(looked * self._factors[weekday] for _, looked, weekday in days)
        counts = np.add.reduce([counts for counts, _, _ in days])
        mean = rate * exposure
        variance = window.spread() * mean + mean * mean / np.clip(shape, 0.5, self.pace.surest)
        window.forecasts.append((mean, variance))
        usual = self._day_exposure / self._days
        if exposure < gpd.LEAST_SHARE * window.size * usual:
            return np.full(len(counts), np.nan)
        return tails(counts, mean, variance)
