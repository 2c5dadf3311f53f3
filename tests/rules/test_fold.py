"""Folding: what meets what, and that every offset leads back to the words it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.fold import Folded, fold, fold_map

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
