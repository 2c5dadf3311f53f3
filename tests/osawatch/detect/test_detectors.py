"""What the detectors say where no oracle speaks: gaps, flat pasts, the CDC's own C3, tails."""

from __future__ import annotations

import math
import random
from decimal import Decimal, localcontext
from statistics import fmean, stdev

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from osawatch import chance
from osawatch.detect import ears, farrington
from osawatch.detect.point import SILENT

WEEKS = [3.0, 5.0, 4.0, 2.0, 6.0, 4.0, 5.0, 3.0, 4.0, 5.0]


# -- the tail of the negative binomial


def exact_tail(count: int, mean: Decimal, variance: Decimal) -> float:
    """Every term from nought up, with 400 digits: what is left over is the tail."""
    with localcontext() as context:
        context.prec = 400
        size, q = mean * mean / (variance - mean), (variance - mean) / variance
        term = (size * (1 - q).ln()).exp()
        below = Decimal(0)
        for k in range(count):
            below += term
            term *= q * (k + size) / (k + 1)
        return float(1 - below)


def table() -> list[tuple[int, Decimal, Decimal]]:
    """200 points from one story in a thousand days to hundreds a day, far into the tail."""
    draw = random.Random(6)
    found = []
    for _ in range(200):
        mean = Decimal(str(round(10 ** draw.uniform(-3, 2.5), 6)))
        variance = mean * (1 + Decimal(str(round(10 ** draw.uniform(-4, 1), 6))))
        count = draw.randint(0, int(float(mean) + 20 * math.sqrt(variance) + 5))
        found.append((count, mean, variance))
    return found


def test_the_tail_is_within_a_hundred_thousandth_of_exact_arithmetic() -> None:
    for count, mean, variance in table():
        truth = exact_tail(count, mean, variance)
        assert chance.tail(count, float(mean), float(variance)) == pytest.approx(truth, rel=1e-5)


@pytest.mark.parametrize(
    ("t", "freedom", "p"),
    [(0.0, 5, 1.0), (1.0, 1, 0.5), (1.0, 2, 1 - 1 / math.sqrt(3)), (12.706204736174698, 1, 0.05)],
)
def test_students_t_has_the_values_of_its_closed_forms(t: float, freedom: int, p: float) -> None:
    assert chance.two_sided(t, freedom) == pytest.approx(p, rel=1e-12)
    assert chance.two_sided(-t, freedom) == chance.two_sided(t, freedom)


def test_students_t_ends_at_nought() -> None:
    assert chance.two_sided(math.inf, 3) == 0.0
    assert chance.two_sided(math.nan, 3) == 1.0
    assert 0 < chance.two_sided(40.0, 30) < 1e-20


# -- EARS


def test_c1_looks_at_the_week_before_and_c2_leaves_two_days_out() -> None:
    c1, c2 = (ears.judge(WEEKS, kind) for kind in ("c1", "c2"))

    assert c1[6] == SILENT
    assert c1[7].expected == pytest.approx(fmean(WEEKS[:7]))
    assert c1[7].score == pytest.approx((WEEKS[7] - fmean(WEEKS[:7])) / stdev(WEEKS[:7]))
    assert c2[8] == SILENT
    assert c2[9].expected == pytest.approx(fmean(WEEKS[:7]))


def test_c3_of_the_cdc_adds_the_excess_of_three_days_today_included() -> None:
    series = [*WEEKS * 2, 9.0, 11.0, 12.0]
    c2 = [one.score or 0.0 for one in ears.judge(series, "c2")]

    found = ears.judge(series, "c3")[-1]

    assert found.score == pytest.approx(sum(max(0.0, one - 1) for one in c2[-3:]))
    assert found.alarm
    assert ears.judge([*series[:-1], 0.0], "c3")[-1].score != found.score


@given(st.lists(st.integers(0, 20), min_size=20, max_size=40))
def test_c3_alarms_above_its_line_and_only_there(counts: list[int]) -> None:
    for y, one in zip(counts, ears.judge([float(y) for y in counts], "c3"), strict=True):
        if one.upper:  # 0 = no count was low enough
            assert one.alarm == (y > one.upper) or math.isclose(y, one.upper)


def test_a_flat_past_alarms_at_anything_unless_the_deviation_has_a_floor() -> None:
    flat = [0.0] * 12 + [1.0]

    assert ears.judge(flat, "c2")[-1].score == math.inf
    assert ears.judge(flat, "c2")[-1].alarm
    assert not ears.judge(flat, "c2", least_sigma=0.5)[-1].alarm


@pytest.mark.parametrize("method", ["c1", "c2", "c3"])
def test_a_day_nobody_looked_is_neither_judged_nor_learnt_from(method: ears.Method) -> None:
    seen = ears.judge([4.0, 5.0, 6.0] * 10, method)
    gap = ears.judge([*([4.0, 5.0, 6.0] * 5), None, *([5.0, 6.0, 4.0] * 5)], method)

    assert gap[15] == SILENT
    assert all(one.alarm is False for one in gap[16:] if one.expected is not None)
    assert all(4.5 < (one.expected or 5.0) < 5.5 for one in (*seen, *gap))


def test_a_past_that_was_hardly_observed_gives_no_verdict() -> None:
    mostly_away = [None, None, None, 4.0, 5.0, 6.0, 5.0, 40.0]

    assert ears.judge(mostly_away, "c1")[-1] == SILENT


# -- Farrington


def yearly(week: int) -> float:
    return round(20 + 8 * math.sin(2 * math.pi * week / 52) + (week * 7 % 5))


@pytest.mark.parametrize("name", farrington.CONTROLS)
def test_an_outbreak_in_season_is_found_and_the_season_is_not(name: str) -> None:
    series = [yearly(week) for week in range(52 * 6)]
    quiet = farrington.judge(series, farrington.CONTROLS[name])
    loud = farrington.judge([*series[:-1], 90.0], farrington.CONTROLS[name])

    assert sum(one.alarm or False for one in quiet) / len(quiet) < 0.05
    assert loud[-1].alarm
    assert loud[-1].score is not None
    assert loud[-1].score > 1


def test_without_years_of_history_there_is_no_word() -> None:
    found = farrington.judge([yearly(week) for week in range(52 * 3 + 2)], _SIMPLE)

    assert found == [SILENT] * len(found)


def test_weeks_nobody_looked_are_left_out_of_the_model() -> None:
    series: list[float | None] = [yearly(week) for week in range(52 * 5)]
    whole = farrington.judge(series, _SIMPLE)[-1]
    gappy: list[float | None] = list(series)
    gappy[-105] = gappy[-53] = gappy[-30] = None

    found = farrington.judge(gappy, _SIMPLE)

    assert found[-30] == SILENT
    assert found[-1].expected == pytest.approx(whole.expected, rel=0.1)


def test_a_share_is_judged_by_what_it_is_a_share_of() -> None:
    series = [yearly(week) for week in range(52 * 5)]
    totals = [1000.0] * (52 * 5 - 10) + [2000.0] * 10
    grown = [*series[:-10], *(2 * y for y in series[-10:])]

    assert farrington.judge(grown, _NOUF)[-1].alarm
    assert not farrington.judge(grown, _NOUF, totals=totals)[-1].alarm


def test_a_few_cases_are_no_alarm_where_five_are_asked_for() -> None:
    series = [0.0] * (52 * 5) + [4.0]

    found = farrington.judge(series, farrington.CONTROLS["lim54"])[-1]

    assert found.alarm is False
    assert found.upper is None


@settings(max_examples=8, deadline=None)
@example(7400, "far")  # a mean of nought
@given(st.integers(0, 2**32), st.sampled_from(sorted(farrington.CONTROLS)))
def test_no_counts_break_the_model(seed: int, name: str) -> None:
    draw = random.Random(seed)
    pool: list[float | None] = [None, 0.0, 0.0, 1.0, 7.0, 1e6]
    series = [draw.choice(pool) for _ in range(52 * 5)]

    for one in farrington.judge(series, farrington.CONTROLS[name]):
        assert one.upper is None or (one.upper >= 0 and math.isfinite(one.upper))


_SIMPLE = farrington.CONTROLS["simple"]
_NOUF = farrington.CONTROLS["nouf"]
