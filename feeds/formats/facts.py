"""Facts of a structured answer as one line of plain words, to be searched and matched.

told(("Measure", "Export ban"), ("Products", ["HS 260400 Nickel ores"]))
  -> "Measure: Export ban. Products: HS 260400 Nickel ores."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from feeds.text import plain

_MOST = 12
_PART = 400


def told(*facts: tuple[str, str | Sequence[str]]) -> str:
    """The facts that are known, as sentences; the unknown ones are left out."""
    parts = []
    for label, found in facts:
        text = plain(found) if isinstance(found, str) else listed(found)
        if text:
            parts.append(f"{label}: {text}" if label else text)
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)


def listed(values: Iterable[str], most: int = _MOST) -> str:
    """Distinct values in a line; more than `most` are counted."""
    found = list(dict.fromkeys(text for value in values if (text := plain(value, _PART))))
    rest = f" and {len(found) - most} more" if len(found) > most else ""
    return "; ".join(found[:most]) + rest


def hs(value: object) -> str:
    """A code of the Harmonized System as text: 2, 4 or 6 digits and more, in pairs.

    Databases that keep codes as numbers lose the first zero of chapters 01 to 09: 10121 is 010121.
    """
    digits = re.sub(r"\D", "", str(value)) if isinstance(value, int | str) else ""
    if isinstance(value, bool) or not 1 <= len(digits) <= 12:
        return ""
    return digits.zfill(len(digits) + len(digits) % 2)


def day_first(value: str) -> str:
    """DD/MM/YYYY as YYYY-MM-DD; anything else as it is."""
    found = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*", value)
    return f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else value
