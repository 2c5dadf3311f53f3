"""What stands behind the notes of a chart: the measures of a day, and the story that told of each.

measures of a country and good -> steps of these days -> Noted, with the card of its best alert
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from osawatch.acts import Measure
from osawatch.store import measures
from osawatch.store.database import Connection, Store
from osawatch.trends import NOTED


@dataclass(frozen=True, slots=True)
class Noted:
    """A step of a measure, whose kind is `measure`; `card` "" = no alert told of it."""

    day: date
    status: str
    measure: str
    country: str
    id: str
    act: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """The use case of one profile."""

    store: Store

    def between(self, good: str, country: str, first: date, last: date) -> tuple[Noted, ...]:
        """The notes of these days as the chart of a good and a country shows them, in order."""
        if not country:
            return ()  # as the chart: without a country there are no notes
        with self.store.reading() as connection:
            found = measures.of(connection, [country], [good] if good else [])
            told = [one for measure in found for one in _steps(connection, measure, first, last)]
        return tuple(sorted(told, key=lambda one: (one.day, one.status, one.measure, one.id)))


def _steps(connection: Connection, measure: Measure, first: date, last: date) -> Iterator[Noted]:
    days = (first.isoformat(), last.isoformat())
    steps = [one for one in measure.steps if one.what in NOTED and days[0] <= one.day <= days[1]]
    cards = measures.cards(connection, measure.items) if steps else []
    for day, what, act in dict.fromkeys((one.day, NOTED[one.what], one.act) for one in steps):
        yield Noted(
            date.fromisoformat(day), what, measure.measure, measure.country, measure.id,
            act or measure.act, cards[0] if cards else "",
        )  # fmt: skip
