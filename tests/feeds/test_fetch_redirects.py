"""Which redirects are followed, and what a move for good becomes: a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.errors import BadRedirect, FetchError
from feeds.fetch import Fetcher, Request, Response
from feeds.hops import Hop
from tests.hostile import FEED, Hostile, hostile_server


@pytest.fixture(scope="module")
def server() -> Iterator[Hostile]:
    with hostile_server() as hostile:
        yield hostile


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    made = Fetcher()
    yield made
    made.close()


def ask(fetcher: Fetcher, url: str, **more: object) -> Response:
    return fetcher.fetch(Request(url, local=True, deadline=10, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_only_a_move_for_good_is_proposed(
    server: Hostile, fetcher: Fetcher, status: int
) -> None:
    url = server.serve("/old", status, Location="/ok")

    found = ask(fetcher, url)

    assert (found.outcome, found.body, found.url) == ("ok", FEED, server.url("/ok"))
    assert found.moved_to == (server.url("/ok") if status in (301, 308) else "")


def test_a_move_behind_a_temporary_redirect_is_not_proposed(
    server: Hostile, fetcher: Fetcher
) -> None:
    url = server.serve("/first", 302, Location="/second")
    server.serve("/second", 301, Location="/ok")

    assert ask(fetcher, url).moved_to == ""


def test_a_move_is_proposed_as_far_as_it_is_for_good(server: Hostile, fetcher: Fetcher) -> None:
    url = server.serve("/first", 308, Location="/second")
    server.serve("/second", 302, Location="/ok")

    assert ask(fetcher, url).moved_to == server.url("/second")


def test_a_move_to_nothing_is_not_proposed(server: Hostile, fetcher: Fetcher) -> None:
    found = ask(fetcher, server.serve("/old", 301, Location="/nowhere"))

    assert (found.outcome, found.http, found.moved_to) == ("http_error", 404, "")


def test_five_redirects_are_followed_and_not_six(server: Hostile, fetcher: Fetcher) -> None:
    for number in range(6):
        server.serve(f"/hop{number}", 302, Location=f"/hop{number + 1}" if number < 5 else "/ok")

    assert ask(fetcher, server.url("/hop1")).outcome == "ok"
    assert ask(fetcher, server.url("/hop0")).outcome == "redirect"


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/loop", "redirect"),
        ("/to-file", "redirect"),
        ("/to-password", "redirect"),
        ("/to-port", "redirect"),
        ("/to-nowhere", "redirect"),
        ("/to-nonsense", "redirect"),
        ("/to-metadata", "private_address"),
    ],
)
def test_a_redirect_to_where_no_feed_can_be_is_refused(
    server: Hostile, fetcher: Fetcher, path: str, outcome: str
) -> None:
    found = ask(fetcher, server.url(path))

    assert found.outcome == outcome
    assert found.detail


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://paper.example/", "paper.example", "", "http://", "http://[::1",
     "http://user:pw@paper.example/", "https://paper.example:25/", "data:,x", "http://a\nb/"],
)  # fmt: skip
def test_an_address_that_is_none_is_not_asked(fetcher: Fetcher, url: str) -> None:
    found = fetcher.fetch(Request(url))

    assert (found.outcome, found.http) == ("redirect", 0)


def test_https_is_never_left_even_by_a_detour() -> None:
    start = Hop.first("http://paper.example/feed")
    secure = start.redirected(301, "https://paper.example/feed")

    with pytest.raises(FetchError, match="leaves https"):
        secure.redirected(302, "http://paper.example/feed")
    assert start.redirected(302, "http://www.paper.example/").url.scheme == "http"


def test_validators_stay_with_the_host_that_gave_them(server: Hostile, fetcher: Fetcher) -> None:
    url = server.serve("/over", 302, Location=server.url("/ok", "localhost"))

    ask(fetcher, url, etag='"mine"', last_modified="mine")

    first, second = (hit.headers for hit in server.hits[-2:])
    assert (first["if-none-match"], first["if-modified-since"]) == ('"mine"', "mine")
    assert not {"if-none-match", "if-modified-since"} & set(second)


def test_validators_follow_a_redirect_within_the_host(server: Hostile, fetcher: Fetcher) -> None:
    ask(fetcher, server.serve("/within", 302, Location="/ok"), etag='"mine"')

    assert [hit.headers["if-none-match"] for hit in server.hits[-2:]] == ['"mine"', '"mine"']


def test_validators_that_came_from_behind_a_redirect_go_there_only(
    server: Hostile, fetcher: Fetcher
) -> None:
    url = server.serve("/over", 301, Location=server.url("/ok", "localhost"))
    first = ask(fetcher, url)

    ask(fetcher, url, etag=first.etag, validated_url=first.url)

    old, new = (hit.headers for hit in server.hits[-2:])
    assert "if-none-match" not in old
    assert new["if-none-match"] == first.etag


def test_a_location_in_utf_8_is_followed(server: Hostile, fetcher: Fetcher) -> None:
    server.serve("/%E6%96%B0", body=FEED)
    url = server.serve("/old", 302, Location="/新".encode().decode("latin-1"))

    assert ask(fetcher, url).outcome == "ok"


@given(st.text(max_size=60))
def test_any_location_is_followed_or_refused(location: str) -> None:
    start = Hop.first("https://paper.example/feed")

    with suppress(BadRedirect):
        hop = start.redirected(301, location)
        assert hop.url.scheme == "https"
        assert hop.moved_to == str(hop.url)
