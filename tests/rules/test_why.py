"""Why a rule speaks, why it does not, and what silences it: each decision with its reason."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rules.explain import Explanation
from rules.matcher import Matcher
from rules.model import Text
from rules.why import why
from tests.rules.samples import RULE, pack

TITLE = "China bans exports of gallium"
GENERAL = (
    "schema: 1\nid: any-ban\ntitle: Any ban\nlevel: low\nstatus: stable\n"
    "match: {good: {watchlist: goods}, measure: {watchlist: measures}}\n"
    "condition: good and measure\nalert: {group_by: [good]}\n"
)


def told(folder: Path, rule: str, text: Text | str, *more: str) -> Explanation:
    found = pack(folder, rule, *more)
    item = Text(text, language="en") if isinstance(text, str) else text
    return why(Matcher(found), found, "ban", item)


def steps(found: Explanation) -> dict[str, tuple[bool, str]]:
    return {one.name: (one.passed, one.detail) for one in found.steps}


def test_what_fires_says_where_its_words_stand(tmp_path: Path) -> None:
    found = told(tmp_path, RULE, TITLE)
    good = found.condition.children[0]
    assert (found.fires, found.outcome, found.failing, found.suppressed) == (True, "fires", "", "")
    assert [(one.field, TITLE[one.start : one.end]) for one in good.evidence] == [
        ("title", "gallium")
    ]
    assert all(passed for passed, _ in steps(found).values())


def test_the_first_part_that_fails_is_named(tmp_path: Path) -> None:
    found = told(tmp_path, RULE, "Gallium is a metal")
    assert (found.outcome, found.failing) == ("condition", "measure")
    assert [(one.text, one.true) for one in found.condition.children] == [
        ("good", True), ("measure", False),
    ]  # fmt: skip
    assert steps(found)["condition"] == (False, "measure")


def test_words_that_stand_apart_are_told(tmp_path: Path) -> None:
    found = told(tmp_path, RULE, "Gallium is a metal. An export ban was lifted")
    assert (found.outcome, found.failing) == ("near", "good and measure within sentence")
    assert steps(found)["near"][0] is False


@pytest.mark.parametrize(
    ("source", "text", "says"),
    [
        ("kinds: [news]", Text(TITLE, kind="sanctions"), "«sanctions» is none of kinds: news"),
        ("feeds: ['mof*']", Text(TITLE, source="blog"), "«blog» is none of feeds: mof*"),
        ("exclude_feeds: [blog]", Text(TITLE, source="blog"), "«blog» is one of exclude_feeds"),
        ("languages: [nl]", Text(TITLE, language="en"), "«en» is none of languages: nl"),
    ],
)
def test_a_source_that_the_rule_does_not_look_at_is_told(
    tmp_path: Path, source: str, text: Text, says: str
) -> None:
    found = told(tmp_path, RULE + f"source: {{{source}}}\n", text)
    assert found.outcome == "source"
    assert found.failing.startswith(f"source: {says}")
    assert found.condition.true


def test_an_exception_and_its_reason_are_told(tmp_path: Path) -> None:
    exceptions = (
        "exceptions:\n- {name: mill, when: {title|contains: mill}, reason: x}\n"
        "- {name: ours, when: {title|contains: gallium}, reason: known here, until: 2026-02-01}\n"
    )
    known = Text(TITLE, language="en", published=datetime(2026, 1, 9, tzinfo=UTC))
    found = told(tmp_path, RULE + exceptions, known)
    assert (found.fires, found.outcome) == (False, "exception")
    assert found.suppressed == "exceptions: ours: known here"
    later = Text(TITLE, language="en", published=datetime(2026, 3, 1, tzinfo=UTC))
    found = told(tmp_path, RULE + exceptions, later)
    assert found.fires
    assert steps(found)["exceptions"] == (True, "mill does not fit, ours does not fit")


def test_a_general_rule_that_inhibits_is_named(tmp_path: Path) -> None:
    rule = RULE + "inhibited_by: [{rule: any-ban, equal: [good]}]\n"
    found = told(tmp_path, rule, TITLE, GENERAL)
    assert found.fires
    assert found.suppressed == "inhibited by any-ban"
    other = told(tmp_path, rule, TITLE, GENERAL.replace("measures}", "measures, items: [strike]}"))
    assert other.suppressed == ""
    assert steps(other)["inhibited"] == (True, "any-ban raises nothing like it")
    trial = told(tmp_path, rule, TITLE, GENERAL.replace("stable", "test"))
    assert trial.suppressed == ""
    gone = told(tmp_path, rule, TITLE)
    assert gone.suppressed == ""


def test_what_does_not_reach_the_inbox_says_so(tmp_path: Path) -> None:
    trial = told(tmp_path, RULE.replace("stable", "test"), TITLE)
    assert trial.suppressed == "alert: status test: Trial view only"
    tier_c = told(tmp_path, RULE, "China bans exports of tin ore")
    assert tier_c.suppressed == "tier: C: its goods are kept for trends only"
