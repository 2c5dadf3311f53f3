"""One text through the automaton: hits that hold, each with its sentence.

fold -> one pass -> kinds that may be there | language -> checks -> masks, longest wins -> hits

The first two steps are done for every text, the others only for the kinds somebody asks for:
most texts hold nothing that could make a rule fire, and the numbers of the literals say so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from rules import language, sentences
from rules.automaton import Automaton, Raw
from rules.fold import Folded, fold, fold_both
from rules.lexicon import Kind, Lexicon, Use
from rules.literals import SPEAKS, Entry, Kinds, Sides, Tongue
from rules.model import Evidence, Text
from rules.terms import ANY
from rules.variants import Check, plain

# Only a longer hit of the same family, or a mask, swallows a hit.
_FAMILY = {
    Kind.GOOD: 0, Kind.WEAK: 0, Kind.MEASURE: 1, Kind.COUNTRY: 2, Kind.COMPANY: 3,
}  # fmt: skip
_MASK_SLOT = 4
_PAIRED = int(Kind.FIRST | Kind.SECOND)
_MASKED = Kind.GOOD | Kind.WEAK | Kind.MEASURE | Kind.COUNTRY | Kind.COMPANY | _PAIRED
_FIRST, _SECOND, _TERM = int(Kind.FIRST), int(Kind.SECOND), int(Kind.TERM)
_TONGUES = (
    200  # sets of languages that are remembered: what a source says of itself is a stranger's
)
BESIDE = int(Kind.STATUS | Kind.DENIAL | Kind.CONTEXT)  # only asked for beside something else
GOODS = int(Kind.GOOD | Kind.WEAK)
TOLD = int(Kind.MEASURE | _PAIRED)  # what tells of a measure
SIGNS = int(Kind.STATUS | Kind.DENIAL)  # what tells its state


class Hit(NamedTuple):
    """A use at folded [start, end), without the spaces around it."""

    start: int
    end: int
    use: Use


class Page:
    """A text in its folded form: title and summary in one string, and the ways back."""

    __slots__ = ("_summary", "_title", "cut", "folded", "text")

    def __init__(self, text: Text) -> None:
        self.text = text
        # the line break between the fields matches nothing; `cut`: where the summary begins
        if text.summary:
            self.folded = fold_both(text.title, text.summary)
            self.cut = self.folded.index("\n") + 1
        else:
            self.folded = fold(text.title)
            self.cut = len(self.folded) + 1
        self._title: Folded | None = None
        self._summary: Folded | None = None

    @property
    def title(self) -> Folded:
        """The title and its way back."""
        if self._title is None:
            self._title = Folded(self.text.title, self.folded[: self.cut - 1])
        return self._title

    @property
    def summary(self) -> Folded:
        """The summary and its way back."""
        if self._summary is None:
            self._summary = Folded(self.text.summary, self.folded[self.cut :] or " ")
        return self._summary

    def original(self, start: int, end: int) -> str:
        """The words of the original at a folded place."""
        if start < self.cut:
            first, last = self.title.span(start, end)
            return self.text.title[first:last]
        first, last = self.summary.span(start - self.cut, end - self.cut)
        return self.text.summary[first:last]

    def evidence(self, start: int, end: int, concept: str, selection: str = "") -> Evidence:
        """A folded place as code points of the field it stands in."""
        name: Literal["title", "summary"] = "title" if start < self.cut else "summary"
        folded, shift = (self.title, 0) if start < self.cut else (self.summary, self.cut)
        first, last = folded.span(start - shift, end - shift)
        return Evidence(name, first, last, folded.original[first:last], concept, selection)


class Words:
    """Some literals of a lexicon, each with what it stands for, to be looked for in one pass."""

    def __init__(self, uses: Mapping[str, Sequence[Use]]) -> None:
        self.automaton = Automaton(uses)
        self.uses = tuple(tuple(one) for one in uses.values())
        self._tongues: dict[frozenset[str] | None, Tongue] = {}

    def tongue(self, languages: frozenset[str] | None) -> Mapping[int, Entry]:
        """All literals as readers of these languages understand them."""
        known = self._tongues.get(languages)
        if known is None:
            if len(self._tongues) > _TONGUES:
                self._tongues.clear()
            known = Tongue(languages, self.automaton.literals, self.uses)
            self._tongues[languages] = known
        return known


class Scanner:
    """The automata with what their literals mean. Thread safe.

    `asked`: whether a rule asks for a literal with these uses; called once for each literal
    when a text holds it for the first time. Words that only count beside others (states, denials,
    context) are many and stand in most texts: they are looked for in a pass of their own, when
    something was found that they may stand beside.
    """

    def __init__(
        self, lexicon: Lexicon, asked: Callable[[int, Iterable[Use]], bool] = lambda *_: False
    ) -> None:
        self.pairs = tuple(lexicon.pairs)
        self._words = Words(_of(lexicon, ~BESIDE))
        self.beside = Words(_of(lexicon, BESIDE))
        self._kinds = Kinds(self._words.uses, asked)
        self._sides = Sides(self._words.uses)
        self.tongue = self._words.tongue

    def scan(self, page: Page) -> Scan:
        """What may stand in a text; whether it does is found when somebody asks."""
        raw = self._words.automaton.scan(page.folded)
        known, kinds = self._kinds, 0
        for number, _, _ in raw:
            kinds |= known[number]
        return Scan(page, raw, kinds, self)

    def whole(self, raw: Iterable[Raw]) -> int:
        """The near pairs of which both sides may stand in a text, as bits."""
        firsts = seconds = 0
        known, sides = self._kinds, self._sides
        for number, _, _ in raw:
            if known[number] & _PAIRED:
                first, second = sides[number]
                firsts |= first
                seconds |= second
        return firsts & seconds


def _of(lexicon: Lexicon, kinds: int) -> dict[str, list[Use]]:
    """The literals that stand for some kinds."""
    found = {
        literal: [use for use in uses if use.kind & kinds] for literal, uses in lexicon.uses.items()
    }
    return {literal: uses for literal, uses in found.items() if uses}


class Scan:
    """The hits of one text, by place. Hits, languages and sentences are found when asked for.

    `raw` says where literals stand, `kinds` what they may be at most, as bits.
    """

    __slots__ = (
        "_bounds", "_known", "_looked", "_named", "_scanner", "_tongue", "_whole",
        "kinds", "page", "raw",
    )  # fmt: skip

    def __init__(self, page: Page, raw: Sequence[Raw], kinds: int, scanner: Scanner) -> None:
        self.page, self.raw, self.kinds = page, raw, kinds
        self._scanner = scanner
        self._looked: dict[int, list[Hit]] = {}
        self._tongue: tuple[frozenset[str] | None, Mapping[int, Entry]] | None = None
        self._whole: int | None = None
        self._named: dict[str, list[tuple[Use, int, int]]] | None = None
        self._bounds: list[int] = []
        self._known = 0  # the folded place up to which sentences were looked for

    @property
    def whole(self) -> int:
        """The near pairs of which both sides may be there, as bits."""
        if self._whole is None:
            both = self.kinds & _FIRST and self.kinds & _SECOND
            self._whole = self._scanner.whole(self.raw) if both else 0
        return self._whole

    @property
    def hits(self) -> list[Hit]:
        """All hits, also those over the end of a sentence."""
        return self.of(~SPEAKS)

    @property
    def languages(self) -> frozenset[str] | None:
        """The languages the text may be in; None = no idea, or nothing of ours to read."""
        told = any(self._looked.values()) or self.of(~(SPEAKS | BESIDE))
        return self._read()[0] if told else None

    def of(self, kinds: int) -> list[Hit]:
        """The hits of some kinds. A kind is swallowed by longer ones of its family and masks."""
        kinds |= GOODS if kinds & GOODS else 0
        found = self._looked.get(kinds)
        if found is None:
            there = kinds & (self.kinds | BESIDE)
            found = self._looked[kinds] = self._look(kinds) if there else []
        return found

    def whole_of(self, kinds: int) -> list[Hit]:
        """The hits of some kinds that do not run over the end of a sentence."""
        return [hit for hit in self.of(kinds) if self._undivided(hit[0], hit[1])]

    def names(self, keys: Iterable[str]) -> bool:
        """Whether a term of one of these keys stands in the text, within a sentence.

        Nothing swallows a term, so that it can be told without finding all hits.
        """
        named = self._named
        if named is None:
            named = self._named = self._terms()
        return any(self._stands(*one) for key in keys for one in named.get(key, ()))

    def most(self, goods: Container[str]) -> int:
        """How often some goods may be named at most."""
        known = self._scanner.tongue(None)
        return sum(
            1
            for number, _, _ in self.raw
            for kind, _, _, use in known[number].uses
            if kind & GOODS and use.key in goods
        )

    def _terms(self) -> dict[str, list[tuple[Use, int, int]]]:
        """Where the terms of each key may stand."""
        named: dict[str, list[tuple[Use, int, int]]] = {}
        known = self._scanner.tongue(None)
        for number, start, end in self.raw if self.kinds & _TERM else ():
            kinds, lead, trail, uses = known[number]
            if kinds & _TERM:
                for kind, _, _, use in uses:
                    if kind == _TERM:
                        named.setdefault(use.key, []).append((use, start + lead, end - trail))
        return named

    def _stands(self, use: Use, start: int, end: int) -> bool:
        if use.language != ANY:
            languages = self._read()[0]
            if languages is not None and use.language not in languages:
                return False
        if use.check is not None:
            stop = _holds(use.check, self.page, start, end)
            if not stop:
                return False
            start, end = _from(use.check, self.page, start), stop
        return self._undivided(start, end)

    def _undivided(self, start: int, end: int) -> bool:
        """Whether a place does not run over the end of a sentence."""
        if self.page.folded.find(" ", start, end) < 0:
            return True
        return self.sentence(start) == self.sentence(end - 1)

    def _read(self) -> tuple[frozenset[str] | None, Mapping[int, Entry]]:
        if self._tongue is None:
            page = self.page
            languages = language.spoken(page.folded, page.text.language[:2].lower())
            self._tongue = languages, self._scanner.tongue(languages)
        return self._tongue

    def _look(self, kinds: int) -> list[Hit]:
        languages, tongue = self._read()
        wanted = kinds | Kind.MASK
        hits = _hits(self.page, self.raw, tongue, wanted, self.whole)
        if kinds & BESIDE:
            beside = self._scanner.beside
            raw = beside.automaton.scan(self.page.folded)
            hits += _hits(self.page, raw, beside.tongue(languages), kinds, 0)
        return _longest(hits) if len(hits) > 1 else [one for one in hits if one[2][0] != Kind.MASK]

    @property
    def bounds(self) -> list[int]:
        """Folded positions at which a sentence begins."""
        self._learn(len(self.page.folded))
        return self._bounds

    def sentence(self, place: int) -> int:
        """The number of the sentence a place stands in."""
        if place >= self._known:
            self._learn(place)
        return bisect_right(self._bounds, place) - 1

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Folded start and end of a sentence."""
        bounds = self.bounds
        end = bounds[number + 1] if number + 1 < len(bounds) else len(self.page.folded)
        return bounds[number], end

    def _learn(self, place: int) -> None:
        """The sentences of the title; those below it when a place there is asked for."""
        text, cut, end = self.page.text, self.page.cut, len(self.page.folded) + 1
        bounds = list(self._bounds)
        if not self._known:
            bounds = sentences.folded(text.title, sentences.starts(text.title, title=True))
        if place >= cut and self._known < end and text.summary:
            places = sentences.folded(text.summary, sentences.starts(text.summary))
            bounds += [cut + one for one in places]
        self._bounds, self._known = bounds, end if place >= cut else cut


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while number:
        place = number.bit_length() - 1
        yield place
        number ^= 1 << place


def _hits(
    page: Page, raw: Iterable[Raw], tongue: Mapping[int, Entry], wanted: int, whole: int
) -> list[Hit]:
    """`whole`: the near pairs of which both sides stand in the text, as bits."""
    found = []
    for number, start, end in raw:
        kinds, lead, trail, uses = tongue[number]
        if not kinds & wanted:
            continue
        start, end = start + lead, end - trail
        for kind, check, pair, use in uses:
            if not kind & wanted or (pair >= 0 and not whole >> pair & 1):
                continue
            if check is None:
                found.append(Hit(start, end, use))
                continue
            stop = _holds(check, page, start, end)
            if stop:
                found.append(Hit(_from(check, page, start), stop, use))
    return found


def _holds(check: Check, page: Page, start: int, end: int) -> int:
    """Where the hit really ends, 0 when it is none."""
    folded = page.folded
    if check.tail is not None:
        tail = check.tail.match(folded, end)
        if tail is None:
            return 0
        end = tail.end()
    if check.head is not None and _before(folded, start) not in check.head:
        return 0
    if check.katakana and (_kana(folded[start - 1]) or _kana(folded[end : end + 1])):
        return 0
    if not check.original:
        return end
    if check.word is not None:
        first = check.word.search(page.text.title) or check.word.search(page.text.summary)
        if first is None or folded.count(folded[start - 1 : end + 1]) == 1:
            return end if first else 0  # cheaper than finding the place
    return end if _spelled(check, page.original(start, end)) else 0


def _from(check: Check, page: Page, start: int) -> int:
    """Where the hit really begins: the article of an Arabic word belongs to it."""
    return start if check.head is None else page.folded.rfind(" ", 0, start) + 1


def _before(folded: str, start: int) -> str:
    return folded[max(folded.rfind(" ", 0, start) + 1, start - 8) : start]


def _kana(letter: str) -> bool:
    return "\u30a0" <= letter <= "\u30ff" and letter != ""


def _spelled(check: Check, original: str) -> bool:
    simple = original.isascii() and original.isalnum()
    letters = original if simple else plain(original)
    if check.capital and not letters[:1].isupper():
        return False
    if check.exact and not letters.startswith(check.exact):
        return False
    return not check.marks or letters.lower().startswith(check.marks)


def _longest(hits: list[Hit]) -> list[Hit]:
    """By place; a hit within a longer one of its family, or within a mask, is gone."""
    hits.sort(key=_place)
    reach: list[Hit | None] = [None] * (_MASK_SLOT + 1)
    kept = []
    for hit in hits:
        kind = hit.use.kind
        mask = kind == Kind.MASK
        slot = _MASK_SLOT if mask else _FAMILY.get(kind, -1)
        if kind & _MASKED:
            if _inside(hit, reach[_MASK_SLOT]) or (slot >= 0 and _inside(hit, reach[slot])):
                continue
        if slot >= 0:
            widest = reach[slot]
            if widest is None or hit.end > widest.end:
                reach[slot] = hit
        if not mask:
            kept.append(hit)
    return kept


def _place(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


def _inside(hit: Hit, other: Hit | None) -> bool:
    if other is None or hit.end > other.end:
        return False
    return other.start < hit.start or other.end > hit.end
