"""Dates that a text names, and what happens then: a measure begins, ends, comments are due.

spots    every place that can only be a date (datespots.py)
signs    the words beside it say the kind; a date without a sign is left out
years    a missing year is the one nearest to the day of publication

A date is a date: it has no time zone and none shifts it. A date without a year in a text without a
day of publication is left out: no date is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Literal, cast

from babel import Locale

from rules import datewords
from rules.datespots import BETWEEN, YEARS, Spot, spots, with_ranges
from rules.model import Dated, DateKind, Text

REACH_BEFORE, REACH_AFTER, SENTENCE = 70, 40, 200  # code points looked at around a date
LONGEST = 20_000  # code points of a field that are read
_LOOKED_BACK = re.compile(datewords.LOOKED_BACK)
_STOP = re.compile(r"[.!?](?=\s+[^\W\da-zа-я])|[。！？；\n]|;\s")


def found(text: Text) -> tuple[Dated, ...]:
    """The dates of title and summary that have a meaning, in the order of the text."""
    published = text.published.date() if text.published else None
    language = text.language[:2].lower()
    fields: tuple[tuple[Literal["title", "summary"], str], ...] = (
        ("title", text.title), ("summary", text.summary),
    )  # fmt: skip
    return tuple(
        Dated(kind, day, "day" if spot.day else "month", name, spot.start, spot.end)
        for name, words in fields
        for spot, kind, day in _told(words[:LONGEST], language, published)
    )


def _told(
    words: str, language: str, published: date | None
) -> Iterator[tuple[Spot, DateKind, date]]:
    told: list[tuple[Spot, DateKind]] = []
    before: Spot | None = None
    for spot in with_ranges(words, spots(words, language)):
        kind = _kind(words, spot)
        if before is not None and BETWEEN.fullmatch(words[before.end : spot.start]):
            kind = _second(words, before, spot, told) or (None if kind == "until" else kind)
        if before is not None and told and told[-1][0] is before:
            told[-1], spot = _one_range(told[-1], spot) if kind == "until" else (told[-1], spot)
        if kind:
            told.append((spot, kind))
        before = spot
    for spot, kind in told:
        day = _day(spot, published)
        if day is not None:
            yield spot, kind, day


# -- what happens then


def _kind(words: str, spot: Spot) -> DateKind | None:
    left = words[max(0, spot.start - REACH_BEFORE) : spot.start]
    right = words[spot.end : spot.end + REACH_AFTER]
    if _LOOKED_BACK.search(left):
        return None
    for language in sorted(spot.languages):
        for kind, sign in _before(language):
            if kind != "range" and sign.search(left):
                return _meant(kind, words, spot, language)
    for language in sorted(spot.languages):
        for kind, sign in _after(language):
            if sign.match(right):
                return _meant(kind, words, spot, language)
    return None


def _meant(kind: str, words: str, spot: Spot, language: str) -> DateKind | None:
    """«Until» and «by» are deadlines where the sentence speaks of comments."""
    if kind in ("until", "by"):
        sentence = _STOP.split(words[max(0, spot.start - SENTENCE) : spot.start])[-1]
        if _topics(language).search(sentence):
            return "deadline"
    return None if kind == "by" else cast("DateKind", kind)


def _second(
    words: str, before: Spot, spot: Spot, told: list[tuple[Spot, DateKind]]
) -> DateKind | None:
    """The end of a range whose beginning has a sign; «the period 1 May to 1 June» has none."""
    if told and told[-1] == (before, "effective"):
        return "until"
    left = words[max(0, before.start - REACH_BEFORE) : before.start]
    for language in sorted(spot.languages & before.languages):
        opened = any(kind == "range" and sign.search(left) for kind, sign in _before(language))
        if opened or language == "zh":  # «12月1日至15日» needs no word before it
            told.append((before, "effective"))
            return "until"
    return None


def _one_range(first: tuple[Spot, DateKind], last: Spot) -> tuple[tuple[Spot, DateKind], Spot]:
    """A year that only one end of a range names holds for both, or for the one beside it."""
    spot, kind = first
    if kind != "effective" or (spot.year is None) == (last.year is None):
        return first, last
    later = (last.month, last.day or 31) < (spot.month, spot.day or 1)
    if spot.year is None and last.year is not None:
        return (replace(spot, year=last.year - later), kind), last
    return first, replace(last, year=cast("int", spot.year) + later)


# -- which day it is


def _day(spot: Spot, published: date | None) -> date | None:
    if spot.year is not None:
        return _date(spot.year, spot.month, spot.day)
    if published is None:
        return None
    if spot.shift is not None:
        return _date(published.year + spot.shift, spot.month, spot.day)
    near = (_date(published.year + step, spot.month, spot.day) for step in (-1, 0, 1))
    if spot.day:
        return min(
            (day for day in near if day), key=lambda day: abs((day - published).days), default=None
        )
    months = published.year * 12 + published.month
    return min(
        (day for day in near if day),
        key=lambda day: abs(day.year * 12 + day.month - months),
        default=None,
    )


def _date(year: int, month: int, day: int | None) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day or 1)
    except ValueError:
        return None


@cache
def _before(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    filler = "|".join(part for part in (datewords.FILLERS[language], *_weekdays(language)) if part)
    between = rf"(?:[\s,:(]*(?:{filler})\.?(?!\w))*" if filler else ""
    edge = "" if language in ("zh", "ja", "ko") else r"(?<!\w)"
    return tuple(
        (kind, _compiled(rf"{edge}(?:{cues}){between}[\s,:：(«\"“'’\u200e\u200f]*$"))
        for kind, cues in _by_weight(datewords.BEFORE[language])
    )


@cache
def _after(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    cues = _by_weight(datewords.AFTER.get(language, {}))
    return tuple(
        (kind, _compiled(rf"[\s,)]*(?:\([^)]{{1,8}}\))?\s*(?:{one})")) for kind, one in cues
    )


@cache
def _topics(language: str) -> re.Pattern[str]:
    return _compiled(datewords.TOPICS[language])


def _by_weight(cues: Mapping[str, str]) -> list[tuple[str, str]]:
    order = ("deadline", "until", "effective", "by", "range")
    return sorted(cues.items(), key=lambda pair: order.index(pair[0]))


def _weekdays(language: str) -> list[str]:
    if language in ("zh", "ja", "ko"):
        return []
    days = Locale.parse(language).days["format"]
    names = {str(name) for width in ("wide", "abbreviated") for name in days[width].values()}
    return [re.escape(name.rstrip(".")) for name in sorted(names, key=lambda one: (-len(one), one))]


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"(?<!\\) (?![?*+{])", r"\\s+", pattern), re.I)
