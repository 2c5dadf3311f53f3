"""Countries that goods only pass through."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Role, Text
from tests.rules.samples import match, pack


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, built once."""
    return Matcher(load())


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Nvidia AI chips reach Russia via Kazakhstan"),
        ("en", "Re-exports of semiconductors from Kazakhstan to Russia double"),
        ("nl", "Halfgeleiders bereiken Rusland door Kazachstan"),
        ("de", "Halbleiter gelangen über Kasachstan nach Russland"),
        ("fr", "Des semi-conducteurs arrivent en Russie via le Kazakhstan"),
        ("es", "Los semiconductores llegan a Rusia a través de Kazajistán"),
        ("pt", "Semicondutores chegam à Rússia através do Cazaquistão"),
        ("ru", "Микросхемы попадают в Россию через Казахстан"),
        ("uk", "Мікросхеми потрапляють до Росії через Казахстан"),
        ("pl", "Półprzewodniki trafiają do Rosji przez Kazachstan"),
        ("zh", "芯片经哈萨克斯坦流入俄罗斯"),
        ("ja", "半導体、カザフスタン経由でロシアへ"),
        ("ko", "반도체, 카자흐스탄 거쳐 러시아로"),
        ("tr", "Yarı iletkenler Kazakistan üzerinden Rusya'ya ulaşıyor"),
        ("ar", "أشباه الموصلات تصل إلى روسيا عبر كازاخستان"),
        ("id", "Semikonduktor masuk Rusia lewat Kazakhstan"),
    ],
)
def test_a_country_on_the_way_is_transit_in_every_language(
    matcher: Matcher, language: str, title: str
) -> None:
    roles = matcher.match(Text(title, language=language)).roles
    assert Role("KZ", "transit") in roles
    assert Role("KZ", "supplier") not in roles


def test_the_small_word_is_said_once_for_a_list(matcher: Matcher) -> None:
    title = "Semiconductors are re-exported through Turkey, Armenia and Kazakhstan"
    roles = matcher.match(Text(title, language="en")).roles
    assert {role.country for role in roles if role.role == "transit"} == {"TR", "AM", "KZ"}


def test_who_does_it_is_not_on_the_way(matcher: Matcher) -> None:
    for language, title in (
        ("pl", "Eksport galu zakazany przez Chiny"),
        ("nl", "Export van gallium verboden door China"),
        ("de", "Export von Gallium durch China verboten"),
    ):
        assert matcher.match(Text(title, language=language)).roles == (Role("CN", "imposing"),)


def test_a_way_round_a_ban_leaves_its_other_parts_alone(matcher: Matcher) -> None:
    title = "China bans exports of gallium to Japan via Vietnam"
    assert matcher.match(Text(title, language="en")).roles == (
        Role("CN", "imposing"),
        Role("JP", "affected"),
        Role("VN", "transit"),
    )


ON_THE_WAY = """\
schema: 1
id: way
title: A watched good passes somewhere
level: low
status: test
guidance: Ask the customs.
match:
  good: {watchlist: goods}
  country: {watchlist: countries, role: transit}
condition: good and country
tests:
  - {name: fires, item: {title: Gallium reaches China via Turkey}, expect: match}
  - {name: silent, item: {title: Gallium from Turkey}, expect: no-match}
"""


def test_the_words_that_say_so_are_the_evidence(tmp_path: Path) -> None:
    found = match(pack(tmp_path, ON_THE_WAY), "Gallium reaches China via Turkey")
    (hit,) = found.rules
    assert {one.text for one in hit.evidence if one.selection == "country"} == {"via Turkey"}
