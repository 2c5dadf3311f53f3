"""The shipped pack on real documents: what it must find, and how quiet it must stay."""

from __future__ import annotations

import pytest

from rules.load import load
from rules.matcher import Matcher
from rules.testing import run
from tests.bench import bench_noise as real
from tests.shared import needs_shared


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """The shipped pack, built once."""
    return Matcher(load())


def test_the_shipped_pack_loads_without_a_finding() -> None:
    assert [str(finding) for finding in load().findings if finding.level != "note"] == []


def test_every_sentence_of_the_shipped_rules_does_as_it_says() -> None:
    failed = [
        f"{result.rule}: {result.name}: {result.message}"
        for result in run(load())
        if not result.passed
    ]
    assert failed == []


@needs_shared
def test_the_chip_export_rules_of_october_2022_raise_an_alert(matcher: Matcher) -> None:
    chips = {"advanced-logic-chips", "semiconductor-equipment", "ai-accelerators"}
    matches = [matcher.match(text) for text in real.october_2022()]
    hits = [
        match
        for match in matches
        if chips & set(match.goods)
        and "export-licensing" in match.measures
        and any(role.country == "CN" and role.role == "affected" for role in match.roles)
        and any(hit.tier == "A" for hit in match.rules)
    ]
    assert hits


@needs_shared
def test_the_chinese_announcements_raise_alerts_with_china_imposing(matcher: Matcher) -> None:
    matches = [matcher.match(text) for text in real.mofcom()]
    alerted = [match for match in matches if match.rules and "export-licensing" in match.measures]
    assert len(alerted) >= 11
    assert all(
        any(role.country == "CN" and role.role == "imposing" for role in match.roles)
        for match in alerted
    )
    found = {good for match in alerted for good in match.goods}
    assert {"gallium", "germanium", "natural-graphite", "antimony", "rare-earths"} <= found


@needs_shared
def test_the_announcement_that_suspends_the_others_is_read_as_a_suspension(
    matcher: Matcher,
) -> None:
    text = next(text for text in real.mofcom() if "70" in text.title)
    assert matcher.match(text).measure_status["export-licensing"] == "suspended"


@needs_shared
def test_fewer_than_two_in_a_hundred_foreign_matters_raise_an_alert(matcher: Matcher) -> None:
    texts = real.gazette("noise")
    assert len(real.raised(matcher, texts)) < len(texts) * 0.02


@needs_shared
@pytest.mark.slow
def test_an_ordinary_week_makes_sixty_cards_and_ten_notifications_at_most(
    matcher: Matcher,
) -> None:
    stories = real.cards(real.raised(matcher, real.week()))
    assert len(stories) <= 60
    assert sum(any(one.notifies for one in story) for story in stories) <= 10
