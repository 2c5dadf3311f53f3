"""A stranger's markup becomes harmless plain text."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.text import SUMMARY, clean, literal, plain

UNSEEN = "\u202e\u202c\u2066\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad\U000e0041\x00\x08\x1b"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One Two"),
        ("One<br/>Two", "One Two"),
        ("re<b>fin</b>ing", "refining"),
        ("a &amp; b &#8211; c &nbsp; d", "a & b – c d"),
        ("&lt;p&gt;x &amp;amp; y&lt;/p&gt;", "x & y"),
        ("<script>var a = '<p>';</script>after", "after"),
        ("<STYLE>p {}</style >after", "after"),
        ("<script>never closed", "never closed"),
        ("a <!-- hidden <p> --> b", "a b"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ('<a href="x>y" title=\'"\'>link</a>', "link"),
        ('<img alt="odd> text "quoted" <b>on</b>', 'text "quoted" on'),
        ("cut <img src='x", "cut"),
        ("&#146;quoted&#x92;", "’quoted’"),
        ("<![CDATA[kept]]>", "kept]]>"),
    ],
)
def test_markup_becomes_text(markup: str, text: str) -> None:
    assert plain(markup) == text


def test_a_declared_plain_text_keeps_its_angle_brackets() -> None:
    assert literal("Use <T> &amp; go") == "Use <T> & go"


@pytest.mark.parametrize("char", list(UNSEEN))
def test_what_cannot_be_seen_is_dropped(char: str) -> None:
    assert clean(f"pro{char}test") == "protest"


def test_persian_and_emoji_keep_their_joiners() -> None:
    assert clean("می‌خواهم") == "می‌خواهم"
    assert clean("👩‍🔬") == "👩‍🔬"


def test_windows_punctuation_survives_a_wrong_declaration() -> None:
    assert clean("it\x92s caf\u00e9") == "it’s café"


def test_white_space_of_all_kinds_is_one_space() -> None:
    assert clean("a\u3000\u00a0\u2028\n\tb") == "a b"


def test_marks_do_not_pile_up() -> None:
    assert len(clean("a" + "\u0301" * 500)) < 10


def test_a_long_text_is_cut_and_shows_it() -> None:
    text = plain("word " * 50_000)

    assert len(text) <= SUMMARY
    assert text.endswith("…")


@given(st.text() | st.text(alphabet="<>&;/!-\"'abp# x[]"))
def test_any_text_ends_as_one_printable_line(markup: str) -> None:
    for text in (plain(markup), literal(markup), clean(markup)):
        assert text == " ".join(text.split())
        assert not any(char in UNSEEN for char in text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P"]), max_size=200))
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    escaped = html.escape(text.replace("&", "").replace("<", ""))

    assert plain(f"<p>{escaped}</p>") == clean(html.unescape(escaped))
