"""The state of a measure: what a «not», a question, a plan or a second clause make of it."""

from __future__ import annotations

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Text


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, ready."""
    return Matcher(load())


@pytest.mark.parametrize(
    ("language", "title", "state"),
    [
        ("en", "India will not lift its ban on rice exports", "in_force"),
        ("en", "India will not extend its ban on rice exports", "expired"),
        ("en", "India considers lifting its ban on rice exports", "in_force"),
        ("en", "India postpones planned ban on rice exports", "suspended"),
        ("en", "Will India ban rice exports?", "considered"),
        ("en", "How will India's ban on rice exports hit Africa?", "adopted"),
        ("en", "India bans rice exports, neighbours want talks", "adopted"),
        ("de", "Indien hebt Exportverbot für Reis nicht auf", "in_force"),
        ("nl", "India heft exportverbod voor rijst niet op", "in_force"),
        ("fr", "L'Inde ne lèvera pas l'interdiction d'exporter le riz", "in_force"),
        ("es", "India no levantará el veto a la exportación de arroz", "in_force"),
        ("ru", "Индия не снимет запрет на экспорт риса", "in_force"),
        ("tr", "Hindistan pirinç ihracat yasağını kaldırmayacak", "in_force"),
        ("ko", "인도, 쌀 수출 금지 해제하지 않기로", "in_force"),
        ("zh", "印度不会取消大米出口禁令", "in_force"),
        ("sv", "Indien häver inte exportförbudet för ris", "in_force"),
    ],
)
def test_a_state_is_read_with_the_words_around_it(
    matcher: Matcher, language: str, title: str, state: str
) -> None:
    match = matcher.match(Text(title, language=language))
    assert match.measures == ("export-ban",)
    assert match.measure_status.get("export-ban") == state


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "India has not banned rice exports"),
        ("en", "There is no export ban on rice, says Delhi"),
        ("nl", "India verbiedt export van rijst niet"),
        ("de", "Indien verbietet den Export von Reis nicht"),
        ("fr", "L'Inde n'interdit pas l'exportation de riz"),
        ("es", "India no ha prohibido la exportación de arroz"),
        ("pt", "Índia não proibiu a exportação de arroz"),
        ("ru", "Индия не запрещала экспорт риса"),
        ("uk", "Індія не забороняла експорт рису"),
        ("pl", "Indie nie zakazały eksportu ryżu"),
        ("cs", "Indie nezakázala vývoz rýže"),
        ("sv", "Indien förbjuder inte exporten av ris"),
        ("tr", "Hindistan pirinç ihracatını yasaklamadı"),
        ("id", "India tidak melarang ekspor beras"),
        ("ar", "الهند لم تحظر تصدير الأرز"),
        ("zh", "印度未禁止大米出口"),
        ("ja", "インド、コメの輸出を禁止しない"),
        ("ko", "인도, 쌀 수출 금지하지 않는다"),
    ],
)
def test_what_is_denied_is_no_measure_and_the_silence_says_why(
    matcher: Matcher, language: str, title: str
) -> None:
    match = matcher.match(Text(title, language=language))
    assert "export-ban" not in match.measures
    told = any(one.startswith("measure export-ban: ") for one in match.silences)
    assert told or language == "cs"  # there «ne-» makes another word


@pytest.mark.parametrize(
    ("title", "measures"),
    [
        ("China halts coal shipments from Australia", {"import-ban-boycott"}),
        ("Poland blocks wheat shipments from Ukraine", {"import-ban-boycott"}),
        ("Jakarta to halt bauxite shipments from June", {"export-ban"}),
    ],
)
def test_who_stops_what_comes_from_abroad_stops_an_import(
    matcher: Matcher, title: str, measures: set[str]
) -> None:
    assert set(matcher.match(Text(title, language="en")).measures) == measures


def test_a_levy_on_exports_is_none_on_imports(matcher: Matcher) -> None:
    match = matcher.match(Text("India legt de uitvoer van rijst een heffing op", language="nl"))
    assert match.measures == ("export-tax",)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Moscow does not rule out a ban on uranium exports"),
        ("en", "Moscow refuses to rule out a ban on uranium exports"),
        ("en", "Moscow hasn't ruled out a ban on uranium exports"),
        ("nl", "Moskou sluit een verbod op de export van uranium niet uit"),
        ("de", "Moskau schließt Exportverbot für Uran nicht aus"),
        ("fr", "Moscou n'exclut pas d'interdire les exportations d'uranium"),
        ("fr", "Moscou n'a pas exclu un embargo sur les exportations d'uranium"),
        ("es", "Moscú no descarta vetar las exportaciones de uranio"),
        ("pt", "Moscou não descarta proibir exportações de urânio"),
        ("it", "Mosca non esclude il divieto di esportazione dell'uranio"),
        ("ru", "Москва не исключает запрета на экспорт урана"),
        ("uk", "Москва не виключає заборони експорту урану"),
        ("pl", "Moskwa nie wyklucza zakazu eksportu uranu"),
        ("cs", "Moskva nevylučuje zákaz vývozu uranu"),
        ("sv", "Moskva utesluter inte exportförbud för uran"),
        ("zh", "俄罗斯不排除禁止铀出口"),
        ("zh", "俄羅斯不排除禁止鈾出口"),
        ("ja", "ロシア、ウラン輸出禁止を排除せず"),
        ("ko", "러시아, 우라늄 수출 금지 배제하지 않아"),
        ("ar", "روسيا لا تستبعد حظر تصدير اليورانيوم"),
        ("tr", "Rusya uranyum ihracat yasağını dışlamıyor"),
        ("id", "Rusia tidak menutup kemungkinan larangan ekspor uranium"),
    ],
)
def test_what_is_not_ruled_out_may_come(matcher: Matcher, language: str, title: str) -> None:
    match = matcher.match(Text(title, language=language))
    assert match.measure_status.get("export-ban") == "considered"
    assert ("RU", "imposing") in {(role.country, role.role) for role in match.roles}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Moscow rules out a ban on uranium exports"),
        ("de", "Moskau schließt Exportverbot für Uran aus"),
        ("fr", "Moscou exclut d'interdire les exportations d'uranium"),
        ("es", "Moscú descarta vetar las exportaciones de uranio"),
        ("zh", "俄罗斯排除禁止铀出口"),
    ],
)
def test_what_is_ruled_out_does_not_come(matcher: Matcher, language: str, title: str) -> None:
    assert "export-ban" not in matcher.match(Text(title, language=language)).measures


def test_more_that_is_not_ruled_out_leaves_what_is_done(matcher: Matcher) -> None:
    match = matcher.match(Text("China bans gallium exports and does not rule out further steps"))
    assert match.measure_status.get("export-ban") == "adopted"


def test_an_end_that_is_not_ruled_out_leaves_a_measure_in_force(matcher: Matcher) -> None:
    match = matcher.match(Text("India does not rule out lifting its ban on rice exports"))
    assert match.measure_status.get("export-ban") == "in_force"


def test_scrap_that_is_sold_scraps_no_ban(matcher: Matcher) -> None:
    match = matcher.match(Text("Turkey temporarily bars exports of copper scrap", language="en"))
    assert match.measure_status.get("export-ban") == "adopted"
