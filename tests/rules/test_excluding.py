"""What a desk excludes of one source: whole words, sections, goods; never of a critical rule."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path

import pytest

from rules.check import check
from rules.excluding import Exclusion
from rules.load import Pack, beside, load
from rules.matcher import Matcher
from rules.model import Text
from rules.why import why

shipped = cache(load)

RULE = "export-ban"
TITLE = "China bans exports of gallium"
UNTIL = "2027-01-31"


@lru_cache
def loaded(folder: Path, body: str) -> tuple[Pack, Matcher]:
    local = folder / "rules.local.yaml"
    local.write_text(body, encoding="utf-8")
    pack = beside((), (), local, shipped())
    assert [one for one in pack.findings if one.level == "error"] == []
    return pack, Matcher(pack)


def excluded(said: str) -> str:
    return f"excluded:\n  - {{source: daily, {said}, until: {UNTIL}, by: A. Person}}\n"


def text(summary: str = "", **more: object) -> Text:
    said = {"source": "daily", "published": datetime(2026, 11, 1, tzinfo=UTC), **more}
    return Text(TITLE, summary, "en", **said)  # type: ignore[arg-type]


def silent(folder: Path, said: str, one: Text) -> bool:
    _, matcher = loaded(folder, excluded(said))
    match = matcher.match(one)
    hidden = any(told.startswith(f"{RULE}: exception daily, ") for told in match.silences)
    assert hidden != any(hit.id == RULE for hit in match.rules)
    return hidden


def test_a_source_is_silent_on_its_words_and_says_so(tmp_path: Path) -> None:
    _, matcher = loaded(tmp_path, excluded("words: [sport, voetbal]"))
    match = matcher.match(text("Sport: the cup of gold."))
    assert not match.rules
    assert f"{RULE}: exception daily, sport, voetbal: excluded for this source: sport, voetbal" in (
        match.silences
    )


@pytest.mark.parametrize(
    ("words", "summary", "hides"),
    [
        ("sport", "All about SPORT today.", True),
        ("sport", "Transport and sportswear.", False),
        ("sport*", "Of sportswear.", True),
        ("sport*", "Transport.", False),
        ("cafe", "In a Café.", True),
        ("the cup", "They won the cup.", True),
        ("the cup", "They won the small cup.", False),
        ("体育", "中国体育新闻。", True),
    ],
)
def test_words_are_whole_and_folded(
    tmp_path: Path, words: str, summary: str, hides: bool
) -> None:  # fmt: skip
    assert silent(tmp_path, f"words: ['{words}']", text(summary)) is hides


def test_another_source_that_says_the_same_is_heard(tmp_path: Path) -> None:
    assert silent(tmp_path, "words: [sport]", text("Sport."))
    assert not silent(tmp_path, "words: [sport]", text("Sport.", source="weekly"))


def test_after_its_last_day_it_hides_no_more(tmp_path: Path) -> None:
    last = datetime(2027, 1, 31, 23, tzinfo=UTC)
    assert silent(tmp_path, "words: [sport]", text("Sport.", published=last))
    over = datetime(2027, 2, 1, tzinfo=UTC)
    assert not silent(tmp_path, "words: [sport]", text("Sport.", published=over))


def test_what_comes_in_after_its_last_day_is_heard_however_old_it_is(tmp_path: Path) -> None:
    old = text("Sport.", seen=datetime(2027, 2, 1, tzinfo=UTC))
    assert not silent(tmp_path, "words: [sport]", old)
    assert silent(
        tmp_path, "words: [sport]", text("Sport.", seen=datetime(2027, 1, 31, tzinfo=UTC))
    )


def test_a_section_is_a_part_of_the_address(tmp_path: Path) -> None:
    said = "sections: [sport]"
    assert silent(tmp_path, said, text(url="https://daily.example/Sport/2026/a"))
    assert not silent(tmp_path, said, text(url="https://daily.example/news/sport-of-kings"))
    assert not silent(tmp_path, said, text(url="https://sport.example]/x"))


def test_goods_are_those_that_the_text_is_about(tmp_path: Path) -> None:
    assert silent(tmp_path, "goods: [gallium]", text())
    assert not silent(tmp_path, "goods: [tungsten]", text())


def test_of_several_kinds_each_must_be_met(tmp_path: Path) -> None:
    said = "words: [sport], goods: [tungsten]"
    assert not silent(tmp_path, said, text("Sport."))
    assert silent(tmp_path, "words: [sport], goods: [gallium]", text("Sport."))


def test_no_exclusion_hides_what_is_critical(tmp_path: Path) -> None:
    body = excluded("words: [sport]") + f"{RULE}: {{level: critical}}\n"
    pack, matcher = loaded(tmp_path, body)
    assert RULE in [hit.id for hit in matcher.match(text("Sport.")).rules]
    assert why(matcher, pack, RULE, text("Sport.")).fires


def test_why_not_names_the_exclusion(tmp_path: Path) -> None:
    pack, matcher = loaded(tmp_path, excluded("words: [sport]"))
    told = why(matcher, pack, RULE, text("Sport."))
    assert not told.fires
    assert told.suppressed.startswith("exceptions: excluded for this source: sport")
    assert why(matcher, pack, RULE, text("Trade.")).fires


WRONG = (
    ("{source: daily, until: 2027-01-31}", "exception"),
    ("{source: daily, words: [], until: 2027-01-31}", "exception"),
    ("{source: daily, words: [a], until: 2027-01-31}", "short-term"),
    ("{source: daily, words: [体], until: 2027-01-31}", "short-term"),
    ("{source: daily, words: ['s*rt'], until: 2027-01-31}", "exception"),
    ("{source: daily, words: ['...'], until: 2027-01-31}", "short-term"),
    ("{source: daily, words: ['C++'], until: 2027-01-31}", "short-term"),
    ("{source: daily, words: [sport]}", "missing"),
    ("{source: daily, words: [sport], until: tomorrow}", "date"),
    ("{words: [sport], until: 2027-01-31}", "missing"),
    ("{source: daily, word: [sport], words: [sport], until: 2027-01-31}", "unknown-key"),
    ("{source: daily, goods: [galium], until: 2027-01-31}", "unknown-id"),
    ("{source: daily, words: [sport], until: 2026-01-31}", "expired-exception"),
)


def test_what_is_wrong_in_each_exclusion_is_told_at_its_line_and_holds_up_no_other(
    tmp_path: Path,
) -> None:
    local = tmp_path / "rules.local.yaml"
    right = "{source: weekly, words: [sport], until: 2027-01-31}"
    lines = [*(said for said, _ in WRONG), right]
    body = "".join(f"  - {line}\n" for line in lines)
    local.write_text(f"schema: 1\nexcluded:\n{body}", encoding="utf-8")
    found = check([local], date(2026, 11, 1))
    for number, (said, code) in enumerate(WRONG, start=3):
        assert code in [one.code for one in found if one.line == number], said
    assert {one.line for one in found} == set(range(3, 3 + len(WRONG)))
    bad = {one.line for one in found if one.level == "error"}
    kept = [one.source for one in load(local=local).excluded]
    assert kept == ["daily"] * (len(WRONG) - len(bad)) + ["weekly"]


def test_it_says_what_it_excludes() -> None:
    one = Exclusion("daily", ("a: b",), ("sport",), ("gallium",))
    assert one.name == "daily, a  b; section sport; goods gallium"
