"""One text through the automaton: hits that hold, each with its sentence.

fold -> one pass -> kinds that may be there | language -> checks -> masks, longest wins -> hits

The first two steps are done for every text, the others only for the kinds somebody asks for:
most texts hold nothing that could make a rule fire, and the numbers of the literals say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from rules import language, nearby
from rules.automaton import Automaton, Raw
from rules.divided import Divided
from rules.fold import has_unspaced
from rules.hits import Hit, checked, held, longest, place
from rules.lexicon import Kind, Lexicon, Use
from rules.literals import SPEAKS, Entry, Kinds, Own, Sides, Tongue, both
from rules.page import Page
from rules.terms import ANY

_FIRST, _SECOND, _TERM = int(Kind.FIRST), int(Kind.SECOND), int(Kind.TERM)
MOST_TONGUES = 200  # sets of languages remembered: what a source says of itself is a stranger's
SIDES = int(Kind.FIRST | Kind.SECOND)
BESIDE = int(Kind.STATUS | Kind.DENIAL | Kind.CONTEXT)  # only asked for beside something else
_READ = ~(SPEAKS | BESIDE | int(Kind.HINT))  # what a language is told for
GOODS = int(Kind.GOOD | Kind.WEAK)
TOLD = int(Kind.MEASURE) | SIDES  # what tells of a measure
SIGNS = int(Kind.STATUS | Kind.DENIAL)  # what tells its state


class Words:
    """Some literals of a lexicon, each with what it stands for, to be looked for in one pass."""

    def __init__(self, uses: Mapping[str, Sequence[Use]], pairs: int = 0) -> None:
        self.automaton, self._pairs = Automaton(uses), pairs
        self.uses = tuple(tuple(one) for one in uses.values())
        self._tongues: dict[frozenset[str] | None, Tongue] = {}

    def tongue(self, languages: frozenset[str] | None) -> Mapping[int, Entry]:
        """All literals as readers of these languages understand them."""
        known = self._tongues.get(languages)
        if known is None:
            if len(self._tongues) > MOST_TONGUES:
                self._tongues.clear()
            known = Tongue(languages, self.automaton.literals, self.uses, self._pairs)
            self._tongues[languages] = known
        return known


class Scanner:
    """The automata with what their literals mean. Thread safe.

    `asked`: whether a rule asks for a literal with these uses and keys that are sure; called once
    for each literal when a text holds it for the first time. Words that only count beside others
    (states, denials, context) are many and stand in most texts: they are looked for in a pass of
    their own, in the sentences where something was found that they may stand beside.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        asked: Callable[[int, Iterable[Use], Iterable[str]], bool] = lambda *_: False,
    ) -> None:
        self.pairs = tuple(lexicon.pairs)
        self.words = Words(_of(lexicon, ~BESIDE), len(self.pairs))
        self.beside = Words(_of(lexicon, BESIDE))
        self.own = Own(self.words.automaton.literals, self.words.uses)
        self.kinds = Kinds(self.words.uses, self.own, asked)
        self._sides = Sides(self.words.uses, len(self.pairs))

    def scan(self, page: Page) -> Scan:
        """What may stand in a text; whether it does is found when somebody asks."""
        raw = self.words.automaton.scan(page.folded)
        known, kinds = self.kinds, 0
        numbers = {one[0] for one in raw}
        for number in numbers:
            kinds |= known[number]
        return Scan(page, raw, numbers, kinds, self)

    def whole(self, numbers: Iterable[int]) -> int:
        """The near pairs of which both sides may stand in a text with these literals, as bits."""
        known, sides, found = self.kinds, self._sides, 0
        for number in numbers:
            if known[number] & SIDES:
                found |= sides[number]
        return both(found, len(self.pairs))


def _of(lexicon: Lexicon, kinds: int) -> dict[str, list[Use]]:
    """The literals that stand for some kinds."""
    found = {
        literal: [use for use in uses if use.kind & kinds] for literal, uses in lexicon.uses.items()
    }
    return {literal: uses for literal, uses in found.items() if uses}


class Scan(Divided):
    """The hits of one text, by place. Hits, languages and sentences are found when asked for.

    `raw` says which literals stand where, `kinds` what they may be at most, as bits.
    """

    __slots__ = (
        "_counts", "_looked", "_near", "_places", "_scanner", "_sure", "_terms",
        "_tongue", "_whole", "kinds", "numbers", "raw",
    )  # fmt: skip

    def __init__(
        self, page: Page, raw: Sequence[Raw], numbers: Set[int], kinds: int, scanner: Scanner
    ) -> None:
        super().__init__(page)
        self.raw, self.numbers, self.kinds = raw, numbers, kinds
        self._scanner = scanner
        self._looked: dict[int, list[Hit]] = {}
        self._tongue: tuple[frozenset[str] | None, Mapping[int, Entry]] | None = None
        self._whole: int | None = None
        self._near: int | None = None
        self._places: dict[int, dict[str, list[nearby.Place]]] = {}
        self._sure: set[str] | None = None  # keys of own terms that stand there for sure
        self._terms: dict[str, list[tuple[Use, int, int]]] = {}
        self._counts: Mapping[str, int] | None = None

    @property
    def whole(self) -> int:
        """The near pairs of which both sides may be there, as bits."""
        if self._whole is None:
            both = self.kinds & _FIRST and self.kinds & _SECOND
            self._whole = self._scanner.whole(self.numbers) if both else 0
        return self._whole

    @property
    def near(self) -> int:
        """Those of which both sides may stand near each other, as bits."""
        if self._near is None:
            whole, pairs = self.whole, len(self._scanner.pairs)
            known = self._read()[1] if whole else {}
            self._near = nearby.near(self.page, self.raw, known, whole, pairs) if whole else 0
        return self._near

    @property
    def spoken(self) -> frozenset[str] | None:
        """The languages in which the text is read; None = all."""
        return self._read()[0]

    @property
    def languages(self) -> frozenset[str] | None:
        """The languages the text may be in; None = no idea, or nothing of ours to read."""
        told = any(self._looked.values()) or self.of(_READ)
        return self._read()[0] if told else None

    def of(self, kinds: int) -> list[Hit]:
        """The hits of some kinds. A kind is swallowed by longer ones of its family and masks."""
        kinds |= GOODS if kinds & GOODS else 0
        found = self._looked.get(kinds)
        if found is None:
            found = self._looked[kinds] = self._look(kinds) if kinds & self.kinds else []
        return found

    def whole_of(self, kinds: int) -> list[Hit]:
        """The hits of some kinds that do not run over the end of a sentence."""
        return [hit for hit in self.of(kinds) if self._undivided(hit[0], hit[1])]

    def beside(self, kinds: int, numbers: Iterable[int]) -> list[Hit]:
        """The hits of some kinds of `BESIDE` in some sentences, by place."""
        languages, _ = self._read()
        words, folded = self._scanner.beside, self.page.folded
        tongue, found = words.tongue(languages), []
        for number in sorted(set(numbers)):
            first, last = self.sentence_span(number)
            first = max(0, first - 1)
            raw = [
                (literal, start + first, end + first)
                for literal, start, end in words.automaton.scan(folded[first : last + 1])
            ]
            found += [
                hit
                for hit in held(self.page, raw, tongue, kinds)
                if self.sentence(hit[0]) == number and self._undivided(hit[0], hit[1])
            ]
        found.sort(key=place)
        return found

    def names(self, keys: Iterable[str]) -> bool:
        """Whether a term of one of these keys stands in the text, within a sentence.

        Nothing swallows a term, so that it can be told without finding all hits.
        """
        sure = self._sure
        if sure is None:
            sure = self._named()
        if not sure.isdisjoint(keys):
            return True
        terms = self._terms
        for key in keys:
            for one in terms.get(key, ()):
                hit = self._stands(*one)
                if hit is not None and self._undivided(hit.start, hit.end):
                    return True
        return False

    def named(self, key: str) -> list[Hit]:
        """Where the terms of a key stand, also over the end of a sentence."""
        if self._sure is None:
            self._named()
        found = [hit for one in self._terms.get(key, ()) if (hit := self._stands(*one))]
        return sorted(found, key=place)

    def places(self, kinds: int, keys: Iterable[str] | None) -> list[nearby.Place] | None:
        """Where words of some kinds may stand; None where letters do not tell words apart."""
        if has_unspaced(self.page.folded):
            return None
        found = self._places.get(kinds)
        if found is None:
            found = self._places[kinds] = nearby.places(self.raw, self._read()[1], kinds)
        return [place for key in (found if keys is None else keys) for place in found.get(key, ())]

    def titled(self, kinds: int) -> bool:
        """Whether the title may hold something of some kinds."""
        cut, known = self.page.cut, self._scanner.kinds
        return any(known[number] & kinds for number, start, _ in self.raw if start < cut)

    def most(self, goods: Iterable[str]) -> int:
        """How often some goods may be named at most."""
        if self._counts is None:
            known = self._scanner.words.tongue(None)
            self._counts = Counter(
                use.key
                for number, _, _ in self.raw
                if self._scanner.kinds[number] & GOODS
                for kind, _, _, use in known[number].uses
                if kind & GOODS
            )
        counts = self._counts
        return sum(counts[good] for good in goods)

    def _named(self) -> set[str]:
        """Own terms: keys that stand there for sure, and where those of each key may stand."""
        sure: set[str] = set()
        terms, kinds, own = self._terms, self._scanner.kinds, self._scanner.own
        for number, start, end in self.raw if self.kinds & _TERM else ():
            if kinds[number] & _TERM:
                certain, lead, trail, uses = own[number]
                sure.update(certain)
                for use in uses:
                    terms.setdefault(use.key, []).append((use, start + lead, end - trail))
        self._sure = sure
        return sure

    def _stands(self, use: Use, start: int, end: int) -> Hit | None:
        if use.language != ANY:
            languages = self._read()[0]
            if languages is not None and use.language not in languages:
                return None
        if use.check is not None:
            return checked(self.page, start, end, use, use.check)
        return Hit(start, end, use)

    def _undivided(self, start: int, end: int) -> bool:
        """Whether a place does not run over the end of a sentence."""
        if self.page.folded.find(" ", start, end) < 0:
            return True
        return self.sentence(start) == self.sentence(end - 1)

    def _read(self) -> tuple[frozenset[str] | None, Mapping[int, Entry]]:
        if self._tongue is None:
            page = self.page
            languages = language.spoken(page.folded, page.text.language[:2].lower())
            self._tongue = languages, self._scanner.words.tongue(languages)
        return self._tongue

    def _look(self, kinds: int) -> list[Hit]:
        near = self.near if kinds & SIDES else 0
        return longest(held(self.page, self.raw, self._read()[1], kinds | Kind.MASK, near))
