"""Thresholds over all series of a day, and bursts that are told once."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.detect.budget import Budget, budget, level, line, promised
from osawatch.detect.episodes import Signal, fold

DAY = date(2026, 1, 5)


def test_the_line_is_that_of_the_paper() -> None:
    """The example of Benjamini and Hochberg 1995, section 3.2, table 1's p-values."""
    found = line(
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
         0.5719, 0.6528, 0.7590, 1.0000],
        0.05,
    )  # fmt: skip

    assert found == 0.0095


def test_a_series_without_a_verdict_is_not_counted() -> None:
    assert line([0.04, None, math.nan], 0.05) == 0.04
    assert line([0.04, 1.0], 0.05) == 0.0
    assert line([], 0.1) == 0.0


@given(st.lists(st.floats(0, 1), max_size=30), st.floats(0.01, 0.5))
def test_all_below_the_line_pass_and_a_larger_share_lets_more_through(
    chances: list[float], share: float
) -> None:
    found = line(chances, share)

    assert found <= line(chances, min(1.0, 2 * share))
    passed = sum(p <= found for p in chances) if found else 0
    assert found <= share * max(passed, 1) / max(len(chances), 1)


def test_alert_needs_probability_alone_and_watch_stories_and_sources_too() -> None:
    lines = Budget(watch=1e-3, alert=1e-5)

    assert level(1e-6, 2, 1, lines) == "alert"
    assert level(1e-9, 1, 1, lines) == ""  # a single story is no burst, however rare the pair
    assert level(1e-4, 3, 2, lines) == "watch"
    assert level(1e-4, 3, 1, lines) == ""
    assert level(1e-4, 2, 2, lines) == ""
    assert level(None, 9, 9, lines) == level(math.nan, 9, 9, lines) == ""


def test_one_in_a_hundred_thousand_alerts_whatever_the_others_do() -> None:
    assert budget([1e-5, *[1.0] * 5000]).alert == 1e-5
    assert level(1e-5, 2, 1, budget([1e-5, *[1.0] * 5000])) == "alert"


def test_with_few_series_the_lines_are_those_of_a_lone_one() -> None:
    assert budget([0.004]) == Budget(1e-3, 1e-4)
    assert level(0.004, 9, 9, budget([0.004])) == ""


def test_the_budget_is_told_in_false_alerts_a_week() -> None:
    assert promised(0.1, 70, 80) == pytest.approx(0.8)
    assert promised(0.1, 0, 5) == 0.0


def signals(*days: int, p: float = 1e-4, level: str = "watch") -> list[Signal]:
    return [Signal(DAY + timedelta(one), level, p) for one in days]


def test_a_burst_of_three_weeks_is_told_once() -> None:
    [found] = fold(signals(*range(21)))

    assert found.told == [(DAY, "first")]
    assert (found.start, found.end) == (DAY, DAY + timedelta(20))


def test_seven_quiet_days_close_an_episode() -> None:
    assert len(fold(signals(0, 7))) == 1
    assert len(fold(signals(0, 8))) == 2


def test_an_open_episode_speaks_again_at_a_hundredth() -> None:
    [found] = fold([*signals(0), *signals(1, p=1.1e-6), *signals(2, p=1e-6), *signals(3, p=2e-8)])

    assert [(day - DAY).days for day, _ in found.told] == [0, 2]
    assert {why for _, why in found.told} == {"first", "p"}
    assert found.peak == DAY + timedelta(3)


def test_a_new_measure_source_or_level_speaks_too() -> None:
    first = Signal(DAY, "watch", 1e-4, frozenset({"ban"}), frozenset({"news"}))
    measure = Signal(DAY + timedelta(1), "watch", 1e-4, frozenset({"quota"}), frozenset({"news"}))
    kind = Signal(DAY + timedelta(2), "watch", 1e-4, frozenset({"ban"}), frozenset({"gazette"}))
    higher = Signal(DAY + timedelta(3), "alert", 1e-5, frozenset({"ban"}), frozenset({"news"}))

    [found] = fold([first, first, measure, kind, higher, kind])

    assert [why for _, why in found.told] == ["first", "measure", "kind", "level"]
    assert found.level == "alert"


def test_days_that_do_not_speak_open_nothing() -> None:
    assert fold(signals(0, 1, level="")) == []
