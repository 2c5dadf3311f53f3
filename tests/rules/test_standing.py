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
