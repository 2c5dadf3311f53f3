"""Customs codes behind a hint: headings, lists, ranges, lost zeros; and numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.codes import shape_of
from rules.fold import fold
from rules.headings import Headings
from rules.load import load
from rules.matcher import Matcher
from rules.model import Text
from rules.watchlist import Code, Good


def good(name: str, *codes: tuple[str, str]) -> Good:
    """A good with customs codes."""
    return Good(id=name, names={}, codes=tuple(Code(*pair) for pair in codes))


HEADINGS = Headings.of(
    [
        good("gallium", ("81129289", "811292")),
        good("germanium", ("81129295", "811292")),
        good("antimony", ("81101000", "811010")),
        good("coffee", ("09011100", "090111")),
        good("magnets", ("85051110", "850511")),
    ]
)


def told(text: str) -> dict[str, list[str]]:
    """Goods and the words that name them."""
    found: dict[str, list[str]] = {}
    letters = fold(text).encode()
    if Headings.likely(letters, shape_of(letters)):
        for name, start, end in HEADINGS.find(text):
            found.setdefault(name, []).append(text[start:end])
    return found


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("export of goods under HS 8505", {"magnets"}),
        ("goods of headings 8110 and 8505", {"antimony", "magnets"}),
        ("codes HS 811292,811010,850511", {"gallium", "germanium", "antimony", "magnets"}),
        ("HS codes: 8110.10, 8505.11", {"antimony", "magnets"}),
        ("HS 8505 11 and 8110 10", {"magnets", "antimony"}),
        ("HS 8505111000", {"magnets"}),
        ("HS 8110.10-8112.92", {"antimony", "gallium", "germanium"}),
        ("HS 8110 to 8112", {"antimony", "gallium", "germanium"}),
        ("HS code 90111", {"coffee"}),
        ("HS code 9011100", {"coffee"}),
        ("税号 8110、8505 的物项", {"antimony", "magnets"}),
        ("海关商品编号：8110101000、8505119000", {"antimony", "magnets"}),
        ("коды ТН ВЭД 8110 и 8505", {"antimony", "magnets"}),
        ("HSコード8505の輸出", {"magnets"}),
        ("positions tarifaires 8110 et 8505", {"antimony", "magnets"}),
    ],
)
def test_codes_behind_a_hint_name_their_goods(text: str, goods: set[str]) -> None:
    assert set(told(text)) == goods


@pytest.mark.parametrize(
    "text",
    [
        "call 8505 1110 for the desk",
        "in 8505 cases of 8110",
        "HS 2022 edition, 12 March 2025",
        "the heading of page 12",
        "HS 8505/11 of the file",
        "under HS rules, room 8505",
        "code 12",
        "税号 12",
    ],
)
def test_numbers_of_other_kinds_name_nothing(text: str) -> None:
    assert told(text) == {}


def test_a_heading_gives_all_goods_below_it_at_its_place() -> None:
    assert told("see HS 8112") == {"gallium": ["8112"], "germanium": ["8112"]}


@given(st.text("HS codeing 0123456789.,-–、和and/", max_size=60))
def test_places_lie_in_the_text_and_hold_the_number(text: str) -> None:
    for _, start, end in HEADINGS.find(text):
        assert 0 <= start < end <= len(text)
        assert text[start].isdigit()
        assert text[end - 1].isdigit()


def test_a_list_of_an_announcement_is_understood_by_the_shipped_pack() -> None:
    title = "商务部公告：对税号 8112、8110 项下物项实施出口管制"
    match = Matcher(load()).match(Text(title, language="zh"))
    assert {"gallium", "germanium", "antimony"} <= {*match.goods, *match.mentions}
