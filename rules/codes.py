"""Customs codes and CAS numbers in a text.

    2805 30 10   2805.30.10   28053010   2846901100   HS 280530   7440-55-3

Dotted or spaced codes stand for themselves; a bare number counts only near a word that says
that codes follow (HS, CN, code, 税则, ТН ВЭД). Dates and telephone numbers are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rules.watchlist import Good

# What must not stand before the first digit is looked at behind it: the search goes by digits.
_GROUPED = re.compile(
    r"(\d(?<![\d.,/+-]\d)\d{3})([. ])(\d{2})(?:\2(\d{2}))?(?:\2(\d{2}))?(?![\d/-]|[.,]\d)"
)
_BARE = re.compile(r"\d(?<![\d.,/+-]\d)\d{5}(?:\d{2}){0,2}(?![\d/-]|[.,]\d)")
_CAS = re.compile(r"(\d(?<![\d-]\d)\d{1,6})-(\d{2})-(\d)(?![\d-])")
_HINT = re.compile(
    r"\b(?:HS|CN|HTS|HTSUS|TARIC|NCM|KN|GN|SH|NC|codes?|heading|subheading|tariff|Zolltarif|"
    r"positions?|partidas?|ТН ?ВЭД|kod|kode)\b|"
    r"海关商品编号|税则|税号|商品编码|編號|HSコード|品目|코드|رمز",
    re.IGNORECASE,
)
_DIGITS = bytes(ord("0") if chr(code) in "0123456789" else code for code in range(256))
_SHAPES = b"000000", b"0000 00 ", b"0 00 0 "  # a bare code, one in groups, a CAS number
REACH = 160  # characters after a hint in which bare numbers are read as codes


def shape_of(letters: bytes) -> bytes:
    """A folded text in UTF-8 with 0 for every digit: quicker to look through than by a pattern."""
    return letters.translate(_DIGITS)


@dataclass(frozen=True, slots=True)
class Codebook:
    """Goods by code and by CAS number."""

    by_code: dict[str, tuple[str, ...]] = field(default_factory=dict)
    by_cas: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, goods: Iterable[Good]) -> Codebook:
        """The codes of a watchlist."""
        book = cls()
        for good in goods:
            for code in {part for pair in good.codes for part in pair if part}:
                book.by_code[code] = (*book.by_code.get(code, ()), good.id)
            if good.cas:
                book.by_cas[good.cas] = (*book.by_cas.get(good.cas, ()), good.id)
        return book

    @staticmethod
    def likely(shape: bytes) -> bool:
        """Whether a text of this shape may hold a code at all."""
        bare, grouped, cas = _SHAPES
        return bare in shape or grouped in shape or cas in shape

    def find(self, text: str, shape: bytes = b" ".join(_SHAPES)) -> Iterator[tuple[str, int, int]]:
        """(good, start, end) for each code; a longer code is read by its first 8, then 6 digits.

        `shape`, of this text or one it is part of, tells what need not be looked for.
        """
        hints: list[int] | None = None
        bare, grouped, cas = (one in shape for one in _SHAPES)
        for found in (
            *(_GROUPED.finditer(text) if grouped else ()),
            *(_BARE.finditer(text) if bare else ()),
        ):
            owners = self._owners("".join(letter for letter in found.group() if letter.isdigit()))
            if owners and "." not in found.group():  # only a dot is sure to stand in a code
                if hints is None:
                    hints = [hint.end() for hint in _HINT.finditer(text)]
                owners = owners if _hinted(found.start(), hints) else ()
            for good in owners:
                yield good, *found.span()
        for found in _CAS.finditer(text) if cas else ():
            for good in self.by_cas.get(found.group(), ()) if _checked(found) else ():
                yield good, *found.span()

    def _owners(self, digits: str) -> tuple[str, ...]:
        owners = self.by_code.get(digits[:8]) if len(digits) >= 8 else None
        return owners or self.by_code.get(digits[:6], ())


def _hinted(place: int, hints: Iterable[int]) -> bool:
    return any(0 <= place - hint <= REACH for hint in hints)


def _checked(found: re.Match[str]) -> bool:
    digits = found[1] + found[2]
    return sum(n * int(digit) for n, digit in enumerate(reversed(digits), 1)) % 10 == int(found[3])
