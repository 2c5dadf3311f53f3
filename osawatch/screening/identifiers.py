"""Numbers that decide alone: IMO ship numbers, LEI codes, registration numbers and passports."""

from __future__ import annotations

import re

from feeds.lists.model import Identifier
from feeds.lists.words import imo_is_valid

_IMO = re.compile(r"\bIMO\D{0,12}(\d{7})\b", re.I)
_DIGIT = re.compile(r"\d")
_LEI = re.compile(r"\b[A-Z0-9]{18}\d\d\b")
_PLAIN = re.compile(r"[^0-9A-Z]")
SHORTEST = 6
FEWEST_DIGITS = 4


def key(identifier: Identifier) -> str:
    """How a number is looked up: «imo 9074729», «lei 5493…», «no 7701234567»; "" = decides nothing.

    An IMO or LEI number with a wrong check digit decides nothing. A call sign may be given again.
    """
    kind = identifier.type.casefold()
    value = _PLAIN.sub("", identifier.value.upper())
    if "imo" in kind.split() or kind.startswith(("imo", "vessel registration")):
        return imo(value)
    if "call sign" in kind or "website" in kind or "address" in kind or "gender" in kind:
        return ""
    if "lei" in kind.split() or kind.startswith(("lei", "legal entity")):
        return f"lei {value}" if lei_is_valid(value) else ""
    if len(value) == 20 and lei_is_valid(value):
        return f"lei {value}"
    return f"no {value}" if _telling(value) else ""


def imo(value: str) -> str:
    """The key of an IMO number, "" when its check digit is wrong."""
    digits = value.removeprefix("IMO")
    return f"imo {digits}" if imo_is_valid(digits) else ""


def lei_is_valid(value: str) -> bool:
    """Whether twenty letters and digits carry the check digits of an LEI (ISO 17442, mod 97)."""
    if not re.fullmatch(r"[A-Z0-9]{18}\d\d", value):
        return False
    return int("".join(str(int(char, 36)) for char in value)) % 97 == 1


def written_in(text: str) -> list[str]:
    """The keys of the IMO and LEI numbers that stand in a text with valid check digits."""
    return [key for key, _, _ in placed(text)]


def placed(text: str) -> list[tuple[str, int, int]]:
    """The same with their places: code points [start, end)."""
    if not has_digits(text):
        return []
    numbers = [(imo(one[1]), *one.span(1)) for one in _IMO.finditer(text)]
    codes = _LEI.finditer(text) if len(text) >= 20 else ()
    numbers += [(f"lei {one[0]}", *one.span()) for one in codes if lei_is_valid(one[0])]
    return [one for one in numbers if one[0]]


def has_digits(text: str) -> bool:
    """Whether any stands in it: without one there is no number to look for."""
    return _DIGIT.search(text) is not None


def _telling(value: str) -> bool:
    return len(value) >= SHORTEST and sum(map(str.isdigit, value)) >= FEWEST_DIGITS
