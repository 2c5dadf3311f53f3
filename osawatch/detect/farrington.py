"""Farrington flexible: a week against the same weeks of years before, with trend and season.

    weeks of b years -> log-linear model, past outbreaks weighted down -> forecast -> line -> alarm
Papers: Farrington et al., J R Stat Soc A 159 (1996), 547-563; Noufaily et al., Stat Med 32 (2013),
1206-1222; Salmon, Schumacher and Höhle, J Stat Softw 70 (2016), section 3. The numbers are those of
R's `surveillance` 1.20.3, which deviates from the papers in two places that are marked below.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from osawatch.chance import quantile, tail, two_sided
from osawatch.detect.glm import Array, Fit, fit
from osawatch.detect.point import SILENT, Point

Line = Literal["delta", "nb", "muan"]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Control:
    """How it is done. `years` back, half a window of `half` weeks, `periods` levels of a season,
    the last `left_out` weeks kept out, residuals above `unusual` weighted down (None: none),
    a trend if its p-value is below `trend` (None: none), `alpha` one-sided; an alarm needs
    `cases[0]` counts in the last `cases[1]` weeks. `line` is how the threshold is made.
    """  # noqa: D205 # one sentence a thing

    years: int
    periods: int
    left_out: int
    line: Line
    alpha: float
    half: int = 3
    unusual: float | None = 2.58
    trend: float | None = 1.0
    cases: tuple[int, int] = (0, 4)


_MOST = 30.0  # the logarithm of a count that nobody will see

CONTROLS = {
    "far": Control(3, 1, 3, "delta", 0.01, unusual=1.0, trend=0.05),
    "nouf": Control(4, 10, 26, "nb", 0.005),
    "muan": Control(3, 10, 26, "muan", 0.01),
    "simple": Control(3, 1, 3, "nb", 0.01, unusual=None, trend=None),
    "lim54": Control(3, 10, 26, "delta", 0.05, trend=0.05, cases=(5, 4)),
}


def judge(
    counts: Sequence[float | None],
    control: Control,
    *,
    totals: Sequence[float | None] | None = None,
    period: int = 52,
) -> list[Point]:
    """A verdict a count; None = not observed. With `totals` the share is modelled.

    There is none before `years` years and half a window have passed.
    """
    y = np.array([math.nan if one is None else one for one in counts], dtype=float)
    exposure = np.ones(len(y))
    if totals is not None:
        exposure = np.array([math.nan if one is None else one for one in totals], dtype=float)
    y = np.where(exposure > 0, y, math.nan)
    return [_week(y, exposure, week, control, period) for week in range(len(y))]


def _week(y: Array, exposure: Array, week: int, control: Control, period: int) -> Point:
    if week < control.years * period + control.half or not math.isfinite(y[week]):
        return SILENT
    recent = y[week - control.cases[1] + 1 : week + 1]
    if np.nansum(recent) < control.cases[0]:
        return Point(alarm=False)  # too few cases for anybody to care
    weeks, levels = _past(week, control, period)
    seen = np.isfinite(y[weeks])
    past = _Past(y[weeks[seen]], np.log(exposure[weeks[seen]]), weeks[seen], levels[seen])
    model = _model(past, week, math.log(exposure[week]), control)
    return SILENT if model is None else _verdict(float(y[week]), model, control)


def _past(week: int, control: Control, period: int) -> tuple[Ints, Ints]:
    """The weeks to learn from, and the level of the season each belongs to.

    Windows around the same week of each year are one level; the weeks between two windows are
    shared out among the others, the first of them taking what is left over.
    """
    level = np.full(week + 1, -1)
    level[week - control.half :] = 0
    between = period - 2 * control.half - 1
    runs = [
        between // (control.periods - 1) + (n < between % (control.periods - 1))
        for n in range(control.periods - 1)
    ]
    rest = np.repeat(np.arange(1, control.periods), runs)
    for year in range(1, control.years + 1):
        centre = week - year * period
        level[centre - control.half : centre + control.half + 1] = 0
        if control.periods > 1:
            level[centre + control.half + 1 : centre + control.half + 1 + between] = rest
    weeks = np.flatnonzero(level[: week - control.left_out] >= 0)
    return weeks, level[weeks]


@dataclass(frozen=True, slots=True)
class _Past:
    counts: Array
    offset: Array
    weeks: Ints
    levels: Ints

    def columns(self, *, trend: bool) -> Array:
        """One column for the level of the year, then the trend, then each further level."""
        found = [np.ones(len(self.counts))]
        found += [self.weeks.astype(float)] if trend else []
        found += [(self.levels == one).astype(float) for one in self._others()]
        return np.column_stack(found)

    def _others(self) -> list[int]:
        """The levels beside that of this week, which is where the forecast stands."""
        return [int(one) for one in np.unique(self.levels) if one]


@dataclass(frozen=True, slots=True)
class _Model:
    """The forecast of this week: mean, its error on the scale of the logarithm, dispersion."""

    mean: float
    error: float
    dispersion: float


def _model(past: _Past, week: int, offset: float, control: Control) -> _Model | None:
    """With a trend if it is significant and does not lead above all that was ever seen."""
    if control.trend is not None:
        found = _fitted(past, control, trend=True)
        if found is not None and control.years >= 3:
            forecast = _forecast(found, week, offset)
            if _trend_p(found) < control.trend and forecast.mean <= np.max(past.counts):
                return forecast
    found = _fitted(past, control, trend=False)
    return None if found is None else _forecast(found, week, offset)


@dataclass(frozen=True, slots=True)
class _Fitted:
    fit: Fit
    trend: bool
    dispersion: float  # for the threshold
    error_dispersion: float  # for errors and the p-value of the trend


def _fitted(past: _Past, control: Control, *, trend: bool) -> _Fitted | None:
    columns = past.columns(trend=trend)
    if len(past.counts) <= columns.shape[1]:
        return None
    weights = np.ones(len(past.counts))
    first = fit(columns, past.counts, past.offset, weights)
    if first is None:
        return None
    if control.unusual is None:
        return _Fitted(first, trend, max(first.dispersion, 1.0), first.dispersion)
    weights = _weights(past.counts, first, control.unusual)
    again = fit(columns, past.counts, past.offset, weights)
    if again is None:
        return None
    # The package's own way: errors rest on the weights of the outbreaks, not on those of the fit.
    error = float(np.sum(weights * again.residuals**2)) / again.freedom
    return _Fitted(again, trend, max(again.dispersion, 1.0), error)


def _weights(counts: Array, found: Fit, unusual: float) -> Array:
    """Weights that fall with the square of Anscombe's residual, 1 on average."""
    mean, spread = found.mean, max(found.dispersion, 1.0)
    residual = 1.5 * (counts ** (2 / 3) * mean ** (-1 / 6) - np.sqrt(mean))
    with np.errstate(divide="ignore", invalid="ignore"):
        scaled = residual / (math.sqrt(spread) * np.sqrt(1 - found.hat))
    wild = scaled > unusual
    weights = np.where(wild, np.where(wild, scaled, 1.0) ** -2.0, 1.0)
    return np.asarray(weights * len(weights) / weights.sum())


def _forecast(found: _Fitted, week: int, offset: float) -> _Model:
    at = np.zeros(len(found.fit.coefficients))
    at[0] = 1.0
    if found.trend:
        at[1] = week
    eta = min(float(at @ found.fit.coefficients) + offset, _MOST)
    variance = float(at @ found.fit.covariance @ at) * found.error_dispersion
    return _Model(math.exp(eta), math.sqrt(variance), found.dispersion)


def _trend_p(found: _Fitted) -> float:
    slope = found.fit.coefficients[1]
    error = math.sqrt(found.fit.covariance[1, 1] * found.error_dispersion)
    return two_sided(float(slope) / error, found.fit.freedom)


def _verdict(y: float, model: _Model, control: Control) -> Point:
    if control.line == "delta":
        return _by_root(y, model, control.alpha)
    z = NormalDist().inv_cdf(1 - control.alpha)
    # "muan" puts the upper end of the forecast's own error in the place of the mean.
    mean = model.mean * math.exp(z * model.error) if control.line == "muan" else model.mean
    variance = mean * model.dispersion
    upper = float(quantile(mean, variance, control.alpha))
    p = tail(int(y), mean, variance)
    return Point(model.mean, upper, _excess(y, model.mean, upper), y > upper, p)


def _by_root(y: float, model: _Model, alpha: float) -> Point:
    """The line on the scale of the power 2/3, where counts are nearly symmetric."""
    mean = model.mean
    tau = model.dispersion + model.error**2 * mean
    deviation = math.sqrt(4 / 9 * mean ** (1 / 3) * tau)
    centre, z = mean ** (2 / 3), NormalDist().inv_cdf(1 - alpha)
    upper = (centre + z * deviation) ** 1.5
    if deviation == 0:  # a mean of nought: nothing is no surprise, and one is a certain one
        return Point(mean, upper, _excess(y, mean, upper), y > upper, float(y <= upper))
    p = NormalDist().cdf((centre - y ** (2 / 3)) / deviation)
    return Point(mean, upper, _excess(y, mean, upper), y > upper, p)


def _excess(y: float, mean: float, upper: float) -> float:
    """1 = at the line; on the scale of the counts, whatever the line was made by."""
    return (y - mean) / (upper - mean) if upper > mean else (math.inf if y > upper else 0.0)
