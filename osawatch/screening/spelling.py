"""How a name is spelled: Latin words, legal forms apart, and what of it survives a typist.

text -> letters of one script -> words -> core (no legal forms, articles, titles)
     -> sound (one spelling for kh/h, c/k/q, w/v, vowels in three groups) -> skeleton (consonants)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from osawatch.screening.tables import (
    ARABIC,
    COMMON,
    CYRILLIC,
    FILLERS,
    GREEK,
    LATIN,
    LEGAL_FORMS,
    LEGAL_PHRASES,
    TITLES,
)

LONGEST = 400  # letters of a name that are looked at
_LETTERS = str.maketrans(CYRILLIC | GREEK | ARABIC | LATIN)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][a-z])")
_INITIALS = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_ARTICLE = re.compile(r"(?<![\u0600-\u06ff])ال(?=[\u0600-\u06ff]{2})")
_WAW = re.compile(r"(?<![\u0600-\u06ff])و(?=[\u0600-\u06ff])")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u0652\u0670]+")
_WORD = re.compile(r"[^\W_]+")
_SOUNDS = {
    "shch": "C", "tsch": "C", "sch": "C", "tch": "C", "dzh": "j", "sh": "C", "ch": "C", "zh": "C",
    "cz": "C", "dj": "j", "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "ck": "k",
    "ts": "s", "tz": "s", "x": "ks", "c": "k", "q": "k", "w": "v", "z": "s", "e": "a", "u": "o",
    "y": "i",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_AGAIN = re.compile(
    r"^al(?=[^aoi].{3})|^i(?=[aoi])|(?<=[aoi])[aoi]+|(.)(?=\1)|(?<=[aoi])h(?![aoi])"
)
_VOWELS = re.compile("[aoi]")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name taken apart.

    `core` are the words that tell, in their order; `sorted_sound` is one string of their sounds,
    words sorted; `native` is the name in a script that is not Latin, without spaces.
    """

    text: str = field(compare=False)
    words: tuple[str, ...]
    core: tuple[str, ...] = field(compare=False)
    legal: tuple[str, ...] = field(default=(), compare=False)
    native: str = ""
    sorted_sound: str = field(default="", compare=False)
    joined: str = field(default="", compare=False)


def spell(text: str, *, person: bool = False) -> Spelled:
    """Take a name apart. A person's name has no legal forms: «Co» may be a surname."""
    native = _native(text)
    words = tuple(_WORD.findall(latin(text)))
    rest, legal = (_without_titles(words), ()) if person else without_legal(words)
    core = tuple(word for word in rest if word not in FILLERS) or rest or words
    core = words if core == words else core  # of many names only one tuple is kept
    sounds = [sound(word) for word in core]
    return Spelled(text, words, core, legal, native, " ".join(sorted(sounds)), "".join(sounds))


def latin(text: str) -> str:
    """The name in small Latin letters without marks; scripts that we cannot spell stay as they are.

    Camel case is split (JinZhengEn), letters with dots are one word (L.L.C.), apostrophes go.
    """
    text = text[:LONGEST]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if text.isascii():
        plain = _CAMEL.sub(" ", text) if "." not in text else _CAMEL.sub(" ", _dotless(text))
        return plain.replace("'", "").replace("`", "").replace("&", " and ").lower()
    text = _CAMEL.sub(" ", _dotless(text)).casefold()
    text = _WAW.sub("w", _ARTICLE.sub("al ", text)).replace("ου", "ou")
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_LETTERS)))


def _dotless(text: str) -> str:
    return _INITIALS.sub(lambda found: found[0].replace(".", ""), text)


def _native(text: str) -> str:
    """The letters of a name that is not written in Latin, for a comparison in its own script."""
    if text.isascii():
        return ""
    letters = "".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
    foreign = next((char for char in letters if char.isalpha() and ord(char) > 0x24F), "")
    return letters if foreign else ""


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    first = next((n for n, word in enumerate(words) if word not in TITLES), 0)
    return words[first:]


def without_legal(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words without legal forms at either end or phrases of them anywhere; and those forms.

    A form with a typing error is a form; a word that stays, stays as it is.
    """
    left, meant, legal = list(words), [_mended(word) for word in words], []
    for phrase in _phrases(meant) if len(left) > 2 else ():
        at = _find(meant, phrase)
        if at >= 0 and len(left) > len(phrase):
            legal += meant[at : at + len(phrase)]
            del meant[at : at + len(phrase)], left[at : at + len(phrase)]
    while len(left) > 1 and meant[-1] in LEGAL_FORMS:
        legal.append(meant.pop())
        left.pop()
    while len(left) > 1 and meant[0] in LEGAL_FORMS:
        legal.append(meant.pop(0))
        left.pop(0)
    return tuple(left), tuple(sorted(legal))


@lru_cache(maxsize=1 << 16)
def _mended(word: str) -> str:
    """A long legal form with one typing error as it should be: «Limitde» is no name."""
    if len(word) < LONG_FORM - 1 or word in _FORMS or word in COMMON or not word.isascii():
        return word
    if _NEAR.isdisjoint(_without_one(word)):
        return word
    found = process.extractOne(word, _LONG, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else word


def _phrases(words: Sequence[str]) -> list[tuple[str, ...]]:
    some = _FIRST.intersection(words)
    return [phrase for phrase in LEGAL_PHRASES if phrase[0] in some] if some else []


def _without_one(word: str) -> list[str]:
    """A word, and what is left of it without each of its letters.

    Two words that are one typing error apart have one of these in common.
    """
    return [word, *(word[:n] + word[n + 1 :] for n in range(len(word)))]


LONG_FORM = 5  # letters
_FORMS = LEGAL_FORMS | {word for phrase in LEGAL_PHRASES for word in phrase}
_LONG = tuple(sorted(word for word in _FORMS if len(word) >= LONG_FORM and word not in COMMON))
_NEAR = frozenset(left for word in _LONG for left in _without_one(word))
_FIRST = frozenset(phrase[0] for phrase in LEGAL_PHRASES)


def _find(words: list[str], phrase: tuple[str, ...]) -> int:
    first = phrase[0]
    if first not in words:
        return -1
    size = len(phrase)
    found = (n for n, word in enumerate(words) if word == first)
    return next((n for n in found if tuple(words[n : n + size]) == phrase), -1)


@lru_cache(maxsize=1 << 18)
def sound(word: str) -> str:
    """One spelling for what sounds alike between languages: Qaddafi and Gadhafi differ in g alone.

    e is a, u is o, y is i; a run of vowels is its first; doubled letters, a mute h and an Arabic
    article that is written on go.
    """
    if not word.isascii():
        return word
    return _AGAIN.sub("", _SOUND.sub(lambda found: _SOUNDS[found[0]], word)) or word


@lru_cache(maxsize=1 << 18)
def skeleton(word: str) -> str:
    """The consonants of its sound; a word with fewer than two keeps its vowels."""
    heard = sound(word)
    bones = _VOWELS.sub("", heard)
    return bones if len(bones) > 1 else heard
