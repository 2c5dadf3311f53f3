"""Where a clause ends and another begins: at a sign of the original, or at a word like «and»."""

from __future__ import annotations

import re

from rules.page import Page

_PARTS = re.compile(r"[,;:،、，；：–—…]|\s-\s|\.\.\.")
_COMMAS = ",،、，"
AND = {
    "en": "and but", "nl": "en maar", "de": "und aber", "fr": "et mais", "es": "y e pero",
    "pt": "e mas", "it": "e ed ma", "ru": "и но а", "uk": "і й та але", "pl": "i a ale oraz lecz",
    "cs": "a ale i", "sv": "och men", "tr": "ve ama", "id": "dan tapi tetapi",
}  # fmt: skip


def parted(page: Page, end: int, start: int) -> bool:
    """Whether a sign that parts clauses stands between two places of a field."""
    return end < start and (end < page.cut) == (start < page.cut) and bool(
        _PARTS.search(page.original(end - 1, start + 1))
    )  # fmt: skip


def crossed(page: Page, start: int, end: int, *, lists: bool = False) -> bool:
    """Whether a place runs into another clause; two commas only hold something put in between."""
    signs = _PARTS.findall(page.original(start, end))
    commas = sum(1 for sign in signs if sign in _COMMAS)
    return len(signs) > commas or (commas % 2 == 1 and not lists)


def joined(page: Page, end: int, start: int, language: str) -> list[int]:
    """The ends of the words like «and» between two places."""
    words = AND.get(language[:2])
    if not words or end >= start:
        return []
    gap = page.folded[end - 1 : start + 1]
    found = re.finditer(rf" (?:{words.replace(' ', '|')})(?= )", gap)
    return [end - 1 + word.end() for word in found]
