"""One text through the automaton: hits that hold, each with its sentence.

fold -> one pass -> language -> checks (endings, capitals, diacritics) -> masks, longest wins
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rules import language, sentences
from rules.automaton import Automaton, Raw
from rules.fold import Folded, fold
from rules.lexicon import Kind, Lexicon, Use, spoken
from rules.model import Evidence, Text
from rules.variants import Check, plain

# Only a longer hit of the same family, or a mask, swallows a hit.
_FAMILY = {
    Kind.GOOD: 0, Kind.WEAK: 0, Kind.MEASURE: 1, Kind.COUNTRY: 2, Kind.COMPANY: 3,
}  # fmt: skip
_MASKED = (
    Kind.GOOD | Kind.WEAK | Kind.MEASURE | Kind.COUNTRY | Kind.COMPANY | Kind.FIRST | Kind.SECOND
)
_WATCHED = (
    Kind.GOOD | Kind.WEAK | Kind.MEASURE | Kind.FIRST | Kind.COUNTRY | Kind.COMPANY | Kind.TERM
)


class Hit(NamedTuple):
    """A use at folded [start, end), without the spaces around it."""

    start: int
    end: int
    use: Use


@dataclass(slots=True)
class Page:
    """A text in its folded form: title and summary in one string, and the ways back."""

    text: Text
    title: Folded
    summary: Folded
    folded: str
    cut: int  # where the folded summary begins

    @classmethod
    def of(cls, text: Text) -> Page:
        """Fold both fields; the line break between them matches nothing."""
        title, summary = Folded(text.title), Folded(text.summary)
        joined = f"{title.folded}\n{summary.folded}" if text.summary else title.folded
        return cls(text, title, summary, joined, len(title.folded) + 1)

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


class Scanner:
    """The automaton with what its literals mean. Thread safe."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.pairs = tuple(lexicon.pairs)
        self._automaton = Automaton(lexicon.uses)
        self._uses = tuple(tuple(uses) for uses in lexicon.uses.values())
        literals = self._automaton.literals
        self._trim = tuple((text.startswith(" "), text.endswith(" ")) for text in literals)
        self._kinds = tuple(_kinds(uses) for uses in self._uses)
        self._firsts = tuple(_pairs(uses, Kind.FIRST) for uses in self._uses)
        self._seconds = tuple(_pairs(uses, Kind.SECOND) for uses in self._uses)

    def scan(self, text: Text) -> Scan | None:
        """What stands in a text; None when nothing of ours does."""
        page = Page.of(text)
        raw = self._automaton.scan(page.folded)
        kinds = firsts = seconds = 0
        for number, _, _ in raw:
            kinds |= self._kinds[number]
            firsts |= self._firsts[number]
            seconds |= self._seconds[number]
        if not kinds & _WATCHED:
            return None
        spoken_in = language.spoken(text.title, text.summary, text.language[:2].lower())
        hits = _longest(self._hits(page, raw, spoken_in, firsts & seconds))
        return Scan(page, hits, spoken_in) if hits else None

    def _hits(
        self, page: Page, raw: list[Raw], languages: frozenset[str] | None, whole: int
    ) -> Iterator[Hit]:
        """`whole`: the near pairs of which both sides stand in the text, as bits."""
        for number, start, end in raw:
            lead, trail = self._trim[number]
            for use in self._uses[number]:
                if not spoken(use, languages) or (use.pair >= 0 and not whole >> use.pair & 1):
                    continue
                if use.check is None:
                    yield Hit(start + lead, end - trail, use)
                    continue
                begin = start + lead
                stop = _holds(use.check, page, begin, end - trail)
                if stop:
                    if use.check.head is not None:  # the article belongs to the word
                        begin = page.folded.rfind(" ", 0, begin) + 1
                    yield Hit(begin, stop, use)


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
            title = _folded_starts(page.title, sentences.starts(page.text.title, title=True))
            summary = _folded_starts(page.summary, sentences.starts(page.text.summary))
            self._bounds = (
                [*title, *(page.cut + one for one in summary)] if page.text.summary else title
            )
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
        for hit in self.hits:
            if self.sentence(hit.start) == self.sentence(hit.end - 1):
                yield hit


def _kinds(uses: Iterable[Use]) -> int:
    found = 0
    for use in uses:
        found |= int(use.kind)
    return found


def _pairs(uses: Iterable[Use], side: Kind) -> int:
    found = 0
    for use in uses:
        if use.kind is side:
            found |= 1 << use.pair
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
    return end if not check.original or _spelled(check, page.original(start, end)) else 0


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


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """By place; a hit within a longer one of its family, or within a mask, is gone."""
    ordered = sorted(hits, key=lambda hit: (hit.start, -hit.end))
    reach: dict[int, Hit] = {}
    kept = []
    for hit in ordered:
        kind = hit.use.kind
        family = _FAMILY.get(kind)
        if kind & _MASKED and (
            _inside(hit, reach.get(-1)) or (family is not None and _inside(hit, reach.get(family)))
        ):
            continue
        slot = -1 if kind is Kind.MASK else family
        if slot is not None and (slot not in reach or hit.end > reach[slot].end):
            reach[slot] = hit
        if kind is not Kind.MASK:
            kept.append(hit)
    return kept


def _inside(hit: Hit, other: Hit | None) -> bool:
    if other is None or hit.end > other.end:
        return False
    return other.start < hit.start or other.end > hit.end


def _folded_starts(folded: Folded, starts: list[int]) -> list[int]:
    """Sentence starts in folded places: folding is local, so lengths add up."""
    if len(starts) == 1:
        return [0]
    text = folded.original
    parts = [
        fold(text[begin:end]) for begin, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    total = sum(len(part) - 1 for part in parts) + 1
    if total != len(folded.folded):
        return [0, *(folded.find(start) for start in starts[1:])]
    found, place = [], 0
    for part in parts:
        found.append(place)
        place += len(part) - 1
    return found
