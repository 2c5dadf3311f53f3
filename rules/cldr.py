"""Names of countries in the languages of the pack, from CLDR by way of Babel."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError

# Not countries: pseudo locales, regions of regions, and places that are only in the way.
_LEFT_OUT = frozenset(
    ["XA", "XB", "ZZ", "QO", "UN", "EZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA", "UM"]
)
_BRACKETS = re.compile(r"^(.*?)\s*[(（](.*?)[)）]$")
_SAR = re.compile(r"\s*(SAR China|RAE.*China|China RAE|SAR)$")


@cache
def names(language: str) -> dict[str, tuple[str, ...]]:
    """ISO 3166-1 alpha-2 -> how the language writes it; empty when CLDR lacks the language."""
    try:
        territories = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        code: tuple(dict.fromkeys(spellings(str(name))))
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _LEFT_OUT
    }


def spellings(name: str) -> Iterable[str]:
    """«Myanmar (Burma)» is written three ways."""
    bracketed = _BRACKETS.match(name)
    if bracketed and len(bracketed[2]) > 2:
        yield bracketed[1]
    if _SAR.search(name):
        yield _SAR.sub("", name)
    yield name.replace(" & ", " and ") if " & " in name else name
