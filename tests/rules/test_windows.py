"""Alerts over time: what a window makes of items, with a reason for each alert and each silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.counting import Gap, Occurrence, Series
from rules.rule import Alerting, Realert
from rules.windows import Judgement, judge

T0 = datetime(2026, 1, 5, tzinfo=UTC)
SPIKE = Alerting(
    "spike", window=timedelta(days=3), baseline=timedelta(days=28), ratio=3, min_current=6,
    min_baseline=4,
)  # fmt: skip
BURST = Alerting("frequency", window=timedelta(hours=24), threshold=3)
SILENCE = Alerting("silence", window=timedelta(hours=24))


def hours(number: float) -> datetime:
    return T0 + timedelta(hours=number)


def at(*times: float, publisher: str = "", **more: object) -> list[Occurrence]:
    """Items at these hours, each by a publisher of its own unless one is named."""
    return [
        Occurrence(hours(one), f"{one:g}", publisher or f"p{one:g}", **more)  # type: ignore[arg-type]
        for one in times
    ]


def said(found: Judgement) -> list[str]:
    return [one.said for one in found.traces]


def raised(found: Judgement) -> list[float]:
    return [(one.raised - T0) / timedelta(hours=1) for one in found.alerts]


# -- any


def test_items_within_the_merge_window_are_one_alert() -> None:
    found = judge(Alerting(merge_window=timedelta(hours=72)), at(0, 5, 76, 149), hours(200))
    assert raised(found) == [0, 149]
    assert said(found) == ["raised", "merged", "merged", "raised"]
    assert [one.items for one in found.alerts] == [("0", "5", "76"), ("149",)]


def test_without_a_merge_window_three_days_are_taken() -> None:
    assert raised(judge(Alerting(), at(0, 72, 144.1), hours(200))) == [0, 144.1]


def test_an_alert_waits_for_so_many_publishers() -> None:
    rule = Alerting(min_publishers=2)
    alone = judge(rule, at(0, 1, 2, publisher="a"), hours(9))
    assert (alone.alerts, alone.state) == ((), "min_publishers")
    both = judge(rule, [*at(0, 1, publisher="a"), *at(3, publisher="b")], hours(9))
    assert raised(both) == [3]
    assert both.alerts[0].items == ("0", "1", "3")


def test_an_open_alert_speaks_again_ever_more_rarely() -> None:
    realert = Realert(after=timedelta(hours=24), most=timedelta(hours=60))
    found = judge(Alerting(realert=realert), at(*range(0, 240, 6)), hours(300))
    assert [(one.at - T0).total_seconds() / 3600 for one in found.alerts[0].spoken] == [
        0, 24, 72, 132, 192,
    ]  # fmt: skip
    never = Alerting(realert=replace(realert, never=True))
    assert len(judge(never, at(*range(0, 240, 6)), hours(300)).alerts[0].spoken) == 1


def test_a_graver_level_and_an_official_source_break_through() -> None:
    notice = at(2, kind="official-gazette", level="high")[0]
    seen = [*at(0, 1, kind="news", level="low"), notice, replace(notice, at=hours(3), item="3")]
    found = judge(Alerting(realert=Realert(never=True)), seen, hours(9))
    assert [one.reason for one in found.alerts[0].spoken] == ["new", "level"]
    seen[2] = replace(notice, level="low")
    found = judge(Alerting(), seen[:3], hours(9))
    assert [one.reason for one in found.alerts[0].spoken] == ["new", "source_kind"]
    assert said(found) == ["raised", "merged", "realert"]


# -- frequency


def test_a_frequency_needs_so_many_within_the_window() -> None:
    found = judge(BURST, at(0, 12, 23.5), hours(48))
    assert raised(found) == [23.5]
    assert found.alerts[0].because == "count=3 threshold=3"
    apart = judge(BURST, at(0, 12, 24), hours(48))
    assert (apart.alerts, said(apart)) == ((), ["threshold"] * 3)


def test_forty_prints_of_one_wire_story_are_one_publisher() -> None:
    rule = replace(BURST, count="publishers")
    assert judge(rule, at(*range(20), publisher="wire"), hours(48)).alerts == ()
    assert raised(judge(rule, at(0, 1, 2), hours(48))) == [2]


def test_a_condition_must_hold_for_a_while() -> None:
    rule = replace(BURST, duration=timedelta(hours=6))
    found = judge(rule, at(0, 1, 2, 9), hours(48))
    assert raised(found) == [8]
    assert said(found) == ["threshold", "threshold", "pending", "merged"]
    short = judge(rule, at(0, 1, 20), hours(48))  # true from 20 h, one leaves at 24 h
    assert (short.alerts, short.state) == ((), "threshold")
    waiting = judge(rule, at(0, 1, 2), hours(7))
    assert (waiting.alerts, waiting.state) == ((), "pending")


def test_a_condition_that_flutters_stays_one_alert_while_it_is_kept_open() -> None:
    twice = at(0, 1, 2, 60, 61, 62)
    rule = replace(BURST, merge_window=timedelta(hours=1))
    assert raised(judge(rule, twice, hours(99))) == [2, 62]
    kept = judge(replace(rule, keep_open=timedelta(hours=48)), twice, hours(99))
    assert raised(kept) == [2]
    assert kept.alerts[0].items == ("0", "1", "2", "60", "61", "62")


# -- spike


def test_a_quiet_month_and_then_a_burst_is_a_spike() -> None:
    month, burst = at(*range(0, 672, 96)), at(*range(672, 720, 6))
    found = judge(SPIKE, [*month, *burst], hours(720))
    assert raised(found) == [702]
    assert found.alerts[0].because == "current=6 expected=0.78 ratio=7.7"


def test_what_is_always_much_is_no_spike() -> None:
    found = judge(SPIKE, at(*range(0, 800, 6)), hours(800))
    assert found.alerts == ()
    assert found.state == "ratio"


def test_without_enough_history_nothing_is_a_spike() -> None:
    found = judge(SPIKE, at(0, 96, *range(1000, 1012)), hours(1020))
    assert (found.alerts, found.state) == ((), "insufficient_history")


def test_a_baseline_that_nobody_observed_says_nothing() -> None:
    month, burst = at(*range(0, 672, 96)), at(*range(672, 720, 6))
    asleep = [Gap(hours(100), hours(560))]
    found = judge(SPIKE, [*month, *burst], hours(720), asleep)
    assert (found.alerts, found.state) == ((), "insufficient_history")


def test_what_piled_up_undated_during_an_outage_is_no_spike() -> None:
    month, asleep = at(*range(0, 672, 96)), [Gap(hours(700), hours(1036))]
    backlog = [replace(one, at=hours(1036), item=f"late{n}") for n, one in enumerate(at(*range(8)))]
    rule = replace(SPIKE, min_baseline=2)
    dated = judge(rule, [*month, *backlog], hours(1040))
    undated = [replace(one, dated=False) for one in backlog]
    assert raised(dated) == [1036]
    assert judge(rule, [*month, *undated], hours(1040), asleep).alerts == ()


# -- silence


def test_a_source_that_says_nothing_for_its_window_is_silent() -> None:
    found = judge(SILENCE, at(0, 12), hours(60))
    assert raised(found) == [36]
    assert found.alerts[0].because == "silent since 2026-01-05T12:00Z"
    assert judge(SILENCE, at(0, 12, 30), hours(50)).state == "heard"


def test_a_silence_cannot_be_told_while_nobody_looks() -> None:
    asleep = [Gap(hours(20), hours(80))]
    found = judge(SILENCE, at(12), hours(79), asleep)
    assert (found.alerts, found.state) == ((), "cannot_tell")
    later = judge(SILENCE, at(12), hours(100), asleep)
    assert raised(later) == [96]


def test_gaps_that_overlap_are_not_counted_twice() -> None:
    gaps = (Gap(hours(2), hours(6)), Gap(hours(4), hours(8)), Gap(hours(5), hours(7)))
    series = Series((), gaps)
    assert series.missed(hours(0), hours(10)) == timedelta(hours=6)
    assert series.observed_until(hours(0), timedelta(hours=4)) == hours(10)


def test_who_never_spoke_is_not_silent() -> None:
    found = judge(SILENCE, [], hours(99))
    assert (found.alerts, found.state) == ((), "insufficient_history")
    rule = replace(SILENCE, min_baseline=3, baseline=timedelta(days=7))
    assert judge(rule, at(0, 1), hours(99)).state == "insufficient_history"
    assert raised(judge(rule, at(0, 1, 2), hours(99))) == [26]


# -- new_value, distinct, change


def test_a_value_that_was_not_there_before_is_new() -> None:
    rule = Alerting("new_value", field="publisher", min_baseline=2, merge_window=timedelta(hours=1))
    seen = [
        replace(one, values=(value,))
        for one, value in zip(at(0, 10, 20, 30, 40), ["a", "b", "a", "c", "c"], strict=True)
    ]
    found = judge(rule, seen, hours(50))
    assert raised(found) == [30]
    assert found.alerts[0].because == "new=c"
    assert said(found) == [
        "insufficient_history", "insufficient_history", "known_value", "raised", "known_value",
    ]  # fmt: skip


def test_a_value_is_forgotten_after_the_baseline() -> None:
    rule = Alerting("new_value", field="kind", baseline=timedelta(hours=24))
    seen = [
        replace(one, values=(value,))
        for one, value in zip(at(0, 20, 40), ["a", "b", "a"], strict=True)
    ]
    assert said(judge(rule, seen, hours(50))) == ["insufficient_history", "raised", "merged"]


def test_distinct_counts_values_within_the_window() -> None:
    rule = Alerting("distinct", field="good", window=timedelta(hours=24), threshold=3)
    seen = [
        replace(one, values=(value,))
        for one, value in zip(at(0, 1, 2, 3), ["tin", "zinc", "tin", "lead"], strict=True)
    ]
    found = judge(rule, seen, hours(9))
    assert raised(found) == [3]
    assert found.alerts[0].because == "values=3 threshold=3: lead, tin, zinc"


def test_a_change_is_another_value_than_before() -> None:
    rule = Alerting("change", field="status", window=timedelta(days=30))
    seen = [
        replace(one, values=values)
        for one, values in zip(
            at(0, 10, 20, 30, 900),
            [("proposed",), (), ("proposed",), ("in_force",), ("lifted",)],
            strict=True,
        )
    ]
    found = judge(rule, seen, hours(999))
    assert said(found) == [
        "insufficient_history", "no_value", "unchanged", "raised", "insufficient_history",
    ]  # fmt: skip
    assert found.alerts[0].because == "from=proposed to=in_force"


# -- what holds for all of them

TYPES = ("any", "frequency", "spike", "silence", "new_value", "distinct", "change")
ALERTINGS = st.builds(
    Alerting,
    type=st.sampled_from(TYPES),
    window=st.sampled_from([timedelta(hours=6), timedelta(hours=24)]),
    baseline=st.sampled_from([timedelta(hours=24), timedelta(hours=96)]),
    merge_window=st.sampled_from([None, timedelta(hours=5)]),
    duration=st.sampled_from([None, timedelta(hours=2)]),
    keep_open=st.sampled_from([None, timedelta(hours=9)]),
    ratio=st.sampled_from([1.5, 3.0]),
    threshold=st.integers(1, 4),
    min_baseline=st.integers(0, 3),
    min_publishers=st.integers(1, 2),
    count=st.sampled_from(["items", "publishers"]),
    field=st.just("publisher"),
    realert=st.builds(Realert, after=st.sampled_from([None, timedelta(hours=3)])),
)
SEEN = st.lists(
    st.builds(
        lambda hour, name: Occurrence(hours(hour / 2), "", name, values=(name,)),
        st.integers(0, 400),
        st.sampled_from("abc"),
    ),
    max_size=25,
).map(lambda found: [replace(one, item=f"{n:02}") for n, one in enumerate(found)])
GAPS = st.lists(
    st.builds(
        lambda start, length: Gap(hours(start), hours(start + length)),
        st.integers(0, 200),
        st.integers(1, 60),
    ),
    max_size=3,
)


@settings(max_examples=200, deadline=None)
@given(ALERTINGS, SEEN, GAPS, st.integers(0, 250), st.randoms(use_true_random=False))
def test_an_order_of_arrival_changes_nothing_and_each_item_leaves_a_trace(
    rule: Alerting, seen: list[Occurrence], gaps: list[Gap], until: int, chance: object
) -> None:
    found = judge(rule, seen, hours(until), gaps)
    mixed = list(seen)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert judge(rule, mixed, hours(until), gaps) == found
    assert sorted(one.item for one in found.traces) == sorted(
        one.item for one in seen if one.at <= hours(until)
    )
    for alert in found.alerts:
        assert alert.items
        assert alert.start <= alert.raised <= hours(until)
        assert [one.at for one in alert.spoken] == sorted(one.at for one in alert.spoken)


@settings(max_examples=200, deadline=None)
@given(ALERTINGS, SEEN, GAPS, st.integers(0, 250), st.integers(0, 250))
def test_what_was_raised_stays_raised_when_more_is_known(
    rule: Alerting, seen: list[Occurrence], gaps: list[Gap], one: int, other: int
) -> None:
    early, late = sorted([one, other])
    then = judge(rule, seen, hours(early), gaps)
    now = judge(rule, seen, hours(late), gaps)
    assert raised(then) == [moment for moment in raised(now) if moment <= early]


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_comes_of_nothing(kind: str) -> None:
    rule = replace(SPIKE, type=kind, field="publisher")  # type: ignore[arg-type]
    assert judge(rule, [], hours(9)).alerts == ()


# -- official notices


def test_an_official_notice_waits_for_no_count_and_no_publishers() -> None:
    notice = at(5, official=True)
    few = Alerting(min_publishers=3)
    assert raised(judge(BURST, [*at(0), *notice], hours(6))) == [5]
    assert judge(BURST, notice, hours(6)).alerts[0].because == "official"
    assert raised(judge(few, [*at(0), *notice], hours(6))) == [5]


def test_an_official_notice_does_not_wait_to_last() -> None:
    lasting = replace(BURST, duration=timedelta(hours=4))
    assert raised(judge(lasting, at(1, official=True), hours(2))) == [1]


def test_several_values_are_not_there_because_one_notice_is() -> None:
    several = Alerting("distinct", field="good", window=timedelta(days=1), threshold=2)
    assert judge(several, at(1, official=True, values=("tin",)), hours(2)).alerts == ()
