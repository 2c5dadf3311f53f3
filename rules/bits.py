"""Sets of small numbers as the bits of one whole number."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SOME = re.compile(b"[^\\0]")
_BITS = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


def marked(number: int, marks: int) -> Iterator[tuple[int, bool]]:
    """The same for thousands of bits of which few are set; each with whether it is marked."""
    letters = number.to_bytes(number.bit_length() + 7 >> 3, "little")
    also = (number & marks).to_bytes(len(letters), "little")
    for found in _SOME.finditer(letters):
        at = found.start()
        for bit in _BITS[letters[at]]:
            yield at * 8 + bit, bool(also[at] >> bit & 1)
