"""How the words of a measure and of its state stand to each other: within, over, beside, apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rules.fold import has_unspaced
from rules.hits import Hit

WORDS_APART = 6
FAR = 9  # words between «exportação» and «proibida»: a passive comes after all that is banned
SMALL = 3  # letters of a word like «on» or «op»


def swallowed(folded: str, hit: Hit, terms: Sequence[Hit]) -> bool:
    """«export» in «export controls» tells no ban: the longer term has it."""
    return any(
        (
            term.start <= hit.start
            and hit.end <= term.end
            and term.end - term.start > hit.end - hit.start
            and not _small(folded[term.start : hit.start], folded[hit.end : term.end])
        )
        or (term.start < hit.start < term.end < hit.end and hit.use.key != term.use.key)
        for term in terms
    )


def _small(*rest: str) -> bool:
    """Whether a longer term has only a small word more: «tariffs» in «tariffs on»."""
    words = [word for part in rest for word in part.split()]
    return all(len(word) <= SMALL and word < "\u0590" for word in words)


def apart(folded: str, one: Hit, other: Hit, words: int = WORDS_APART) -> int | None:
    """Words between two hits; None when they overlap or stand too far apart."""
    first, second = (one, other) if one.start <= other.start else (other, one)
    if second.start < first.end:
        return None
    gap = folded[first.end : second.start].strip()
    if has_unspaced(gap):
        letters = sum(1 for letter in gap if letter > "\u0e00")
        return letters if letters <= 2 * words else None
    count = len(gap.split())
    return count if count <= words else None


def same(hit: Hit, parts: Iterable[Hit]) -> bool:
    """Whether a hit shares letters with the words of a measure."""
    return any(part.start < hit.end and hit.start < part.end for part in parts)


def wider(folded: str, hit: Hit, parts: Iterable[Hit]) -> bool:
    """A sign of more words than the measure's own: «ends ban», 继续禁止.

    A measure's word may be a stem only: it goes on to the end of the word.
    """
    over = [part for part in parts if part.start < hit.end and hit.start < part.end]
    return bool(over) and not any(
        part.start <= hit.start and hit.end <= _word_end(folded, part) for part in over
    )


def _word_end(folded: str, hit: Hit) -> int:
    return hit.end if has_unspaced(folded[hit.end - 1]) else folded.find(" ", hit.end)


def distance(hit: Hit, parts: Iterable[Hit]) -> int:
    """Letters between a hit and the nearest word of a measure."""
    return min(max(0, part.start - hit.end, hit.start - part.end) for part in parts)
