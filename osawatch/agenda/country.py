"""One country as a post needs it: what it does, what is done to it, what it supplies, what is open.

    core -> measures it imposed, measures that hit it, open stories, cases, days ahead, companies,
            sources, and how far the desk has looked
A measure hits a country when a person noted it as a destination, or when an alert that names the
country as affected tells of that measure: `why` keeps which of the two it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from osawatch.acts import Measure
from osawatch.agenda.dates import Coming, ahead
from osawatch.cases.model import Case
from osawatch.core import Core
from osawatch.hits import Standing as OnList
from osawatch.lookup import Coverage, Share, Standing, Subject, standings_of
from osawatch.model import Alert, Card, Filter, SourceRow

DAYS, MOST = 365, 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A measure of another country that hits this one. why: destination | alert."""

    standing: Standing
    why: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A company of the watchlist that sits there, and where it is listed."""

    id: str
    name: str
    goods: tuple[str, ...]
    listings: tuple[OnList, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """All of it. `more`: open stories beyond those that are held."""

    code: str
    imposed: tuple[Standing, ...]
    hitting: tuple[Hit, ...]
    shares: tuple[Share, ...]
    cards: tuple[Card, ...]
    more: int
    cases: tuple[Case, ...]
    coming: tuple[Coming, ...]
    firms: tuple[Firm, ...]
    sources: tuple[SourceRow, ...]
    coverage: Coverage
    as_of: datetime


def default(core: Core) -> str:
    """The country of the post in the settings, "" where none is set."""
    return next(iter(core.settings().countries), "")


def read(core: Core, code: str) -> Country:
    """What this desk knows of a country today. Loads the pack on first use: call it in a task."""
    known = core.lookup.dossier(Subject("country", code, code, code))
    alerts = core.alerts(Filter(view="all", countries=(code,)))
    hitting = tuple(_hitting(core, code, alerts))
    ids = core.card_ids(Filter(view="inbox", countries=(code,), order="score"))
    mine = {one.id for one in alerts}
    touching = [one.measure for one in known.standings]
    touching += [one.standing.measure for one in hitting]
    return Country(
        code, known.standings, hitting, known.shares, tuple(core.cards(ids[:MOST])),
        max(0, len(ids) - MOST),
        tuple(one for one in core.cases.every() if mine & set(one.alerts)),
        tuple(ahead(touching, known.as_of.date(), DAYS)), tuple(_firms(core, code)),
        tuple(one for one in core.sources.rows() if one.country == code), known.coverage,
        known.as_of,
    )  # fmt: skip


def _hitting(core: Core, code: str, alerts: Sequence[Alert]) -> Iterable[Hit]:
    """Those of others, each once, by how they stand."""
    every = [one for one in core.records.measures() if one.country != code]
    told = core.records.every()
    aimed = {
        one.measure.id
        for one in told
        for detail in one.details
        if detail.kind == "destination" and detail.value == code
    }
    named = {one.id for one in every if any(_tells(alert, one, code) for alert in alerts)}
    found = [one for one in every if one.id in aimed | named]
    for one in standings_of(found, core.now(), {one.measure.id: one for one in told}):
        yield Hit(one, "destination" if one.measure.id in aimed else "alert")


def _tells(alert: Alert, one: Measure, code: str) -> bool:
    """Whether an alert tells that a measure hits a country."""
    roles = {(role.country, role.role) for role in alert.roles}
    return (
        (code, "affected") in roles
        and (one.country, "imposing") in roles
        and one.measure in alert.measures
        and bool(set(one.goods) & set(alert.goods))
    )


def _firms(core: Core, code: str) -> Iterable[Firm]:
    listed = core.listed.companies()
    for key, one in sorted(core.rulebook.pack.watchlist.companies.items()):
        if one.country == code:
            words = [term.text for terms in one.names.values() for term in terms]
            mine = tuple(hit for hit in listed if hit.company == key)
            yield Firm(key, words[0] if words else key, tuple(one.goods), mine)
