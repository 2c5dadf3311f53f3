"""Folding: the form in which texts and terms meet, and the way back to the original.

    original -> NFKC where marks stand apart -> one table -> single spaces -> folded

Folded text is lower case, without the diacritics that writers drop, every word between
single spaces. Only Latin, Greek, Arabic and Hebrew lose marks: elsewhere a mark is a letter
(ガ is not カ, й is not и). Scripts without spaces are set apart from their neighbours.
`fold` is the fast way; `Folded.offsets` is built only for what is shown.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

MARKLESS = ("LATIN", "GREEK", "ARABIC", "HEBREW")
LETTERS = {
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "þ": "th",
    "æ": "ae", "œ": "oe", "ß": "ss", "ё": "е", "ѐ": "е", "ѝ": "и", "ґ": "г",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "ک": "ك", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ـ": "",
}  # fmt: skip
KEPT = frozenset("йїўќѓ")
UNSPACED = (  # Kana, Han, Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
# marks that a composed letter would have swallowed (of Cyrillic and Kana; vowel signs of scripts of
# India, Lanka and Burma), half-width sound marks, Jamo
_APART = re.compile(
    "[\u0301\u0304\u0306\u0308\u030b\u030f\u3099\u309a\uff9e\uff9f\u1100-\u11ff"
    "\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57"
    "\u0dca\u0dcf\u0ddf\u102e]"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNSPACED_RUN = re.compile(f"([{UNSPACED}]+)")
_TOKEN = re.compile(f"[{UNSPACED}]+|[^{UNSPACED} ]+")
_SPACES = re.compile("  +")
_GAPS = re.compile(b"  +")


def fold(text: str) -> str:
    """The folded text: words separated by exactly one space, one space at both ends."""
    letters = _latin(text)
    if letters is not None:
        return _GAPS.sub(b" ", b" %b " % letters).decode("ascii")
    return _any_script(text)


def fold_both(title: str, summary: str) -> str:
    """Two fields folded with a line break between them, which no word runs over."""
    first = _latin(title)
    second = None if first is None else _latin(summary)
    if first is None or second is None:
        return f"{fold(title)}\n{fold(summary)}"
    return _GAPS.sub(b" ", b" %b \n %b " % (first, second)).decode("ascii")


def fold_places(text: str, offsets: Sequence[int]) -> list[int]:
    """Folded places of some offsets of an ASCII text: the space in front of the next word.

    The first offset is 0. Each other one is marked by a line break, which folding keeps here.
    """
    letters = text.encode("ascii").translate(_ASCII)
    parts = [letters[begin:end] for begin, end in pairwise([*offsets, len(text)])]
    marked = _GAPS.sub(b" ", b" %b " % b" \n ".join(parts))
    found, place = [0], 0
    for before in range(len(offsets) - 1):
        place = marked.index(b"\n", place + 1)
        found.append(place - 1 - 2 * before)
    return found


def _latin(text: str) -> bytes | None:
    """Folded letters, gaps not mended; None when some are not ASCII. Bytes: a third of the time."""
    try:
        return text.encode("ascii", _FOLDED).translate(_ASCII)
    except UnicodeEncodeError:
        return None


def _run(error: UnicodeError) -> tuple[str, int]:
    """What the encoder puts for a run of letters outside ASCII; it raises again if it cannot."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    if not run[0].translate(_TABLE).isascii() or _APART.search(run):
        raise error
    return run.translate(_TABLE), error.end


def _any_script(text: str) -> str:
    if _APART.search(text):
        text = unicodedata.normalize("NFKC", text)
    folded = text.translate(_TABLE)
    if _UNSPACED.search(folded):
        folded = _UNSPACED_RUN.sub(r" \1 ", folded)
    return _SPACES.sub(" ", f" {folded} ")


def fold_map(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters where it comes from in the original.

    For a space the offset is where the word before it has ended.
    """
    letters, origin = _translated(text)
    folded, offsets = [" "], [0]
    for token in _TOKEN.finditer(letters):
        start, end = token.span()
        folded.append(token.group())
        folded.append(" ")
        offsets.extend(origin[start:end])
        offsets.append(origin[end])
    if len(offsets) > 1:
        offsets[-1] = min(offsets[-1], len(text))
    return "".join(folded), offsets


def has_unspaced(folded: str) -> bool:
    """Whether the text holds a script that writes no spaces between words."""
    return not folded.isascii() and _UNSPACED.search(folded) is not None


@dataclass(slots=True)
class Folded:
    """A text, its folded form and, when asked for, the way back.

    The way back goes by words: the n-th word of the folded text is the n-th of the original.
    """

    original: str
    folded: str = ""
    _words: list[int] = field(init=False, default_factory=list)
    _origin: Sequence[int] = field(init=False, default=())

    def __post_init__(self) -> None:
        self.folded = self.folded or fold(self.original)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original code points of folded [start, end), without the spaces around."""
        folded = self.folded
        while start < end and folded[start] == " ":
            start += 1
        while end > start and folded[end - 1] == " ":
            end -= 1
        if start >= end:
            return 0, 0
        return self._origin_of(start), self._origin_of(end - 1, past=1)

    def find(self, offset: int) -> int:
        """The first folded position that comes from `offset` or later."""
        return max(0, bisect_right(fold_map(self.original)[1], offset - 1))

    def _origin_of(self, place: int, past: int = 0) -> int:
        """Where a folded letter comes from; `past` 1: where the letter after it begins."""
        if not self._words:
            letters, self._origin = _translated(self.original)
            self._words = [token.start() for token in _TOKEN.finditer(letters)]
        folded = self.folded
        word = folded.count(" ", 0, place) - 1
        letter = self._words[word] + place - folded.rfind(" ", 0, place) - 1
        first = self._origin[letter]
        return max(self._origin[letter + 1], first + 1) if past else first


def _translated(text: str) -> tuple[str, Sequence[int]]:
    """The text through the table before spaces are mended; the origin of each character."""
    if not text.isascii() and _APART.search(text):
        return _by_cluster(text)
    letters = text.translate(_TABLE)
    if text.isascii() or _RESIZED.isdisjoint(text):
        return letters, range(len(text) + 1)
    out: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        became = letter.translate(_TABLE)
        out.append(became)
        origin.extend([place] * len(became))
    origin.append(len(text))
    return "".join(out), origin


def _by_cluster(text: str) -> tuple[str, Sequence[int]]:
    out: list[str] = []
    origin: list[int] = []
    start = 0
    for place in range(1, len(text) + 1):
        if place < len(text) and _joins(text[place]):
            continue
        became = unicodedata.normalize("NFKC", text[start:place]).translate(_TABLE)
        out.append(became)
        origin.extend([start] * len(became))
        start = place
    origin.append(len(text))
    return "".join(out), origin


@cache
def _joins(letter: str) -> bool:
    """Whether normalisation may melt this character into what stands before it."""
    first = unicodedata.normalize("NFKD", letter)[0]
    return unicodedata.combining(first) != 0 or first in _melting()


@cache
def _melting() -> frozenset[str]:
    """Characters that stand second in a composition though they are no marks: vowel signs, Jamo."""
    jamo = {chr(code) for code in range(0x1161, 0x1200)}
    pairs = (unicodedata.decomposition(chr(code)) for code in range(0x900, 0x3100))
    seconds = {
        chr(int(pair.split()[1], 16))
        for pair in pairs
        if pair and "<" not in pair and len(pair.split()) == 2
    }
    return frozenset(jamo | seconds)


class _Table(dict[int, int | str]):
    """Fills itself: `str.translate` asks once for each character that a text really uses."""

    def __missing__(self, code: int) -> int | str:
        became = _letter(chr(code))
        if len(became) != 1:
            _RESIZED.add(chr(code))
        value = ord(became) if len(became) == 1 else became
        self[code] = value
        return value


_RESIZED: set[str] = set()  # letters that fold to none or to several
_TABLE = _Table()


def _letter(letter: str) -> str:
    """The folded form of one code point, whatever stands around it."""
    category = unicodedata.category(letter)
    if category == "Cf":
        return ""
    if category == "Mn":
        return _mark(letter)
    if category[0] in "ZCPS":
        return _sign(letter)
    if letter == "İ":
        return "i"
    whole = letter.casefold()
    if whole in LETTERS or whole in KEPT:
        return LETTERS.get(whole, whole)
    parts = "".join(_part(part) for part in unicodedata.normalize("NFKC", whole))
    return "".join(" " if unicodedata.category(part)[0] in "ZCPS" else part for part in parts)


def _mark(letter: str) -> str:
    code = ord(letter)
    general = 0x300 <= code <= 0x36F or 0x1AB0 <= code <= 0x1AFF or 0x20D0 <= code <= 0x20FF
    if general or 0xFE00 <= code <= 0xFE0F or _script(letter) in ("ARABIC", "HEBREW"):
        return ""
    return letter


def _sign(letter: str) -> str:
    """A space, unless the sign stands for letters or digits (™, ℃, ①)."""
    spelled = unicodedata.normalize("NFKC", letter)
    if spelled != letter and any(unicodedata.category(part)[0] in "LN" for part in spelled):
        return "".join(_letter(part) for part in spelled.casefold())
    return " "


def _part(letter: str) -> str:
    lower = letter.casefold()
    letter = lower if len(lower) == 1 else letter
    if letter in LETTERS or letter in KEPT:
        return LETTERS.get(letter, letter)
    if _script(letter) not in MARKLESS:
        return letter
    bare = (
        part for part in unicodedata.normalize("NFKD", letter) if unicodedata.category(part) != "Mn"
    )
    return "".join(LETTERS.get(part, part) for part in bare)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


_ASCII = bytes(ord(chr(code).translate(_TABLE)) for code in range(128)) + bytes(range(128, 256))
_FOLDED = "osawatch-folded"  # the encoder's name for `_run`
codecs.register_error(_FOLDED, _run)
