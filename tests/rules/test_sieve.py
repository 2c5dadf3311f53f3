"""The sieve holds back no rule that a reading of the whole text would make fire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from rules.load import load
from rules.matcher import Matcher
from rules.model import Match, Text
from rules.rule import Rule, Selection
from tests.bench.made import made
from tests.labelled import FILE, items

Kind = Literal["goods", "countries", "measures"]
PACK = load()


def _rule(number: int, kind: Kind, name: str) -> Rule:
    one = Selection("one", kind, ids=frozenset([name]), mentions=kind == "goods")
    rule = made(number, "one", (one,))
    return replace(rule, id=f"{kind}/{name}")


def _rules() -> Iterator[Rule]:
    """A rule for each good, country and measure of the pack, which needs nothing else."""
    watch, number = PACK.watchlist, 0
    groups: tuple[tuple[Kind, Iterable[str]], ...] = (
        ("goods", watch.goods), ("countries", watch.countries), ("measures", watch.measures),
    )  # fmt: skip
    for kind, names in groups:
        for name in names:
            number += 1
            yield _rule(number, kind, name)


def _told(match: Match) -> set[str]:
    """The rules that a reading of everything in the text asks for."""
    known = PACK.watchlist.countries
    return {
        *(f"goods/{one}" for one in (*match.goods, *match.mentions)),
        *(f"countries/{one}" for one in match.countries if one in known),
        *(f"measures/{one}" for one in match.measures),
    }


def test_what_a_text_tells_fires_the_rule_that_asks_for_it_alone() -> None:
    matcher = Matcher(replace(PACK, rules=tuple(_rules())))
    files = [file for file in FILE.parent.glob("*.txt") if file.stem != "stories"]
    texts = [Text(one.text, language=one.language) for file in files for one in items(file)]
    assert len(texts) > 1_000
    for text in texts:
        match = matcher.match(text)
        assert {hit.id for hit in match.rules} == _told(match), text
