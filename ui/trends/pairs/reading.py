"""What the small charts ask of the core, without a widget; each call runs in a task."""

from __future__ import annotations

from dataclasses import dataclass

from osawatch.core import Core
from osawatch.pairs import Daily, Ranking

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pairs, and over how many days."""

    good: str = ""
    country: str = ""
    days: int = 90


@dataclass(frozen=True, slots=True)
class Seen:
    """A ranking with the names in it."""

    wanted: Wanted
    ranking: Ranking
    names: dict[tuple[str, str], str]

    def name(self, kind: str, key: str) -> str:
        """The name of a good or country."""
        return self.names.get((kind, key), key)


def ranking_of(core: Core, wanted: Wanted, language: str) -> Seen:
    """All pairs, a line each; their days are read as they come in sight."""
    found = core.figures.pairs.ranking(good=wanted.good, country=wanted.country, days=wanted.days)
    keys = {("good", one.good) for one in found.pairs}
    keys |= {("country", one.country) for one in found.pairs}
    return Seen(wanted, found, {key: core.names(*key, language) for key in sorted(keys)})


def days_of(core: Core, wanted: list[Pair], days: int) -> dict[Pair, Daily]:
    """The days of these pairs."""
    return core.figures.pairs.daily(wanted, days)
