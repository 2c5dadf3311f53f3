"""A page names its feeds, in its head or in its text; a stranger's page harms nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.discover import MOST, FeedLink, common, named, says_feed

PAGE = "https://paper.example/news/"
HEAD = b"""<!doctype html><html><head><meta charset="utf-8"><title>Paper</title>
<link rel="stylesheet" type="text/css" href="/look.css">
<link rel="alternate" hreflang="nl" href="/nl/">
<link rel="ALTERNATE" type="application/rss+xml" title="K\xc3\xb6ln" href="/all.rss">
<link rel="alternate" type="application/atom+xml; charset=utf-8" href="world?f=1&amp;g=2">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate" type="application/rss+xml" title="Again" href="/all.rss">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
</head><body><a href="/feed">Feed</a></body>"""


def test_the_alternates_of_a_page_are_its_feeds_each_once_and_no_comments() -> None:
    assert named(HEAD, PAGE) == (
        FeedLink("https://paper.example/all.rss", "Köln", "rss"),
        FeedLink("https://paper.example/news/world?f=1&g=2", "", "atom"),
    )


def test_a_page_without_alternates_is_searched_for_links_that_say_so() -> None:
    page = b'<p><a href="/about">About</a> <a href="rss/trade.xml"> Trade <b>news</b></a></p>'

    assert named(page, PAGE) == (
        FeedLink("https://paper.example/news/rss/trade.xml", "Trade news"),
    )


def test_a_base_moves_what_is_relative() -> None:
    page = b'<base href="https://cdn.example/x/"><a href="feed">F</a>'

    assert named(page, PAGE)[0].url == "https://cdn.example/x/feed"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://a.example/feed", True),
        ("https://a.example/rss.php?id=2", True),
        ("https://a.example/news.xml", True),
        ("https://a.example/?format=atom", True),
        ("https://feed.example/", False),
        ("https://a.example/feedback", False),
        ("https://a.example/news/", False),
        ("https://a.example/transatom", False),
        ("nonsense", False),
    ],
)
def test_an_address_that_calls_itself_a_feed_is_known_by_its_path(url: str, *, says: bool) -> None:
    assert says_feed(url) is says


def test_the_usual_places_stand_on_the_same_site() -> None:
    assert {one.partition("/")[0] for one in common(PAGE)} == {"https:"}
    assert all(one.startswith("https://paper.example/") for one in common(PAGE))


def test_a_page_of_links_without_end_names_a_few() -> None:
    links = "".join(f'<a href="/feed/{n}">x</a>' for n in range(5_000)).encode()

    assert len(named(links, PAGE)) == MOST


@given(st.binary(max_size=2_000))
def test_no_page_makes_it_fail(body: bytes) -> None:
    assert isinstance(named(b"<html><head>" + body, PAGE), tuple)


@given(st.text(max_size=200))
def test_whatever_a_link_says_only_web_addresses_come_out(href: str) -> None:
    found = named(f'<a href="{href}/feed">x</a>'.encode("utf-8", "replace"), PAGE)

    assert all(one.url.startswith(("http://", "https://")) for one in found)
