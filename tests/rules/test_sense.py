"""What a text says: measures and their state, who does what to whom, what it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.model import Match, Text
from tests.rules.samples import match, pack


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher(load())


def read(matcher: Matcher, title: str, language: str = "en", summary: str = "") -> Match:
    return matcher.match(Text(title, summary, language))


def parts(found: Match) -> set[str]:
    return {f"{one.country} {one.role}" for one in found.roles}


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("China bans exports of gallium to Japan", "en", {"CN imposing", "JP affected"}),
        ("China bans gallium exports to Japan and South Korea", "en",
         {"CN imposing", "JP affected", "KR affected"}),
        ("EU sanctions against Russia hit palladium", "en", {"EU imposing", "RU affected"}),
        ("US adds Chinese chip maker to Entity List", "en", {"US imposing", "CN affected"}),
        ("MOFCOM announces export controls on antimony", "en", {"CN imposing"}),
        ("Strike at a copper mine in Chile", "en", {"CL supplier"}),
        ("VS leggen importtarieven op voor staal uit China", "nl", {"US imposing", "CN affected"}),
        ("Sanctions de l'UE contre la Russie sur le palladium", "fr",
         {"EU imposing", "RU affected"}),
        ("Грузия вводит запрет на экспорт меди в Россию", "ru", {"GE imposing", "RU affected"}),
        ("中国对日本禁止镓出口", "zh", {"CN imposing", "JP affected"}),
        ("중국이 안티모니의 일본 수출을 금지했다", "ko", {"CN imposing", "JP affected"}),
        ("中国、ガリウムの対日輸出を禁止", "ja", {"CN imposing", "JP affected"}),
    ],
)  # fmt: skip
def test_the_sentence_shows_who_does_what_to_whom(
    shipped: Matcher, title: str, language: str, expected: set[str]
) -> None:
    assert parts(read(shipped, title, language)) == expected


@pytest.mark.parametrize(
    ("title", "language", "measure", "state"),
    [
        ("China suspends exports of gallium", "en", "export-ban", "adopted"),
        ("China suspends export controls on gallium", "en", "export-licensing", "suspended"),
        ("China setzt Exportkontrollen für Gallium aus", "de", "export-licensing", "suspended"),
        ("China kondigt een exportverbod voor gallium aan", "nl", "export-ban", "adopted"),
        ("Indonesia considers an export ban on nickel ore", "en", "export-ban", "considered"),
        ("India lifts its export ban on rice", "en", "export-ban", "lifted"),
        ("中国暂停实施稀土出口管制措施", "zh", "export-licensing", "suspended"),
    ],
)
def test_the_words_beside_a_measure_tell_its_state(
    shipped: Matcher, title: str, language: str, measure: str, state: str | None
) -> None:
    found = read(shipped, title, language)
    assert measure in found.measures
    assert found.measure_status.get(measure) == state


def test_a_denied_measure_is_none_and_leaves_a_trace(shipped: Matcher) -> None:
    found = read(shipped, "China denies plans to ban gallium exports")
    assert found.measures == ()
    assert found.rules == ()
    assert found.goods == ("gallium",)
    assert "measure export-ban: denies" in found.silences


def test_old_times_raise_nothing(shipped: Matcher) -> None:
    found = read(shipped, "Ten years ago China banned exports of rare earths")
    assert (found.goods, found.measures, found.rules) == ((), (), ())
    assert found.mentions == ("rare-earths",)


def test_relief_in_the_title_holds_for_the_text_below(shipped: Matcher) -> None:
    found = read(
        shipped,
        "China suspends export controls on gallium",
        summary="The export controls on gallium were announced last year.",
    )
    assert found.measure_status == {"export-licensing": "suspended"}
    assert "export-licensing" not in {hit.id for hit in found.rules}


def test_a_near_pair_does_not_reach_over_the_end_of_a_sentence(tmp_path: Path) -> None:
    found = pack(tmp_path)
    assert match(found, "China bans gallium exports").measures == ("export-ban",)
    assert match(found, "China bans gallium. Exports rise").measures == ()


def test_a_word_within_a_longer_term_of_another_measure_makes_no_pair(tmp_path: Path) -> None:
    found = match(pack(tmp_path), "禁止镓的出口管制", language="zh")
    assert found.measures == ("export-licensing",)


def test_a_weak_term_counts_only_in_context(tmp_path: Path) -> None:
    found = pack(tmp_path)
    assert match(found, "A box of tin").goods == ()
    assert match(found, "Tin ore from Malaysia").goods == ("tin",)
    assert match(found, "China bans tin exports").goods == ("tin",)
    assert match(found, "A tin can full of ore").goods == ()


def test_the_longer_good_wins(tmp_path: Path) -> None:
    found = match(pack(tmp_path), "Lithium carbonate prices")
    assert found.goods == ("lithium-chemicals",)


def test_an_ambiguous_name_needs_something_beside_it(tmp_path: Path) -> None:
    found = pack(tmp_path)
    assert match(found, "Georgia wins the match").countries == ()
    assert match(found, "Georgia bans gallium exports").countries == ("GE",)


def test_a_good_far_down_is_only_mentioned(tmp_path: Path) -> None:
    filler = "Nothing of note happened. " * 5
    found = match(pack(tmp_path), "Market report", f"{filler}Then somebody named gallium.")
    assert (found.goods, found.mentions) == ((), ("gallium",))
    often = match(pack(tmp_path), "Market report", f"{filler}Gallium, gallium and gallium.")
    assert often.goods == ("gallium",)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Export controls on HS 811292", ("gallium",)),
        ("Export controls on 8112.92.89", ("gallium",)),
        ("Export controls on code 8112 92 89 and others", ("gallium",)),
        ("Export controls on CAS 7440-55-3", ("gallium",)),
        ("Export controls: call 811292 now", ()),
        ("Export controls since 811292-1", ()),
        ("Export controls on CAS 7440-55-4", ()),
    ],
)
def test_codes_stand_for_goods_and_numbers_do_not(
    tmp_path: Path, text: str, goods: tuple[str, ...]
) -> None:
    assert match(pack(tmp_path), text).goods == goods


def test_evidence_holds_the_words_of_the_original(shipped: Matcher) -> None:
    title = "Größe: China ver­bietet die Ausfuhr von Gallium nach Japan"
    found = read(shipped, title, "de", "Ｇａｌｌｉｕｍ aus China.")
    fields = {"title": title, "summary": "Ｇａｌｌｉｕｍ aus China."}
    assert found.rules
    for one in [*found.evidence, *found.rules[0].evidence]:
        assert fields[one.field][one.start : one.end] == one.text
    assert {"Ausfuhr", "Gallium", "Ｇａｌｌｉｕｍ"} <= {one.text for one in found.evidence}
