"""What one item says of measures: numbers of acts, days, which acts it changes and how. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from osawatch.acts import Sighting
from osawatch.actwords import NUMBERS, RELATIONS, YEARLESS, ZONES
from rules.model import Dated, Match

CODE = re.compile(r"(?<![\d.])(?:\d{8}|\d{10}|\d{4}\.\d{2}(?:\.\d{2}){0,2})(?![\d.])")
REACH = 4000  # code points of a text that are read for numbers
SENTENCE = re.compile(r"[.!?](?=\s)|[。；\n]")


@dataclass(frozen=True, slots=True)
class Page:
    """An item as it is read for acts. `at` in seconds; `text` is title and summary."""

    n: int
    id: str
    at: int
    official: bool
    title: str
    summary: str
    url: str = ""


def read(page: Page, match: Match, decided: Collection[str]) -> list[Sighting]:
    """What an item says of the measures somebody decides on; `decided` are their ids."""
    own, refs = acts(page)
    kinds = sorted(set(match.measures) & set(decided)) or ([""] if own and refs else [])
    return [
        Sighting(
            page.n, page.id, page.at, _day(page.at, land), page.official,
            own if _of(own, land) else "", land, kind, tuple(sorted(match.goods)), _codes(page),
            match.measure_status.get(kind, ""), _first(match.dates, "effective"),
            _last(match.dates, "until"), _first(match.dates, "deadline"), refs,
        )
        for land in _imposing(match, own)
        for kind in kinds
    ]  # fmt: skip


def acts(page: Page) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The act an item is, and those it changes: (relation, act).

    Its own is the first in the title, or in its address; in the text only a document of an
    official source speaks of itself.
    """
    in_title = [act for _, _, act in numbers(page.title)]
    in_address = [act for _, _, act in numbers(page.url)]
    found = numbers(page.summary[:REACH])
    in_text = [act for _, _, act in found] if page.official else []
    own = next(iter([*in_title, *in_address, *in_text]), "")
    refs: dict[str, str] = {}
    for text in (page.title, page.summary[:REACH]):
        for start, end, act in [*numbers(text), *_yearless(text, own)]:
            relation = _relation(text, start, end)
            if act != own and relation:
                refs.setdefault(act, relation)
    return own, tuple((relation, act) for act, relation in refs.items())


def numbers(text: str) -> list[tuple[int, int, str]]:
    """Numbers of acts in a text: (start, end, act), by place."""
    found = []
    for country, pattern in NUMBERS:
        for place in pattern.finditer(text):
            found.append((*place.span(), f"{country}:{_number(place)}"))
    return sorted(found)


def _number(place: re.Match[str]) -> str:
    parts = place.groupdict()
    if parts.get("whole"):
        return str(parts["whole"])
    if parts.get("eo"):
        return f"EO {parts['eo']}"
    if parts.get("volume"):
        return f"{parts['volume']} FR {int(parts['n'])}"
    return f"{int(parts['year'])}/{int(parts['n'])}"


def _yearless(text: str, own: str) -> list[tuple[int, int, str]]:
    country, _, number = own.partition(":")
    year = number.partition("/")[0]
    if country != "CN" or not year:
        return []
    return [
        (*place.span(), f"CN:{year}/{int(one)}")
        for place in YEARLESS.finditer(text)
        for one in re.findall(r"\d+", place["list"])
        if not text[: place.start()].rstrip().endswith("年")
    ]


def _relation(text: str, start: int, end: int) -> str:
    """What is said of an act in its sentence; the word nearest to its number counts."""
    first = max((stop.end() for stop in SENTENCE.finditer(text, 0, start)), default=0)
    stop = SENTENCE.search(text, end)
    last = stop.start() if stop else len(text)
    near = [
        (max(start - word.end(), word.start() - end, 0), relation)
        for relation, pattern in RELATIONS
        for word in pattern.finditer(text, first, last)
    ]
    return min(near, default=(0, ""))[1]


def _of(act: str, country: str) -> bool:
    return act.startswith(f"{country}:")


def _imposing(match: Match, own: str) -> list[str]:
    """Who acts; a numbered act says it by its number."""
    found = {role.country for role in match.roles if role.role == "imposing"}
    return sorted(found) or [one for one in [own.partition(":")[0]] if one]


def _codes(page: Page) -> tuple[str, ...]:
    return tuple(dict.fromkeys(CODE.findall(page.summary[:REACH])))[:40]


def _first(dates: Iterable[Dated], kind: str) -> str:
    return min((one.date.isoformat() for one in dates if one.kind == kind), default="")


def _last(dates: Iterable[Dated], kind: str) -> str:
    return max((one.date.isoformat() for one in dates if one.kind == kind), default="")


def _day(at: int, land: str) -> str:
    """The day it was in the country that acts: midnight in Beijing is still yesterday in UTC."""
    when = datetime.fromtimestamp(at, UTC)
    return when.astimezone(zone_of(ZONES.get(land, "UTC"))).date().isoformat()


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo:
    """A time zone by its name; UTC where the data base does not have it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
