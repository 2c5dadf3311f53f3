"""The plainest evaluator of rules: for each term of each rule a pattern, tried on each text.

It knows nothing of automata, sieves, entries or trials, so that it can be an oracle of what fires
and a measure of what the engine saves. It reads packs of `simple` only: single words, which no
boundary, ending, mask or sentence makes doubtful.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rules import cldr
from rules.fold import fold
from rules.lexicon import NAMES_IN
from rules.model import Text
from rules.rule import Rule, Selection
from rules.terms import Term
from rules.watchlist import Country, Good, Measure, Watchlist

_WORD = re.compile(r"[a-z]{4,}")
_PLACE = tuple[str, int, int]  # field, start, end


def simple(texts: Iterable[Text], seed: int = 5) -> Watchlist:
    """60 goods, 30 countries and 24 measures, each told by three words of the texts."""
    draw = random.Random(seed)
    named = {word for one in NAMES_IN for names in cldr.names(one).values() for word in names}
    banned = set(_WORD.findall(fold(" ".join(named))))
    seen = Counter(word for text in texts for word in set(_WORD.findall(fold(text.summary))))
    words = sorted(word for word, often in seen.items() if often >= 2 and word not in banned)
    draw.shuffle(words)
    groups = iter([words[place : place + 3] for place in range(0, 3 * 114, 3)])
    watch = Watchlist()
    for number in range(60):
        key = f"good-{number}"
        watch.goods[key] = Good(key, {}, terms=_terms(next(groups)))
    for number in range(30):
        code = f"X{chr(65 + number)}" if number < 26 else f"Q{chr(51 + number)}"
        watch.countries[code] = Country(code, {}, aliases=_terms(next(groups)))
    for number in range(24):
        key = f"measure-{number}"
        watch.measures[key] = Measure(key, {}, terms=_terms(next(groups)))
    return watch


def _terms(words: Iterable[str]) -> dict[str, tuple[Term, ...]]:
    return {"xx": tuple(Term(word, "xx", "word") for word in words)}


class Naive:
    """Rules over a watchlist of `simple`, one pattern a term of each selection of each rule."""

    def __init__(self, rules: Iterable[Rule], watch: Watchlist) -> None:
        self._rules = [
            (rule, {one.name: _patterns(one, watch) for one in rule.selections}) for rule in rules
        ]

    def fired(self, text: Text) -> tuple[str, ...]:
        """The ids of the rules that fire on a text."""
        fields = {"title": fold(text.title), "summary": fold(text.summary)}
        return tuple(sorted(rule.id for rule, own in self._rules if _fires(rule, own, fields)))


def _patterns(selection: Selection, watch: Watchlist) -> list[re.Pattern[str]]:
    ids = selection.ids or frozenset()
    groups = {
        "goods": lambda: [watch.goods[key].terms for key in ids],
        "countries": lambda: [watch.countries[key].aliases for key in ids],
        "measures": lambda: [watch.measures[key].terms for key in ids],
        "terms": lambda: [selection.any_terms],
    }
    words = [term.text for terms in groups[selection.kind]() for term in terms["xx"]]
    return [re.compile(rf"(?<= ){word}(?= )") for word in words]


def _fires(
    rule: Rule, own: Mapping[str, Sequence[re.Pattern[str]]], fields: Mapping[str, str]
) -> bool:
    asked = _Asked(rule, own, fields)
    if not eval(rule.condition, {}, asked):  # noqa: S307 - a condition of ours is Python's too
        return False
    return all(
        _near([asked.places(name) for name in one.of], one.words, fields) for one in rule.near
    )


@dataclass
class _Asked:
    """Selections by name, true or false; Python asks only for those it needs."""

    rule: Rule
    own: Mapping[str, Sequence[re.Pattern[str]]]
    fields: Mapping[str, str]

    def __getitem__(self, name: str) -> bool:
        selection = self.rule.selection(name)
        if selection is None:
            raise KeyError(name)
        return len(self.places(name)) >= selection.least

    def places(self, name: str) -> list[_PLACE]:
        selection = self.rule.selection(name)
        return [
            (field, *spot.span())
            for field in self.fields
            if selection is not None and field in selection.fields
            for pattern in self.own[name]
            for spot in pattern.finditer(self.fields[field])
        ]


def _near(parts: Sequence[Sequence[_PLACE]], words: int, fields: Mapping[str, str]) -> bool:
    first, *others = parts
    return any(
        all(any(_apart(one, other, fields) <= words for other in part) for part in others)
        for one in first
    )


def _apart(one: _PLACE, other: _PLACE, fields: Mapping[str, str]) -> float:
    if one[0] != other[0]:
        return float("inf")
    (_, _, end), (_, start, _) = sorted((one, other), key=lambda place: place[1])
    gap = fields[one[0]][end : max(start, end)]
    letters = len(re.findall("[\u3040-\u9fff\u0e00-\u0eff]", gap))
    return letters // 2 if letters else len(gap.split())
