"""Times as feeds write them: RFC 822 and its bends, ISO 8601 and its bends, date only.

No zone means UTC (and is said so); no time means a day. What cannot be read is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from .model import Precision

EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
AHEAD = timedelta(hours=26)
"""How far a clock or a zone may run ahead before a date counts as wrong."""

# Hours east of UTC. Names that several countries use have the meaning of RFC 822 or Europe.
_ZONES = {
    "": 0, "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1,
    "CEST": 2, "MEZ": 1, "MESZ": 2, "MET": 1, "MEST": 2, "EET": 2, "EEST": 3, "SAST": 2, "CAT": 2,
    "EAT": 3, "WAT": 1, "MSK": 3, "MSD": 4, "PKT": 5, "IST": 5.5, "WIB": 7, "ICT": 7, "SGT": 8,
    "HKT": 8, "MYT": 8, "AWST": 8, "JST": 9, "KST": 9, "ACST": 9.5, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13, "NST": -3.5, "NDT": -2.5, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4,
    "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8,
    "HST": -10, "BRT": -3, "ART": -3, "CLT": -4,
}  # fmt: skip
_MONTHS = {
    # English, German, Dutch, French, Spanish, Italian, Portuguese: the first letters suffice
    "jan": 1, "jän": 1, "ene": 1, "gen": 1, "feb": 2, "fév": 2, "fev": 2, "mar": 3, "mär": 3,
    "maa": 3, "mrt": 3, "apr": 4, "avr": 4, "abr": 4, "may": 5, "mai": 5, "mei": 5, "mag": 5,
    "jun": 6, "juin": 6, "juil": 7, "giu": 6, "jul": 7, "lug": 7, "aug": 8, "aoû": 8,
    "aou": 8, "ago": 8, "sep": 9, "set": 9, "oct": 10, "okt": 10, "out": 10, "ott": 10,
    "nov": 11, "dec": 12, "dez": 12, "déc": 12, "dic": 12,
}  # fmt: skip
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<half>[ap]m\b)?"
)
_ZONE = (
    r"\s*(?P<zone>(?:GMT|UTC|Z)?\s?[+-]\d\d?:?\d{0,2}|[A-Za-z][A-Za-z/_]{0,30})?"
    r"\s*(?:\([^()]*\)|[A-Z]{1,5})?"
)
_ISO = re.compile(
    rf"(?P<year>\d{{4}})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?:(?:T|\s+|,\s*){_CLOCK}{_ZONE})?Z?",
    re.IGNORECASE,
)
_BASIC = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<half>)" + _ZONE + ")?"
)
_RFC = re.compile(
    r"(?:[^\W\d]{2,12}\.?,?\s*)?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?"
    r"(?P<month>[^\W\d]{3,10})\.?,?[\s-]+(?:de\s+)?(?P<year>\d{4}|\d\d)"
    rf"(?:,?\s+(?:at\s+|-\s+)?{_CLOCK}{_ZONE})?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?:[^\W\d]{2,12}\.?,?\s+)?(?P<month>[^\W\d]{3,10})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<year>\d{{4}})(?:,?\s+(?:at\s+|-\s+)?{_CLOCK}{_ZONE})?",
    re.IGNORECASE,
)
_ASCTIME = re.compile(
    r"[^\W\d]{3}\s+(?P<month>[^\W\d]{3})\s+(?P<day>\d{1,2})\s+"
    rf"{_CLOCK}(?:\s+(?P<zone>[A-Z]{{1,5}}))?\s+(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_DOTTED = re.compile(
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})" rf"(?:,?\s+{_CLOCK}{_ZONE})?",
    re.IGNORECASE,
)
_EAST_ASIA = re.compile(
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
    rf"(?:\s*{_CLOCK}{_ZONE})?",
    re.IGNORECASE,
)
_JAPAN = re.compile(
    r"(?P<era>令和|平成|昭和|[RH](?=\d{1,2}[.年]))\s?(?P<year>\d{1,2}|元)\s?[.年]\s?"
    rf"(?P<month>\d{{1,2}})\s?[.月]\s?(?P<day>\d{{1,2}})(?:\s?日)?(?:\s*{_CLOCK}{_ZONE})?",
    re.IGNORECASE,
)
# The year before the first of each era (Japan's Era Name Act; Reiwa 1 = 2019, Heisei 1 = 1989).
_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925}
_SHAPES = (_RFC, _ISO, _MONTH_FIRST, _ASCTIME, _BASIC, _DOTTED, _EAST_ASIA, _JAPAN)
_NAMED_MONTH = r"[^\W\d_]{3,10}\.?"
_IN_TEXT = re.compile(
    r"(?<![\d.])(?:"
    r"(?:令和|平成)\s?(?:\d{1,2}|元)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r"|[RH]\d{1,2}\.\d{1,2}\.\d{1,2}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?{_NAMED_MONTH},?[\s-]+(?:de\s+)?\d{{4}}"
    r"|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
    rf"|(?<!\w){_NAMED_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r")(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment. `zoned` is false when the text named no zone and UTC was taken."""

    at: datetime
    precision: Precision = "second"
    zoned: bool = True


def read(text: str) -> Stamp | None:
    """The moment a feed's text means, in UTC; None when it means none."""
    text = " ".join(text[:100].split())
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found:
            return _stamp(found.groupdict())
    return None


def exactly(text: str, format: str) -> Stamp | None:
    """The moment a text means in a format of strptime; without a clock in it, a day."""
    try:
        at = datetime.strptime(" ".join(text[:100].split()), format)  # noqa: DTZ007 # zoned below
    except ValueError:
        return None
    zoned = at.tzinfo is not None
    clock = any(sign in format for sign in ("%H", "%I", "%X", "%c", "%T"))
    at = at.astimezone(UTC) if zoned else at.replace(tzinfo=UTC)
    return Stamp(at, "second" if clock else "day", zoned or not clock)


def find(text: str) -> Stamp | None:
    """The first date that stands in running text, with the year in four digits or as an era."""
    for found in _IN_TEXT.finditer(text[:2000]):
        stamp = read(found.group())
        if stamp is not None:
            return stamp
    return None


def iso(stamp: Stamp) -> str:
    """A moment as text that `read` understands, no more precise than it is."""
    return f"{stamp.at:%Y-%m-%d}" if stamp.precision == "day" else stamp.at.isoformat()


def epoch(seconds: float) -> Stamp | None:
    """A Unix time in seconds or milliseconds."""
    try:
        return Stamp(datetime.fromtimestamp(seconds / (1000 if seconds > 1e11 else 1), UTC))
    except (OverflowError, OSError, ValueError):
        return None


def plausible(at: datetime, now: datetime) -> bool:
    """Whether a source could have published then: not before 1990, not after tomorrow."""
    return EARLIEST <= at <= now + AHEAD


def _stamp(part: dict[str, str | None]) -> Stamp | None:
    month = part["month"] or ""
    try:
        number = int(month) if month.isdecimal() else _month(month.casefold())
        year = _year(part["year"] or "", part.get("era") or "")
        day = datetime(year, number, int(part["day"] or 0), tzinfo=UTC)
        if part["hour"] is None:
            return Stamp(day, "day")
        zone = (part["zone"] or "").strip()
        shift = _shift(zone)
        known = bool(zone) and shift is not None
        return Stamp(day + _time(part) - timedelta(hours=shift or 0), zoned=known)
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int:
    return _MONTHS.get(name[:3]) or _MONTHS.get(name[:4], 0)


def _year(text: str, era: str = "") -> int:
    year = 1 if text == "元" else int(text)
    if era:
        return _ERAS[era.casefold()] + year
    if len(text) == 4:
        return year
    return year + (2000 if year < 70 else 1900)


def _time(part: dict[str, str | None]) -> timedelta:
    hour, minute = int(part["hour"] or 0), int(part["minute"] or 0)
    second = int(part["second"] or 0)
    half = (part["half"] or "").casefold()
    if (half and not 1 <= hour <= 12) or hour > 24 or minute > 59 or second > 60:
        raise ValueError(part)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _shift(zone: str) -> float | None:
    """Hours east of UTC; None for a zone nobody knows."""
    name = zone.upper().replace(" ", "")
    if name in _ZONES:
        return _ZONES[name]
    found = re.fullmatch(r"(?:GMT|UTC|Z)?([+-])(\d\d?):?(\d\d)?", name)
    if not found:
        return None
    hours = int(found[2]) + int(found[3] or 0) / 60
    if hours > 15:
        return None
    return hours if found[1] == "+" else -hours
