"""A line in the reader's language that says what a text is about, from its concepts. Pure.

«CN, export licensing, antimony, from 1 Dec»: no translation of anybody's words, so it can be
trusted as far as the matching can. Who acts, what, how far it is, on which goods, when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Protocol

from babel import Locale

from rules.model import Dated, DateKind

GOODS, COUNTRIES, DATES = 3, 2, 2  # shown at most
NEAR_DAYS = 183  # a date so near needs no year
SAID: dict[str, dict[str, str]] = {
    "en": {
        "effective": "from {0}", "until": "until {0}", "deadline": "comments by {0}",
        "more": "{0} and {1} more", "rumour": "rumour", "considered": "considered",
        "proposed": "proposed", "suspended": "suspended", "lifted": "lifted",
        "expired": "expired",
    },
    "nl": {
        "effective": "vanaf {0}", "until": "tot en met {0}", "deadline": "reacties tot {0}",
        "more": "{0} en nog {1}", "rumour": "gerucht", "considered": "overwogen",
        "proposed": "voorgesteld", "suspended": "opgeschort", "lifted": "ingetrokken",
        "expired": "verlopen",
    },
}  # fmt: skip
# What the calendar says when an end passes: {0} country, {1} measure, {2} day, {3} goods.
ENDS: dict[str, dict[str, str]] = {
    "en": {
        "suspension": "{0}: suspension of {1} ended on {2} ({3})",
        "measure": "{0}: {1} ran until {2} ({3})",
        "why": "The last day was {0} (time zone {1}), by {2}. No later act on it was seen in the"
        " sources of this desk; the last word on it is of {3}. {4}",
    },
    "nl": {
        "suspension": "{0}: opschorting van {1} liep af op {2} ({3})",
        "measure": "{0}: {1} gold tot en met {2} ({3})",
        "why": "De laatste dag was {0} (tijdzone {1}), volgens {2}. Een later besluit is in de"
        " bronnen van deze post niet gezien; het laatste bericht erover is van {3}. {4}",
    },
}
Name = Callable[[str, str], str]  # (axis, id) -> the name for people


class Telling(Protocol):
    """A card, an alert or an item: whatever carries concepts."""

    @property
    def goods(self) -> Sequence[str]:
        """Ids of the watchlist, the most important first."""

    @property
    def countries(self) -> Sequence[str]:
        """ISO codes, who acts first."""

    @property
    def measures(self) -> Sequence[str]:
        """Ids of the watchlist."""

    @property
    def measure_status(self) -> str:
        """How far the first measure is, "" = not said."""

    @property
    def dates(self) -> Sequence[Dated]:
        """From when, until when, by when."""


def gist(one: Telling, name: Name, language: str, today: date) -> str:
    """The line; "" for a text that names nothing of ours. Languages: English, Dutch."""
    said = SAID.get(language, SAID["en"])
    parts = [
        " ".join(one.countries[:COUNTRIES]),
        _measure(one, name, said),
        _goods(one.goods, name, said),
        *(said[kind].format(_day(day, today, language)) for kind, day in _dates(one.dates)),
    ]
    return ", ".join(part for part in parts if part)


def foreign(language: str, readers: str) -> bool:
    """Whether a text is in another language than its reader's; an unknown one is not."""
    return bool(language) and language[:2] != readers[:2]


def _measure(one: Telling, name: Name, said: dict[str, str]) -> str:
    if not one.measures:
        return ""
    short = _small(name("measure", one.measures[0]).split(" / ")[0])
    return f"{short} {said[one.measure_status]}" if one.measure_status in said else short


def _goods(goods: Sequence[str], name: Name, said: dict[str, str]) -> str:
    shown = ", ".join(_small(name("good", good)) for good in goods[:GOODS])
    return said["more"].format(shown, len(goods) - GOODS) if len(goods) > GOODS else shown


def _dates(dates: Iterable[Dated]) -> list[tuple[DateKind, Dated]]:
    """The first beginning, the last end, the first deadline."""
    by_day = sorted(dates, key=lambda one: (one.date, one.precision))
    kinds: tuple[DateKind, ...] = ("effective", "until", "deadline")
    found: list[tuple[DateKind, Dated]] = []
    for kind in kinds:
        of_kind = [one for one in by_day if one.kind == kind]
        if of_kind:
            found.append((kind, of_kind[-1 if kind == "until" else 0]))
    return found[:DATES]


def _day(one: Dated, today: date, language: str) -> str:
    month = _months(language)[one.date.month - 1]
    day = f"{one.date.day} {month}" if one.precision == "day" else month
    return day if abs((one.date - today).days) <= NEAR_DAYS else f"{day} {one.date.year}"


@cache
def _months(language: str) -> tuple[str, ...]:
    names = Locale.parse(language if language in SAID else "en").months["format"]["abbreviated"]
    return tuple(str(names[number]) for number in range(1, 13))


def _small(name: str) -> str:
    """Within a line a name begins small, unless it is an abbreviation."""
    return name if name[1:2].isupper() or name[:2].isupper() else name[:1].lower() + name[1:]
