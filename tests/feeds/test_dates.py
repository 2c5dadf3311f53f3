"""Times as feeds write them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.dates import epoch, plausible, read

MOMENT = datetime(2026, 2, 17, 17, 36, 36, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Tue, 17 Feb 2026 17:36:36 GMT",
        "Tue, 17 Feb 2026 17:36:36 +0000",
        "Tue, 17 Feb 2026 17:36:36 +0000 GMT",
        "17 Feb 26 17:36:36 Z",
        "Tue, 17 Feb 2026 12:36:36 EST",
        "Tue, 17 February 2026 18:36:36 CET",
        "Tue,17-Feb-2026 17:36:36 UT",
        "mar. 17 f\u00e9vr. 2026 18:36:36 +01:00",
        "Di, 17 Feb 2026 18:36:36 MEZ",
        "Tue Feb 17 2026 18:36:36 GMT+0100 (Central European Standard Time)",
        "February 17, 2026 12:36:36 PM EST",
        "2026-02-17T17:36:36Z",
        "2026-02-17T17:36:36.250Z",
        "2026-02-17T12:36:36-0500",
        "2026-02-17T23:06:36+05:30",
        "2026-02-17 17:36:36 UTC",
        "20260217T173636Z",
    ],
)
def test_a_moment_is_read_in_every_shape(text: str) -> None:
    stamp = read(text)

    assert stamp is not None
    assert (stamp.at, stamp.precision, stamp.zoned) == (MOMENT, "second", True)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-17",
        "2026/02/17",
        "17.02.2026",
        "17 Feb 2026",
        "Tuesday, 17 February 2026",
        "Feb 17, 2026",
        "17 de febrero de 2026",
        "17 februari 2026",
        "2026年2月17日",
        "2026년 2월 17일",
        "20260217",
    ],
)
def test_a_date_alone_is_a_day(text: str) -> None:
    stamp = read(text)

    assert stamp is not None
    assert (stamp.at, stamp.precision) == (datetime(2026, 2, 17, tzinfo=UTC), "day")


@pytest.mark.parametrize(
    "text",
    ["2026-02-17 17:36:36", "Tue Feb 17 17:36:36 2026", "Tue, 17 Feb 2026 17:36:36 Mars/Olympus"],
)
def test_no_zone_means_utc_and_is_told(text: str) -> None:
    stamp = read(text)

    assert stamp is not None
    assert (stamp.at, stamp.zoned) == (MOMENT, False)


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-02", "31 Feb 2026", "2026-13-01", "2026-02-17T25:00:00Z", "0"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read(text) is None


def test_midnight_at_the_end_of_a_day_is_the_next_day() -> None:
    stamp = read("Wed, 02 Oct 2002 24:00:00 GMT")

    assert stamp is not None
    assert stamp.at == datetime(2002, 10, 3, tzinfo=UTC)


def test_june_is_not_july_in_french() -> None:
    assert [getattr(read(f"4 {name} 2025"), "at", None) for name in ("juin", "juillet")] == [
        datetime(2025, 6, 4, tzinfo=UTC),
        datetime(2025, 7, 4, tzinfo=UTC),
    ]


def test_only_the_recent_past_is_plausible() -> None:
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)

    assert plausible(now + timedelta(hours=20), now)
    assert not plausible(now + timedelta(days=3), now)
    assert not plausible(datetime(1970, 1, 1, tzinfo=UTC), now)


def test_unix_times_come_in_seconds_and_milliseconds() -> None:
    seconds = MOMENT.timestamp()

    for value in (seconds, seconds * 1000):
        stamp = epoch(value)
        assert stamp is not None
        assert stamp.at == MOMENT
    assert epoch(float("nan")) is None
    assert epoch(1e300) is None


@given(st.integers(-30_000_000_000, 250_000_000_000))
def test_what_python_writes_is_read_back(seconds: int) -> None:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)

    for text in (moment.isoformat(), moment.strftime("%Y-%m-%d %H:%M:%S GMT")):
        stamp = read(text)
        assert stamp is not None
        assert stamp.at == moment


@given(st.text(alphabet="0123456789-/:., TZ+GMTfebpm年月日", max_size=60) | st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    stamp = read(text)

    assert stamp is None or stamp.at.utcoffset() == timedelta(0)
