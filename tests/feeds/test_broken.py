"""What goes wrong on the way: nothing of it is «no news»."""

import gzip
from pathlib import Path

import pytest

from feeds.model import Document
from feeds.parse import parse

DATA = Path(__file__).parents[1] / "data/feeds"
FEED = (DATA / "rss-2.0.xml").read_bytes()
HEAD = b'<rss version="2.0"><channel><title>t</title>'
TAIL = b"</channel></rss>"


def titles(document: Document) -> list[str]:
    return [item.title for item in document.items]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"<html><head><title>Access Denied</title></head></html>", "blocked"),
        (b"<html><body><h1>Just a moment...</h1></body></html>", "blocked"),
        (b"<!DOCTYPE html><script>window.gokuProps = {}</script>", "blocked"),
        ("<html><title>安全验证</title></html>".encode(), "blocked"),
        ("<html><body>Доступ ограничен</body></html>".encode("cp1251"), "blocked"),
        (b"Please limit requests to one every 5 seconds.", "blocked"),
        (b"<html><head><title>Our shop</title></head><body>Hello</body></html>", "not_a_feed"),
        (b"Not a feed at all", "not_a_feed"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "not_a_feed"),
        (b"PK\x03\x04abc", "not_a_feed"),
        (b"%PDF-1.7", "damaged"),
        (b"\x00\x01\x02\x03" * 50, "not_a_feed"),
        (b'<?xml version="1.0"?><urlset><url/></urlset>', "not_a_feed"),
        (b"\x1f\x8b\x08garbage", "damaged"),
        (gzip.compress(b" " * (17 << 20)), "too_big"),
        (HEAD, "damaged"),
        (HEAD + b"<item><title>half of", "damaged"),
    ],
)
def test_what_is_no_feed_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    document = parse(body)

    assert (document.outcome, document.reason, document.items) == ("refused", reason, ())
    assert document.problems


def test_a_page_that_names_its_feed_helps_the_reader() -> None:
    page = b"""<html><head><link rel="alternate" type="application/rss+xml"
    href="https://site.example/feed"></head><body>Welcome</body></html>"""

    assert "https://site.example/feed" in parse(page).problems[0].message


def test_an_honest_page_that_mentions_captchas_is_no_block() -> None:
    page = b"<html><title>News</title><body>" + b"word " * 400 + b"about captcha</body></html>"

    assert parse(page).reason == "not_a_feed"


@pytest.mark.parametrize("at", [b"<guid", b"</item>\n  </channel>", b"/2026/11/port"])
def test_a_feed_that_breaks_off_gives_the_entries_that_are_whole(at: bytes) -> None:
    cut = FEED.replace(b"<channel>", b"<channel><item><title>first</title></item>")
    cut = cut[: cut.index(at)]

    document = parse(cut)

    assert titles(document)[0] == "first"
    assert (document.outcome, document.reason) == ("partial", "damaged")
    assert "breaks off" in document.problems[-1].message


def test_a_feed_cut_at_any_byte_is_never_taken_for_whole() -> None:
    whole = titles(parse(FEED))
    end = FEED.rindex(b"</rss>") + len(b"</rss>")

    for length in range(0, end, 7):
        document = parse(FEED[:length])
        assert document.outcome != "parsed"
        assert titles(document) == whole[: len(document.items)]


@pytest.mark.parametrize(
    "body",
    [
        b"\n \t" + FEED,
        b"\xef\xbb\xbf" + FEED,
        FEED + b"\n<!-- cached --><script>if (a && b) {}</script>",
        b"<br />\n<b>Warning</b>: undefined in x.php\n" + FEED[FEED.index(b"<rss") :],
        gzip.compress(FEED),
        FEED.replace(b"A. Quill", b"A. Quill & Co &nbsp; \x06"),
        FEED.replace(b"<dc:creator>", b"<ns:x>y</ns:x><dc:creator>"),
        FEED.replace(b' isPermaLink="false"', b" isPermaLink=false"),
        FEED.replace(b'encoding="UTF-8"', b'encoding="utf-16"'),
        FEED.replace(b' encoding="UTF-8"', b""),
    ],
)
def test_common_faults_cost_nothing(body: bytes) -> None:
    document = parse(body)

    assert titles(document) == titles(parse(FEED))
    assert document.outcome == "parsed"


def test_ill_formed_entries_are_read_by_the_forgiving_parser() -> None:
    body = HEAD + b"<item><title>one</b></title></item><item><title>two<br></title></item>" + TAIL

    document = parse(body)

    assert titles(document) == ["one", "two"]
    assert document.outcome == "parsed"
    assert "Not well-formed" in document.problems[0].message


def test_entries_that_the_forgiving_parser_misses_make_it_partial() -> None:
    body = HEAD + b"<item><title>one</b></item>" + b"<item " + TAIL

    document = parse(body)

    assert document.outcome in {"partial", "refused"}
    assert document.reason == "damaged"


def test_the_forgiving_parser_may_fail_too() -> None:
    # feedparser takes a namespace apart at a hard blank and raises a ValueError
    body = HEAD.replace(b"<rss", b'<rss xmlns:a="h&#160;ttp://x"').replace(
        b"<title>", b"<a:b/><title>"
    )

    document = parse(body + b"<item><title>one</title></item><item><title>two</b></item>" + TAIL)

    assert titles(document)[0] == "one"
    assert (document.outcome, document.reason) == ("partial", "damaged")


def test_a_promise_that_is_kept_differently_is_kept() -> None:
    atom = (DATA / "atom-1.0.xml").read_bytes()

    assert parse(atom, format="rss").outcome == "parsed"


@pytest.mark.parametrize(
    "subset",
    [
        b'<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">',
        b'<!ENTITY b SYSTEM "file:///etc/passwd">',
    ],
)
def test_entity_bombs_and_thieves_are_refused(subset: bytes) -> None:
    body = b"<!DOCTYPE rss [" + subset + b"]>" + HEAD + b"<item><title>&b;</title></item>" + TAIL

    document = parse(body)

    assert (document.outcome, document.reason) == ("refused", "damaged")


def test_entities_of_a_document_are_not_expanded() -> None:
    body = b'<!DOCTYPE rss [<!ENTITY me "secret">]>' + HEAD + b"<item><title>a &me;</title></item>"

    assert titles(parse(body + TAIL)) == ["a &me;"]


@pytest.mark.parametrize("tag", [b"<a>", b"<item>", b"<div><p>", b"<![CDATA[", b"<!--", b"<", b"&"])
def test_floods_end_in_a_refusal_not_in_a_crash(tag: bytes) -> None:
    document = parse(HEAD + tag * 20_000)

    assert document.outcome == "refused"
