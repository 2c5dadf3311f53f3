"""Numbers of the news: stories a day, what stands out, by country, by pair; and their notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from osawatch import bursts, trends
from osawatch.bursts import Balance, Burst
from osawatch.lands import Lands
from osawatch.model import Trend
from osawatch.noted import Notes
from osawatch.pairs import Pairs
from osawatch.store.database import Store


@dataclass(frozen=True, slots=True)
class Figures:
    """The use cases of one profile."""

    store: Store
    clock: Callable[[], datetime]

    @property
    def lands(self) -> Lands:
        """What was counted by country, and where nobody was watching."""
        return Lands(self.store, self.clock)

    @property
    def pairs(self) -> Pairs:
        """Goods and countries side by side."""
        return Pairs(self.store, self.clock)

    @property
    def noted(self) -> Notes:
        """What stands behind the notes of a chart."""
        return Notes(self.store)

    def trend(
        self, *, good: str = "", country: str = "", measure: str = "", days: int = 90
    ) -> Trend:
        """Distinct stories a day; None where nobody looked."""
        with self.store.reading() as connection:
            return trends.read(
                connection, self.clock(), good=good, country=country, measure=measure, days=days
            )

    def bursts(self, days: int = 90) -> list[Burst]:
        """Which pairs of good and country were in the news more than they should be."""
        with self.store.reading() as connection:
            return bursts.told(connection, self.clock(), days)

    def balance(self) -> Balance:
        """The budget of false alerts over all series, and what was seen of it in 90 days."""
        with self.store.reading() as connection:
            return bursts.balance(connection, self.clock())
