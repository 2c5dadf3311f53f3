"""Small readings that all list formats share: scripts, countries, dates, the tidy text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from babel import Locale

from feeds.lists.model import Name, NameType, Quality

# Spellings of the lists that CLDR's English names lack.
ALIASES = {
    "burma": "MM",
    "cote d'ivoire": "CI",
    "democratic people's republic of korea": "KP",
    "democratic republic of the congo": "CD",
    "dprk": "KP",
    "iran (islamic republic of)": "IR",
    "iran, islamic republic of": "IR",
    "islamic republic of iran": "IR",
    "korea, north": "KP",
    "korea, south": "KR",
    "kosovo": "XK",
    "north korea": "KP",
    "occupied palestinian territories": "PS",
    "palestine": "PS",
    "region: gaza": "PS",
    "republic of korea": "KR",
    "russian federation": "RU",
    "state of palestine": "PS",
    "syrian arab republic": "SY",
    "the gambia": "GM",
    "turkey": "TR",
    "uk": "GB",
    "united kingdom of great britain and northern ireland": "GB",
    "united states of america": "US",
    "usa": "US",
    "viet nam": "VN",
    "west bank": "PS",
}
SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "CJK", "HANGUL", "HIRAGANA", "KATAKANA", "GREEK")
SCRIPT_NAMES = {"CJK": "Han", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d.%m.%Y")


def tidy(text: str | None) -> str:
    """The text with runs of white space made one and the ends trimmed."""
    return " ".join(text.split()) if text else ""


def script(text: str) -> str:
    """The script of the first letter: Latin, Cyrillic, Arabic, Han, ...; "" without letters."""
    if text[:1].isascii() and text[:1].isalpha():
        return "Latin"
    for char in text:
        if char.isalpha():
            word = unicodedata.name(char, "").split(" ")[0]
            return SCRIPT_NAMES.get(word, word.title())
    return ""


def named(
    text: str, kind: NameType = "primary", quality: Quality = "strong", language: str = ""
) -> Name:
    """A name with its script read from its letters."""
    return spelled(" ".join(text.split()), kind, quality, language)


def spelled(plain: str, kind: NameType, quality: Quality, language: str = "") -> Name:
    """As `named`, of a text that is tidy already."""
    letters = "Latin" if plain.isascii() else script(plain) or "Latin"
    return Name(plain, kind, quality, letters, language)


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values in their order, each once, empty ones left out."""
    return tuple(dict.fromkeys(filter(None, values)))


@cache
def _countries() -> dict[str, str]:
    territories = Locale("en").territories
    names = {_key(name): code for code, name in territories.items() if len(code) == 2}
    return names | {_key(name): code for name, code in ALIASES.items()}


@cache
def country(name: str) -> str:
    """The ISO 3166-1 alpha-2 code of an English country name or code, "" when unknown."""
    text = tidy(name)
    if re.fullmatch("[A-Z]{2}", text):
        return text if text in Locale("en").territories else ""
    for part in (text, *re.split(r"\s+[/(]\s*", text)):
        if found := _countries().get(_key(part.strip(" )"))):
            return found
    return ""


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).replace("’", "'").replace("&", "and")
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=1 << 16)
def day(text: str | None, formats: tuple[str, ...] = DAYS) -> str:
    """A date as YYYY-MM-DD, "" when it cannot be read as a whole day. Zones are cut off.

    The formats are strptime's, read by patterns of our own: strptime itself takes 40 us a miss.
    """
    value = tidy(text)
    if not value or (len(value) > LONGEST_DAY and value[4:5] != "-"):
        return ""
    if iso := re.match(r"(\d{4}-\d\d-\d\d)(?:$|[T Z+])", value):
        value = iso[1]
    for form in formats:
        if found := _pattern(form).fullmatch(value):
            if whole := _date(found):
                return whole
    return ""


LONGEST_DAY = 20
_PARTS = {
    "%Y": r"(?P<year>\d{4})", "%m": r"(?P<month>\d{1,2})", "%d": r"(?P<day>\d{1,2})",
    "%b": r"(?P<name>[A-Za-z]{3})", "%B": r"(?P<name>[A-Za-z]{3,9})",
}  # fmt: skip


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(
        re.sub(r"%.", lambda found: _PARTS[found[0]], re.escape(form).replace(r"\ ", " "))
    )


def _date(found: re.Match[str]) -> str:
    parts = found.groupdict()
    month = _month(parts["name"]) if parts.get("name") else int(parts["month"])
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    """1 to 12 for an English month or its first three letters, else 0."""
    low = name.casefold()
    for number, whole in enumerate(MONTHS, 1):
        if low in (whole, whole[:3]):
            return number
    return 0


MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def birth(text: str | None) -> str:
    """A date of birth as precise as it was given: YYYY-MM-DD, YYYY-MM or YYYY, else ""."""
    value = tidy(text)
    if whole := day(value):
        return whole
    if masked := re.fullmatch(r"(?:00|dd)[/.-](\d\d|00|mm)[/.-](\d{4})", value, re.I):
        return (
            f"{masked[2]}-{masked[1]}" if masked[1].isdigit() and masked[1] != "00" else masked[2]
        )
    found = re.search(r"\b(1[89]\d\d|20\d\d)\b", value)
    return found[1] if found else ""


def excel_day(number: float) -> str:
    """An Excel serial day (1900 system) as YYYY-MM-DD."""
    return date.fromordinal(date(1899, 12, 30).toordinal() + int(number)).isoformat()


def imo_is_valid(number: str) -> bool:
    """Whether seven digits carry the check digit of an IMO ship number (IMO Res. A.1117)."""
    if not re.fullmatch(r"\d{7}", number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, range(7, 1, -1), strict=False))
    return total % 10 == int(number[-1])
