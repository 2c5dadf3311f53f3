"""Where dates stand in a text: month names of fifteen languages, digits, 年月日.

Names of months are those of CLDR, by way of Babel. English 4/5/2026 may be April or May and is left
out: no date is better than a wrong one. Codes of goods, CAS numbers and telephone numbers are not
dates: digits that go on before or after never are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from babel import Locale

from rules import datewords

LANGUAGES = frozenset(datewords.BEFORE)
YEARS = range(1990, 2100)
_FIRST_DAY = frozenset({"en"})  # languages that write «December 1»
_DAY_FIRST = frozenset({"nl", "de", "fr", "es", "pt", "ru", "uk", "pl", "ar", "tr", "id"})
_GAP = r"[\s\u200e\u200f]"  # with the marks that turn the direction of writing
_HAN = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_YEAR_SHIFT = {
    "今年": 0, "本年": 0, "明年": 1, "来年": 1, "來年": 1, "翌年": 1, "올해": 0, "내년": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that is a date. `year` None = not said; `shift` = years after the publication's."""

    start: int
    end: int
    month: int
    day: int | None
    year: int | None
    languages: frozenset[str]
    shift: int | None = None


def spots(words: str, language: str = "") -> list[Spot]:
    """Everything that can be read as a date, longest first where readings overlap."""
    readings = [spot for read in _READERS for spot in read(words, language)]
    chosen: list[Spot] = []
    for spot in sorted(readings, key=lambda one: (one.start - one.end, one.start)):
        if all(spot.end <= one.start or one.end <= spot.start for one in chosen):
            chosen.append(spot)
    return sorted(chosen, key=lambda one: one.start)


def with_ranges(words: str, plain: Sequence[Spot]) -> Iterator[Spot]:
    """«1 to 15 December», «December 1-15», «12月1日至15日»: the lone day is a date as well."""
    last = 0
    for spot in plain:
        if spot.day:
            head = _HEAD.search(words, max(last, spot.start - 30), spot.start)
            if head and 1 <= int(head[1]) < spot.day:
                yield replace(spot, start=head.start(1), end=head.end(1), day=int(head[1]))
        yield spot
        last = spot.end
        tail = _TAIL.match(words, spot.end) if spot.day else None
        day = int(tail[1] or tail[2]) if tail else 0
        if tail and spot.day and spot.day < day <= 31 and _lone(tail, spot, plain):
            last = tail.end()
            start = tail.start(1) if tail[1] else tail.start(2)
            yield replace(spot, start=start, end=tail.end(), day=day)


def _lone(tail: re.Match[str], spot: Spot, plain: Iterable[Spot]) -> bool:
    """A bare number after a dash belongs to «December 1-15» only, and to no date of its own."""
    if tail[2] and not _FIRST_DAY & spot.languages:
        return False
    return all(one.end <= tail.start() or tail.end() <= one.start for one in plain)


def _named(words: str, language: str) -> Iterator[Spot]:
    for place in _around_names(words):
        month, languages, full = _months()[_plain(place["m"])]
        day = next((int(place[name]) for name in ("d", "e") if place[name]), None)
        if place["e"] and not _FIRST_DAY & languages:
            day, end = None, place.end("m")
            if not full or place["d"]:
                continue
            yield Spot(place.start("m"), end, month, None, None, _of(languages, language))
            continue
        year = next((int(place[name]) for name in ("y", "z") if place[name]), None)
        if day is None and (not full or _a_word(place["m"], year)):
            continue
        if day == 0 or (year is not None and year not in YEARS):
            continue
        end = place.end() - (full and not year and place[0].endswith("."))  # the sentence's stop
        yield Spot(place.start(), end, month, day, year, _of(languages, language))


def _around_names(words: str) -> Iterator[re.Match[str]]:
    """The long pattern is tried only around words that a month begins with: it is slow."""
    starts, done = _first_words(), 0
    for word in _WORD.finditer(words):
        if word.start() >= done and word[0].casefold() in starts:
            done = word.end() + 60
            yield from _names().finditer(words, max(0, word.start() - 24), done)


def _digits(words: str, language: str) -> Iterator[Spot]:
    known = frozenset({language}) & LANGUAGES or LANGUAGES
    for place in _YMD.finditer(words):
        yield Spot(*place.span(), int(place[2]), int(place[3]), int(place[1]), known)
    for place in _DMY.finditer(words):
        sign, year = place[2], int(place[4])
        day, month = int(place[1]), int(place[3])
        if sign == "/" and day <= 12 and month <= 12 and day != month:
            if language not in _DAY_FIRST:
                continue
        elif sign == "/" and month > 12:
            day, month = month, day
        year += 2000 if len(place[4]) == 2 else 0
        yield Spot(*place.span(), month, day, year, known)
    if language in ("de", ""):
        for place in _DM.finditer(words):
            yield Spot(*place.span(), int(place[2]), int(place[1]), None, frozenset({"de"}))


def _signs(words: str, language: str) -> Iterator[Spot]:
    for sign, pattern, languages in (
        ("月", _CHINESE, {"zh", "ja"}),
        ("월", _KOREAN, {"ko"}),
    ):
        if sign not in words:
            continue
        for place in pattern.finditer(words):
            groups = place.groupdict()
            year = _number(groups["y"]) if groups["y"] else None
            if groups.get("r"):
                year = 2018 + (1 if groups["r"] == "元" else _number(groups["r"]))
            day = _number(groups["d"]) if groups["d"] else None
            shift = _YEAR_SHIFT.get(groups["s"] or "")
            yield Spot(
                *place.span(), _number(groups["m"]), day, year,
                _of(frozenset(languages), language), shift,
            )  # fmt: skip


def _sound(read: Callable[[str, str], Iterator[Spot]]) -> Callable[[str, str], Iterator[Spot]]:
    """Only what a calendar has."""

    def reading(words: str, language: str) -> Iterator[Spot]:
        for spot in read(words, language):
            if 1 <= spot.month <= 12 and (spot.day is None or 1 <= spot.day <= 31):
                if spot.year is None or spot.year in YEARS:
                    yield spot

    return reading


_READERS = (_sound(_named), _sound(_digits), _sound(_signs))


def _of(languages: frozenset[str], language: str) -> frozenset[str]:
    """The languages that may have written this; the text's own one, if it is among them."""
    return languages & {language} or languages


def _a_word(name: str, year: int | None) -> bool:
    """«may» and «march» without a day or a year are months only when written as such."""
    return year is None and name in ("may", "march")


def _number(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return 10 * _HAN.get(tens, 1 if not tens else 99) + (_HAN.get(ones, 99) if ones else 0)
    if len(digits) in (2, 3):  # «一二月» are two months
        return 99
    return int("".join(str(_HAN[sign]) for sign in digits))


_WORD = re.compile(r"[^\W\d_]{3,}\u0307?[^\W\d_]*")
_YMD = re.compile(
    r"(?<![\d.\-/])(\d{4})(?:-|/|\.\s?)(\d{1,2})(?:-|/|\.\s?)(\d{1,2})(?!\d|[.\-/]\d)"
)
_DMY = re.compile(
    r"(?<![\d.\-/])(\d{1,2})(?:(?=\.)|(?=/)|(?=-))([./-])\s?(\d{1,2})\2\s?"
    r"(\d{4}|(?<=\.)\d{2})(?!\d|[.\-/]\d)"
)
_DM = re.compile(r"(?<![\d.\-/])(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)")
_HAN_DIGIT = "〇零○一二三四五六七八九"
_CHINESE = re.compile(
    rf"(?<![\d.])(?:(?P<y>\d{{4}}|[{_HAN_DIGIT}]{{4}})\s*年\s*|令和\s*(?P<r>\d{{1,2}}|元)\s*年\s*"
    rf"|(?P<s>今年|本年|明年|来年|來年|翌年)\s*)?(?<!\d)(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})"
    rf"\s*月(?:\s*(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*[日号號])?"
)
_KOREAN = re.compile(
    r"(?<![\d.])(?:(?P<y>\d{4})\s*년\s*|(?P<s>올해|내년)\s*)?(?<!\d)(?P<m>\d{1,2})\s*월"
    r"(?:\s*(?P<d>\d{1,2})\s*일)?"
)
_ORDINAL = r"(?:st|nd|rd|th|er|ère|re|º|ª|°|-?го|-?е)?"
_CONNECT = datewords.BETWEEN.replace(" ", r"\s+")
BETWEEN = re.compile(
    rf"{_ORDINAL}\.?[\s,]*(?:{_CONNECT})[\s,]*(?:(?:le|el|zum|den|dia|dnia)\s+)?", re.I
)
_HEAD = re.compile(
    rf"(?<![\w.,-])(\d{{1,2}}){_ORDINAL}\.?\s*(?:{_CONNECT})\s*(?:le\s+|el\s+)?$", re.I
)
_TAIL = re.compile(
    rf"\s*(?:{_CONNECT}|起[至到]|から)\s*(?:(\d{{1,2}})\s*[日号號일]|(\d{{1,2}})(?!\d|[.,]\d|\s*[%月월]))",
    re.I,
)


@cache
def _names() -> re.Pattern[str]:
    """«1 December 2026», «December 1, 2026», «December 2026», «December», in every language."""
    spelled = {name for language in LANGUAGES for name, _, _ in _spellings(language)}
    spelled |= {_plain(name) for name in spelled}
    months = "|".join(re.escape(name) for name in sorted(spelled, key=lambda one: (-len(one), one)))
    months = months.replace(r"\ ", r"\s+")
    month = rf"(?<![^\W\d_])(?P<m>{months})(?![^\W\d_])"
    return re.compile(
        rf"(?:(?<![\w.,\-/])(?P<d>\d{{1,2}}){_ORDINAL}\.?{_GAP}*(?:(?:de|of|do|dia|من){_GAP}+)?)?"
        rf"{month}(?:{_GAP}*/{_GAP}*(?:{months})(?![^\W\d_]))?\.?"
        rf"(?:{_GAP}*,?{_GAP}*(?:(?:de|del|of|do){_GAP}+)?(?P<y>\d{{4}})(?!\d|[.,]\d)"
        rf"|{_GAP}+(?P<e>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[.,:]\d|{_GAP}*%)"
        rf"(?:,?{_GAP}+(?P<z>\d{{4}})(?!\d|[.,]\d))?)?",
        re.I,
    )


@cache
def _first_words() -> frozenset[str]:
    spelled = {name for language in LANGUAGES for name, _, _ in _spellings(language)}
    firsts = {name.split()[0] for name in spelled | {_plain(name) for name in spelled}}
    return frozenset(firsts | {name.replace("i", "ı") for name in firsts} | _capitals(firsts))


def _capitals(firsts: set[str]) -> set[str]:
    """How capitals of Turkish look in small letters: ARALIK, KASIM, NİSAN."""
    return {name.replace("ı", "i") for name in firsts} | {
        name.replace("i", "i\u0307") for name in firsts
    }


@cache
def _months() -> Mapping[str, tuple[int, frozenset[str], bool]]:
    """A name in its plain form -> month, languages that have it, whether it is written out."""
    table: dict[str, tuple[int, frozenset[str], bool]] = {}
    for language in sorted(LANGUAGES):
        for name, month, full in _spellings(language):
            known = table.get(_plain(name), (month, frozenset(), False))
            if known[0] == month:
                table[_plain(name)] = (month, known[1] | {language}, known[2] or full)
    return table


@cache
def _spellings(language: str) -> tuple[tuple[str, int, bool], ...]:
    """(name, month, whether it is written out)."""
    found: dict[str, tuple[int, bool]] = {
        name: (month, True) for name, month in datewords.MONTHS.get(language, {}).items()
    }
    for code in (language, "ar_SY") if language == "ar" else (language,):
        months = Locale.parse(code).months
        for width, full in (("wide", True), ("abbreviated", False)):
            for use in ("format", "stand-alone"):
                for month, name in months[use][width].items():
                    spelled = str(name).rstrip(".").casefold()
                    if len(spelled) > 2 and not re.search(r"[\d月월]", spelled):
                        found.setdefault(spelled, (int(month), full))
    return tuple((name, month, full) for name, (month, full) in found.items())


def _plain(name: str) -> str:
    """Without case, marks and dots: how names of months are looked up."""
    bare = unicodedata.normalize("NFKD", " ".join(name.casefold().split()).replace("ı", "i"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
