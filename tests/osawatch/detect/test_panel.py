"""Thousands of series at once: the same verdicts as one by one, and the promises of the study."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from osawatch import chance, gpd
from osawatch.detect import budget
from osawatch.detect.panel import Panel
from osawatch.detect.tails import tails

Array = NDArray[np.float64]
ALARM = 1e-3


def walk(counts: Array, exposure: Array, panel: Panel | None = None) -> Array:
    """p of each day and series (T, S); NaN where there is no verdict."""
    judge = panel or Panel(counts.shape[1])
    return np.array([judge.step(y, e, n % 7).p for n, (y, e) in enumerate(zip(counts, exposure))])  # noqa: B905 # of one length


def ones(days: int) -> Array:
    return np.ones(days)


# -- the same as one by one


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.floats(1e-3, 200), st.floats(1.0, 30.0)), max_size=30
    )
)
@settings(max_examples=40)
def test_many_tails_are_those_of_one(points: list[tuple[int, float, float]]) -> None:
    counts, mean, spread = (
        (np.array(one, dtype=float) for one in zip(*points, strict=True))
        if (points)
        else (np.zeros(0),) * 3
    )

    found = tails(counts, mean, mean * spread)

    for p, y, m, v in zip(found, counts, mean, mean * spread, strict=True):
        assert p == pytest.approx(chance.tail(int(y), m, v), rel=1e-8, abs=1e-290)


def test_a_panel_of_one_is_the_lone_detector() -> None:
    draw = np.random.default_rng(3)
    counts = draw.poisson(0.6, (260, 1)).astype(float)
    exposure = np.where(draw.random(260) < 0.1, 0.0, draw.uniform(0.5, 1.5, 260))

    found = walk(counts, exposure)[:, 0]

    days = [gpd.Observed(int(y), float(e)) for y, e in zip(counts[:, 0], exposure, strict=True)]
    for p, one in zip(found, gpd.judge(days), strict=True):
        assert math.isnan(p) == (one.p is None)
        assert one.p is None or p == pytest.approx(one.p, rel=1e-9)


def test_a_new_pair_is_judged_by_its_good_and_its_country() -> None:
    goods, countries = [0, 0, 1, 1], [0, 1, 0, 1]
    counts = np.tile([6.0, 0.0, 0.0, 0.0], (60, 1))
    counts[:, 1] = counts[:, 2] = 4.0  # the good and the country are in the news, the pair is not
    counts[-1, 3] = 2.0

    paired = Panel(4, goods, countries)
    alone = walk(counts, ones(60))
    found = walk(counts, ones(60), paired)

    assert found[-1, 3] > alone[-1, 3]


# -- promises


@cache
def null(rate: float, size: int = 200, days: int = 1300) -> Array:
    draw = np.random.default_rng(int(rate * 1000))
    return walk(draw.poisson(rate, (days, size)).astype(float), ones(days))[200:]


@pytest.mark.slow
@pytest.mark.parametrize("rate", [0.02, 0.1, 0.5, 2.0, 10.0, 50.0])
def test_chance_alone_stays_below_every_alpha(rate: float) -> None:
    for alpha in (0.05, 0.01, 1e-3, 1e-4):
        # an alpha of so many draws may be passed by chance: by three deviations of it at most
        draws = null(rate).size / 7  # windows of a week lean on each other
        assert np.mean(null(rate) < alpha) <= alpha + 3 * math.sqrt(alpha / draws)


@given(
    st.integers(0, 40),
    st.lists(st.integers(0, 149), min_size=10, max_size=10, unique=True),
    st.floats(0.1, 1000),
)
@settings(max_examples=12, deadline=None)
def test_ten_days_that_are_missing_raise_nothing(level: int, missing: list[int], e: float) -> None:
    exposure = np.full(150, e)
    exposure[missing] = 0.0

    found = walk(np.full((150, 1), float(level)), exposure)

    assert not np.any(found < ALARM)
    assert np.isnan(found[missing]).all()


def test_a_day_without_exposure_only_lets_the_past_fade() -> None:
    panel = Panel(1)
    for day in range(48):
        panel.step(np.array([2.0]), 0.0 if day == 40 else 1.0, day % 7)
    before = panel.counted.copy(), panel.exposure

    panel.step(np.array([2.0]), 1.0, 6)  # the gap leaves the guard

    fade = gpd.DAILY.forget
    assert panel.counted == pytest.approx(before[0] * fade)
    assert panel.exposure == pytest.approx(before[1] * fade)


def test_growth_of_all_news_raises_nothing_and_growth_of_one_series_does() -> None:
    draw = np.random.default_rng(5)
    rate = np.where(np.arange(430) < 400, 3.0, 6.0)
    counts = draw.poisson(rate[:, None], (430, 50)).astype(float)

    together = walk(counts, 1000 * rate / 3)[400:]
    alone = walk(counts, np.full(430, 1000.0))[400:]

    assert np.sum(together < ALARM) == 0
    assert np.sum(alone < ALARM) > 80


@pytest.mark.slow
def test_over_2400_series_of_chance_few_days_have_a_false_alert() -> None:
    draw = np.random.default_rng(9)
    share = draw.gamma(0.3, 0.1, 2400)
    counts = draw.poisson(share, (700, 2400)).astype(float)
    goods, countries = np.repeat(np.arange(60), 40), np.tile(np.arange(40), 60)

    found = walk(counts, ones(700), Panel(2400, goods.tolist(), countries.tolist()))[100:]

    false = [np.any(day <= budget.line(day.tolist(), 0.10)) for day in found]
    assert np.mean(false) <= 0.10


def test_a_dense_series_that_drifts_keeps_its_promise() -> None:
    draw = np.random.default_rng(4)
    state, drift = draw.normal(0, 0.35, 60), []
    for _ in range(900):
        state = 0.97 * state + draw.normal(0, 0.35 * math.sqrt(1 - 0.97**2), 60)
        drift.append(state)
    counts = draw.poisson(4 * np.exp(np.array(drift) - 0.06)).astype(float)

    found = walk(counts, ones(900))[200:]

    assert np.mean(found < 1e-3) <= 1.5e-3  # 2.9e-3 without the limit of certainty
    assert np.mean(found < 1e-4) <= 3e-4  # 8.8e-4 without
