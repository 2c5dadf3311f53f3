"""Near pairs of which both sides stand near enough, told by places alone, before anything is read.

«bans» and «exports» stand in one of four texts, together in few. Nothing is checked here, neither
language nor spelling: what is let through may be no pair yet, what is held back can be none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rules.automaton import Raw
from rules.beside import FAR
from rules.fold import has_unspaced
from rules.lexicon import Kind
from rules.literals import Entry
from rules.page import Page

SIDES = int(Kind.FIRST | Kind.SECOND)
_SPACES = FAR + 2  # a hit may go on to the end of its word
_MORE = 8  # words that an ending of a term of many words may take in
Side = tuple[int, int, int]  # start, end, spaces that may stand behind it


def near(page: Page, raw: Iterable[Raw], known: Mapping[int, Entry], whole: int) -> int:
    """Of the pairs in `whole`, as bits, those whose sides may stand near each other."""
    if has_unspaced(page.folded):
        return whole
    found = 0
    for pair, (firsts, seconds) in _sides(raw, known, whole).items():
        if _any_close(page, firsts, seconds):
            found |= 1 << pair
    return found


def _sides(
    raw: Iterable[Raw], known: Mapping[int, Entry], whole: int
) -> dict[int, tuple[list[Side], list[Side]]]:
    sides: dict[int, tuple[list[Side], list[Side]]] = {}
    for number, start, end in raw:
        kinds, lead, trail, uses = known[number]
        if not kinds & SIDES:
            continue
        for kind, check, pair, _ in uses:
            if kind & SIDES and whole >> pair & 1:
                room = _SPACES + (_MORE if check is not None and check.tail is not None else 0)
                side = (start + lead, end - trail, room)
                sides.setdefault(pair, ([], []))[kind == Kind.SECOND].append(side)
    return sides


def _any_close(page: Page, firsts: Sequence[Side], seconds: Sequence[Side]) -> bool:
    for one in firsts:
        for other in seconds:
            if _close(page, one, other) if one[0] <= other[0] else _close(page, other, one):
                return True
    return False


def _close(page: Page, first: Side, second: Side) -> bool:
    """In the same field, apart, and with few words between."""
    _, begin, room = first
    end = second[0]
    if end < begin or begin <= page.cut <= end:
        return False
    return page.folded.count(" ", begin, end) <= room
