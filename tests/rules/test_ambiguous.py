"""Countries whose names mean other things too, and who does what to whom."""

from __future__ import annotations

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Role, Text
from rules.people import person


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, built once."""
    return Matcher(load())


@pytest.mark.parametrize(
    ("language", "title", "country"),
    [
        ("en", "Georgia bans exports of scrap metal", "GE"),
        ("en", "Turkey bans exports of boron", "TR"),
        ("en", "Chad suspends gold exports", "TD"),
        ("en", "Chad President Deby suspends gold exports", "TD"),
        ("en", "Jordan restricts phosphate exports", "JO"),
        ("en", "Guinea revokes bauxite licences", "GN"),
        ("en", "Papua New Guinea raises gold royalty", "PG"),
        ("en", "Congo suspends cobalt exports", "CD"),
        ("en", "Republic of Congo suspends potash exports", "CG"),
        ("en", "Niger nationalises uranium mine", "NE"),
        ("en", "Korea restricts urea exports", "KR"),
        ("en", "North Korea bans exports of graphite", "KP"),
        ("fr", "Le Niger suspend les exportations d'uranium", "NE"),
        ("fr", "Le Congo suspend les exportations de cobalt", "CD"),
        ("de", "Niger stoppt Uranexporte", "NE"),
        ("ar", "الأردن يقيد صادرات الفوسفات", "JO"),
    ],
)
def test_beside_a_measure_the_name_is_the_country(
    matcher: Matcher, language: str, title: str, country: str
) -> None:
    found = matcher.match(Text(title, language=language))
    assert found.countries == (country,)
    assert found.roles == (Role(country, "imposing"),)


@pytest.mark.parametrize(
    "title",
    [
        "Georgia governor signs bill to ban export of peaches",
        "Georgia lawmakers weigh steel tariffs",
        "Turkey prices rise before Thanksgiving",
        "roast turkey exports banned",
        "Chad Smith leaves the band; export ban on rice stays",
        "Michael Jordan buys a copper mine",
        "Guinea pigs are banned from export",
        "Niger Delta oil output halted by strike",
    ],
)
def test_the_other_meaning_names_no_country(matcher: Matcher, title: str) -> None:
    assert matcher.match(Text(title, language="en")).countries == ()


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Chad Smith sings", "Chad", True),
        ("CHAD SUSPENDS EXPORTS", "CHAD", False),
        ("Chad Suspends Gold Exports Again", "Chad", False),
        ("From Jordan the road leads on", "Jordan", False),
        ("Chad Smith flies to Chad", "Chad", False),
        ("Jordan Phosphate Mines sells more", "Jordan", False),
        ("", "Chad", False),
    ],
)
def test_a_capital_beside_it_tells_a_person(text: str, name: str, *, wanted: bool) -> None:
    assert person(Text(text, language="en"), name) is wanted


@pytest.mark.parametrize(
    ("language", "title", "imposing", "affected"),
    [
        ("en", "China bans exports of gallium to Japan", "CN", "JP"),
        ("en", "Gallium exports to Japan banned by China", "CN", "JP"),
        ("en", "EU sanctions against Russia", "EU", "RU"),
        ("en", "Russia hit by new EU sanctions", "EU", "RU"),
        ("en", "Tariffs on Chinese steel imposed by the US", "US", "CN"),
        ("nl", "Export van gallium naar Japan door China verboden", "CN", "JP"),
        ("fr", "La Russie visée par de nouvelles sanctions de l'UE", "EU", "RU"),
        ("es", "Rusia golpeada por nuevas sanciones de la UE", "EU", "RU"),
        ("ru", "Россия попала под новые санкции ЕС", "EU", "RU"),
    ],
)
def test_active_and_passive_tell_the_same(
    matcher: Matcher, language: str, title: str, imposing: str, affected: str
) -> None:
    roles = matcher.match(Text(title, language=language)).roles
    assert set(roles) == {Role(imposing, "imposing"), Role(affected, "affected")}
