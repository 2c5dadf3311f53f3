"""One text through the automaton: hits that hold, each with its sentence.

fold -> one pass -> kinds that may be there | language -> checks -> masks, longest wins -> hits

The first two steps are done for every text, the others only for the kinds somebody asks for:
most texts hold nothing that could make a rule fire, and the numbers of the literals say so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from rules import language, sentences
from rules.automaton import Automaton, Raw
from rules.fold import Folded, fold, fold_both
from rules.lexicon import Kind, Lexicon, Use
from rules.model import Evidence, Text
from rules.terms import ANY
from rules.variants import Check, plain

# Only a longer hit of the same family, or a mask, swallows a hit.
_FAMILY = {
    Kind.GOOD: 0, Kind.WEAK: 0, Kind.MEASURE: 1, Kind.COUNTRY: 2, Kind.COMPANY: 3,
}  # fmt: skip
_MASK_SLOT = 4
_PAIRED = Kind.FIRST | Kind.SECOND
_MASKED = Kind.GOOD | Kind.WEAK | Kind.MEASURE | Kind.COUNTRY | Kind.COMPANY | _PAIRED
_FIRST, _SECOND = int(Kind.FIRST), int(Kind.SECOND)
GOODS = int(Kind.GOOD | Kind.WEAK)
TOLD = int(Kind.MEASURE | _PAIRED | Kind.STATUS | Kind.DENIAL)  # what tells of a measure
SPEAKS = 1 << 20  # stands for something that a rule asks for


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


class _Entry(NamedTuple):
    """A literal as the readers of some languages understand it."""

    kinds: int
    lead: int
    trail: int
    uses: tuple[Use, ...]


class _Tongue(dict[int, _Entry]):
    """The literals for readers of some languages, None = of all; fills itself."""

    def __init__(self, languages: frozenset[str] | None, scanner: Scanner) -> None:
        super().__init__()
        self._languages = None if languages is None else languages | {ANY}
        self._scanner = scanner

    def __missing__(self, number: int) -> _Entry:
        literal, uses = self._scanner.literal(number)
        known = self._languages
        kept = tuple(use for use in uses if known is None or use.language in known)
        kinds = 0
        for use in kept:
            kinds |= use.kind
        entry = _Entry(kinds, literal.startswith(" "), literal.endswith(" "), kept)
        self[number] = entry
        return entry


class _Kinds(dict[int, int]):
    """What a literal may stand for in any language, as bits; fills itself."""

    def __init__(self, scanner: Scanner, asked: Callable[[int, Iterable[Use]], bool]) -> None:
        super().__init__()
        self._scanner, self._asked = scanner, asked

    def __missing__(self, number: int) -> int:
        _, uses = self._scanner.literal(number)
        kinds = SPEAKS if self._asked(number, uses) else 0
        for use in uses:
            kinds |= use.kind
        self[number] = kinds
        return kinds


class Scanner:
    """The automaton with what its literals mean. Thread safe.

    `asked`: whether a rule asks for a literal with these uses; called once for each literal
    when a text holds it for the first time.
    """

    def __init__(
        self, lexicon: Lexicon, asked: Callable[[int, Iterable[Use]], bool] = lambda *_: False
    ) -> None:
        self.pairs = tuple(lexicon.pairs)
        self._automaton = Automaton(lexicon.uses)
        self._uses = tuple(tuple(uses) for uses in lexicon.uses.values())
        self._kinds = _Kinds(self, asked)
        self._tongues: dict[frozenset[str] | None, _Tongue] = {}

    def scan(self, page: Page) -> Scan:
        """What may stand in a text; whether it does is found when somebody asks."""
        raw = self._automaton.scan(page.folded)
        known, kinds = self._kinds, 0
        for number, _, _ in raw:
            kinds |= known[number]
        whole = self._whole(raw) if kinds & _FIRST and kinds & _SECOND else 0
        return Scan(page, raw, kinds, whole, self)

    def _whole(self, raw: Iterable[Raw]) -> int:
        """The near pairs of which both sides may stand in a text, as bits."""
        firsts = seconds = 0
        known, uses = self._kinds, self._uses
        for number in {one[0] for one in raw}:
            if known[number] & _PAIRED:
                for kind, _, _, _, _, pair in uses[number]:
                    if kind == _FIRST:
                        firsts |= 1 << pair
                    elif kind == _SECOND:
                        seconds |= 1 << pair
        return firsts & seconds

    def literal(self, number: int) -> tuple[str, tuple[Use, ...]]:
        """A literal and all it stands for."""
        return self._automaton.literals[number], self._uses[number]

    def tongue(self, languages: frozenset[str] | None) -> Mapping[int, _Entry]:
        """All literals as readers of these languages understand them."""
        known = self._tongues.get(languages)
        if known is None:
            known = self._tongues[languages] = _Tongue(languages, self)
        return known


class Scan:
    """The hits of one text, by place. Hits, languages and sentences are found when asked for.

    `kinds` and `whole` (near pairs) say what may be there at most, `raw` where its literals are.
    """

    __slots__ = (
        "_below",
        "_found",
        "_scanner",
        "_title",
        "_tongue",
        "kinds",
        "page",
        "raw",
        "whole",
    )

    def __init__(
        self, page: Page, raw: Sequence[Raw] = (), kinds: int = 0, whole: int = 0,
        scanner: Scanner | None = None,
    ) -> None:  # fmt: skip
        self.page, self.raw, self.kinds, self.whole = page, raw, kinds, whole
        self._scanner = scanner
        self._found: dict[int, list[Hit]] = {}
        self._tongue: tuple[frozenset[str] | None, Mapping[int, _Entry]] | None = None
        self._title: list[int] = []
        self._below: list[int] | None = None

    @property
    def hits(self) -> list[Hit]:
        """All hits, also those over the end of a sentence."""
        return self.of(~SPEAKS)

    @property
    def languages(self) -> frozenset[str] | None:
        """The languages the text may be in; None = no idea, or nothing of ours to read."""
        return self._read()[0] if self._scanner is not None and self.hits else None

    def of(self, kinds: int) -> list[Hit]:
        """The hits of some kinds. A kind is swallowed by longer ones of its family and masks."""
        kinds |= GOODS if kinds & GOODS else 0
        found = self._found.get(kinds)
        if found is None:
            found = self._found[kinds] = self._look(kinds) if kinds & self.kinds else []
        return found

    def whole_of(self, kinds: int) -> list[Hit]:
        """The hits of some kinds that do not run over the end of a sentence."""
        folded = self.page.folded
        return [
            hit
            for hit in self.of(kinds)
            if " " not in folded[hit[0] : hit[1]]
            or self.sentence(hit[0]) == self.sentence(hit[1] - 1)
        ]

    def _read(self) -> tuple[frozenset[str] | None, Mapping[int, _Entry]]:
        if self._tongue is None:
            assert self._scanner is not None  # noqa: S101 - without one there is nothing to read
            page = self.page
            languages = language.spoken(page.folded, page.text.language[:2].lower())
            self._tongue = languages, self._scanner.tongue(languages)
        return self._tongue

    def _look(self, kinds: int) -> list[Hit]:
        tongue = self._read()[1]
        wanted = kinds | Kind.MASK
        hits = _hits(self.page, self.raw, tongue, wanted, self.whole)
        return _longest(hits) if len(hits) > 1 else [one for one in hits if one[2][0] != Kind.MASK]

    @property
    def bounds(self) -> list[int]:
        """Folded positions at which a sentence begins."""
        return self._title_bounds() + self._summary_bounds()

    def sentence(self, place: int) -> int:
        """The number of the sentence a place stands in."""
        title = self._title or self._title_bounds()
        if place < self.page.cut:
            return bisect_right(title, place) - 1
        return len(title) + bisect_right(self._summary_bounds(), place) - 1

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Folded start and end of a sentence."""
        bounds = self.bounds
        end = bounds[number + 1] if number + 1 < len(bounds) else len(self.page.folded)
        return bounds[number], end

    def _title_bounds(self) -> list[int]:
        if not self._title:
            title = self.page.text.title
            self._title = sentences.folded(title, sentences.starts(title, title=True))
        return self._title

    def _summary_bounds(self) -> list[int]:
        if self._below is None:
            summary, cut = self.page.text.summary, self.page.cut
            places = sentences.folded(summary, sentences.starts(summary)) if summary else []
            self._below = [cut + one for one in places]
        return self._below


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while number:
        place = number.bit_length() - 1
        yield place
        number ^= 1 << place


def _hits(
    page: Page, raw: Iterable[Raw], tongue: Mapping[int, _Entry], wanted: int, whole: int
) -> list[Hit]:
    """`whole`: the near pairs of which both sides stand in the text, as bits."""
    found = []
    for number, start, end in raw:
        kinds, lead, trail, uses = tongue[number]
        if not kinds & wanted:
            continue
        start, end = start + lead, end - trail
        for use in uses:
            if not use.kind & wanted or (use.pair >= 0 and not whole >> use.pair & 1):
                continue
            if use.check is None:
                found.append(Hit(start, end, use))
                continue
            stop = _holds(use.check, page, start, end)
            if stop:
                # the article of an Arabic word belongs to it
                begin = start if use.check.head is None else page.folded.rfind(" ", 0, start) + 1
                found.append(Hit(begin, stop, use))
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


def _before(folded: str, start: int) -> str:
    return folded[max(folded.rfind(" ", 0, start) + 1, start - 8) : start]


def _kana(letter: str) -> bool:
    return "\u30a0" <= letter <= "\u30ff" and letter != ""


def _spelled(check: Check, original: str) -> bool:
    letters = plain(original)
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
