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
    """

    kinds: int
    lead: int
    trail: int
    uses: tuple[tuple[int, Check | None, int, Use], ...]


class Tongue(dict[int, Entry]):
    """The literals for readers of some languages, None = of all; fills itself."""

    def __init__(
        self,
        languages: frozenset[str] | None,
        literals: Sequence[str],
        uses: Sequence[Sequence[Use]],
    ) -> None:
        super().__init__()
        self._languages = None if languages is None else languages | {ANY}
        self._literals, self._uses = literals, uses

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
        entry = Entry(kinds, literal.startswith(" "), literal.endswith(" "), kept)
        self[number] = entry
        return entry


class Kinds(dict[int, int]):
    """What a literal may stand for in any language, as bits; fills itself."""

    def __init__(
        self, uses: Sequence[Sequence[Use]], asked: Callable[[int, Iterable[Use]], bool]
    ) -> None:
        super().__init__()
        self._uses, self._asked = uses, asked

    def __missing__(self, number: int) -> int:
        uses = self._uses[number]
        kinds = SPEAKS if self._asked(number, uses) else 0
        for use in uses:
            kinds |= use.kind
        self[number] = kinds
        return kinds


class Sides(dict[int, tuple[int, int]]):
    """The near pairs of which a literal may be the first or the second side, as bits."""

    def __init__(self, uses: Sequence[Sequence[Use]]) -> None:
        super().__init__()
        self._uses = uses

    def __missing__(self, number: int) -> tuple[int, int]:
        firsts = seconds = 0
        for use in self._uses[number]:
            firsts |= (use.kind == Kind.FIRST) << max(use.pair, 0)
            seconds |= (use.kind == Kind.SECOND) << max(use.pair, 0)
        self[number] = firsts, seconds
        return firsts, seconds
