"""Where sentences end, and which language a text may be in."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rules.fold import fold
from rules.language import spoken
from rules.sentences import paragraphs, starts


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
