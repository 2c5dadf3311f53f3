"""How short a term may be that takes any letters at its side: «zin*» stands in too many words.

A prefix of six letters and more is nearly always right, one of four and less nearly never; scripts
that write no spaces between words are not counted in letters.
"""

from __future__ import annotations

from rules.fold import fold, has_unspaced
from rules.terms import Term

DOUBTFUL = 5  # letters from which an open term is allowed, with a warning; from 6 without


def letters(term: Term) -> int | None:
    """The letters of a term open at a side; None when it is closed or not counted in letters."""
    if term.match not in ("prefix", "infix", "suffix"):
        return None
    folded = fold(term.text).replace(" ", "")
    if has_unspaced(folded) or "\uac00" <= folded[:1] <= "\ud7a3":
        return None
    return len(folded)


def refused(term: Term) -> str:
    """Why a term is no term of a rule or a watchlist; "" when it may stand."""
    count = letters(term)
    if count is None or count >= DOUBTFUL:
        return ""
    return f"«{term.text}» as a {term.match} stands in too many words: list the compounds"
