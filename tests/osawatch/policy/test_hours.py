"""The hours of the network: in the post's own zone, past midnight too."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osawatch.policy import hours
from osawatch.policy.hours import HoursError, Span

OFFICE = "Mon-Fri 08:00-18:00; Sat 10:00-12:00"
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "is_open"),
    [
        (0, 8, True),
        (0, 7.99, False),
        (4, 17.9, True),
        (4, 18, False),
        (5, 11, True),
        (6, 11, False),
    ],
)
def test_a_week_of_an_office_opens_and_shuts(day: int, clock: float, is_open: bool) -> None:
    moment = MONDAY + timedelta(days=day, hours=clock)
    assert hours.open_at(OFFICE, moment, "UTC") is is_open


def test_the_clock_is_that_of_the_post() -> None:
    assert hours.open_at(OFFICE, MONDAY + timedelta(hours=3, minutes=30), "Asia/Almaty")
    assert not hours.open_at(OFFICE, MONDAY + timedelta(hours=17), "Asia/Almaty")


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    night = "Sun 22:00-02:00"
    assert hours.open_at(night, MONDAY + timedelta(hours=1), "UTC")
    assert not hours.open_at(night, MONDAY + timedelta(hours=23), "UTC")


def test_no_hours_are_all_hours() -> None:
    assert hours.open_at("", MONDAY, "UTC")
    assert hours.opens("", MONDAY, "UTC") is None


def test_days_may_run_past_sunday() -> None:
    assert [one.day for one in hours.read("Sat-Mon 09:00-10:00")] == [5, 6, 0]
    assert hours.read("Mon 00:00-24:00") == (Span(0, 0, 1440),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("always", "is not like"),
        ("Mon-Fry 08:00-18:00", "fry is none of"),
        ("Mon 08:00-25:00", "25:00 is no time of day"),
        ("Mon 08:00-08:00", "begins when it ends"),
        ("Mon 08:61-09:00", "08:61 is no time of day"),
    ],
)
def test_words_that_are_no_hours_are_told(text: str, told: str) -> None:
    with pytest.raises(HoursError, match=told):
        hours.read(text)


@given(st.integers(0, 10_079), st.sampled_from(["UTC", "Asia/Almaty", "America/Bogota"]))
def test_the_time_that_is_told_is_the_next_at_which_it_is_open(minute: int, zone: str) -> None:
    moment = MONDAY + timedelta(minutes=minute)
    opens = hours.opens(OFFICE, moment, zone)
    if opens is None:
        assert hours.open_at(OFFICE, moment, zone)
        return
    assert opens > moment.astimezone(ZoneInfo(zone))
    assert hours.open_at(OFFICE, opens, zone)
    assert not hours.open_at(OFFICE, opens - timedelta(minutes=1), zone)
