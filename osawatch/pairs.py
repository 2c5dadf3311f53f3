"""Pairs of good and country side by side: which were most in the news, and their days.

store.pairs.top -> Ranked (all pairs, a line each) | days of a few of them, as they come in sight
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from osawatch.store import pairs, series
from osawatch.store.database import Store
from osawatch.store.rows import day_number, day_of

Daily = tuple[int | None, ...]
"""Stories a day, oldest first; None = nobody looked."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A pair and its stories in the days that were asked for."""

    good: str
    country: str
    stories: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """All pairs of some days, the most first. `observed` of `days` days somebody looked."""

    first: date
    last: date
    pairs: tuple[Ranked, ...] = ()
    observed: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Pairs:
    """The use cases of one profile."""

    store: Store
    clock: Callable[[], datetime]

    def ranking(self, *, good: str = "", country: str = "", days: int = 90) -> Ranking:
        """The pairs of the last `days` UTC days, today included; "" = any good or country."""
        now = self.clock()
        last = day_number(now.date())
        first = last - days + 1
        with self.store.reading() as connection:
            found = pairs.top(connection, first, last, good, country)
            looked = series.looked(connection, now, days)
        told = tuple(Ranked(*one) for one in found)
        return Ranking(day_of(first), day_of(last), told, sum(looked), days)

    def daily(
        self, wanted: Sequence[tuple[str, str]], days: int = 90
    ) -> dict[tuple[str, str], Daily]:
        """The days of these pairs."""
        now = self.clock()
        with self.store.reading() as connection:
            found = series.pairs(connection, wanted, now, days)
            looked = series.looked(connection, now, days)
        return {
            pair: tuple(
                count if seen or count else None for count, seen in zip(counts, looked, strict=True)
            )
            for pair, counts in found.items()
        }
