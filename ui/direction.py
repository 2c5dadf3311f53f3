"""From which side the words of strangers run."""

from __future__ import annotations

import unicodedata

RTL = ("ar", "fa", "he", "ur")


def from_right(language: str, said: str) -> bool:
    """Whether words run from the right: by their language; by their letters, if it is not known."""
    if language:
        return language[:2] in RTL
    ways = (unicodedata.bidirectional(letter) for letter in said)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"
