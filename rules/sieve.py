"""Which rules may fire on a text, told by nothing but the numbers of its literals.

A rule names sets of concepts of which it needs one each. It stands under its rarest set; a
text asks only the rules under its own concepts, and of those only the ones whose other sets
it meets as well. Concepts here are what a literal may mean in any language, without checks,
and what is told without a literal: the sieve lets some rules through that will not fire, and
holds back none that would. Whoever lets a reading tell something in a new way tells it here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rules.compiled import Ready
from rules.lexicon import Kind, Lexicon, Use
from rules.literals import SPEAKS
from rules.scan import Scan, bits
from rules.sense import OUR_STOCKS, THEIR_STOCKS

# Countries stand in half of all texts, measures in a quarter, a good in one of fifty.
_COMMON = {"c": 8.0, "m": 4.0, "g": 1.0, "f": 0.5, "s": 0.5, "l": 2.0}
_PREFIX = {
    Kind.GOOD: "g", Kind.WEAK: "g", Kind.COUNTRY: "c", Kind.COMPANY: "f",
}  # fmt: skip
_EITHER = frozenset([OUR_STOCKS, THEIR_STOCKS])  # one word; whose it is, the sentence says
_ALL = 100.0  # a set that any country, any good … meets


class Sieve:
    """The rules by what they need. Holds nothing that changes."""

    def __init__(self, rules: Iterable[Ready], lexicon: Lexicon) -> None:
        self._rules = sorted(rules, key=lambda one: one.rule.id)
        self._under: dict[str, list[int]] = {}
        self._others: list[int] = []  # the other sets of each rule, one bit a set
        self._meets: dict[str, int] = {}  # concept -> the sets it is in
        self._always: list[int] = []
        places: dict[frozenset[str], int] = {}
        for number, ready in enumerate(self._rules):
            first, *others = sorted(ready.needs, key=_common) or [frozenset()]
            self._others.append(sum(1 << places.setdefault(one, len(places)) for one in {*others}))
            for concept in first:
                self._under.setdefault(concept, []).append(number)
            if not first:
                self._always.append(number)
        for needs, place in places.items():
            for concept in needs:
                self._meets[concept] = self._meets.get(concept, 0) | 1 << place
        self._pairs = [_measure(measure) for measure, _ in lexicon.pairs]
        self._told = sum(
            1 << place
            for place, keys in enumerate(self._pairs)
            if not self._under.keys().isdisjoint(keys)
        )
        self._lands = any(key.startswith("c:") for key in self._under)
        self._meant: dict[int, int] = {}  # literal -> the sets it meets
        self._first: dict[int, tuple[int, ...]] = {}  # literal -> the rules that stand under it

    def meant(self, number: int, uses: Iterable[Use]) -> bool:
        """Take note of what a literal stands for; whether a rule stands under some of it."""
        keys = {key for use in uses for key in _keys(use)}
        rules = tuple({rule for key in keys for rule in self._under.get(key, ())})
        met = self._met(keys)
        if met:
            self._meant[number] = met
        if rules:
            self._first[number] = rules
        return bool(rules)

    def candidates(
        self, scan: Scan, coded: Sequence[str] = (), filed: Callable[[], Iterable[str]] = tuple
    ) -> list[Ready]:
        """Rules worth a look, by id.

        `coded`, `filed`: goods and countries that the text tells without a literal; the
        countries are only asked for when a rule may need them.
        """
        numbers = self._standing(scan)
        lists = {one.list for one in scan.page.text.listed}
        for key in _listed(lists):
            numbers.update(self._under.get(key, ()))
        for good in coded:
            numbers.update(*(self._under.get(key, ()) for key in _both("g", good)))
        countries = tuple(filed()) if self._lands or numbers else ()
        for country in countries if self._lands else ():
            numbers.update(*(self._under.get(key, ()) for key in _both("c", country)))
        if not numbers:
            return []
        met = self._found(scan, coded, countries) | self._met(_listed(lists))
        others = self._others
        return [
            self._rules[number]
            for number in sorted(numbers)
            if others[number] & met == others[number]
        ]

    def _standing(self, scan: Scan) -> set[int]:
        """The rules that stand under a literal of the text, and those that stand under none."""
        numbers = set(self._always)
        if scan.kinds & SPEAKS:
            first = self._first
            for number, _, _ in scan.raw:
                if number in first:
                    numbers.update(first[number])
        if self._told and scan.whole & self._told:
            for pair in bits(scan.whole):
                numbers.update(*(self._under.get(key, ()) for key in self._pairs[pair]))
        return numbers

    def _found(self, scan: Scan, coded: Iterable[str], filed: Iterable[str]) -> int:
        """The sets that a text may meet, as bits."""
        meant, met = self._meant, 0
        for number, _, _ in scan.raw:
            if number in meant:
                met |= meant[number]
        for pair in bits(scan.whole):
            met |= self._met(self._pairs[pair])
        for good in coded:
            met |= self._met(_both("g", good))
        for country in filed:
            met |= self._met(_both("c", country))
        return met

    def _met(self, concepts: Iterable[str]) -> int:
        """The sets that some concepts meet, as bits."""
        met = 0
        for concept in concepts:
            met |= self._meets.get(concept, 0)
        return met


def _common(need: frozenset[str]) -> float:
    """How many texts meet a set, roughly."""
    return sum(_ALL if one.endswith(":*") else _COMMON.get(one[0], 1.0) for one in need)


def _keys(use: Use) -> tuple[str, ...]:
    if use.kind is Kind.TERM:
        return (use.key,)
    if use.kind is Kind.MEASURE:
        return _measure(use.key)
    prefix = _PREFIX.get(use.kind)
    return _both(prefix, use.key) if prefix else ()


def _measure(key: str) -> tuple[str, ...]:
    names = _EITHER if key in _EITHER else (key,)
    return tuple(one for name in names for one in _both("m", name))


def _listed(lists: Iterable[str]) -> list[str]:
    """What names of these sanctions lists meet."""
    return [key for one in lists for key in _both("s", one)]


def _both(prefix: str, key: str) -> tuple[str, str]:
    return f"{prefix}:{key}", f"{prefix}:*"
