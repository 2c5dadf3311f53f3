"""Whatever arrives: the parser answers, keeps its promises and never raises."""

import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from feeds.model import Document
from feeds.parse import parse

DATA = Path(__file__).parents[1] / "data/feeds"
BODIES = [path.read_bytes() for path in sorted(DATA.iterdir())]
REASONS = {"", "empty", "blocked", "not_a_feed", "damaged", "format_changed", "too_big"}
NOW = datetime(2026, 11, 25, tzinfo=UTC)
FRAGMENTS = [
    b"<item>", b"</item>", b"<entry>", b"</entry>", b"<title>", b"</title>", b"<link>", b"</rss>",
    b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&amp;", b"&#0;", b"&nbsp;", b"<!DOCTYPE rss [",
    b"<!ENTITY a 'b'>", b"]>", b"\xff\xfe", b"\x00", b"\xef\xbb\xbf", b'{"items": [', b"}", b"]",
    b"xmlns='http://www.w3.org/2005/Atom'", b"<?xml version='1.0' encoding='utf-16'?>", b"<?",
    b"?>", b"\xe9", b"\x1b$B", b"https://[", b"<a b=c d='", b"9" * 30, b"\xed\xa0\x80",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["items", "results", "count", "title", "url", "id", "version", "document_number",
                 "agencies", "errors", "not_found", "next_page_url", "authors", "tags", "message",
                 "publication_date", "date_published", "content_html", "filed_at", "abstract"]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)  # fmt: skip


def check(document: Document) -> None:
    assert document.reason in REASONS
    assert document.outcome in {"parsed", "partial", "refused"}
    if document.outcome == "refused":
        assert not document.items
        assert document.reason
    if document.outcome == "partial":
        assert document.items
        assert document.reason
    if document.outcome != "parsed" or not document.items:
        assert document.problems or not document.reason
    for item in document.items:
        assert item.title or item.url
        assert item.url == "" or item.url.startswith(("http://", "https://", "HTTP"))
        assert "\n" not in item.title + item.summary
        assert len(item.summary) <= 20_000


@given(st.binary(max_size=2_000))
def test_no_bytes_break_the_parser(body: bytes) -> None:
    check(parse(body, now=NOW))


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60))
def test_no_heap_of_feed_parts_breaks_the_parser(parts: list[bytes]) -> None:
    check(parse(b'<rss version="2.0"><channel>' + b"".join(parts), now=NOW))
    check(parse(b"".join(parts), now=NOW))


@given(st.sampled_from(BODIES), st.data())
def test_no_damage_to_a_real_shape_breaks_the_parser(body: bytes, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body)))
        to = data.draw(st.integers(at, min(len(body), at + 40)))
        body = body[:at] + data.draw(st.sampled_from(FRAGMENTS) | st.binary(max_size=8)) + body[to:]

    check(parse(body, url="https://a.example/feed?page=2", now=NOW))


@given(JSON)
def test_no_json_breaks_the_parser(value: object) -> None:
    check(parse(json.dumps(value).encode(), now=NOW))


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_no_frame_breaks_the_parser(url: str, content_type: str, promised: str) -> None:
    body = BODIES[0]

    check(parse(body, url=url, content_type=content_type, format=promised, now=NOW))
