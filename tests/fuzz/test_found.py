"""What a fuzzer found once is refused in words now; each input was written small by us."""

from __future__ import annotations

from contextlib import suppress

import pytest

from feeds.parse import parse
from tests.fuzz import made, small
from tests.fuzz.__main__ import campaign
from tests.fuzz.targets import targets

DEEP = b"[" * 5000
FOUND = {
    "nested a thousand deep": ("lists", DEEP),
    "a record nested deep": ("lists", b'{"source_list_url":1,"results":' + DEEP),
    "a cost without an end": ("key files", small.KEYS[1].replace(b"65536", b"1e999")),
    "a return in the first line": ("heads of trade files", b"t,i,j\rk,v,q\n2023,1,2,3,4,5\n"),
    "a manifest that is a list": ("manifests of copies", b"[]"),
    "a field beyond what csv reads": ("lines of trade files", b"2023,1,2,3," + b"4" * 140_000),
    "a second without an end": ("files by hand", small.MAIL.replace(b":00 +", b":00" + b"9" * 20)),
    "a policy nested deep": ("policies", b"hosts = " + DEEP),
    "settings nested deep": ("settings", DEEP),
    "a time zone that is a list": ("settings", b'{"time_zone": ["Asia/Almaty"]}'),
    "searches nested deep": ("searches", DEEP),
    "signers nested deep": ("trust lists", DEEP),
    "a set-up's source at no address": (
        "set-ups",
        made.SETUPS[0].replace(b"https://a.example/f", b"http://["),
    ),
    "a history nested deep": ("history of OFAC", DEEP),
    "a plain list whose first line never ends": ("plain lists", b"id,na\rme\ra\rb,\r"),
    "a cell of a plain list without an end": (
        "plain lists",
        b"id,name\n1," + b"x" * 140_000,
    ),
    "a zone without an end": ("files by hand", small.MAIL.replace(b"+0000", b"+" + b"9" * 22)),
}


@pytest.mark.parametrize("name", sorted(FOUND))
def test_no_reader_breaks_on_what_broke_it_once(name: str) -> None:
    reader, body = FOUND[name]
    one = next(one for one in targets() if one.name == reader)

    with suppress(*one.raises):
        one.read(body)


def test_a_reader_stops_at_the_count_and_says_so() -> None:
    tally = campaign("opml", 60, 50, 1)

    assert (tally.tried, tally.whole, tally.crashes) == (50, True, 0)
    assert tally.line.endswith("count")


def test_a_letter_with_a_date_that_has_no_end_is_read_without_it() -> None:
    found = parse(small.MAIL.replace(b"+0000", b"+" + b"9" * 22), format="file")

    assert [one.title for one in found.items] == ["A note on zinc"]
