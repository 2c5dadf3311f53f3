"""Near pairs of which both sides stand near enough, told by places alone, before anything is read.

«bans» and «exports» stand in one of four texts, together in few. Nothing is checked here but the
language: what is let through may be no pair yet, what is held back can be none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rules.automaton import Raw
from rules.beside import FAR
from rules.fold import has_unspaced
from rules.literals import Entry, both
from rules.page import Page

_MORE_SPACES = 2  # of two hits: each may go on to the end of its word
_MORE = 8  # words that an ending of a term of many words may take in


def near(page: Page, raw: Iterable[Raw], known: Mapping[int, Entry], whole: int, pairs: int) -> int:
    """Of the pairs in `whole`, as bits, those whose sides may stand near each other.

    `pairs`: how many there are.
    """
    folded = page.folded
    if has_unspaced(folded):
        return whole
    wanted, found = whole | whole << pairs, 0
    sides = []
    for number, start, end in raw:
        entry = known[number]
        there = entry.sides & wanted
        if there:
            room = FAR + _MORE_SPACES + _MORE * entry.tails
            sides.append((start + entry.lead, end - entry.trail, room, there))
    sides.sort()
    for place, (start, end, room, there) in enumerate(sides):
        for begin, _, _, other in sides[place + 1 :]:
            if begin < end:
                continue
            if start < page.cut < begin or folded.count(" ", end, begin) > room:
                break
            found |= both(there | other, pairs)
    return found


Place = tuple[int, int, int]  # start, end, words that a term may go on behind


def places(raw: Iterable[Raw], known: Mapping[int, Entry], kinds: int) -> dict[str, list[Place]]:
    """Where words of some kinds may stand, by what they stand for."""
    found: dict[str, list[Place]] = {}
    for number, start, end in raw:
        entry = known[number]
        if not entry.kinds & kinds:
            continue
        for kind, check, _, use in entry.uses:
            if kind & kinds:
                more = _MORE if check is not None and check.tail is not None else 0
                place = (start + entry.lead, end - entry.trail, more)
                found.setdefault(use.key, []).append(place)
    return found


def within(page: Page, words: int, one: Place, other: Place) -> bool:
    """Whether two places of a field may have so few words between them."""
    (start, end, more), (begin, _, _) = sorted((one, other))
    if start < page.cut <= begin:
        return False
    return page.folded.count(" ", end, max(end, begin)) <= words + more + _MORE_SPACES
