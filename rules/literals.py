"""What the literals of the automaton may stand for. The tables fill themselves when they are asked.

A text holds a few of tens of thousands of literals, so nothing is worked out before it is met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rules.lexicon import Kind, Use
from rules.terms import ANY
from rules.variants import Check

SPEAKS = 1 << 20  # a bit beside those of Kind: stands for something that a rule stands under


class Entry(NamedTuple):
    """A literal as the readers of some languages understand it.

    `uses` come with their kind, check and pair beside them: they are looked at most often.
    `sides`: of near pairs, as in `Sides`; `tails`: whether one of these may go on behind.
    """

    kinds: int
    lead: int
    trail: int
    uses: tuple[tuple[int, Check | None, int, Use], ...]
    sides: int = 0
    tails: bool = False


class Tongue(dict[int, Entry]):
    """The literals for readers of some languages, None = of all; fills itself."""

    def __init__(
        self,
        languages: frozenset[str] | None,
        literals: Sequence[str],
        uses: Sequence[Sequence[Use]],
        pairs: int = 0,
    ) -> None:
        super().__init__()
        self._languages = None if languages is None else languages | {ANY}
        self._literals, self._uses, self._pairs = literals, uses, pairs

    def __missing__(self, number: int) -> Entry:
        literal, uses = self._literals[number], self._uses[number]
        known = self._languages
        kept = tuple(
            (int(use.kind), use.check, use.pair, use)
            for use in uses
            if known is None or use.language in known
        )
        kinds = 0
        for kind, _, _, _ in kept:
            kinds |= kind
        sides = sides_of((one[3] for one in kept), self._pairs)
        tails = any(pair >= 0 and check and check.tail for _, check, pair, _ in kept)
        entry = Entry(kinds, literal.startswith(" "), literal.endswith(" "), kept, sides, tails)
        self[number] = entry
        return entry


class Kinds(dict[int, int]):
    """What a literal may stand for in any language, as bits; fills itself."""

    def __init__(
        self,
        uses: Sequence[Sequence[Use]],
        own: Own,
        asked: Callable[[int, Iterable[Use], Iterable[str]], bool],
    ) -> None:
        super().__init__()
        self._uses, self._own, self._asked = uses, own, asked

    def __missing__(self, number: int) -> int:
        uses = self._uses[number]
        kinds = SPEAKS if self._asked(number, uses, self._own[number][0]) else 0
        for use in uses:
            kinds |= use.kind
        self[number] = kinds
        return kinds


class Sides(dict[int, int]):
    """The near pairs of which a literal may be the first side, `pairs` bits above the second."""

    def __init__(self, uses: Sequence[Sequence[Use]], pairs: int) -> None:
        super().__init__()
        self._uses, self._pairs = uses, pairs

    def __missing__(self, number: int) -> int:
        found = self[number] = sides_of(self._uses[number], self._pairs)
        return found


def sides_of(uses: Iterable[Use], pairs: int) -> int:
    """The sides of near pairs that some uses are."""
    found = 0
    for use in uses:
        if use.kind is Kind.FIRST:
            found |= 1 << use.pair
        elif use.kind is Kind.SECOND:
            found |= 1 << use.pair + pairs
    return found


def both(sides: int, pairs: int) -> int:
    """The pairs of which both sides are among some sides."""
    return sides & sides >> pairs & (1 << pairs) - 1


class Own(dict[int, tuple[tuple[str, ...], int, int, tuple[Use, ...]]]):
    """Terms of rules and lists: keys that are sure by the literal alone, lead, trail, all uses."""

    def __init__(self, literals: Sequence[str], uses: Sequence[Sequence[Use]]) -> None:
        super().__init__()
        self._literals, self._uses = literals, uses

    def __missing__(self, number: int) -> tuple[tuple[str, ...], int, int, tuple[Use, ...]]:
        literal = self._literals[number]
        uses = tuple(use for use in self._uses[number] if use.kind is Kind.TERM)
        word = " " not in literal.strip()  # one word runs over no end of a sentence
        sure = tuple(use.key for use in uses if word and use.language == ANY and use.check is None)
        self[number] = own = sure, literal.startswith(" "), literal.endswith(" "), uses
        return own
