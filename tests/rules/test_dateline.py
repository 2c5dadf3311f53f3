"""The city a report was filed from, and the country it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.dateline import filed
from rules.load import load
from rules.matcher import Matcher
from rules.model import Role, Text


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, built once."""
    return Matcher(load())


@pytest.mark.parametrize(
    ("text", "country", "city"),
    [
        ("SANTIAGO, Nov 3 (Reuters) - Workers", "CL", "SANTIAGO"),
        ("(Reuters) - PERTH, Nov 3 - A miner", "AU", "PERTH"),
        ("Lubumbashi, 3 nov (Reuters) - Une mine", "CD", "Lubumbashi"),
        ("Santiago de Chile, 3 nov (EFE).- Los mineros", "CL", "Santiago de Chile"),
        ("Tokio (dpa) - Die Regierung", "JP", "Tokio"),
        ("МОСКВА, 3 ноября. /ТАСС/. Рудник", "RU", "МОСКВА"),
        ("［東京 1日 ロイター］ - 鉱山", "JP", "東京"),
        ("新华社东京11月3日电 矿山", "JP", "东京"),
        ("[서울=연합뉴스] 광산", "KR", "서울"),
        ("الرياض 3 نوفمبر (رويترز) - منجم", "SA", "الرياض"),
    ],
)
def test_a_dateline_tells_the_country_of_its_city(text: str, country: str, city: str) -> None:
    found = filed(text)
    assert found is not None
    assert (found[0], text[found[1] : found[2]]) == (country, city)


@pytest.mark.parametrize(
    "text",
    [
        "Perth is a fine city",
        "In Santiago the (Reuters) report",
        "Apple (AAPL) shares rise",
        "The minister (Reuters) said",
        "Nowhereville (Reuters) - x",
        "",
    ],
)
def test_a_city_elsewhere_tells_none(text: str) -> None:
    assert filed(text) is None


@given(st.text("ABab ,.()-=/[]1東日 Reuters", max_size=120))
def test_any_head_of_a_text_can_be_read(text: str) -> None:
    found = filed(text)
    assert found is None or 0 <= found[1] < found[2] <= len(text)


def test_where_a_strike_was_reported_from_is_where_it_is(matcher: Matcher) -> None:
    text = Text(
        "Strike at copper mine", "SANTIAGO, Nov 3 (Reuters) - Copper mine workers strike.", "en"
    )
    found = matcher.match(text)
    assert found.countries == ("CL",)
    assert Role("CL", "supplier") in found.roles


def test_a_desk_abroad_counts_for_nothing_beside_a_country(matcher: Matcher) -> None:
    text = Text("Strike at copper mine in Peru", "LONDON, Nov 3 (Reuters) - Copper rose.", "en")
    assert "GB" not in {role.country for role in matcher.match(text).roles}


def test_a_desk_takes_no_measure(matcher: Matcher) -> None:
    text = Text("Export ban on gallium", "PERTH, Nov 3 (Reuters) - Export ban on gallium.", "en")
    assert matcher.match(text).roles == ()
