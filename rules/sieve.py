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
        self._others: list[tuple[frozenset[str], ...]] = []
        self._always: list[int] = []
        for number, ready in enumerate(self._rules):
            first, *others = sorted(ready.needs, key=_common) or [frozenset()]
            self._others.append(tuple(others))
            for concept in first:
                self._under.setdefault(concept, []).append(number)
            if not first:
                self._always.append(number)
        self._known = {need for ready in self._rules for needs in ready.needs for need in needs}
        self._pairs = [self._asked(_measure(measure)) for measure, _ in lexicon.pairs]
        self._told = sum(
            1 << place
            for place, keys in enumerate(self._pairs)
            if not self._under.keys().isdisjoint(keys)
        )
        self._lands = any(key.startswith("c:") for key in self._under)
        self._meant: dict[int, tuple[str, ...]] = {}
        self._first: dict[int, tuple[int, ...]] = {}  # literal -> the rules that stand under it

    def meant(self, number: int, uses: Iterable[Use]) -> bool:
        """Take note of what a literal stands for; whether a rule stands under some of it."""
        keys = self._asked({key for use in uses for key in _keys(use)})
        rules = tuple({rule for key in keys for rule in self._under.get(key, ())})
        if keys:
            self._meant[number] = keys
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
        for good in coded:
            numbers.update(*(self._under.get(key, ()) for key in _both("g", good)))
        for country in filed() if self._lands else ():
            numbers.update(*(self._under.get(key, ()) for key in _both("c", country)))
        if not numbers:
            return []
        others = any(self._others[number] for number in numbers)
        found = self._found(scan, coded, filed()) if others else set()
        return [self._rules[number] for number in sorted(numbers) if self._met(number, found)]

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

    def _met(self, number: int, found: set[str]) -> bool:
        for other in self._others[number]:  # noqa: SIM110 - half the time of all()
            if other.isdisjoint(found):
                return False
        return True

    def _found(self, scan: Scan, coded: Iterable[str], filed: Iterable[str]) -> set[str]:
        """All that a text may tell, of what rules ask for."""
        meant = self._meant
        here = {number for number, _, _ in scan.raw}
        found = {key for number in here if number in meant for key in meant[number]}
        found.update(*(self._pairs[pair] for pair in bits(scan.whole)))
        found.update(*(_both("g", good) for good in coded))
        return found.union(*(_both("c", country) for country in filed))

    def _asked(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(key for key in keys if key in self._known)


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


def _both(prefix: str, key: str) -> tuple[str, str]:
    return f"{prefix}:{key}", f"{prefix}:*"
