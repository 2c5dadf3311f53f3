"""Measures whose words meet: which of them is told, in what state, and by whom."""

from __future__ import annotations

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Match, Role, Text


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, built once."""
    return Matcher(load())


def read(matcher: Matcher, title: str, language: str = "en") -> Match:
    """One headline."""
    return matcher.match(Text(title, language=language))


def test_the_ban_is_told_and_not_its_pause(matcher: Matcher) -> None:
    found = read(matcher, "China pauses ban on antimony exports to US")
    assert found.measure_status == {"export-ban": "suspended"}


def test_a_verb_of_one_measure_tells_that_the_other_is_taken(matcher: Matcher) -> None:
    found = read(matcher, "Beijing hits back with 25% duties on American soybeans")
    assert found.measure_status == {"counter-sanctions": "adopted", "import-tariff": "adopted"}


def test_a_threat_with_a_measure_is_only_considered(matcher: Matcher) -> None:
    found = read(matcher, "China threatens retaliation over rare earths")
    assert found.measure_status == {"counter-sanctions": "considered"}


def test_words_of_one_own_tell_that_it_is_done(matcher: Matcher) -> None:
    found = read(matcher, "ЕС ввёл санкции против поставщика палладия", "ru")
    assert found.measure_status == {"sanctions-listing": "adopted"}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ja", "ロシア、濃縮ウランの対米輸出を禁止"),
        ("ko", "러시아, 농축 우라늄 미국 수출 금지"),
    ],
)
def test_the_last_word_of_a_headline_is_its_verb(
    matcher: Matcher, language: str, title: str
) -> None:
    assert read(matcher, title, language).measure_status == {"export-ban": "adopted"}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "India will not ban wheat exports"),
        ("ru", "Индия не будет запрещать экспорт пшеницы"),
        ("tr", "Hindistan buğday ihracatını yasaklamayacak"),
        ("nl", "India sluit exportverbod op tarwe uit"),
    ],
)
def test_a_denial_denies_its_own_words(matcher: Matcher, language: str, title: str) -> None:
    found = read(matcher, title, language)
    assert found.measures == ()
    assert found.silences


def test_a_strike_that_ends_is_no_strike(matcher: Matcher) -> None:
    found = read(matcher, "Strike at Peruvian copper mine ends")
    assert found.measures == ("restart",)
    assert found.roles == (Role("PE", "supplier"),)


def test_a_reserve_is_ours_or_anothers(matcher: Matcher) -> None:
    theirs = read(matcher, "Pentagon buys cobalt for strategic reserve")
    ours = read(matcher, "Germany buys cobalt for strategic reserve")
    assert (theirs.measures, ours.measures) == (("foreign-stockpiling",), ("eu-stockpile",))


def test_who_turns_the_tap_imposes_unless_something_happened(matcher: Matcher) -> None:
    turned = read(matcher, "Russia cuts off gas supplies to Moldova")
    assert turned.roles == (Role("RU", "imposing"), Role("MD", "affected"))
    blast = read(matcher, "Explosion at gas plant in Norway cuts gas supplies")
    assert Role("NO", "supplier") in blast.roles
    assert "imposing" not in {role.role for role in blast.roles}


def test_an_export_duty_is_no_import_duty(matcher: Matcher) -> None:
    found = read(matcher, "Индонезия рассматривает экспортную пошлину на никель", "ru")
    assert found.measures == ("export-tax",)


@pytest.mark.parametrize(
    ("language", "title", "good"),
    [
        ("ja", "カタール、LNGで不可抗力を宣言", "lng"),
        ("ko", "EU, 러시아 추가 제재 채택…LNG도 포함", "lng"),
        ("zh", "美国将AI芯片列入出口管制", "ai-accelerators"),
    ],
)
def test_latin_letters_end_where_another_script_begins(
    matcher: Matcher, language: str, title: str, good: str
) -> None:
    assert good in read(matcher, title, language).goods


@pytest.mark.parametrize(
    ("title", "language", "roles"),
    [
        ("New export controls on China for advanced chips", "en", {("CN", "affected")}),
        (
            "Washington weighs new chip export curbs on China and Russia", "en",
            {("US", "imposing"), ("CN", "affected"), ("RU", "affected")},
        ),
        (
            "Nederland breidt exportbeperkingen op China uit voor lithografiemachines", "nl",
            {("NL", "imposing"), ("CN", "affected")},
        ),
        ("Controls on China's rare-earth exports bite", "en", {("CN", "imposing")}),
        ("China tightens export controls on Chinese magnets", "en", {("CN", "imposing")}),
        ("Indonesia lifts ban on nickel exports", "en", {("ID", "imposing")}),
    ],
)  # fmt: skip
def test_controls_on_a_country_hit_it_and_those_on_its_goods_may_be_its_own(
    matcher: Matcher, title: str, language: str, roles: set[tuple[str, str]]
) -> None:
    found = read(matcher, title, language)
    assert {(one.country, one.role) for one in found.roles} == roles


@pytest.mark.parametrize(
    "since",
    ["June", "1 May", "early 2027", "Monday", "next month", "the end of March", "Sept 3rd", "Q3"],
)
def test_a_date_is_no_origin(matcher: Matcher, since: str) -> None:
    assert read(matcher, f"Jakarta to halt bauxite shipments from {since}").measures == (
        "export-ban",
    )


@pytest.mark.parametrize("origin", ["Israel", "Mar del Plata", "Xinjiang"])
def test_a_place_is_an_origin(matcher: Matcher, origin: str) -> None:
    assert "import-ban-boycott" in read(matcher, f"Turkey bars shipments from {origin}").measures


def test_whom_a_rule_of_its_own_binds_is_not_who_is_hit(matcher: Matcher) -> None:
    bound = read(matcher, "Sanctions on Russian aluminium, binding on U.S. persons, are imposed")
    hit = read(matcher, "China imposes sanctions on U.S. persons over tungsten")

    assert Role("US", "affected") not in bound.roles
    assert Role("US", "affected") in hit.roles
