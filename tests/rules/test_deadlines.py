"""Alerts that speak before a day which items name."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rules.counting import Occurrence
from rules.rule import Alerting
from rules.windows import judge

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)
RULE = Alerting(type="deadline", field="deadline", window=14 * DAY)
occurrences = st.lists(
    st.builds(
        Occurrence,
        at=st.integers(0, 90).map(lambda days: NOON + days * DAY),
        item=st.integers(0, 10**9).map(str),
        values=st.lists(
            st.dates(date(2026, 1, 1), date(2026, 9, 1)).map(date.isoformat)
            | st.sampled_from(["", "soon", "2026-13-01"]),
            max_size=3,
        ).map(tuple),
    ),
    max_size=8,
    unique_by=lambda one: one.item,
)
later = st.integers(0, 200).map(lambda days: NOON + days * DAY)


def item(day: str, at: datetime = NOON, name: str = "a") -> Occurrence:
    return Occurrence(at, name, values=(day,))


def test_it_speaks_so_long_before_the_day_and_not_sooner() -> None:
    far = judge(RULE, [item("2026-04-30")], datetime(2026, 4, 15, 23, tzinfo=UTC))
    near = judge(RULE, [item("2026-04-30")], datetime(2026, 4, 16, tzinfo=UTC))

    assert (far.alerts, far.state) == ((), "not_yet")
    [alert] = near.alerts
    assert (alert.raised, alert.ahead) == (datetime(2026, 4, 16, tzinfo=UTC), True)
    assert alert.because == "deadline 2026-04-30"


def test_a_day_that_is_near_already_speaks_at_once() -> None:
    [alert] = judge(RULE, [item("2026-03-05")], NOON).alerts

    assert alert.raised == NOON


def test_a_day_that_was_over_is_no_news_but_one_that_passed_unseen_is_told_late() -> None:
    over = judge(RULE, [item("2026-03-01")], NOON)
    late = judge(RULE, [item("2026-04-30")], NOON + 100 * DAY)

    assert (over.alerts, [one.said for one in over.traces]) == ((), ["passed"])
    assert [alert.ahead for alert in late.alerts] == [False]


@given(occurrences, later)
def test_every_item_is_accounted_for_and_no_alert_comes_before_its_window(
    seen: list[Occurrence], until: datetime
) -> None:
    found = judge(RULE, seen, until)
    shown = {one.item for one in seen if one.at <= until}

    assert {trace.item for trace in found.traces} == shown
    assert all(trace.said for trace in found.traces)
    for alert in found.alerts:
        day = date.fromisoformat(alert.because.split()[1])
        assert datetime.combine(day, time(), UTC) - 14 * DAY <= alert.raised <= until
        assert set(alert.items) <= shown


@given(occurrences, later, st.randoms())
def test_the_order_in_which_items_came_changes_nothing(
    seen: list[Occurrence], until: datetime, chance: object
) -> None:
    mixed = list(seen)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert judge(RULE, mixed, until).alerts == judge(RULE, seen, until).alerts


@given(occurrences, later, later)
def test_what_was_raised_stays_raised(
    seen: list[Occurrence], one: datetime, other: datetime
) -> None:
    soon, late = sorted((one, other))
    seen = [each for each in seen if each.at <= soon]

    before = {alert.because: alert.raised for alert in judge(RULE, seen, soon).alerts}
    after = {alert.because: alert.raised for alert in judge(RULE, seen, late).alerts}

    assert before.items() <= after.items()
