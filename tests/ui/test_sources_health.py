"""How a source is doing: broken first, an age against its own rhythm, fourteen days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from feeds.model import PollOutcome
from tests.ui.desk_fake import source
from ui.sources import health
from ui.sources.add import sound
from ui.sources.health import Wanted

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ROW = source(
    last_polled=NOW, last_success=NOW, next_poll=NOW + timedelta(minutes=18),
    newest_item=NOW - timedelta(hours=36),
)  # fmt: skip


@pytest.mark.parametrize("outcome", get_args(PollOutcome))
def test_every_outcome_of_a_poll_has_a_state(outcome: str) -> None:
    assert health.state(replace(ROW, outcome=outcome)).name in (outcome, "ok")


def test_an_outcome_nobody_knows_still_asks_for_attention() -> None:
    assert health.state(replace(ROW, outcome="struck by lightning")).needs_attention


def test_a_new_address_is_offered_also_while_the_old_one_answers() -> None:
    assert health.state(replace(ROW, moved_to="https://new.example/rss")).name == "moved"


def test_a_source_that_is_off_needs_nobody_whatever_it_last_said() -> None:
    found = health.state(replace(ROW, enabled=False, outcome="gone"))

    assert (found.name, found.needs_attention) == ("off", False)


def test_a_format_we_cannot_read_says_so_before_its_outcome() -> None:
    assert health.state(replace(ROW, supported=False, outcome="")).name == "unsupported"


def test_a_server_that_cannot_be_reached_is_told_apart_from_one_that_answers_with_an_error() -> (
    None
):
    silent = replace(ROW, outcome="http_error", outcome_detail="unreachable: Connection refused")
    broken = replace(ROW, outcome="http_error", outcome_detail="503")

    assert health.state(silent).name == "unreachable"
    assert health.state(broken).name == "http_error"


def test_broken_sources_come_first_and_switched_off_ones_last() -> None:
    rows = [
        replace(ROW, id="off", enabled=False),
        replace(ROW, id="ok"),
        replace(ROW, id="stale", outcome="stale"),
        replace(ROW, id="gone", outcome="gone"),
    ]

    assert [row.id for row in health.order(rows)] == ["gone", "stale", "ok", "off"]


def test_the_tally_counts_every_source_once() -> None:
    rows = [ROW, ROW, replace(ROW, outcome="blocked"), replace(ROW, outcome="not_modified")]

    assert [(s.name, n) for s, n in health.tally(rows)] == [("ok", 3), ("blocked", 1)]


def test_the_age_is_told_in_rhythms_of_the_source_itself() -> None:
    assert health.beats(ROW, NOW) == 1.5
    assert health.beats(replace(ROW, rhythm_hours=None), NOW) is None
    assert health.beats(replace(ROW, newest_item=None), NOW) is None


def test_a_date_in_the_future_is_no_negative_age() -> None:
    assert health.age(replace(ROW, newest_item=NOW + timedelta(3)), NOW) == timedelta(0)


def test_fourteen_days_tell_items_emptiness_failure_and_silence_apart() -> None:
    today = NOW.date()
    days = (
        (today - timedelta(99), "ok", 9),
        (today - timedelta(4), "ok", 3),
        (today - timedelta(3), "ok", 0),
        (today - timedelta(2), "timeout", 0),
        (today, "offline", 0),
    )

    found = health.day_marks(replace(ROW, days=days), today)

    assert len(found) == 14
    assert found[-5:] == ("items", "empty", "failed", "none", "none")


def test_a_search_finds_words_in_any_order_and_in_any_field() -> None:
    assert Wanted(text="PRESS invented nl").takes(ROW)
    assert not Wanted(text="invented zz").takes(ROW)


def test_filters_are_joined_by_and() -> None:
    assert Wanted(kinds=frozenset({"official-gazette"}), languages=frozenset({"nl"})).takes(ROW)
    assert not Wanted(kinds=frozenset({"news"}), languages=frozenset({"nl"})).takes(ROW)
    assert not Wanted(attention=True).takes(ROW)
    assert Wanted(attention=True).takes(replace(ROW, outcome="empty"))


@pytest.mark.parametrize(
    "address",
    ["", "ftp://a.example/x", "javascript:alert(1)", "https://", "https://u:p@a.example/", "a b"],
)
def test_an_address_that_must_not_be_asked_is_refused(address: str) -> None:
    assert not sound(address)
    assert sound("https://www.gazette.example/rss")


def test_a_source_that_repeats_itself_or_was_not_read_to_its_end_says_so_in_words(
    qapp: object,
) -> None:
    from ui.sources import words

    del qapp
    idle = replace(ROW, outcome="stale", outcome_detail="nothing new since 2026-02-01")
    left = replace(ROW, outcome_detail="only the first 20 pages were asked")
    assert words.reason(idle, NOW).startswith("Answers, but says only what it said before")
    assert "only the first 20 pages were asked" in words.reason(left, NOW)
    same = replace(ROW, outcome="not_modified", outcome_detail="the same bytes as before")
    assert words.reason(same, NOW) == words.reason(ROW, NOW)
