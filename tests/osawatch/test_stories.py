"""Near-copies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from osawatch.stories import KEPT, near_copy, shingles, sketch

TEXT = (
    "The ministry said on Monday that exports of gallium will need a licence from the first of"
    " April, and that pending contracts may be completed until the end of the month."
)


def near(one: tuple[str, str], other: tuple[str, str], *, same: bool = False) -> bool:
    return near_copy(sketch(*one), sketch(*other), same_source=same)


def test_the_same_report_in_another_paper_is_a_copy() -> None:
    assert near(
        ("Gallium needs a licence", TEXT), ("Licence duty for gallium", f"{TEXT} More soon.")
    )


@given(st.text(st.characters(max_codepoint=127)))
def test_a_plain_text_has_the_shingles_it_has_with_an_accented_word_behind_it(text: str) -> None:
    alone, longer = shingles(text), shingles(f"{text} \u00e9\u00e9n")

    assert alone <= longer
    assert len(longer - alone) <= 1


def test_another_report_of_the_same_event_is_not_a_copy() -> None:
    other = "Traders in Rotterdam expect higher prices after the gallium announcement of this week."

    assert not near(("Gallium needs a licence", TEXT), ("Prices up", other))


def test_the_notices_of_one_gazette_are_each_an_act() -> None:
    one = ("Notice 23 on export control", TEXT)
    other = ("Notice 39 on export control", TEXT.replace("gallium", "graphite"))

    assert near(one, other)
    assert not near(one, other, same=True)


def test_short_texts_are_no_copies_unless_the_whole_title_is_equal() -> None:
    assert not near(("Market update", ""), ("Market update", ""))
    title = "China sets a licence duty for gallium and germanium exports"
    assert near((title, ""), (title, "A summary that says something of its own entirely."))


def test_chinese_copies_are_found_by_runs_of_signs() -> None:
    text = (
        "商务部今日发布公告，自四月一日起对镓、锗相关物项实施出口许可管理，"
        "已签合同可于月底前履行完毕。"
    )

    assert near(("公告", text), ("镓锗管制", f"本报讯 {text}"))
    assert not near(
        ("公告", text), ("罢工", "智利北部一座铜矿的工人周一开始罢工，公司表示每日损失数百万美元。")
    )


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_has_a_sketch_and_is_alike_to_itself(title: str, summary: str) -> None:
    found = sketch(title, summary)

    assert len(found.hashes) <= KEPT + 1
    if found.title or len(found.shingles) >= 6:
        assert near_copy(found, found, same_source=False)
