"""Headers and gzip, whatever bytes come."""

from __future__ import annotations

import gzip
import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import Damaged, FetchError, TooBig
from feeds.wire import MEMBERS, PIECE, Headers, unpacked

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def header(**values: str) -> Headers:
    return Headers({name.replace("_", "-"): value for name, value in values.items()})


@given(st.binary(max_size=2_000))
def test_what_was_packed_comes_out_again(body: bytes) -> None:
    if not body.startswith(b"\x1f\x8b"):
        assert unpacked(gzip.compress(body), 2_000) == body
        assert unpacked(body, 2_000) == body


@given(st.binary(max_size=300), st.integers(0, 300))
def test_nothing_longer_than_allowed_ever_comes_out(body: bytes, most: int) -> None:
    for sent in (body, gzip.compress(body), b"\x1f\x8b" + body):
        try:
            assert len(unpacked(sent, most)) <= most
        except FetchError as error:
            assert isinstance(error, TooBig | Damaged)  # noqa: PT017


@given(st.integers(1, 40))
def test_a_body_that_breaks_off_is_damaged(cut: int) -> None:
    with pytest.raises(Damaged):
        unpacked(gzip.compress(b"some text that is long enough")[:-cut], 1_000)


def test_members_that_follow_each_other_are_one_body() -> None:
    assert unpacked(gzip.compress(b"one ") + gzip.compress(b"two"), 100) == b"one two"
    assert (
        unpacked(gzip.compress(b"x" * 60) + gzip.compress(b"y" * 40), 100) == b"x" * 60 + b"y" * 40
    )
    with pytest.raises(TooBig):
        unpacked(gzip.compress(b"x" * 60) + gzip.compress(b"y" * 41), 100)


@pytest.mark.parametrize("size", [PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_a_body_of_many_pieces_comes_out_whole(size: int) -> None:
    noise = random.Random(size).randbytes(size)

    for body in (noise, b"\0" * size):
        assert unpacked(gzip.compress(body) * 2, 2 * size) == body * 2
        with pytest.raises(Damaged, match="broken off"):
            unpacked(gzip.compress(body)[:-1], size)


def test_members_without_end_are_refused() -> None:
    with pytest.raises(Damaged, match="members"):
        unpacked(gzip.compress(b"") * (MEMBERS + 1), 100)


def test_what_follows_a_whole_member_is_ignored() -> None:
    assert unpacked(gzip.compress(b"feed") + b"\0" * 512, 100) == b"feed"


def test_a_flipped_bit_is_damage_and_no_news() -> None:
    body = bytearray(gzip.compress(b"some text that is long enough"))
    body[-6] ^= 1

    with pytest.raises(Damaged):
        unpacked(bytes(body), 1_000)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        (format_datetime(NOW + timedelta(hours=1)), 3600.0),
        (format_datetime(NOW - timedelta(hours=1)), 0.0),
        ("Mon, 02 Mar 2026 13:00:00", 3600.0),
        ("-5", None),
        ("soon", None),
        ("1.5", None),
        ("", None),
        ("٣", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: float | None) -> None:
    assert header(retry_after=value).retry_after(NOW) == seconds


@given(st.text(max_size=60))
def test_no_header_makes_reading_it_fail(value: str) -> None:
    found = header(retry_after=value, cache_control=value, age=value)

    assert (found.retry_after(NOW) or 0) >= 0
    assert (found.max_age or 0) >= 0


@pytest.mark.parametrize(
    ("control", "age", "seconds"),
    [
        ("max-age=600", "", 600),
        ("public, Max-Age=600", "", 600),
        ("max-age=600", "700", 0),
        ("max-age=600", "x", 600),
        ("s-maxage=600", "", None),
        ("no-cache, max-age=600", "", None),
        ("", "", None),
    ],
)
def test_max_age_counts_what_is_left_of_it(control: str, age: str, seconds: float | None) -> None:
    assert header(cache_control=control, age=age).max_age == seconds


def test_the_first_of_two_equal_headers_counts() -> None:
    found = Headers.of([(b"ETag", b'"a"'), (b"etag", b'"b"')])

    assert found.validator("etag") == '"a"'
