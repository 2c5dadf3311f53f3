"""One text through the automaton: hits that hold, each with its sentence.

fold -> one pass -> language -> checks (endings, capitals, diacritics) -> masks, longest wins
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rules import language, sentences
from rules.automaton import Automaton, Raw
from rules.fold import Folded, fold
from rules.lexicon import Kind, Lexicon, Use
from rules.model import Evidence, Text
from rules.terms import ANY
from rules.variants import Check, plain

# Only a longer hit of the same family, or a mask, swallows a hit.
_FAMILY = {
    Kind.GOOD: 0, Kind.WEAK: 0, Kind.MEASURE: 1, Kind.COUNTRY: 2, Kind.COMPANY: 3,
}  # fmt: skip
_MASK_SLOT = 4
_GAP = re.compile(r"[^0-9A-Za-z]{2,}")
_PAIRED = Kind.FIRST | Kind.SECOND
_MASKED = Kind.GOOD | Kind.WEAK | Kind.MEASURE | Kind.COUNTRY | Kind.COMPANY | _PAIRED
_STRONG = Kind.GOOD | Kind.WEAK | Kind.MEASURE | Kind.COMPANY
_ALWAYS = _STRONG | Kind.COUNTRY | Kind.TERM | Kind.MASK
_ALONE = 1 << 20  # a term that can make a rule fire by itself
_SIGNS = Kind.STATUS | Kind.DENIAL


class Hit(NamedTuple):
    """A use at folded [start, end), without the spaces around it."""

    start: int
    end: int
    use: Use


class Page:
    """A text in its folded form: title and summary in one string, and the ways back."""

    __slots__ = ("_summary", "_title", "cut", "folded", "text")

    def __init__(self, text: Text) -> None:
        title = fold(text.title)
        self.text = text
        # the line break between the fields matches nothing
        self.folded = f"{title}\n{fold(text.summary)}" if text.summary else title
        self.cut = len(title) + 1  # where the folded summary begins
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
    """A literal as one language reads it: what it may be, which near pairs it belongs to."""

    kinds: int
    firsts: int
    seconds: int
    lead: int
    trail: int
    uses: tuple[Use, ...]


class _Tongue(dict[int, _Entry]):
    """The literals as the readers of some languages understand them; fills itself."""

    def __init__(self, languages: frozenset[str] | None, scanner: Scanner) -> None:
        super().__init__()
        self._languages = None if languages is None else languages | {ANY}
        self._scanner = scanner

    def __missing__(self, number: int) -> _Entry:
        entry = self[number] = self._scanner.entry(number, self._languages)
        return entry


class Scanner:
    """The automaton with what its literals mean. Thread safe.

    `alone`: keys of terms that can make a rule fire without anything of the watchlist.
    """

    def __init__(self, lexicon: Lexicon, alone: Container[str] = ()) -> None:
        self.pairs = tuple(lexicon.pairs)
        self._alone = alone
        self._automaton = Automaton(lexicon.uses)
        self._uses = tuple(tuple(uses) for uses in lexicon.uses.values())
        self._tongues: dict[frozenset[str] | None, _Tongue] = {}

    def scan(self, page: Page) -> Scan | None:
        """What stands in a text; None when nothing of ours does."""
        raw = self._automaton.scan(page.folded)
        if not raw:
            return None
        languages = language.spoken(page.folded, page.text.language[:2].lower())
        tongue = self._tongues.get(languages)
        if tongue is None:
            tongue = self._tongues[languages] = _Tongue(languages, self)
        kinds = firsts = seconds = 0
        for number, _, _ in raw:
            entry = tongue[number]
            kinds |= entry.kinds
            firsts |= entry.firsts
            seconds |= entry.seconds
        wanted = _wanted(kinds, firsts & seconds)
        if not wanted:
            return None
        hits = _longest(_hits(page, raw, tongue, wanted, firsts & seconds))
        return Scan(page, hits, languages) if hits else None

    def entry(self, number: int, languages: frozenset[str] | None) -> _Entry:
        """A literal for readers of these languages, None = of all."""
        literal = self._automaton.literals[number]
        uses = tuple(
            use for use in self._uses[number] if languages is None or use.language in languages
        )
        kinds = firsts = seconds = 0
        for use in uses:
            kinds |= use.kind | (_ALONE if use.key in self._alone else 0)
            if use.pair >= 0:
                firsts |= (use.kind == Kind.FIRST) << use.pair
                seconds |= (use.kind == Kind.SECOND) << use.pair
        lead, trail = literal.startswith(" "), literal.endswith(" ")
        return _Entry(kinds, firsts, seconds, lead, trail, uses)


def _wanted(kinds: int, whole: int) -> int:
    """Which kinds are worth looking at, given what may be in the text; 0 = nothing is."""
    if kinds & (_STRONG | _ALONE) or whole:
        wanted = int(_ALWAYS)
        if kinds & Kind.MEASURE or whole:
            wanted |= _SIGNS | _PAIRED
        return wanted | Kind.CONTEXT if kinds & Kind.WEAK else wanted
    return Kind.COUNTRY | Kind.MASK if kinds & Kind.COUNTRY else 0


def _hits(page: Page, raw: list[Raw], tongue: _Tongue, wanted: int, whole: int) -> list[Hit]:
    """`whole`: the near pairs of which both sides stand in the text, as bits."""
    found = []
    for number, start, end in raw:
        kinds, _, _, lead, trail, uses = tongue[number]
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


@dataclass(slots=True)
class Scan:
    """The hits of one text, by place. Sentences are found when somebody asks."""

    page: Page
    hits: list[Hit]
    languages: frozenset[str] | None
    _bounds: list[int] = field(default_factory=list)

    @property
    def bounds(self) -> list[int]:
        """Folded positions at which a sentence begins."""
        if not self._bounds:
            page = self.page
            places = sentences.starts(page.text.title, title=True)
            self._bounds = _folded_starts(page.text.title, places)
            if page.text.summary:
                places = sentences.starts(page.text.summary)
                below = _folded_starts(page.text.summary, places)
                self._bounds += [page.cut + one for one in below]
        return self._bounds

    def sentence(self, place: int) -> int:
        """The number of the sentence a place stands in."""
        return bisect_right(self.bounds, place) - 1

    def sentence_span(self, number: int) -> tuple[int, int]:
        """Folded start and end of a sentence."""
        bounds = self.bounds
        end = bounds[number + 1] if number + 1 < len(bounds) else len(self.page.folded)
        return bounds[number], end

    def whole(self) -> Iterable[Hit]:
        """Hits that do not run over the end of a sentence."""
        folded = self.page.folded
        for hit in self.hits:
            start, end = hit.start, hit.end
            if " " not in folded[start:end] or self.sentence(start) == self.sentence(end - 1):
                yield hit


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


def _folded_starts(text: str, starts: list[int]) -> list[int]:
    """Sentence starts in folded places: the space in front of the first word.

    In plain text it is enough to count what folding drops: all but one sign of each gap.
    """
    if len(starts) == 1:
        return starts
    if not text.isascii():
        return _by_parts(text, starts)
    lead = 1 if text[0].isalnum() else 0
    gaps = _GAP.finditer(text)
    gap = next(gaps, None)
    found, dropped = [0], 0
    for start in starts[1:]:
        word = start
        while gap is not None and gap.start() <= start:
            first, last = gap.span()
            dropped += last - first - 1
            word = max(word, last)
            gap = next(gaps, None)
        found.append(max(found[-1], word + lead - dropped - 1))
    return found


def _by_parts(text: str, starts: list[int]) -> list[int]:
    """Folding is local, so the lengths of the folded sentences add up."""
    ends = [*starts[1:], len(text)]
    parts = [fold(text[begin:end]) for begin, end in zip(starts, ends, strict=True)]
    folded = Folded(text)
    if sum(len(part) - 1 for part in parts) + 1 != len(folded.folded):
        return [0, *(folded.find(start) for start in starts[1:])]
    found, place = [], 0
    for part in parts:
        found.append(place)
        place += len(part) - 1
    return found
