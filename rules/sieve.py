"""Which rules may fire on a text, told by nothing but the numbers of its literals.

A rule names sets of concepts of which it needs one each, and stands under its rarest set. A
text that holds nothing under which a rule stands is done with; else only the rules of which it
meets all sets are looked at. Concepts here are what a literal may mean in any language, without
checks, and what is told without a literal: the sieve lets some rules through that will not fire,
and holds back none that would. Whoever lets a reading tell something in a new way tells it here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rules.bits import bits, marked
from rules.compiled import Ready
from rules.inbound import BOYCOTT, STOPS
from rules.lexicon import Kind, Lexicon, Use
from rules.literals import SPEAKS
from rules.scan import MOST_TONGUES, Scan
from rules.sense import OUR_STOCKS, THEIR_STOCKS
from rules.terms import ANY
from rules.withheld import CONTROL, GRANTED

# Countries stand in half of all texts, measures in a quarter, a good in one of fifty.
_COMMON = {"c": 8.0, "m": 4.0, "g": 1.0, "f": 0.5, "s": 0.5, "l": 2.0}
_PREFIX = {
    Kind.GOOD: "g", Kind.WEAK: "g", Kind.COUNTRY: "c", Kind.COMPANY: "f",
}  # fmt: skip
_ASKED = frozenset(["g:", "c:", "m:", "f:"])
_EITHER = frozenset([OUR_STOCKS, THEIR_STOCKS])  # one word; whose it is, the sentence says
# what the words of one measure may also tell: a stop that others share in, a permit given no more
_ALSO = {GRANTED: (CONTROL,), **dict.fromkeys(STOPS, (BOYCOTT,))}
_ALL = 100.0  # a set that any country, any good … meets


class Sieve:
    """The rules by what they need, one bit a rule. Holds nothing that changes but what it learns.

    The first set of each rule is told by the lowest bits, the second by as many above them, and
    so on: what all literals of a text meet is one number, and where all its layers agree, a rule
    has what it needs.
    """

    def __init__(self, rules: Iterable[Ready], lexicon: Lexicon) -> None:
        self._rules = sorted(rules, key=lambda one: one.rule.id)
        self._count = len(self._rules)
        self._layers = max((len(ready.needs) for ready in self._rules), default=1) or 1
        self._every = (1 << self._count) - 1
        self._free = 0  # the sets that a rule does not have
        self._meets: dict[str, int] = {}  # concept -> the sets it is in
        for number, ready in enumerate(self._rules):
            needs = sorted(ready.needs, key=_common)
            for layer in range(self._layers):
                place = 1 << number + layer * self._count
                if layer >= len(needs):
                    self._free |= place
                for concept in needs[layer] if layer < len(needs) else ():
                    self._meets[concept] = self._meets.get(concept, 0) | place
        self._always = self._free & self._every
        self._pairs = [self._met(_measure(measure)) for measure, _ in lexicon.pairs]
        self._any_pair = 0
        for met in self._pairs:
            self._any_pair |= met
        self._told = sum(1 << at for at, met in enumerate(self._pairs) if met & self._every)
        self._lands = any(
            met & self._every for key, met in self._meets.items() if key.startswith("c:")
        )
        self._read = self._reading()
        self._together: dict[frozenset[str], int] = {}  # equal numbers are kept once
        self._meant: dict[int, int] = {}  # literal -> the sets it meets
        self._enough: dict[str, int] = {}  # key -> the rules that need no more
        for number, ready in enumerate(self._rules):
            for key in ready.enough:
                self._enough[key] = self._enough.get(key, 0) | 1 << number
        self._fires: dict[int, int] = {}  # literal -> the rules that need no more
        self._uses: dict[int, tuple[Use, ...]] = {}
        self._spoken: dict[frozenset[str], dict[int, int]] = {}

    def meant(self, number: int, uses: Iterable[Use], sure: Iterable[str]) -> bool:
        """Take note of what a literal stands for; whether a rule stands under some of it.

        `sure`: what it stands for wherever it is.
        """
        self._uses[number] = tuple(uses)
        enough = 0
        for key in sure:
            enough |= self._enough.get(key, 0)
        if enough:
            self._fires[number] = enough
        met = self._of(uses)
        if met:
            self._meant[number] = met
        return bool(met & self._every)

    def candidates(
        self, scan: Scan, coded: Sequence[str] = (), filed: Callable[[], Iterable[str]] = tuple
    ) -> list[tuple[Ready, bool]]:
        """Rules worth a look, by id, and whether what they ask for is sure to be there.

        `coded`, `filed`: goods and countries that the text tells without a literal; the
        countries are only asked for when a rule may need them.
        """
        told = self._told and self._told & scan.whole
        listed = scan.page.text.listed
        if not (scan.kinds & SPEAKS or told or coded or listed or self._lands or self._always):
            return []
        numbers, there, sure = scan.numbers, 0, self._free
        sure |= self._met([*_listed({one.list for one in listed}), *_both("g", *coded)])
        for number in self._meant.keys() & numbers:
            there |= self._meant[number]
        if (sure | there) & self._every or self._lands or told:
            sure |= self._met(_both("c", *filed()))
        found = self._possible(scan, sure, there)
        fires = 0
        for number in self._fires.keys() & numbers if found else ():
            fires |= self._fires[number]
        return [(self._rules[number], sure) for number, sure in marked(found, fires)]

    def _possible(self, scan: Scan, sure: int, there: int) -> int:
        """The rules of which all sets are met: by any literal first, then as readers would."""
        found = self._agreed(sure | there | self._any_pair)
        if found & self._read and self._any_pair:
            found = self._agreed(sure | there | self._paired(scan.whole))
        if found & self._read:
            found = self._agreed(sure | self._by_language(scan) | self._paired(scan.near))
        return found

    def _by_language(self, scan: Scan) -> int:
        """The sets that the literals of a text meet for those who read its languages."""
        met, languages = 0, scan.spoken
        known = self._tongue(languages) if languages is not None else self._meant
        for number in self._meant.keys() & scan.numbers:
            there = known.get(number)
            if there is None and languages is not None:
                uses = self._uses[number]
                there = known[number] = self._of(
                    use for use in uses if use.language == ANY or use.language in languages
                )
            met |= there or 0
        return met

    def _tongue(self, languages: frozenset[str]) -> dict[int, int]:
        """What literals meet for readers of some languages, as far as it was asked for."""
        if len(self._spoken) > MOST_TONGUES:
            self._spoken.clear()
        return self._spoken.setdefault(languages, {})

    def _of(self, uses: Iterable[Use]) -> int:
        """The sets that some uses meet."""
        keys = frozenset(key for use in uses for key in _keys(use) if key in self._meets)
        met = self._together.get(keys)
        if met is None:
            met = self._together[keys] = self._met(keys)
        return met

    def _reading(self) -> int:
        """The rules that need more than words of their own: a text must be read for them."""
        return sum(
            1 << number
            for number, ready in enumerate(self._rules)
            if not ready.needs or any(key[:2] in _ASKED for need in ready.needs for key in need)
        )

    def _agreed(self, met: int) -> int:
        """The rules of which all sets are met."""
        found = met & self._every
        for _ in range(1, self._layers):
            met >>= self._count
            found &= met
        return found

    def _paired(self, pairs: int) -> int:
        """The sets that near pairs meet, given as bits."""
        met = 0
        for pair in bits(pairs):
            met |= self._pairs[pair]
        return met

    def _met(self, concepts: Iterable[str]) -> int:
        """The sets that some concepts meet."""
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
    """What the words of a measure may tell: whose stocks, which way a stop goes, the rest says."""
    return _both("m", *(_EITHER if key in _EITHER else (key, *_ALSO.get(key, ()))))


def _listed(lists: Iterable[str]) -> tuple[str, ...]:
    """What names of these sanctions lists meet."""
    return _both("s", *lists)


def _both(prefix: str, *keys: str) -> tuple[str, ...]:
    """Concepts of one kind, and any of that kind."""
    return (*(f"{prefix}:{key}" for key in keys), f"{prefix}:*") if keys else ()
