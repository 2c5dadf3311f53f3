"""Trends: the detector against numbers of the study's prototype, and what it may never do."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osawatch import gpd, trends
from osawatch.acts import Measure, Step
from osawatch.chance import quantile, tail
from osawatch.gpd import Baseline, Observed, judge
from osawatch.model import Trend
from osawatch.store.series import Count
from osawatch.trends import as_json, episodes, trend

MONDAY = date(2026, 1, 5)


def counts(*values: int | None, start: date = MONDAY) -> list[Count]:
    return [
        Count(start + timedelta(n), value or 0, 0.0 if value is None else 1.0, {}, {})
        for n, value in enumerate(values)
    ]


def poisson(random_: random.Random, mean: float) -> int:
    limit, k, product = math.exp(-mean), 0, random_.random()
    while product > limit:
        k, product = k + 1, product * random_.random()
    return k


# -- the tail


@pytest.mark.parametrize("count", [0, 1, 3, 10])
@pytest.mark.parametrize(
    ("size", "q"), [(1, Fraction(1, 2)), (4, Fraction(1, 5)), (9, Fraction(2, 3))]
)
def test_the_tail_is_that_of_exact_arithmetic(count: int, size: int, q: Fraction) -> None:
    below = sum(Fraction(math.comb(k + size - 1, k)) * q**k * (1 - q) ** size for k in range(count))
    mean = size * q / (1 - q)

    assert tail(count, float(mean), float(mean / (1 - q))) == pytest.approx(float(1 - below))


def test_without_extra_variance_the_tail_is_poisson() -> None:
    assert tail(3, 2.0, 2.0) == pytest.approx(1 - 5 * math.exp(-2))
    assert tail(3, 2.0, 1.0) == tail(3, 2.0, 2.0)


@given(st.integers(0, 60), st.floats(1e-3, 50), st.floats(1.0, 5.0))
def test_the_tail_falls_with_the_count_and_the_upper_line_is_passed_on_one_day_in_a_hundred(
    count: int, mean: float, spread: float
) -> None:
    variance = mean * spread
    line = quantile(mean, variance, gpd.BAND)

    assert 0.0 <= tail(count + 1, mean, variance) <= tail(count, mean, variance) <= 1.0
    assert tail(line + 1, mean, variance) <= gpd.BAND
    assert line == 0 or tail(line, mean, variance) > gpd.BAND


# -- the detector


def test_verdicts_are_those_of_the_prototype() -> None:
    random_ = random.Random(7)
    counts_ = [poisson(random_, 0.3 if n % 7 < 5 else 0.1) for n in range(220)]
    counts_[150:154] = [4, 5, 6, 5]
    days = [
        Observed(c, 0.0 if n % 11 == 3 else 0.5 if n % 13 == 5 else 1.0)
        for n, c in enumerate(counts_)
    ]

    verdicts = judge(days, pace=replace(gpd.DAILY, surest=math.inf))

    for day, (expected, p) in GOLDEN.items():
        assert verdicts[day].expected == pytest.approx(expected)
        assert verdicts[day].p == pytest.approx(p)


@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from([0.0, 0.3, 1.0])), max_size=70))
@settings(max_examples=40)
def test_what_comes_later_changes_no_verdict(days: list[tuple[int, float]]) -> None:
    looked = [Observed(*day) for day in days]
    half = len(looked) // 2

    assert judge(looked)[:half] == judge(looked[:half])


@given(st.integers(0, 12), st.lists(st.integers(30, 119), min_size=10, max_size=10, unique=True))
@settings(max_examples=60)
def test_days_that_are_missing_raise_no_alarm(level: int, missing: list[int]) -> None:
    days = [Observed(level, 0.0 if n in missing else 1.0) for n in range(120)]

    verdicts = judge(days)

    assert all(one.p is None or one.p > trends.ALARM for one in verdicts)
    assert all(verdicts[n] == gpd.Verdict() for n in missing)


def test_a_day_without_observation_only_lets_the_baseline_fade() -> None:
    seen = [Observed(2)] * 40
    walk = gpd._Series([*seen, Observed(0, 0.0), *seen], 0)
    for day in range(48):  # until the gap itself is a week and a day old
        walk.step(day)
    before = replace(walk.baseline)

    walk.step(48)

    fade = 0.5 ** (1 / 60)
    assert walk.baseline.count == pytest.approx(before.count * fade)
    assert walk.baseline.exposure == pytest.approx(before.exposure * fade)
    assert walk.baseline.factors() == before.factors()


def test_too_little_history_gives_no_verdict() -> None:
    short = judge([Observed(0)] * 12 + [Observed(50)])
    gappy = judge([Observed(1, 1.0 if n % 6 == 0 else 0.0) for n in range(70)] + [Observed(50)])

    assert short[-1] == gpd.Verdict()
    assert gappy[-1] == gpd.Verdict()


def test_a_little_of_a_day_is_judged_by_that_little() -> None:
    quiet = [Observed(4)] * 60
    whole, part, glimpse = (judge([*quiet, Observed(2, e)])[-1] for e in (1.0, 0.5, 0.05))

    assert part.expected == pytest.approx((whole.expected or 0) / 2)
    assert whole.p is not None
    assert part.p is not None
    assert glimpse.expected is not None


def test_chance_alone_alarms_less_often_than_promised() -> None:
    random_ = random.Random(1)
    found = []
    for mean in (0.02, 0.1, 0.5, 2.0):
        for _ in range(6):
            days = [Observed(poisson(random_, mean)) for _ in range(400)]
            found += [one.p for one in judge(days)[100:] if one.p is not None]

    assert sum(p < 0.05 for p in found) / len(found) <= 0.05
    assert sum(p < 0.001 for p in found) / len(found) <= 0.001


def test_a_burst_does_not_become_the_normal_of_tomorrow() -> None:
    calm = judge([Observed(1)] * 100)[-1]

    after = judge([Observed(1)] * 60 + [Observed(60)] * 2 + [Observed(1)] * 38)[-1]

    assert (after.expected or 0) < 1.5 * (calm.expected or 0)


@given(st.lists(st.tuples(st.integers(0, 10**5), st.floats(0, 1)), max_size=30))
@settings(max_examples=40)
def test_no_series_breaks_it(days: list[tuple[int, float]]) -> None:
    for one in judge([Observed(*day) for day in days], first_weekday=3):
        assert one.p is None or 0.0 <= one.p <= 1.0


def test_a_baseline_that_knows_nothing_has_no_usual_day() -> None:
    assert Baseline().usual() == 0.0
    assert judge([]) == []


# -- the trend


def test_a_day_that_nobody_looked_at_is_none_and_not_nought() -> None:
    days = trend(counts(1, None, 0), good="gallium").days

    assert [day.total for day in days] == [1, None, 0]


def test_stories_from_files_are_shown_though_no_source_was_polled() -> None:
    day = Count(MONDAY, 3, 0.0, {"export-ban": 3}, {})

    found = trend([day]).days[0]

    assert (found.total, found.counts, found.p) == (3, {"export-ban": 3}, None)


def test_only_the_days_asked_for_are_shown_but_all_teach() -> None:
    history = counts(*[1, 0, 0, 1, 0] * 20, 9)

    whole, part = trend(history), trend(history, days=10)

    assert part.days == whole.days[-10:]
    assert part.days[-1].p is not None
    assert part.days[-1].p < trends.ALARM


def test_a_burst_of_three_weeks_is_one_episode() -> None:
    found = episodes(trend(counts(*[0, 1, 0, 0] * 25, *[6] * 21, *[0] * 20)))

    assert len(found) == 1
    assert found[0].start == MONDAY + timedelta(100)
    assert found[0].stories >= 60


def test_two_bursts_with_a_quiet_fortnight_between_are_two_episodes() -> None:
    assert len(episodes(trend(counts(*[0, 1, 0] * 33, 8, *[0] * 15, 9)))) == 2


def test_a_note_outside_of_the_days_shown_is_left_out() -> None:
    shown = trend(
        counts(1, 1, 1),
        days=2,
        notes=[(MONDAY, "official", "a"), (MONDAY + timedelta(2), "official", "b")],
    )

    assert shown.notes == ((MONDAY + timedelta(2), "official", "b"),)


def test_the_json_says_null_where_nobody_looked() -> None:
    found = as_json(trend(counts(*[1] * 30, None, 14), country="CN"))

    days = found["days"]
    assert isinstance(days, list)
    assert days[30]["total"] is None
    assert days[30]["p"] is None
    assert days[31]["total"] == 14
    assert found["country"] == "CN"
    assert [one["start"] for one in found["anomalies"]] == ["2026-02-05"]  # type: ignore[attr-defined]


def test_no_days_make_an_empty_trend() -> None:
    assert trend([]) == Trend("", "", "", ())


# -- a share of all that was looked at


def test_growth_of_all_that_is_looked_at_is_no_alarm() -> None:
    random_ = random.Random(2)
    stories = [poisson(random_, 3.0) for _ in range(120)] + [poisson(random_, 9) for _ in range(30)]
    grown = [1.0] * 120 + [3.0] * 30

    alone = trend(counts(*stories))
    shared = trend(counts(*stories), exposure=grown)

    assert not episodes(shared)
    assert episodes(alone)


def test_weekdays_are_learnt_from_all_series_together() -> None:
    week = [10, 10, 10, 10, 10, 2, 2]

    factors = gpd.weekdays([Observed(week[day % 7]) for day in range(200)])

    assert factors[:8] == [1.0] * 8
    assert min(factors[189:194]) > 1.15
    assert max(factors[194:196]) < 0.6


def test_the_json_says_how_many_stories_of_all_topics_were_seen() -> None:
    found = as_json(trend(counts(1, 2), polled={(MONDAY - date(1970, 1, 1)).days: 40}))

    assert [day["polled"] for day in found["days"]] == [40, None]  # type: ignore[attr-defined]


def test_the_life_of_a_measure_is_noted_on_its_days() -> None:
    steps = (
        Step("2026-01-06", "adopted"), Step("2026-01-07", "effective"), Step("2026", "lifted"),
        Step("2026-01-08", "deadline"),
    )  # fmt: skip
    measure = Measure("m", "CN", "export-ban", ("gallium",), steps=steps)

    assert trends._notes([measure, measure]) == [
        (date(2026, 1, 6), "adopted", "export-ban"),
        (date(2026, 1, 7), "in_force", "export-ban"),
    ]


# day: (expected, p); made once with the prototype of the study
GOLDEN = {
    40: (0.0829028875037, 0.460088050829),
    90: (0.232834897078, 1.0),
    150: (0.26368865907, 0.00823276809212),
    151: (0.293665241401, 0.00280351546637),
    153: (0.227927217085, 5.76543062837e-07),
    170: (0.36076000128, 0.163789330261),
    219: (0.36372814103, 0.494061052413),
}
