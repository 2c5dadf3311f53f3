"""Invented news: counts of distinct stories for pairs of good and country, with known bursts.

Press is uneven (a few pairs have most of it), rests at weekends, drifts, grows with its sources,
and is not seen while the laptop is closed. Bursts: a spike of a day, a week's wave, a slow month.
Shapes: T days, S = goods x countries series.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
VOLUME = np.array([1.0, 1.05, 1.05, 1.05, 1.0, 0.6, 0.5])  # of all news, Monday first
SHARE = np.array([1.0, 1.08, 1.06, 1.06, 1.02, 0.9, 0.82])  # of ours in it
LENGTH = {"spike": 1, "wave": 5, "slow": 21}
QUIET_START = 300  # days without bursts, to learn
GRACE = 7  # days after a burst that are neither right nor wrong


@dataclass(frozen=True, slots=True)
class Burst:
    """So many stories more in one series, from a day on."""

    series: int
    start: int
    days: int
    kind: str
    stories: int


@dataclass(frozen=True, slots=True)
class News:
    """`counts` (T, S) as seen, `exposure` (T) stories of all topics as seen, `rates` (S)."""

    counts: Array
    exposure: Array
    goods: NDArray[np.int64]
    countries: NDArray[np.int64]
    rates: Array
    bursts: list[Burst]

    def near_burst(self) -> NDArray[np.bool_]:
        """(T, S): days of bursts and the grace after them."""
        mask = np.zeros(self.counts.shape, dtype=bool)
        for one in self.bursts:
            mask[one.start : one.start + one.days + GRACE, one.series] = True
        return mask


def make(
    seed: int,
    days: int = 1100,
    goods: int = 30,
    countries: int = 20,
    *,
    drift: float = 0.35,
    gaps: bool = True,
    total: float = 60.0,
    every: int = 400,
) -> News:
    """`total` stories a day in all series at first; a burst in each every `every` days or so."""
    draw = np.random.default_rng(seed)
    size = goods * countries
    rates = _rates(draw, goods, countries) * total
    weekday = np.arange(days) % 7
    exposure = draw.poisson(_volume(draw, weekday)).astype(float)
    mean = rates * _drift(draw, days, size, drift) * (exposure * SHARE[weekday] / 1000)[:, None]
    counts = draw.poisson(mean)
    bursts = _bursts(draw, days, size, every)
    for one in bursts:
        np.add.at(counts[:, one.series], one.start + _spread(draw, one), 1)
    covered = _coverage(draw, days, weekday) if gaps else np.ones(days)
    return News(
        draw.binomial(counts, covered[:, None]).astype(float), exposure * covered,
        np.repeat(np.arange(goods), countries), np.tile(np.arange(countries), goods), rates, bursts,
    )  # fmt: skip


def _rates(draw: np.random.Generator, goods: int, countries: int) -> Array:
    """Shares of the pairs: few have most."""
    share = np.outer((1 + np.arange(goods)) ** -0.9, (1 + np.arange(countries)) ** -0.9).ravel()
    share = share * np.exp(draw.normal(0, 1, len(share)))
    return np.asarray(share / share.sum())


def _volume(draw: np.random.Generator, weekday: NDArray[np.int64]) -> Array:
    days = len(weekday)
    found = 1000 * VOLUME[weekday] * np.exp(draw.normal(0, 0.08, days))
    for when, factor in ((450, 1.5), (700, 1.6), (900, 0.8)):
        found[when:] *= factor
    return np.asarray(found)


def _drift(draw: np.random.Generator, days: int, size: int, strength: float) -> Array:
    """Slow wandering of each rate: half of it is forgotten in 23 days."""
    keep = 0.97
    found = np.zeros((days, size))
    state = draw.normal(0, strength, size)
    for day in range(days):
        state = keep * state + draw.normal(0, strength * np.sqrt(1 - keep**2), size)
        found[day] = state
    return np.asarray(np.exp(found - strength**2 / 2))


def _bursts(draw: np.random.Generator, days: int, size: int, every: int) -> list[Burst]:
    found = []
    for series in range(size):
        start = QUIET_START + int(draw.integers(0, every))
        while start < days - 40:
            kind = ("spike", "wave", "slow")[int(draw.integers(0, 3))]
            stories = int(draw.integers(6, 61) if kind == "slow" else draw.integers(3, 31))
            found.append(Burst(series, start, LENGTH[kind], kind, stories))
            start += LENGTH[kind] + int(draw.integers(every // 2, every))
    return found


def _spread(draw: np.random.Generator, one: Burst) -> NDArray[np.int64]:
    """The day of each story: a wave rises fast and ebbs, a slow one is even."""
    if one.kind == "slow":
        return draw.integers(0, one.days, one.stories)
    at = draw.gamma(1.5, one.days / 4, one.stories) if one.days > 1 else np.zeros(one.stories)
    return np.minimum(at, one.days - 1).astype(np.int64)


def _coverage(draw: np.random.Generator, days: int, weekday: NDArray[np.int64]) -> Array:
    """A laptop: closed on 45 % of weekends and three holidays a year, now and then for hours."""
    found = np.ones(days)
    week = np.arange(days) // 7
    for one in range(days // 7):
        if draw.random() < 0.45:
            found[(week == one) & (weekday >= 5)] = 0.0
    for start in draw.integers(0, days - 10, int(days / 365 * 3)):
        found[start : start + int(draw.integers(4, 10))] = 0.0
    part = draw.random(days) < 0.15
    found[part] *= draw.uniform(0.3, 1, int(part.sum()))
    return found
