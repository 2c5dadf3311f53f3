"""Folding: what meets what, and that every offset leads back to the words it came from."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import cldr
from rules import fold as folding
from rules.fold import Folded, fold, fold_both, fold_map, fold_places

SCRIPTS = st.text(
    st.one_of(
        st.characters(max_codepoint=0x24F),
        st.characters(min_codepoint=0x300, max_codepoint=0x6FF),
        st.characters(min_codepoint=0x900, max_codepoint=0x11FF),
        st.characters(min_codepoint=0x3040, max_codepoint=0x30FF),
        st.sampled_from("中国印度がパﾊﾟｶﾞ한국각ᄀ\u1161ᆨİıßﬁ™①ℓÅé\u0301\u0308\u3099ﾞ \n.,"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Côte d'Ivoire", " cote d ivoire "),
        ("Größe ÅLAND Łódź", " grosse aland lodz "),
        ("İstanbul ıssız", " istanbul issiz "),
        ("ＮＩＣＫＥＬ ﬁne", " nickel fine "),
        ("ёлка Йод Київ", " елка йод київ "),
        ("ガリウム ﾆｯｹﾙ", " ガリウム ニッケル "),
        ("ハ\u309aナマ", " パナマ "),
        ("أنتيمون مُحَمَّد", " انتيمون محمد "),
        ("हिन्दी भारत", " हिन्दी भारत "),
        ("한국", " 한국 "),
        ("\u1112\u1161\u11ab국", " 한국 "),
        ("TikTok在中国", " tiktok 在中国 "),
        ("Cae\u0301n co\u00adbalt", " caen cobalt "),
        ("Đồng Tháp", " dong thap "),
        ("ประเทศจีน", " ประเทศจีน "),
        ("", " "),
    ],
)
def test_words_meet_in_their_folded_form(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(SCRIPTS)
def test_folding_and_its_map_agree_and_run_forward(text: str) -> None:
    folded, offsets = fold_map(text)
    assert folded == fold(text)
    assert len(folded) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)


@given(SCRIPTS, SCRIPTS)
def test_the_short_way_over_bytes_ends_where_the_long_one_does(title: str, summary: str) -> None:
    assert fold(title) == folding._any_script(title)
    assert fold_both(title, summary) == f"{fold(title)}\n{fold(summary)}"


@given(st.lists(st.text(st.characters(max_codepoint=127), max_size=12), min_size=1, max_size=6))
def test_the_folded_places_of_parts_are_the_lengths_of_their_folds(parts: list[str]) -> None:
    texts = [f"{part} " for part in parts]
    offsets = [0, *accumulate(len(text) for text in texts[:-1])]
    lengths = [len(fold(text)) - 1 for text in texts]
    assert fold_places("".join(texts), offsets) == [sum(lengths[:n]) for n in range(len(offsets))]


# Scripts in which a mark is a letter: a name keeps every one of them.
MARKS_ARE_LETTERS = ["ja", "ko", "hi", "bn", "mr", "ne", "ta", "te", "kn", "ml", "si", "or", "gu",
                     "pa", "th", "lo", "km", "my", "ru", "uk", "bg", "sr", "mk"]  # fmt: skip
MARKS_ARE_DROPPED = ["ar", "fa", "ur", "he", "tr", "vi", "pl", "cs", "el", "fr", "pt"]


def _names(language: str) -> list[tuple[str, str]]:
    names = cldr.names(language)
    assert len(names) > 200
    return [(code, name) for code, spelled in names.items() for name in spelled]


@pytest.mark.parametrize("language", [*MARKS_ARE_LETTERS, *MARKS_ARE_DROPPED])
def test_a_name_of_a_country_means_the_same_composed_and_decomposed(language: str) -> None:
    for _, name in _names(language):
        apart = unicodedata.normalize("NFD", name)
        assert fold(apart) == fold(name)
        folded, offsets = fold_map(apart)
        assert (folded, offsets) == (fold(apart), sorted(offsets))
        first, last = Folded(apart).span(0, len(folded))
        assert fold(apart[first:last]) == folded


@pytest.mark.parametrize("language", MARKS_ARE_LETTERS)
def test_a_name_of_a_country_loses_no_mark_where_marks_are_letters(language: str) -> None:
    for _, name in _names(language):
        whole = unicodedata.normalize("NFKC", name.casefold())
        letters = [one for one in whole if unicodedata.category(one)[0] not in "ZPCS"]
        if language in ("ru", "uk", "bg", "sr", "mk"):
            letters = [{"ё": "е", "ґ": "г"}.get(one, one) for one in letters]
        assert fold(name).replace(" ", "") == "".join(letters)


@pytest.mark.parametrize("language", [*MARKS_ARE_LETTERS, *MARKS_ARE_DROPPED])
def test_no_two_countries_fold_to_one_name(language: str) -> None:
    owners: dict[str, set[str]] = {}
    written: dict[str, set[str]] = {}
    for code, name in _names(language):
        owners.setdefault(fold(name), set()).add(code)
        written.setdefault(name, set()).add(code)
    doubled = {name for name, codes in owners.items() if len(codes) > 1}
    assert doubled <= {fold(name) for name, codes in written.items() if len(codes) > 1}


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("ガボン", "ガボン"), ("パナマ", "パナマ"), ("ﾊﾟﾅﾏ", "パナマ"), ("ｶﾞﾎﾞﾝ", "ガボン"),
        ("カ\u3099ホ\u3099ン", "ガボン"), ("대한민국", "대한민국"), ("भारत", "भारत"),
        ("\u095bाम्बिया", "ज\u093cाम्बिया"),
        ("বাংলাদেশ", "বাংলাদেশ"), ("আন\u09cdড\u09c7\u09beরা", "আন\u09cdড\u09cbরা"),
        ("الإمارات", "الامارات"), ("إِيرَان", "ايران"), ("İran", "iran"), ("Irak", "irak"),
        ("Kırgızistan", "kirgizistan"), ("Việt Nam", "viet nam"), ("Đức", "duc"),
        ("ประเทศไทย", "ประเทศไทย"), ("Ўзбекистон", "ўзбекистон"), ("Ќ", "ќ"), ("К\u0301", "ќ"),
    ],
)  # fmt: skip
def test_names_that_a_simple_folding_would_turn_into_others(name: str, folded: str) -> None:
    assert fold(name) == f" {folded} "


@given(SCRIPTS, st.sampled_from(["gallium", "ガリウム", "галлий", "한국", "铜矿"]), SCRIPTS)
def test_a_word_is_found_again_in_the_original(before: str, word: str, after: str) -> None:
    text = Folded(f"{before} .{word}. {after}")
    start = text.folded.index(fold(word).strip(), len(fold(before)) - 1)
    first, last = text.span(start, start + len(fold(word).strip()))
    assert text.original[first:last] == word


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("In Cae\u0301n today", "caen", "Cae\u0301n"),
        ("輸出 ｶﾞﾘｳﾑ 規制", "ガリウム", "ｶﾞﾘｳﾑ"),
        ("the Straße again", "strasse", "Straße"),
        ("ﬁne co\u00adbalt", "cobalt", "co\u00adbalt"),
        ("x \u1112\u1161\u11ab국 y", "한국", "\u1112\u1161\u11ab국"),
        ("مُحَمَّد here", "محمد", "مُحَمَّد"),
    ],
)
def test_offsets_hold_also_where_letters_were_melted_or_dropped(
    text: str, word: str, original: str
) -> None:
    folded = Folded(text)
    start = folded.folded.index(word)
    first, last = folded.span(start, start + len(word))
    assert text[first:last] == original
