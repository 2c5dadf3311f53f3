"""Who is told, who waits until when, and who never is: each with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.interruption import Manner, Verdict
from osawatch.model import Settings
from osawatch.notify.judge import judge, next_digest, quiet_until
from tests.ui.desk_fake import alert

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)  # a Wednesday
NIGHT = Settings(time_zone="Europe/Amsterdam", quiet_from="22:00", quiet_until="07:00")
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("changed", "manner", "settings", "why"),
    [
        ({"trial": True}, Manner(), Settings(), "trial"),
        ({"suppressed": "tier-c"}, Manner(), Settings(), "suppressed"),
        ({"status": "seen"}, Manner(), Settings(), "handled"),
        ({}, Manner(), Settings(notify_level="off"), "off"),
        ({"tier": "B"}, Manner(), Settings(), "tier"),
        ({"level": "medium"}, Manner(), Settings(notify_level="high"), "level"),
        ({}, Manner(desktop=False), Settings(), "rule"),
    ],
)
def test_what_may_not_interrupt_says_why(
    changed: dict[str, object], manner: Manner, settings: Settings, why: str
) -> None:
    found = judge(alert("a", **changed), manner, settings, NOW, NOW)

    assert (found.act, found.why) == ("never", why)


def test_what_may_is_told_at_once_and_a_story_only_once() -> None:
    assert judge(alert("a"), Manner(), Settings(), NOW, NOW) == Verdict("notify", "now")
    assert judge(alert("a"), Manner(), Settings(), NOW, NOW, {"card"}).why == "story"
    assert judge(alert("a"), Manner(), Settings(), NOW, NOW, here=True).why == "here"


def test_the_night_is_quiet_until_morning_in_the_zone_of_the_post() -> None:
    late = datetime(2026, 3, 4, 22, 30, tzinfo=UTC)  # 23:30 in Amsterdam
    morning = datetime(2026, 3, 5, 6, 0, tzinfo=UTC)

    assert judge(alert("a"), Manner(), NIGHT, late, late) == Verdict("wait", "quiet", morning)
    assert judge(alert("a"), Manner(), NIGHT, late, morning).act == "notify"
    assert judge(alert("a"), Manner(quiet_hours="ignore"), NIGHT, late, late).act == "notify"


def test_a_quiet_weekend_ends_on_monday_after_its_quiet_night() -> None:
    friday_night = datetime(2026, 3, 6, 23, 0, tzinfo=UTC)
    quiet = replace(NIGHT, quiet_weekend=True)

    assert quiet_until(quiet, friday_night) == datetime(2026, 3, 9, 6, 0, tzinfo=UTC)


def test_the_clock_that_jumps_in_spring_moves_the_end_of_the_night_with_it() -> None:
    night = datetime(2026, 3, 28, 23, 0, tzinfo=UTC)  # summer time begins at 01:00 UTC

    assert quiet_until(NIGHT, night) == datetime(2026, 3, 29, 5, 0, tzinfo=UTC)


def test_a_digest_waits_for_its_hour_and_then_is_told() -> None:
    daily = Settings(notify_digest="daily")
    due = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)

    assert judge(alert("a"), Manner(), daily, NOW, NOW) == Verdict("wait", "digest-desk", due)
    assert judge(alert("a"), Manner(), daily, NOW, due) == Verdict("notify", "now")


def test_the_digest_of_a_rule_goes_before_the_desks_and_may_be_all_it_has() -> None:
    manner, monday = Manner(desktop=False, digest="weekly"), datetime(2026, 3, 9, 8, tzinfo=UTC)

    found = judge(alert("a"), manner, Settings(notify_digest="daily"), NOW, NOW)

    assert found == Verdict("wait", "digest-rule", monday)


def test_the_desks_digest_holds_no_rule_that_breaks_quiet_hours() -> None:
    loud = Manner(quiet_hours="ignore")

    assert judge(alert("a"), loud, Settings(notify_digest="weekly"), NOW, NOW).act == "notify"


@given(
    start=CLOCKS, end=CLOCKS, weekend=st.booleans(), minutes=st.integers(0, 60 * 24 * 370),
    zone=st.sampled_from(["UTC", "Europe/Amsterdam", "Asia/Almaty", "America/New_York"]),
)  # fmt: skip
def test_every_wait_ends_later_and_within_nine_days(
    start: str, end: str, weekend: bool, minutes: int, zone: str
) -> None:
    now = NOW + timedelta(minutes=minutes)
    settings = Settings(
        time_zone=zone, quiet_from=start, quiet_until=end, quiet_weekend=weekend
    )  # fmt: skip

    until = quiet_until(settings, now)

    assert until is None or now < until <= now + timedelta(days=9)
    assert now < next_digest("weekly", settings, now) <= now + timedelta(days=8)
