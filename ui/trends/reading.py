"""What the Trends page asks of the core, without a widget; each call runs in a task."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from osawatch.core import Core
from osawatch.model import Card, Filter, Trend
from ui.trends import bursts, movers
from ui.trends.bursts import Budget, Standing
from ui.trends.movers import Mover

YEAR = 365
PAGE = 50  # stories beside the chart that are read at once
Labels = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the choosers say."""

    good: str = ""
    country: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A year of a series, and the names of all that stands in it."""

    asked: Asked
    year: Trend
    names: Labels


def between(asked: Asked, first: date, last: date) -> Filter:
    """The stories of some UTC days."""
    return Filter(
        view="all",
        goods=(asked.good,) if asked.good else (),
        countries=(asked.country,) if asked.country else (),
        measures=(asked.measure,) if asked.measure else (),
        since=datetime.combine(first, time(), UTC),
        until=datetime.combine(last + timedelta(1), time(), UTC),
    )


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen, as id and name, what stands out, and the week's strongest movers."""

    goods: tuple[tuple[str, str], ...] = ()
    countries: tuple[tuple[str, str], ...] = ()
    measures: tuple[tuple[str, str], ...] = ()
    movers: tuple[Mover, ...] = ()
    bursts: tuple[Standing, ...] = ()
    budget: Budget | None = None
    names: Labels = field(default_factory=dict)

    def labels(self) -> Labels:
        """Names of goods and countries, as the list beside the chart looks them up."""
        return self.names | {("good", good): name for good, name in self.goods}


def series_of(core: Core, asked: Asked, language: str) -> Found:
    """A year of a series with its names; loads pyqtgraph and numpy on the way."""
    year = core.figures.trend(
        good=asked.good, country=asked.country, measure=asked.measure, days=YEAR
    )
    keys = {("measure", key) for day in year.days for key in day.counts if key}
    keys |= {("good", year.good), ("country", year.country), ("measure", year.measure)}
    names = {(kind, key): core.names(kind, key, language) for kind, key in keys if key}
    importlib.import_module("ui.trends.chart")
    return Found(asked, year, names)


def choices_of(core: Core, language: str) -> Choices:
    """All that occurs in the store, by name, and which goods moved."""
    facets = core.facets()
    kinds = (("good", facets.goods), ("country", facets.countries), ("measure", facets.measures))
    goods, countries, measures = (
        tuple(
            sorted(
                ((one.id, core.names(kind, one.id, language)) for one in found),
                key=lambda pair: pair[1].casefold(),
            )
        )
        for kind, found in kinds
    )
    days = movers.WEEK + movers.BEFORE
    moved = movers.rank(core.figures.trend(good=good, days=days) for good, _ in goods)
    stand = bursts.standing_of(core)
    keys = {(kind, key) for one in stand for kind, key in _parts(one) if key}
    names = {(kind, key): core.names(kind, key, language) for kind, key in keys}
    return Choices(goods, countries, measures, moved, stand, bursts.budget_of(core), names)


def _parts(one: Standing) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("good", one.good), ("country", one.country)


@dataclass(frozen=True, slots=True)
class Stories:
    """All stories of some days by id, and the first page of them."""

    ids: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()


def stories_of(core: Core, wanted: Filter) -> Stories:
    """The stories of some days; further pages are read as the list is scrolled."""
    ids = tuple(core.card_ids(wanted))
    return Stories(ids, tuple(core.cards(ids[:PAGE])))
