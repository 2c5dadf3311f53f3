"""Rules on texts: what fires, with which groups, tiers and evidence; and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules import conditions, firing
from rules.load import Pack, load
from rules.matcher import Matcher
from rules.model import Match, RuleHit, Text
from rules.rule import Rule, Selection
from rules.testing import coverage, run
from rules.trial import Trial
from tests.rules.samples import RULE, match, pack

TITLE = "China bans exports of gallium and germanium to the US"
OWN = """\
schema: 1
id: own
title: Terms of our own
level: low
match:
{}
condition: {}
"""


def own(folder: Path, selections: str, condition: str = "a", more: str = "") -> Pack:
    lines = "\n".join(f"  {line}" for line in selections.split("\n"))
    return pack(folder, OWN.format(lines, condition) + more)


def fired(found: Match) -> list[str]:
    return [hit.id for hit in found.rules]


def test_a_hit_names_a_group_an_alert_and_the_words(tmp_path: Path) -> None:
    (hit,) = match(pack(tmp_path), TITLE).rules
    assert hit.groups == (
        (("country", "CN"), ("good", "gallium")),
        (("country", "CN"), ("good", "germanium")),
    )
    assert hit.tier == "A"
    words = {(one.selection, one.text) for one in hit.evidence}
    assert {("good", "gallium"), ("measure", "bans"), ("measure", "exports")} <= words
    assert all(TITLE[one.start : one.end] == one.text for one in hit.evidence)


def test_a_country_that_nobody_names_leaves_its_group_open(tmp_path: Path) -> None:
    (hit,) = match(pack(tmp_path), "Export ban on gallium").rules
    assert hit.groups == ((("country", ""), ("good", "gallium")),)


def test_a_good_for_trends_only_stays_tier_c_unless_the_rule_lifts_it(tmp_path: Path) -> None:
    title = "China bans exports of tin"
    assert match(pack(tmp_path), title).rules[0].tier == "C"
    lifted = RULE.replace("merge_window: 72h", "merge_window: 72h, tier: B")
    assert match(pack(tmp_path, lifted), title).rules[0].tier == "B"
    assert match(pack(tmp_path, lifted), TITLE).rules[0].tier == "A"


def test_near_holds_within_one_sentence_only(tmp_path: Path) -> None:
    assert fired(match(pack(tmp_path), "Gallium is a metal. China has an export ban.")) == []


@pytest.mark.parametrize(
    ("within", "text", "fires"),
    [
        ("2 words", "alpha one two beta", True),
        ("2 words", "alpha one two three beta", False),
        ("paragraph", "alpha. beta", True),
        ("paragraph", "alpha.\n\nbeta", False),
    ],
)
def test_near_counts_words_and_paragraphs(
    tmp_path: Path, within: str, text: str, fires: bool
) -> None:
    more = f"near: {{of: [a, b], within: {within}}}\n"
    found = own(tmp_path, "a: {any: [alpha]}\nb: {any: [beta]}", "a and b", more)
    assert bool(match(found, "Title", text).rules) is fires


@pytest.mark.parametrize(
    ("selection", "text", "fires"),
    [
        ("a: {any: {en: [smelter]}}", "Two smelters", True),
        ("a: {all: {en: [smelter, fire]}}", "A smelter", False),
        ("a: {all: {en: [smelter, fire]}}", "Fire at a smelter", True),
        ("a: {regex: ['no\\. \\d+']}", "Notice no. 70", True),
        ("a: {regex: ['no\\. \\d+']}", "Notice no. x", False),
        ("a: {any: [copper], min: 2}", "copper", False),
        ("a: {any: [copper], min: 2}", "copper and copper", True),
        ("a: {any: [copper], fields: [summary]}", "copper", False),
        ("a: {list: recall}", "Two years ago", True),
        ("a: {watchlist: countries, items: [CN], role: imposing}", "China bans tin exports", True),
        ("a: {watchlist: countries, items: [US], role: imposing}", "Export ban to the US", False),
        ("a: {watchlist: measures, status: [suspended]}", "China suspends export controls", True),
        ("a: {watchlist: measures, not_status: [suspended]}", "He suspends export controls", False),
        ("a: {watchlist: companies}", "ASML sells", True),
        ("a: {watchlist: goods, tier: [A]}", "lithium", False),
    ],
)  # fmt: skip
def test_a_selection_is_true_of_what_it_describes(
    tmp_path: Path, selection: str, text: str, fires: bool
) -> None:
    assert bool(match(own(tmp_path, selection), text).rules) is fires


def test_an_exception_silences_with_its_reason_until_its_last_day(tmp_path: Path) -> None:
    more = (
        "exceptions:\n- {name: known, when: {title|contains: gallium}, "
        "reason: seen before, until: 2026-03-01}\n"
    )
    matcher = Matcher(pack(tmp_path, RULE + more))
    before = Text(TITLE, language="en", published=datetime(2026, 3, 1, 23, tzinfo=UTC))
    found = matcher.match(before)
    assert (found.rules, found.silences) == ((), ("ban: exception known: seen before",))
    after = replace(before, published=datetime(2026, 3, 2, tzinfo=UTC))
    assert fired(matcher.match(after)) == ["ban"]


@pytest.mark.parametrize(
    ("source", "text", "fires"),
    [
        ("kinds: [news]", Text(TITLE, kind="official-gazette"), False),
        ("kinds: [news]", Text(TITLE), True),
        ("feeds: ['mof*']", Text(TITLE, source="mofcom"), True),
        ("exclude_feeds: ['opinion-*']", Text(TITLE, source="opinion-x"), False),
        ("languages: [nl]", Text(TITLE, language="en"), False),
    ],
)
def test_a_rule_looks_only_at_its_sources(
    tmp_path: Path, source: str, text: Text, fires: bool
) -> None:
    found = pack(tmp_path, f"{RULE}source: {{{source}}}\n")
    assert bool(Matcher(found).match(text).rules) is fires


def test_a_rule_switched_off_or_deprecated_does_not_run(tmp_path: Path) -> None:
    assert fired(match(pack(tmp_path, RULE + "enabled: false\n"), TITLE)) == []
    assert fired(match(pack(tmp_path, RULE.replace("stable", "deprecated")), TITLE)) == []


def test_an_explanation_tells_every_part_and_the_first_that_fails(tmp_path: Path) -> None:
    matcher = Matcher(pack(tmp_path))
    told = matcher.explain("ban", Text("Gallium is a metal", language="en"))
    assert (told.fires, told.outcome, told.failing) == (False, "condition", "measure")
    assert [(one.text, one.true) for one in told.condition.children] == [
        ("good", True),
        ("measure", False),
    ]
    assert told.condition.children[0].evidence[0].text == "Gallium"
    apart = matcher.explain("ban", Text("Gallium. An export ban", language="en"))
    assert (apart.outcome, apart.failing) == ("near", "good and measure within sentence")


def test_tests_in_a_rule_are_run_and_say_what_is_wrong(tmp_path: Path) -> None:
    more = """\
  - {name: wrong, item: {title: Gallium is a metal}, expect: match}
  - {name: reason, item: {title: Gallium}, expect: no-match, because: measure}
  - {name: other reason, item: {title: Gallium}, expect: no-match, because: good}
  - name: words
    item: {title: China bans exports of gallium}
    expect: match
    evidence: {good: [tin]}
  - {name: timed, items: [{at: 0h, title: x}], expect: {alerts: 1}}
"""
    found = pack(tmp_path, RULE + more)
    results = {one.name: one for one in run(found)}
    assert [name for name, one in results.items() if not one.passed] == [
        "wrong", "other reason", "words", "timed",
    ]  # fmt: skip
    assert "«measure» is false" in results["wrong"].message
    assert results["timed"].message.startswith("expected 1 alerts, but there are 0")
    assert results["wrong"].line == 17
    assert coverage(found.rules).without_negative == ()


def test_the_same_text_gives_the_same_match(tmp_path: Path) -> None:
    matcher = Matcher(pack(tmp_path))
    text = Text(TITLE, "The ban takes effect. Chinese exports of tin ore fell.", "en")
    assert matcher.match(text) == matcher.match(text) == Matcher(pack(tmp_path)).match(text)


@pytest.fixture(scope="module")
def shipped() -> Matcher:
    return Matcher(load())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["China", "bans", "exports", "of", "gallium", "to", "Japan", ". ", "\n", "出口管制",
             "镓", "商务部", "запрет на экспорт", "галлия", "US", "us", "e\u0301", "ﬁ", "ﾞ",
             "ガリウム", "2805.30.10", "HS 811292", "الصين", "수출", "금지", "İ", "denies", "; "]
        ),
        max_size=30,
    ),
    st.text(max_size=80),
    st.sampled_from(["", "en", "zh", "ru", "de", "xx"]),
)  # fmt: skip
def test_whatever_is_published_ends_in_a_match_with_true_evidence(
    shipped: Matcher, words: list[str], noise: str, language: str
) -> None:
    text = Text(" ".join(words) + noise, noise + "".join(words), language)
    found = shipped.match(text)
    for one in [*found.evidence, *(spot for hit in found.rules for spot in hit.evidence)]:
        assert getattr(text, one.field)[one.start : one.end] == one.text
        assert one.start < one.end
    for hit in found.rules:
        assert hit.groups


def test_the_index_leaves_out_no_rule_that_would_fire(shipped: Matcher) -> None:
    """Trying every rule on every text finds the same as the index does."""
    texts = [item.text for rule in load().rules for test in rule.tests for item in test.items]
    for text in [*texts, Text(" ".join(text.title for text in texts[:40]), language="en")]:
        sense = shipped._reader.read(text)
        tried = [
            rule_id
            for rule_id, ready in sorted(shipped._rules.items())
            if firing.looked_at(ready.rule.source, text, sense.scan.languages)
            and isinstance(firing.fire(ready, Trial(sense), shipped._goods), RuleHit)
        ]
        assert fired(shipped.match(text)) == tried


def test_an_exception_can_look_at_the_address(tmp_path: Path) -> None:
    exception = (
        "exceptions: [{name: sponsored, when: {url|contains: /sponsored/}, reason: paid for}]\n"
    )
    matcher = Matcher(pack(tmp_path, RULE + exception))
    text = Text(TITLE, language="en", url="https://a.example/sponsored/1")
    assert matcher.match(text).rules == ()
    assert matcher.match(text).silences == ("ban: exception sponsored: paid for",)
    assert matcher.match(replace(text, url="https://a.example/news/1")).rules


def test_groups_beyond_the_cap_leave_a_trace(tmp_path: Path) -> None:
    goods = [f"metal{n:02}x" for n in range(30)]
    watchlist = "schema: 1\ngoods:\n" + "".join(
        f"- {{id: {one}, names: {{en: x}}, terms: {{en: [{one}]}}}}\n" for one in goods
    )
    rule = RULE.replace("  country: {watchlist: countries}\n", "").replace(", country]", "]")
    found = match(
        pack(tmp_path, rule, watchlist=watchlist), f"China bans exports of {', '.join(goods)}"
    )
    assert len(found.rules[0].groups) == 24
    assert found.rules[0].beyond == 6
    assert "ban: 6 more groups than 24 raise nothing" in found.silences


def _made(number: int, *selections: Selection) -> Rule:
    names = [one.name for one in selections]
    tree = conditions.parse(" and ".join(names), names)
    return Rule(f"made-{number:04}", "", "low", "stable", "", tree, selections)


@pytest.fixture(scope="module")
def singles() -> Matcher:
    """A rule for each good, country and measure alone, and for each country beside a measure."""
    pack = load()
    watch = pack.watchlist
    goods = [Selection("one", "goods", frozenset([key]), mentions=True) for key in watch.goods]
    measures = [Selection("one", "measures", frozenset([key])) for key in watch.measures]
    countries = [Selection("one", "countries", frozenset([key])) for key in watch.countries]
    beside = [(one, Selection("two", "measures")) for one in countries]
    alone = [(one,) for one in (*goods, *measures, *countries)]
    rules = tuple(_made(number, *chosen) for number, chosen in enumerate([*alone, *beside]))
    return Matcher(replace(pack, rules=rules))


SAMPLES = [
    ("SANTIAGO, Nov 3 (Reuters) - A strike halts lithium mines.", "en"),
    ("TOKYO (AFP) - The government bans exports of gallium.", "en"),
    ("A strategic reserve of gallium is filled in China", "en"),
    ("The EU fills its strategic reserve of gallium", "en"),
    ("China adds to its state reserve of copper and cobalt", "en"),
    ("Export controls on HS 2846, 8112 and headings 8105 to 8110", "en"),
    ("中国对日本禁止镓出口，税号 2846、8112", "zh"),
]


@pytest.mark.parametrize(("title", "language"), SAMPLES)
def test_the_sieve_lets_through_whatever_a_reading_tells(
    singles: Matcher, title: str, language: str
) -> None:
    _lets_through(singles, Text(title, language=language))
    _lets_through(singles, Text("Report", title, language))


def test_the_samples_of_the_sieve_tell_what_no_literal_says(shipped: Matcher) -> None:
    found = [shipped.match(Text(title, language=language)) for title, language in SAMPLES]
    assert [found[0].countries, found[1].countries] == [("CL",), ("JP",)]
    assert {one.measures for one in found[2:5]} >= {("eu-stockpile",), ("foreign-stockpiling",)}


def test_so_it_does_for_the_texts_in_the_tests_of_all_rules(singles: Matcher) -> None:
    for rule in load().rules:
        for test in rule.tests:
            for item in test.items:
                _lets_through(singles, item.text)


def _lets_through(matcher: Matcher, text: Text) -> None:
    trial = Trial(matcher._reader.read(text))
    tried = [key for key, ready in sorted(matcher._rules.items()) if ready.test(trial)]
    assert fired(matcher.match(text)) == tried
