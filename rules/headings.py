"""Customs codes that only a list behind a word like «HS» makes sure of.

    HS 2846   headings 8112 and 8505   HS codes 811292,811299   税号 2846、8112   HS 2846.10-2846.90
    HS 90121 (a spreadsheet lost its first zero)

Read from the hint on, number by number, as long as nothing but separators stands between: so
no year, date or telephone number is one. `rules.codes` reads the codes that are sure by
themselves. A heading of four digits stands for every good below it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rules.watchlist import Good

_HINT = re.compile(
    r"(?:HSコード|HS코드|\bHS(?:[ -]?codes?)?|\bCN[ -]?codes?|\bHTS(?:US)?|\bTARIC|\bNCM|"
    r"\b[GK]N-?codes?|\b(?:sub)?headings?|\bpositions? tarifaires?|\bpartidas? arancelarias?|"
    r"\bkod(?:y|ów)? CN|\bZolltarifnummern?|\bWarennummern?|\bGTİP|ТН ?ВЭД|УКТ ?ЗЕД|海关商品编号|"
    r"税则号列|税则号|税号|税目|商品编码|稅則|稅號|品目|رمز النظام المنسق|البند الجمركي)",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"[\s:：#№().-]{0,4}(?:(?:No|Nos|Nr|codes?|numbers?)\.?[\s:]{1,2})?")
_NUMBER = re.compile(r"\d{3,4}(?:([. ])\d\d(?:\1\d\d){0,2}|\d{1,6})?(?![\d/]|\.\d)")
_RANGE = re.compile(r"\s?(?:[-–—~～至]|から|부터|(?:to|bis|tot|t/m|through|до|do|até|à)\b)\s?")
_APART = re.compile(
    r"\s?(?:[,;、，；/&·]|[和及或與]|と|및|"
    r"\b(?:and|or|und|oder|en|of|et|ou|y|o|e|и|или|та|і|i|oraz|ve|dan)\b)?"
    r"\s?(?:(?:and|or|ex|und|et|y|e|и)\s)?"
)
# The hints in folded form: words, what may be part of a word, and what may end one.
_WORDS = (
    "hs", "hts", "htsus", "taric", "ncm", "code", "codes", "gncode", "gncodes", "kncode", "kncodes",
    "heading", "headings", "subheading", "subheadings", "tarifaire", "tarifaires", "arancelaria",
    "arancelarias", "zolltarifnummer", "zolltarifnummern", "warennummer", "warennummern", "вэд",
    "зед", "gtip", "cn",
)  # fmt: skip
_ENDS = (
    "税号", "税目", "编号", "号列", "则号", "稅號", "稅則", "编码", "コード", "品目",
    "코드", "المنسق", "الجمركي",
)  # fmt: skip
HINTS = (*(f" {word} " for word in _WORDS), *_ENDS)  # as literals: without one no text is a list
_LIKELY = re.compile(  # on folded text in UTF-8
    (
        f" (?:{'|'.join(_WORDS)}) (?:[a-z]{{2,5}} )?[0-9]{{3}}|(?:{'|'.join(_ENDS)}) ?[0-9]{{3}}"
    ).encode()
)
_HINTED = 40  # bytes before a number in which its hint stands: all of `_LIKELY` fits
Found = tuple[str, int, int]  # good, start, end


@dataclass(frozen=True, slots=True)
class Headings:
    """All codes of the watched goods in order; `goods` by the same place."""

    codes: tuple[str, ...]
    goods: tuple[str, ...]

    @classmethod
    def of(cls, goods: Iterable[Good]) -> Headings:
        """The codes of a watchlist."""
        pairs = sorted(
            {
                (part, good.id)
                for good in goods
                for pair in good.codes
                for part in pair
                if part and part.isdigit()
            }
        )
        return cls(tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs))

    @staticmethod
    def likely(letters: bytes, shape: bytes) -> bool:
        """Whether a folded text may hold a hint with a number behind it.

        Looked for from the few numbers backwards: the pattern alone takes ten times as long.
        """
        place = shape.find(b"000")
        while place >= 0:
            if _LIKELY.search(letters, max(0, place - _HINTED), place + 3):
                return True
            place = shape.find(b"000", place + 3)
        return False

    def find(self, text: str, known: Iterable[tuple[int, int]] = ()) -> Iterator[Found]:
        """Each good with its place; places in `known` have been read already."""
        taken = set(known)
        for hint in _HINT.finditer(text):
            for first, last, span in _listed(text, hint.end()):
                if span not in taken:
                    taken.add(span)
                    for good in self.between(first, last):
                        yield good, *span

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The goods with a code from the one to the other, all below both included."""
        start = bisect_left(self.codes, first)
        end = bisect_right(self.codes, f"{last}~")
        return tuple(dict.fromkeys(self.goods[start:end])) or self._above(first, last)

    def _above(self, first: str, last: str) -> tuple[str, ...]:
        """A national code of ten digits, or one nobody lists: read by its first 8, then 6."""
        if first == last and len(first) > 6:
            shorter = first[: 8 if len(first) > 8 else 6]
            return self.between(shorter, shorter)
        return ()


def _listed(text: str, place: int) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """The numbers behind a hint as (first, last, place); a single code is first and last."""
    follows = _FOLLOWS.match(text, place)
    place = follows.end() if follows else place
    while True:
        number = _NUMBER.match(text, place)
        if number is None:
            return
        first, start, place = _digits(number), place, number.end()
        last = first
        to = _RANGE.match(text, place)
        other = _NUMBER.match(text, to.end()) if to else None
        if other and len(_digits(other)) == len(first) and first[:2] == _digits(other)[:2]:
            last, place = max(first, _digits(other)), other.end()
        if first:
            yield first, last, (start, place)
        apart = _APART.match(text, place)
        if apart is None or apart.end() == place:
            return
        place = apart.end()


def _digits(number: re.Match[str]) -> str:
    """The digits of a code; one too few in front of a chapter below 10 gets its zero back."""
    digits = "".join(letter for letter in number.group() if letter.isdigit())
    if len(digits) % 2:
        digits = f"0{digits}"
    return digits if len(digits) in (4, 6, 8, 10) else ""
