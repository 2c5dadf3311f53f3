"""How much of our own labelled texts is understood, over all and in each language."""

from __future__ import annotations

from collections import Counter

import pytest

from rules.load import load
from rules.matcher import Matcher
from tests.labelled import KINDS, Item, Tally, by_language, items, overall

LANGUAGES = (
    "en", "nl", "de", "fr", "es", "pt", "ru", "uk", "pl", "zh-Hans", "zh-Hant", "ja", "ko", "ar",
    "tr", "id",
)  # fmt: skip


@pytest.fixture(scope="module")
def found() -> list[Item]:
    """All items of the file."""
    return items()


@pytest.fixture(scope="module")
def sums(found: list[Item]) -> dict[str, dict[str, Tally]]:
    """Tallies by language and kind, counted once."""
    return by_language(Matcher(load()), found)


def test_each_of_sixteen_languages_has_enough_items(found: list[Item]) -> None:
    counts = Counter(item.language for item in found)
    assert set(counts) == set(LANGUAGES)
    assert min(counts.values()) >= 25


def test_half_of_the_items_are_traps(found: list[Item]) -> None:
    assert 0.45 <= sum(item.trap for item in found) / len(found) <= 0.55


def test_every_item_names_only_what_the_watchlist_knows(found: list[Item]) -> None:
    known = load().watchlist
    for kind, names in (("goods", known.goods), ("measures", known.measures)):
        told = {
            name
            for item in found
            for name in item.wanted[kind].fine.union(*item.wanted[kind].needed)
        }
        assert told <= set(names)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_found_is_right_and_what_is_there_is_found(
    sums: dict[str, dict[str, Tally]], kind: str
) -> None:
    tally = overall(sums)[kind]
    assert tally.precision >= 0.95, sorted(tally.wrong)
    assert tally.recall >= 0.90, sorted(tally.missed)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_is_left_behind(
    sums: dict[str, dict[str, Tally]], language: str, kind: str
) -> None:
    tally = sums[language][kind]
    assert tally.recall >= 0.80, sorted(tally.missed)
