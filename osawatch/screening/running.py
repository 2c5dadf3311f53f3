"""Listed names in running text: exact ones by one automaton, close ones in runs of capitals.

    text -> folded -> automaton over all names that tell
    text -> runs of capitalised words -> Screener, at a higher threshold -> union, by place

A name tells when it has two words, one of them rare; a name in its own script when it has four
letters or a word boundary on both sides. Weak aliases are left out: a text has no second fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from babel import Locale

from osawatch.screening.model import Found, Hit, Subject
from osawatch.screening.score import Likeness
from osawatch.screening.screener import Screener
from osawatch.screening.spelling import latin, sound, spell
from osawatch.screening.tables import COMMON, FILLERS, LEGAL_FORMS, PARTICLES, TITLES
from rules.automaton import Automaton
from rules.fold import Folded, fold, has_unspaced

CLOSE = 0.9
LONGEST_RUN = 8  # words
TONGUES = ("en", "nl", "de", "fr", "es")
_UPPER = "".join(chr(n) for n in range(0x530) if chr(n).isupper())
_WORD = re.compile(r"[\w'’-]+")
_INITIAL = rf"[{_UPPER}]\."
_CAPITAL = rf"(?:{_INITIAL}|[{_UPPER}][\w'’-]*)"
_BETWEEN = "|".join(PARTICLES)
_RUN = re.compile(rf"(?<!\w){_CAPITAL}(?:[ \t]+(?:(?:{_BETWEEN})[ \t]+)?{_CAPITAL})+")


class TextScreener:
    """Looks for the names of a screener in texts. Building adds a second for 100,000 names."""

    def __init__(self, screener: Screener) -> None:
        self._screener = screener
        literals: dict[str, list[int]] = {}
        for row, (spelled, _) in enumerate(screener.names):
            for _, name in screener.bearers[row]:
                if name.quality == "strong" and self._tells(spelled.core, spelled.native):
                    rows = literals.setdefault(_literal(name.text), [])
                    if row not in rows:
                        rows.append(row)
        self._rows = list(literals.values())
        self._automaton = Automaton(literals)
        self._places = _places()

    def search(self, text: str) -> tuple[Found, ...]:
        """The listed names in a text, by place; of two that overlap the better stands."""
        return self.search_all([text])[0]

    def search_all(self, texts: Sequence[str]) -> list[tuple[Found, ...]]:
        """The same for many texts, faster than one by one."""
        found = [list(self._exact(text)) for text in texts]
        runs = [
            (place, run)
            for place, text in enumerate(texts)
            for run in _runs(text)
            if self._worth(run[2])
        ]
        subjects = [Subject("", words) for _, (_, _, words) in runs]
        for (place, (start, end, words)), hits in zip(
            runs, self._screener.screen_all(subjects, CLOSE), strict=True
        ):
            if told := tuple(hit for hit in hits if self._sure(hit)):
                found[place].append(Found(start, end, words, told))
        return [_apart(one) for one in found]

    def _tells(self, core: tuple[str, ...], native: str) -> bool:
        if native:
            return len(native) >= 4
        words = [word for word in core if len(word) > 1]
        return len(words) > 1 and not all(map(self._dull, words))

    def _dull(self, word: str) -> bool:
        return word in COMMON or len(word) < 3 or self._screener.index.common(word)

    def _exact(self, text: str) -> Iterator[Found]:
        folded = Folded(text)
        for number, start, end in self._automaton.scan(folded.folded):
            first, last = folded.span(start, end)
            hits = tuple(
                Hit(entry, 1.0, "name", text[first:last], name, Likeness(1.0, "exact"))
                for row in self._rows[number]
                for entry, name in self._screener.bearers[row]
            )
            yield Found(first, last, text[first:last], hits, exact=True)

    def _worth(self, words: str) -> bool:
        """Not the name of a place, and with a word that tells."""
        if latin(words).strip() in self._places:
            return False
        return self._tells(spell(words).core, "")

    def _sure(self, hit: Hit) -> bool:
        """A close hit counts when a rare word of it is met, and no weak alias is needed."""
        if hit.name is None or hit.likeness is None or hit.name.quality == "weak":
            return False
        if hit.likeness.one_word:
            return False
        if not hit.likeness.pairs:
            return any(not self._dull(word) for word in spell(hit.name.text).core)
        return any(
            sound(one) == sound(other) and not self._dull(other)
            for one, other in hit.likeness.pairs
        )


def _literal(name: str) -> str:
    """As it stands in folded text: between spaces, unless its script writes none."""
    folded = fold(name)
    return folded.strip() if has_unspaced(folded) else folded


def _apart(found: list[Found]) -> tuple[Found, ...]:
    found.sort(key=lambda one: (-one.exact, -one.hits[0].score, one.start - one.end))
    kept: list[Found] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of capitalised words, without a dull first word (a sentence begins with a capital)."""
    if text.isupper():
        return  # a headline in capitals has no runs
    for found in _RUN.finditer(text):
        words = list(_WORD.finditer(found[0]))[:LONGEST_RUN]
        while len(words) > 1 and _opens(words[0][0]):
            words.pop(0)
        while len(words) > 1 and words[-1][0] in PARTICLES:
            words.pop()
        if len(words) > 1:
            start, end = words[0].start(), words[-1].end()
            yield found.start() + start, found.start() + end, found[0][start:end]


def _opens(word: str) -> bool:
    plain = latin(word).strip(". ")
    return plain in FILLERS or plain in TITLES or plain in OPENERS


OPENERS = frozenset(LEGAL_FORMS & {"private", "limited"}) | {
    "after", "but", "by", "he", "her", "his", "if", "its", "it", "no", "she", "since", "that",
    "their", "there", "they", "this", "those", "today", "when", "while", "who", "with", "yesterday",
    "former", "chief", "chairman", "director", "ceo", "mayor", "ambassador", "senator", "judge",
}  # fmt: skip


def _places() -> frozenset[str]:
    """Country names as latin() writes them: no list entry is meant by them alone."""
    names: set[str] = set()
    for tongue in TONGUES:
        for name in Locale(tongue).territories.values():
            names |= {latin(name).strip(), latin(name.split(" SAR")[0]).strip()}
    return frozenset(names)
