"""Goods kept out are an import ban, and what a house votes down is no measure."""

from __future__ import annotations

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Match, Role, Text


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, ready."""
    return Matcher(load())


def _read(matcher: Matcher, language: str, title: str) -> Match:
    return matcher.match(Text(title, language=language))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "China halts coal shipments from Australia"),
        ("nl", "China stopt kolenleveringen uit Australië"),
        ("de", "China stoppt Kohlelieferungen aus Australien"),
        ("fr", "La Chine bloque les cargaisons de charbon en provenance d'Australie"),
        ("es", "China frena los envíos de carbón desde Australia"),
        ("ru", "Китай остановил поставки угля из Австралии"),
        ("uk", "Китай зупинив постачання вугілля з Австралії"),
        ("pl", "Chiny wstrzymują dostawy węgla z Australii"),
        ("tr", "Çin, Avustralya'dan kömür sevkiyatını durdurdu"),
        ("id", "China hentikan pengiriman batu bara dari Australia"),
    ],
)
def test_who_stops_what_others_ship_closes_a_market(
    matcher: Matcher, language: str, title: str
) -> None:
    match = _read(matcher, language, title)

    assert match.measures == ("import-ban-boycott",)
    assert set(match.roles) >= {Role("CN", "imposing"), Role("AU", "affected")}


def test_who_stops_what_it_ships_itself_cuts_off(matcher: Matcher) -> None:
    match = _read(matcher, "ru", "Россия остановила поставки газа в Польшу")

    assert "supply-cutoff" in match.measures
    assert "import-ban-boycott" not in match.measures


def test_people_who_are_turned_back_at_a_border_are_no_goods(matcher: Matcher) -> None:
    assert _read(matcher, "nl", "Politie houdt migranten aan de grens tegen").measures == ()
    assert _read(matcher, "nl", "Polen houdt tarwe uit Oekraïne aan de grens tegen").measures == (
        "import-ban-boycott",
    )


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "MPs reject a ban on cobalt exports"),
        ("de", "Bundestag lehnt Ausfuhrverbot für Kobalt ab"),
        ("es", "El Congreso tumba la ley que prohibía exportar litio"),
        ("ru", "Депутаты отклонили запрет на вывоз кобальта"),
        ("zh", "议会否决钴出口禁令"),
        ("ko", "의회, 코발트 수출 금지 법안 부결"),
    ],
)
def test_what_a_house_votes_down_is_told_as_no_measure(
    matcher: Matcher, language: str, title: str
) -> None:
    assert _read(matcher, language, title).measures == ()


def test_an_end_that_a_house_votes_down_leaves_the_ban_standing(matcher: Matcher) -> None:
    match = _read(matcher, "en", "House rejects bill lifting ban on crude exports")

    assert match.measure_status == {"export-ban": "in_force"}


def test_a_house_that_rejects_the_measure_of_another_country_does_not_undo_it(
    matcher: Matcher,
) -> None:
    match = _read(matcher, "en", "European Parliament rejects US tariffs on steel")

    assert match.measures == ("import-tariff",)


def test_what_comes_instead_of_a_ban_is_told_and_the_ban_is_not(matcher: Matcher) -> None:
    match = _read(matcher, "de", "Jakarta setzt auf Exportabgabe statt Ausfuhrverbot für Bauxit")

    assert match.measures == ("export-tax",)


@pytest.mark.parametrize(
    ("language", "title", "states"),
    [
        ("en", "India temporarily lifts its ban on wheat exports", {"export-ban": "suspended"}),
        ("de", "Argentinien erhebt keine Exportsteuer mehr auf Mais", {"export-tax": "lifted"}),
        ("sv", "Kongo ersätter exportstoppet för kobolt med kvoter",
         {"export-ban": "lifted", "export-quota": "adopted"}),
        ("fr", "Pékin soumettrait l'exportation du néodyme à licence",
         {"export-licensing": "rumour"}),
    ],
)  # fmt: skip
def test_a_state_is_told_for_the_measure_it_is_meant_for(
    matcher: Matcher, language: str, title: str, states: dict[str, str]
) -> None:
    assert _read(matcher, language, title).measure_status == states


def test_two_who_act_together_both_impose(matcher: Matcher) -> None:
    match = _read(matcher, "en", "London and Canberra ban exports of helium to Russia")

    assert set(match.roles) == {
        Role("GB", "imposing"), Role("AU", "imposing"), Role("RU", "affected")
    }  # fmt: skip


def test_a_buyer_who_is_refused_does_not_impose(matcher: Matcher) -> None:
    match = _read(matcher, "nl", "Den Haag houdt Chinese overname van sensorbedrijf tegen")

    assert set(match.roles) == {Role("NL", "imposing"), Role("CN", "affected")}


@pytest.mark.parametrize(
    ("language", "title", "country"),
    [("fr", "Manille promulgue l'interdiction d'exporter le nickel", "PH"),
     ("ar", "الرئيس الفلبيني يوقع قانون حظر تصدير خام النيكل", "PH"),
     ("ja", "独、中国企業による半導体工場買収を阻止", "DE"),
     ("zh-Hant", "吉隆坡禁止稀土出口", "MY")],
)  # fmt: skip
def test_capitals_and_adjectives_tell_the_country_in_all_languages(
    matcher: Matcher, language: str, title: str, country: str
) -> None:
    assert country in _read(matcher, language, title).countries


@pytest.mark.parametrize(
    ("language", "title"),
    [("fr", "Varsovie rouvre sa frontière au colza ukrainien"),
     ("ru", "Польша вновь открыла границу для украинского рапса"),
     ("zh", "波兰重新开放边境，放行乌克兰油菜籽")],
)  # fmt: skip
def test_a_border_that_opens_again_ends_the_import_ban(
    matcher: Matcher, language: str, title: str
) -> None:
    assert _read(matcher, language, title).measure_status == {"import-ban-boycott": "lifted"}
