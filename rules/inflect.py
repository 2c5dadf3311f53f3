"""Word forms by rule: the endings a term may take in its language.

Russian nouns and adjectives of the watchlist are given in the nominative; a stem and its
endings stand for all their cases. Verbs and abbreviations stay as they are. Polish,
Ukrainian and Turkish names let a few letters follow their stem.
"""

from __future__ import annotations

import re
from functools import cache

_WORD = re.compile(r"[а-яё]+")
_ADJECTIVE = "ый ий ой ого его ому ему ым им ом ем ая яя ую юю ей ое ее ые ие ых их ыми ими"
_SOFT = ("ь", "и", "ью", "ей", "ям", "ями", "ях")
_SOFT_FEMININE = frozenset(["медь", "сталь", "нефть", "верфь", "соль"])
_FLEETING = {
    "уголь": ("уг", "оль ля лю лем ле ли лей лям лями лях"),
    "тигель": ("тиг", "ель ля лю лем ле ли лей лям лями лях"),
}
# An ending of the nominative -> how many letters it takes away, and what may stand instead.
# The order matters: the first that fits is taken. «-» is no ending at all, in longer words.
_ENDINGS: tuple[tuple[str, int, str], ...] = (
    ("ийся", 4, "ийся егося емуся имся емся"),
    ("ый ой ая яя ое ее ые", 2, _ADJECTIVE),
    ("кий гий хий ший щий жий чий кие гие хие шие щие жие чие", 2, _ADJECTIVE),
    ("ий", 1, "й я ю ем и"),
    ("ия", 1, "я и ю ей ям ями ях й е ем"),
    ("ие", 1, "е я ю ем и й ям ями ях"),
    ("ость", 1, "ь и ью ей ям ями ях"),
    ("ь", 1, "ь я ю ем е и ью ей ям ями ях"),
    ("ец", 2, "ец ца цу цом цем це цы цев цам цами цах"),
    ("а", 1, "а ы и е у ой ей ам ами ах -"),
    ("я", 1, "я и е ю ей ем ям ями ях ь й"),
    ("о", 1, "о а у ом е ам ами ах -"),
    ("ки", 2, "ок ки ка ку ке кой ком ков кам ками ках к"),
    ("и", 1, "и а у ом е ов ей ам ами ах ь я ю ем ям ями ях -"),
    ("ы", 1, "ы а у ом ой е ов ам ами ах -"),
    ("й", 1, "й я ю ем и е ев ям ями ях"),
    ("е", 1, "е я ю ем ей ям ями ях"),
)
_CONSONANT = "а у ом ем е ы и ов ев ей ам ами ах"
_LONG = 6  # letters


@cache
def russian(word: str) -> tuple[str, tuple[str, ...]]:
    """The stem and the endings of a folded Russian word; ("word", ("",)) when it has one form."""
    if not _WORD.fullmatch(word) or len(word) < 3:
        return word, ("",)
    if word in _FLEETING:
        stem, forms = _FLEETING[word]
        return stem, tuple(forms.split())
    if word in _SOFT_FEMININE:
        return word[:-1], _SOFT
    for endings, cut, forms in _ENDINGS:
        if word.endswith(tuple(endings.split())):
            whole = [form for form in forms.split() if form != "-"]
            bare = [""] if "-" in forms and len(word) >= _LONG else []
            return word[:-cut], (*whole, *bare)
    return word, (*_CONSONANT.split(), "")


def stem_of_name(word: str) -> str:
    """A name without the vowel that its cases replace (names of five letters and more)."""
    if len(word) >= 5 and word[-1] in "aeiouyаеиіїоуыьюяйє":
        return word[:-1]
    return word


def plural(word: str, language: str) -> tuple[str, ...]:
    """Plurals of a folded word beside the word itself, in en, fr, es, pt and it."""
    if len(word) < 3 or not word[-1].isalpha():
        return ()
    return _PLURALS[language](word) if language in _PLURALS else ()


def _english(word: str) -> tuple[str, ...]:
    if word.endswith(("s", "x", "ch", "sh")):
        return (f"{word}es",) if not word.endswith("ss") and word[-1] != "s" else ()
    if word.endswith("y") and word[-2] not in "aeiou":
        return (f"{word[:-1]}ies",)
    return (f"{word}s",)


def _french(word: str) -> tuple[str, ...]:
    if word.endswith(("s", "x", "z")):
        return ()
    if word.endswith(("eau", "eu")):
        return (f"{word}x",)
    return (f"{word[:-2]}aux",) if word.endswith("al") else (f"{word}s",)


def _spanish(word: str) -> tuple[str, ...]:
    if word[-1] in "sxz":
        return (f"{word[:-1]}ces",) if word[-1] == "z" else ()
    return (f"{word}s",) if word[-1] in "aeiou" else (f"{word}es",)


def _portuguese(word: str) -> tuple[str, ...]:
    if word.endswith("cao"):
        return (f"{word[:-2]}oes",)
    if word[-1] in "sxz":
        return ()
    if word.endswith("l"):
        return (f"{word[:-1]}is",)
    return (f"{word}s",) if word[-1] in "aeiou" else (f"{word}es",)


def _italian(word: str) -> tuple[str, ...]:
    if word.endswith(("ca", "ga")):
        return (f"{word[:-1]}he",)
    if word.endswith(("cia", "gia", "io")):
        return (f"{word[:-2]}{'i' if word.endswith('io') else 'e'}", f"{word[:-1]}e")
    if word.endswith(("co", "go")):
        return (f"{word[:-1]}hi", f"{word[:-1]}i")
    if word[-1] in "oe":
        return (f"{word[:-1]}i",)
    return (f"{word[:-1]}e",) if word[-1] == "a" else ()


_PLURALS = {
    "en": _english, "fr": _french, "es": _spanish, "pt": _portuguese, "it": _italian,
}  # fmt: skip
