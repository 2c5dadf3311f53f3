"""How a term meets a text: boundaries by script, forms, case, diacritics, masks."""

from __future__ import annotations

import pytest

from rules.lexicon import Kind, Lexicon
from rules.model import Text
from rules.page import Page
from rules.scan import Scanner
from rules.terms import Term


def hits(text: str, *terms: Term, name: bool = False, said: str = "") -> list[str]:
    """The words of a text that meet one of the terms."""
    lexicon = Lexicon()
    for term in terms:
        lexicon.add(Kind.COUNTRY if name else Kind.GOOD, term.text, [term], detail="name" * name)
    scan = Scanner(lexicon).scan(Page(Text(text, language=said or terms[0].language)))
    return [scan.page.original(hit.start, hit.end) for hit in scan.of(Kind.GOOD | Kind.COUNTRY)]


@pytest.mark.parametrize(
    ("term", "language", "text", "found"),
    [
        ("tin", "en", "Martin is not tin", ["tin"]),
        ("export ban", "en", "Two export bans, one export-ban", ["export bans", "export-ban"]),
        ("battery", "en", "batteries and battery's", ["batteries", "battery"]),
        ("kupfer", "de", "Kupfererz und Rohkupfer", ["Kupfer"]),
        ("Blei", "de", "Die Preise bleiben; Blei fällt", ["Blei"]),
        ("koper", "nl", "De kopers en het koper", ["koper"]),
        (
            "exportverbod",
            "nl",
            "exportverboden uit Exportverbodsregels",
            ["exportverbod", "Exportverbod"],
        ),
        ("Seltene Erden", "de", "Mangel an Seltenen Erden", ["Seltenen Erden"]),
        ("Ausfuhrzölle", "de", "Ausfuhrzoelle und Ausfuhrzölle", ["Ausfuhrzoelle", "Ausfuhrzölle"]),
        ("carbonate de lithium", "fr", "des carbonates de lithium", ["carbonates de lithium"]),
        ("metal", "es", "los metales", ["metales"]),
        ("铜矿", "zh", "中国铜矿出口", ["铜矿"]),
        ("チリ", "ja", "チリの銅、チリソース", ["チリ"]),
        ("갈륨", "ko", "중국산 갈륨을 수입, 산화갈륨", ["갈륨"]),
        ("غاليوم", "ar", "صادرات الغاليوم والغاليوم", ["الغاليوم", "والغاليوم"]),
        ("галлий", "ru", "экспорт галлия, галлием; галлийский", ["галлия", "галлием"]),
        ("экспортный контроль", "ru", "об экспортном контроле", ["экспортном контроле"]),
        ("уголь", "ru", "цена угля и уголь", ["угля", "уголь"]),
        ("bijih", "id", "ekspor bijih nikel", ["bijih"]),
        (
            "export licen?e",
            "en",
            "export licence, export license",
            ["export licence", "export license"],
        ),
    ],
)
def test_a_term_meets_its_forms_and_no_other_word(
    term: str, language: str, text: str, found: list[str]
) -> None:
    assert hits(text, Term(term, language)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("the US says", ["US"]), ("tell us", []), ("USA", []), ("tell us about the US", ["US"])],
)
def test_an_abbreviation_is_no_everyday_word(text: str, found: list[str]) -> None:
    assert hits(text, Term("US", "en")) == found


def test_a_slavic_name_needs_its_capital() -> None:
    togo = Term("Того", "ru")
    assert hits("кроме того, власти Того", togo, name=True) == ["Того"]


def test_case_upper_first_tells_the_country_from_the_bird() -> None:
    turkey = Term("Turkey", "en", case="upper-first")
    assert hits("Roast turkey in Turkey", turkey) == ["Turkey"]


def test_a_short_word_keeps_its_diacritics() -> None:
    assert hits("Öl und Ol", Term("Öl", "de")) == ["Öl"]
    assert hits("Çin and cin", Term("Çin", "tr"), said="tr") == ["Çin"]
    assert hits("Ol", Term("Öl", "de", diacritics="any")) == ["Ol"]


def test_a_term_may_ask_for_exactly_its_word() -> None:
    assert hits("kupfererz", Term("kupfer", "de", match="word")) == []
    assert hits("Roherz, erz", Term("erz", "de", match="suffix")) == ["erz", "erz"]


def test_a_name_of_a_few_letters_takes_no_endings() -> None:
    assert hits("paladium z Palau", Term("Palau", "pl"), name=True) == ["Palau"]
    assert hits("w Argentynie", Term("Argentyna", "pl"), name=True) == ["Argentynie"]


def test_a_longer_name_swallows_the_shorter_one() -> None:
    found = hits("印度尼西亚和印度", Term("印度", "zh"), Term("印度尼西亚", "zh"), name=True)
    assert found == ["印度尼西亚", "印度"]


def test_a_mask_swallows_what_stands_in_it() -> None:
    lexicon = Lexicon()
    lexicon.add(Kind.COUNTRY, "MX", [Term("Mexico", "en")], detail="name")
    lexicon.add(Kind.MASK, "", [Term("New Mexico", "en")])
    scan = Scanner(lexicon).scan(Page(Text("New Mexico and Mexico", language="en")))
    assert [hit.start for hit in scan.of(Kind.GOOD | Kind.COUNTRY)] == [16]


def test_a_word_of_another_language_does_not_count() -> None:
    koper = Term("koper", "nl")
    assert hits("The koper of the house is not at home", koper, said="en") == []
    assert hits("Koper", koper, said="") == ["Koper"]


def test_a_verb_that_splits_is_found_by_its_particle() -> None:
    lexicon = Lexicon()
    lexicon.add(Kind.GOOD, "x", [Term("setzt aus", "de")])
    page = Page(Text("China setzt die Kontrollen vorerst aus", language="de"))
    scan = Scanner(lexicon).scan(page)
    assert [page.original(hit.start, hit.end) for hit in scan.of(Kind.GOOD)] == ["setzt"]
    assert Scanner(lexicon).scan(Page(Text("Er setzt sich", language="de"))).of(Kind.GOOD) == []
