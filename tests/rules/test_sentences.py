"""Where sentences end, and which language a text may be in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.fold import fold
from rules.language import spoken
from rules.sentences import MOST, paragraphs, starts
from rules.sentences import folded as places


def split(text: str, *, title: bool = False) -> list[str]:
    places = [*starts(text, title=title), len(text)]
    return [text[a:b].strip() for a, b in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("The U.S. House acts. It says so.", ["The U.S. House acts.", "It says so."]),
        ("Announcement No. 70 of Mr. Smith.", ["Announcement No. 70 of Mr. Smith."]),
        ("Es gilt ab dem 1. Januar. Danach nicht.", ["Es gilt ab dem 1. Januar.", "Danach nicht."]),
        ("It grew 3.5 percent. «Good.» Yes.", ["It grew 3.5 percent.", "«Good.»", "Yes."]),
        ("中国禁止出口。美国回应！好", ["中国禁止出口。", "美国回应！", "好"]),
        ("第一；第二", ["第一；", "第二"]),
        ("سؤال؟ جواب", ["سؤال؟", "جواب"]),
        ("line one\nline two", ["line one", "line two"]),
        ("no stop", ["no stop"]),
        ("", [""]),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_would_stop(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_a_title_goes_on_after_a_semicolon() -> None:
    assert len(split("Controls on chips; correction", title=True)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "gallium and no full stop " * 200,
        "中国无需出口许可镓" * 500,
        "中国无需出口许可镓，" * 500,
        "نص بلا نقطة " * 300,
        "Gallium. " + "a list of words " * 200 + ". End.",
    ],
)
def test_what_is_far_too_long_for_a_sentence_is_cut_before_a_word(text: str) -> None:
    found = starts(text)

    assert found == sorted(set(found))
    assert max(end - begin for begin, end in pairwise([*found, len(text)])) <= MOST
    assert not any(text[one].isspace() for one in found)
    assert all(text[one - 1] in " .，" for one in found[1:] if " " in text or "，" in text)


def test_a_word_of_any_length_is_not_cut() -> None:
    assert starts("gallium " + "x" * 5 * MOST + " licence") == [0, 9 + 5 * MOST]


@given(st.text(max_size=200).map(lambda one: one * 30))
def test_places_of_cut_sentences_grow_in_the_folded_text_too(text: str) -> None:
    found = places(text, starts(text))

    assert found == sorted(found)
    assert all(0 <= one <= len(fold(text)) for one in found)


def test_paragraphs_begin_after_a_line_break() -> None:
    assert paragraphs("a\n\nb\nc\n") == [0, 3, 5]


@pytest.mark.parametrize(
    ("text", "said", "languages"),
    [
        ("Die Ausfuhr von Gallium wird nicht verboten", "", {"de"}),
        ("中国对镓实施管制", "", {"zh"}),
        ("ガリウムの輸出", "", {"ja"}),
        ("Китай ввёл запрет", "", {"ru", "uk"}),
        ("Заборона експорту її", "", {"uk"}),
        ("Gallium", "", None),
        ("Gallium", "nl", {"nl"}),
        ("The ban on the export of gallium is in force and will be", "nl", {"nl", "en"}),
        ("O preço da soja", "pt", {"pt"}),
    ],
)
def test_the_language_is_told_by_script_and_small_words(
    text: str, said: str, languages: set[str] | None
) -> None:
    assert spoken(fold(text), said) == languages
