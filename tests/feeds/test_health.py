"""How a source is judged, and when it is asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.health import (
    LEAST_SILENCE,
    LONGEST_WAIT,
    MOST_SILENCE,
    UNKNOWN_SILENCE,
    Known,
    judge,
    next_poll,
    rhythm,
    silence,
    stale,
)
from feeds.model import Document, Item, PollOutcome, Problem

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
OUTCOMES = st.sampled_from(get_args(PollOutcome))


def document(*published: datetime | None, **more: Any) -> Document:
    items = tuple(Item("rss-2.0", published=at) for at in published)
    return Document("rss-2.0", items, **more)


def refused(reason: str, message: str = "why") -> Document:
    return Document("", outcome="refused", reason=reason, problems=(Problem(message),))


# -- judging


def test_a_feed_with_fresh_items_is_well() -> None:
    found = judge("ok", [document(NOW - HOUR)], Known(), NOW)

    assert (found.outcome, found.newest) == ("ok", NOW - HOUR)


@pytest.mark.parametrize(
    ("reason", "had_items", "outcome"),
    [
        ("blocked", True, "blocked"),
        ("not_a_feed", False, "not_a_feed"),
        ("not_a_feed", True, "format_changed"),
        ("format_changed", False, "format_changed"),
        ("empty", True, "empty"),
        ("", False, "not_a_feed"),
        ("something new", False, "not_a_feed"),
    ],
)
def test_a_document_that_was_refused_is_never_no_news(
    reason: str, had_items: bool, outcome: str
) -> None:
    found = judge("ok", [refused(reason)], Known(had_items=had_items), NOW)

    assert (found.outcome, found.detail) == (outcome, "why")


def test_half_a_document_is_damage() -> None:
    assert judge("ok", [document(NOW, outcome="partial")], Known(), NOW).outcome == "damaged"


def test_one_bad_page_among_good_ones_counts() -> None:
    found = judge("ok", [document(NOW), refused("blocked")], Known(), NOW)

    assert found.outcome == "blocked"


def test_a_sound_document_without_items_is_empty_and_not_quiet() -> None:
    assert judge("ok", [document()], Known(), NOW).outcome == "empty"


def test_a_fossil_that_answers_well_is_stale() -> None:
    found = judge("ok", [document(NOW - 3_100 * DAY)], Known(), NOW)

    assert (found.outcome, found.detail) == ("stale", "newest item 2017-09-05")


def test_a_fossil_stays_one_when_it_is_unchanged() -> None:
    known = Known(newest=NOW - 30 * DAY, rhythm_hours=4)

    assert judge("not_modified", [], known, NOW).outcome == "stale"


def test_a_date_in_the_future_does_not_make_a_fossil_young() -> None:
    found = judge("ok", [document(NOW - 400 * DAY, NOW + 400 * DAY)], Known(), NOW)

    assert found.outcome == "stale"


def test_items_without_dates_are_no_fossils() -> None:
    assert judge("ok", [document(None, None)], Known(), NOW).outcome == "ok"


def test_a_slow_gazette_may_be_quiet_for_longer_than_a_wire() -> None:
    monthly, hourly = 30 * 24.0, 1.0
    newest = NOW - 40 * DAY

    assert not stale(newest, monthly, NOW)
    assert stale(newest, hourly, NOW)


def test_a_move_for_good_is_told_when_all_else_is_well() -> None:
    found = judge("ok", [document(NOW)], Known(), NOW, moved_to="https://new.example/")

    assert (found.outcome, found.detail) == ("moved", "https://new.example/")


@given(OUTCOMES)
def test_a_failed_fetch_keeps_its_word(outcome: PollOutcome) -> None:
    if outcome not in ("ok", "not_modified"):
        found = judge(outcome, [], Known(), NOW, detail="fact")
        assert (found.outcome, found.detail) == (outcome, "fact")


# -- rhythm


def test_the_rhythm_is_the_longest_pause_that_is_usual() -> None:
    weekdays = [NOW + n * DAY for n in range(60) if (NOW + n * DAY).weekday() < 5]

    assert rhythm(weekdays) == 72.0
    assert rhythm(weekdays[:3]) is None
    assert rhythm([NOW] * 50) is None


def test_one_long_pause_does_not_change_the_rhythm() -> None:
    hourly = [NOW + n * HOUR for n in range(50)]

    assert rhythm([*hourly, NOW + 90 * DAY]) == 1.0


@given(st.one_of(st.none(), st.floats(0, 1e12)))
def test_silence_is_never_shorter_or_longer_than_sense(hours: float | None) -> None:
    assert LEAST_SILENCE <= silence(hours) <= MOST_SILENCE
    assert silence(None) == UNKNOWN_SILENCE


# -- the next poll


def test_a_source_is_asked_at_its_own_pace() -> None:
    assert next_poll(NOW, outcome="ok", poll_minutes=60) == NOW + HOUR


@pytest.mark.parametrize(
    ("hints", "hours"),
    [
        ({"ttl_minutes": 240}, 4),
        ({"max_age": 7_200.0}, 2),
        ({"ttl_minutes": 5, "max_age": 60.0}, 1),
        ({"max_age": 31_536_000.0}, 24),
        ({"ttl_minutes": 10**9}, 24),
    ],
)
def test_a_server_may_ask_for_a_slower_pace_up_to_a_day(hints: dict[str, Any], hours: int) -> None:
    assert next_poll(NOW, outcome="ok", poll_minutes=60, **hints) == NOW + hours * HOUR


def test_a_slow_source_keeps_its_own_pace_whatever_is_hinted() -> None:
    monthly = 30 * 24 * 60

    assert next_poll(NOW, outcome="ok", poll_minutes=monthly, max_age=1e6) == NOW + 30 * DAY
    assert next_poll(NOW, outcome="dns", poll_minutes=monthly, failures=9) == NOW + 30 * DAY


@pytest.mark.parametrize(
    ("rhythm_hours", "minutes"),
    [(None, 60), (0.1, 60), (8, 60), (16, 120), (24, 180), (400, 240), (1e300, 240)],
)
def test_a_source_that_speaks_seldom_is_asked_less_often(
    rhythm_hours: float | None, minutes: int
) -> None:
    found = next_poll(NOW, outcome="ok", poll_minutes=60, rhythm_hours=rhythm_hours)

    assert found == NOW + timedelta(minutes=minutes)


def test_a_source_is_left_alone_in_the_hours_it_names() -> None:
    due = NOW + HOUR
    this = due.weekday() * 24 + due.hour
    ask: dict[str, Any] = {"outcome": "ok", "poll_minutes": 60}

    assert next_poll(NOW, rest=frozenset({this}), **ask) == due + HOUR
    assert next_poll(NOW, rest=frozenset({(this + 1) % 168}), **ask) == due
    assert next_poll(NOW, rest=frozenset(range(168)), **ask) == due + DAY


def test_a_quiet_source_is_still_asked_four_times_a_day() -> None:
    found = next_poll(NOW, outcome="ok", poll_minutes=180, rhythm_hours=9_000)

    assert found == NOW + 6 * HOUR


@pytest.mark.parametrize(
    ("failures", "hours"), [(1, 1), (2, 2), (3, 4), (5, 16), (6, 24), (500, 24)]
)
def test_failures_in_a_row_slow_it_down_up_to_a_day(failures: int, hours: int) -> None:
    found = next_poll(NOW, outcome="timeout", poll_minutes=60, failures=failures)

    assert found == NOW + hours * HOUR


def test_a_host_that_is_too_busy_and_says_no_time_gets_twice_the_pause_at_once() -> None:
    found = next_poll(NOW, outcome="rate_limited", poll_minutes=60, failures=1)

    assert found == NOW + 2 * HOUR


def test_retry_after_is_obeyed_instead_of_guessing() -> None:
    ask = {"outcome": "rate_limited", "poll_minutes": 60, "failures": 5}

    assert next_poll(NOW, retry_after=3 * 3600.0, **ask) == NOW + 3 * HOUR  # type: ignore[arg-type]
    assert next_poll(NOW, retry_after=5.0, **ask) == NOW + HOUR  # type: ignore[arg-type]
    assert next_poll(NOW, retry_after=1e30, **ask) == NOW + LONGEST_WAIT  # type: ignore[arg-type]


def test_what_is_gone_is_asked_once_a_day_at_most() -> None:
    assert next_poll(NOW, outcome="gone", poll_minutes=15, failures=1) == NOW + DAY


def test_jitter_only_ever_adds() -> None:
    found = [next_poll(NOW, outcome="ok", poll_minutes=60, jitter=j) for j in (0.0, 0.5, 1.0, 7.0)]

    assert found == [NOW + timedelta(minutes=m) for m in (60, 63, 66, 66)]


@given(
    outcome=OUTCOMES,
    poll_minutes=st.integers(-5, 10**6),
    failures=st.integers(0, 10**9),
    ttl_minutes=st.integers(-5, 10**12),
    max_age=st.one_of(st.none(), st.floats(0, 1e300)),
    retry_after=st.one_of(st.none(), st.floats(0, 1e300)),
    rhythm_hours=st.one_of(st.none(), st.floats(0, 1e300)),
    jitter=st.floats(0, 1),
)
def test_no_hint_makes_it_sooner_than_its_pace_or_later_than_a_week(
    poll_minutes: int, **hints: Any
) -> None:
    own = timedelta(minutes=max(poll_minutes, 1))

    found = next_poll(NOW, poll_minutes=poll_minutes, **hints)

    assert NOW + own <= found <= NOW + max(own, LONGEST_WAIT) * 1.11
