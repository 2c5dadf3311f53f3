"""From where literals stand to hits that hold: checks on the original, then masks, longest wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rules.automaton import Raw
from rules.lexicon import Kind, Use
from rules.literals import Entry
from rules.page import Page
from rules.variants import Check, plain

# Only a longer hit of the same family, or a mask, swallows a hit.
_FAMILY = {
    Kind.GOOD: 0, Kind.WEAK: 0, Kind.MEASURE: 1, Kind.COUNTRY: 2, Kind.COMPANY: 3,
}  # fmt: skip
_MASK_SLOT = 4
_MASKED = (
    Kind.GOOD | Kind.WEAK | Kind.MEASURE | Kind.COUNTRY | Kind.COMPANY | Kind.FIRST | Kind.SECOND
)


class Hit(NamedTuple):
    """A use at folded [start, end), without the spaces around it."""

    start: int
    end: int
    use: Use


def held(
    page: Page, raw: Iterable[Raw], tongue: Mapping[int, Entry], wanted: int, pairs: int = 0
) -> list[Hit]:
    """The hits of some kinds that hold, nothing swallowed. `pairs`: the near pairs that may."""
    found = []
    for number, start, end in raw:
        kinds, lead, trail, uses, _, _ = tongue[number]
        if not kinds & wanted:
            continue
        start, end = start + lead, end - trail
        for kind, check, pair, use in uses:
            if not kind & wanted or (pair >= 0 and not pairs >> pair & 1):
                continue
            if check is None:
                found.append(Hit(start, end, use))
            elif (hit := checked(page, start, end, use, check)) is not None:
                found.append(hit)
    return found


def checked(page: Page, start: int, end: int, use: Use, check: Check) -> Hit | None:
    """The hit with its endings and what is written to it; None when it is none."""
    stop = _end(check, page, start, end)
    return Hit(_start(check, page, start), stop, use) if stop else None


def longest(hits: list[Hit]) -> list[Hit]:
    """By place; a hit within a longer one of its family, or within a mask, is gone."""
    if len(hits) < 2:
        return [one for one in hits if one[2][0] != Kind.MASK]
    hits.sort(key=place)
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


def place(hit: Hit) -> tuple[int, int]:
    """What hits are sorted by: where they begin, the longer before the shorter."""
    return hit[0], -hit[1]


def _end(check: Check, page: Page, start: int, end: int) -> int:
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


def _start(check: Check, page: Page, start: int) -> int:
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


def _inside(hit: Hit, other: Hit | None) -> bool:
    if other is None or hit.end > other.end:
        return False
    return other.start < hit.start or other.end > hit.end
