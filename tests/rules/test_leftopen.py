"""What is not ruled out: a measure, its end, or something else beside it."""

from __future__ import annotations

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Text


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, ready."""
    return Matcher(load())


def _state(matcher: Matcher, language: str, title: str) -> str | None:
    return matcher.match(Text(title, language=language)).measure_status.get("export-ban")


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Peru bans exports of tin but does not rule out lifting the ban"),
        ("en", "Peru bans exports of tin and does not rule out easing the ban in spring"),
        ("en", "Peru halts tin exports; lifting the ban not ruled out"),
        ("en", "Peru has banned exports of tin, not ruling out a partial lifting"),
        ("nl", "Peru heeft de export van tin verboden en sluit opheffing van het verbod niet uit"),
        ("nl", "Peru verbiedt export van tin, versoepeling niet uitgesloten"),
        ("de", "Peru verbietet den Export von Zinn, schließt eine Lockerung aber nicht aus"),
        ("de", "Peru hat den Export von Zinn verboten und schließt eine Aufhebung nicht aus"),
        ("fr", "Le Pérou interdit l'exportation d'étain mais n'exclut pas de lever l'interdiction"),
        ("es", "Perú prohíbe la exportación de estaño, pero no descarta levantar el veto"),
        ("pt", "Peru proíbe a exportação de estanho, mas não descarta suspender o veto"),
        ("it", "Il Perù vieta l'esportazione di stagno ma non esclude la revoca del divieto"),
        ("ru", "Перу запретило экспорт олова, но не исключает снятия запрета"),
        ("uk", "Перу заборонило експорт олова, але не виключає скасування заборони"),
        ("pl", "Peru zakazało eksportu cyny, ale nie wyklucza zniesienia zakazu"),
        ("cs", "Peru zakázalo vývoz cínu, ale nevylučuje zrušení zákazu"),
        ("sv", "Peru förbjuder export av tenn men utesluter inte att förbudet hävs"),
        ("zh", "秘鲁禁止锡出口，但不排除放松禁令"),
        ("ko", "페루, 주석 수출 금지…해제 배제하지 않아"),
        ("ja", "ペルー、錫の輸出を禁止　解除は排除せず"),
        ("ar", "بيرو تحظر تصدير القصدير ولا تستبعد رفع الحظر"),
        ("tr", "Peru kalay ihracatını yasakladı, yasağın kaldırılmasını dışlamıyor"),
    ],
)
def test_a_new_ban_whose_end_is_not_ruled_out_stands(
    matcher: Matcher, language: str, title: str
) -> None:
    assert _state(matcher, language, title) == "in_force"


@pytest.mark.parametrize(
    "title",
    [
        "Peru lifts ban on tin exports and does not rule out further easing",
        "Peru lifts ban on tin exports without ruling out new steps",
        "Without ruling out new steps, Peru lifts ban on tin exports",
    ],
)
def test_a_ban_that_ends_has_ended_whatever_else_may_come(matcher: Matcher, title: str) -> None:
    assert _state(matcher, "en", title) == "lifted"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "A ban on tin exports is not planned and ruled out, Peru says"),
        ("en", "Peru: a ban on tin exports will not happen, ruled out by minister"),
        ("en", "A ban on tin exports is not needed: off the table, says Peru"),
        ("en", "A ban on tin exports is not coming, off the table for good"),
        ("en", "Ban on tin exports not considered, ruled out, says Peru"),
        ("en", "A ban on tin exports is no longer an option and never was: ruled out, says Lima"),
        ("nl", "Peru sluit een deal en belooft exportverbod op tin niet uit te voeren"),
        ("nl", "Peru sluit een akkoord en voert het exportverbod op tin niet uit"),
        ("nl", "Peru sluit een akkoord en breidt het exportverbod op tin niet uit"),
        ("de", "Peru schließt Abkommen und führt das Exportverbot für Zinn nicht aus"),
        ("de", "Peru schließt Abkommen und weitet das Exportverbot für Zinn nicht aus"),
        ("sv", "Peru utesluter samtal och inför inte exportförbud för tenn"),
        ("fr", "L'interdiction d'exporter l'étain ne viendra pas, exclue par Lima"),
    ],
)
def test_two_denials_of_two_clauses_leave_nothing_open(
    matcher: Matcher, language: str, title: str
) -> None:
    assert "export-ban" not in matcher.match(Text(title, language=language)).measures


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Peru does not, for now, rule out a ban on tin exports"),
        ("en", "Peru is not ready to rule out a ban on tin exports"),
        ("en", "Ban on tin exports has not yet been ruled out, says Peru"),
        ("en", "A ban on exports of tin and cobalt is not ruled out, says Peru"),
        ("nl", "Peru sluit een exportverbod op tin, kobalt en grafiet niet uit"),
        ("de", "Peru schließt Exportverbot für Zinn, Kobalt und Graphit nicht aus"),
        ("nl", "Peru sluit een exportverbod op tin komende maand niet uit"),
        ("nl", "Peru sluit een exportverbod op tin vooralsnog niet uit"),
        ("de", "Peru schließt Exportverbot für Zinn vorerst nicht aus"),
        ("fr", "Le Pérou n'exclut toujours pas d'interdire les exportations d'étain"),
        ("zh", "秘鲁不会排除禁止锡出口"),
        ("de", "Peru schließt nicht aus, den Export von Zinn zu verbieten"),
        ("ru", "Перу не исключает, что запретит экспорт олова"),
    ],
)
def test_words_in_between_leave_a_measure_open(matcher: Matcher, language: str, title: str) -> None:
    assert _state(matcher, language, title) == "considered"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Nothing ruled out on ban on exports of tin, Peru says"),
        ("en", "Peru rules nothing out on a ban on tin exports"),
        ("en", "Peru says nothing is yet ruled out, including an export ban on tin"),
        ("nl", "Peru sluit niets uit: exportverbod op tin mogelijk"),
        ("nl", "Niets uitgesloten over exportverbod op tin, zegt Peru"),
        ("de", "Peru schließt beim Exportverbot für Zinn nichts aus"),
        ("fr", "Le Pérou n'exclut rien sur l'interdiction d'exportation d'étain"),
        ("es", "Perú no descarta nada sobre la prohibición de exportación de estaño"),
        ("pt", "Peru não descarta nada sobre a proibição de exportação de estanho"),
        ("it", "Il Perù non esclude nulla sul divieto di esportazione di stagno"),
    ],
)
def test_where_nothing_is_ruled_out_the_measure_is_not(
    matcher: Matcher, language: str, title: str
) -> None:
    assert _state(matcher, language, title) == "considered"


def test_nothing_that_comes_out_of_a_land_is_nothing_ruled_out(matcher: Matcher) -> None:
    title = "Peru sluit grens met exportverbod op tin, waardoor niets uit het land komt"
    assert _state(matcher, "nl", title) != "considered"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "A ban on tin exports, which Peru has not ruled out, would hit Europe"),
        ("nl", "Een exportverbod op tin, dat Peru niet uitsluit, zou Europa raken"),
        ("de", "Ein Exportverbot für Zinn, das Peru nicht ausschließt, träfe Europa"),
        ("de", "Exportverbot für Zinn: nichts ist ausgeschlossen, sagt Peru"),
        ("fr", "Interdiction d'exportation d'étain : rien n'est exclu, dit le Pérou"),
    ],
)
def test_what_is_left_open_beside_the_measure_never_silences_it(
    matcher: Matcher, language: str, title: str
) -> None:
    found = matcher.match(Text(title, language=language))
    assert "export-ban" in found.measures
    assert "export-ban" in [rule.id for rule in found.rules]


@pytest.mark.parametrize(
    "title",
    [
        "Peru sluit een tekort aan tin niet uit",
        "Peru sluit een slechte oogst van tarwe niet uit",
        "Peru sluit gesprekken over tin niet uit",
        "Peru sluit een exportverbod op tin niet uit",
    ],
)
def test_who_does_not_rule_out_something_closes_no_market(matcher: Matcher, title: str) -> None:
    assert "import-ban-boycott" not in matcher.match(Text(title, language="nl")).measures


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Peru, not ruling out talks, bans exports of tin"),
        ("en", "Without ruling out further steps, Peru halted exports of tin on Friday"),
        ("en", "Not ruling out retaliation, Peru bans exports of tin"),
        ("es", "Sin descartar el diálogo, Perú prohíbe la exportación de estaño"),
        ("ru", "Не исключая переговоров, Перу запретило экспорт олова"),
        ("fr", "Le Pérou interdit l'exportation d'étain et n'exclut pas d'autres mesures"),
        ("es", "Perú prohíbe la exportación de estaño y no descarta más medidas"),
        ("ru", "Перу запретило экспорт олова и не исключает новых мер"),
        ("uk", "Перу заборонило експорт олова і не виключає нових заходів"),
        ("pl", "Peru zakazało eksportu cyny i nie wyklucza dalszych kroków"),
        ("it", "Il Perù vieta l'esportazione di stagno e non esclude altre misure"),
        ("pt", "Peru proíbe a exportação de estanho e não descarta novas medidas"),
        ("sv", "Peru förbjuder export av tenn och utesluter inte fler åtgärder"),
        ("zh", "秘鲁禁止锡出口并不排除其他措施"),
    ],
)
def test_a_measure_beside_what_is_not_ruled_out_is_taken(
    matcher: Matcher, language: str, title: str
) -> None:
    assert _state(matcher, language, title) == "adopted"
