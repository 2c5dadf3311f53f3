"""Facts of a span of time, from the core. Nothing is computed that the window does not show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from osawatch.briefing import casework
from osawatch.briefing.counting import picture
from osawatch.briefing.model import Asked, Coming, Decided, Facts
from osawatch.briefing.origin import Origins
from osawatch.cases.leads import middles
from osawatch.cases.model import Case
from osawatch.core import Core
from osawatch.fold import DECISIONS
from osawatch.model import Alert, CardDetail, Filter, SourceRow

AHEAD, WAKING = timedelta(days=60), timedelta(days=14)
QUIET = ("ok", "not_modified", "empty")
MOST_CARDS, MOST_DECISIONS = 60, 100
MOST_DAYS = 400  # what is looked back for days that were observed


def gather(core: Core, asked: Asked) -> Facts:
    """All that happened from `since` to `until`, for one ministry or for all."""
    settings, origins = core.settings(), Origins(core)
    standing = [one for one in core.alerts(Filter(view="all")) if _counts(one)]
    mine = [one for one in standing if _of(core, one, asked.ministry)]
    fresh = [one for one in mine if asked.since <= one.last_seen <= asked.until]
    rows = [one for one in core.sources.rows() if one.enabled]
    cases = [one for one in core.cases.every(closed=True) if _owns(one, asked.ministry)]
    leads = core.cases.leads(cases)
    return Facts(
        asked,
        core.now(),
        " · ".join(part for part in (settings.name, settings.post) if part),
        cards=_cards(core, fresh),
        open=_cards(core, [one for one in mine if one.status == "in_hand"]),
        waking=_cards(core, [one for one in mine if _wakes(one, asked.until)]),
        cases=casework.standing(core, asked, origins),
        decided=_decided(core, mine, asked, origins),
        picture=picture(mine, asked, _observed(core, asked)),
        ahead=_ahead(core, mine, asked, origins),
        silent=tuple(row for row in rows if _silent(row, asked)),
        sources=len(rows),
        answered=sum(_answered(row, asked) for row in rows),
        leads=tuple((one, leads[one.id]) for one in cases if one.updated >= asked.since),
        medians=middles(cases, leads),
        watchlist=settings.watchlist_marking,
    )


def _owns(case: Case, ministry: str) -> bool:
    return not ministry or ministry in case.owners


def _counts(one: Alert) -> bool:
    return not one.trial and not one.suppressed


def _of(core: Core, one: Alert, ministry: str) -> bool:
    return not ministry or ministry in core.rulebook.ministries(one.goods)


def _cards(core: Core, alerts: Iterable[Alert]) -> tuple[CardDetail, ...]:
    """Their cards, the highest first; one announcement that hits eight goods is one of them."""
    names = list(dict.fromkeys(one.card for one in sorted(alerts, key=lambda one: -one.score)))
    return tuple(card for name in names[:MOST_CARDS] if (card := core.card(name)) is not None)


def _wakes(one: Alert, until: datetime) -> bool:
    if one.status != "snoozed" or not one.snoozed_until[:4].isdigit():
        return False
    wakes = datetime.fromisoformat(one.snoozed_until)
    return wakes.replace(tzinfo=wakes.tzinfo or until.tzinfo) <= until + WAKING


def _decided(
    core: Core, alerts: Iterable[Alert], asked: Asked, origins: Origins
) -> tuple[Decided, ...]:
    """What was done with alerts and with cases, the newest; oldest first."""
    found = [
        (entry, one)
        for one in alerts
        for entry in core.history(one.id)
        if entry.kind in DECISIONS
        and entry.kind not in ("seen", "note")  # a note is the desk's own and stays there
        and not entry.undone
        and asked.since <= entry.at <= asked.until
    ]
    newest = sorted(found, key=lambda pair: pair[0].at)[-MOST_DECISIONS:]
    told = [Decided(entry, one.title, origins.first(one.card)) for entry, one in newest]
    every = [*told, *casework.decided(core, asked)]
    return tuple(sorted(every, key=lambda one: one.entry.at)[-MOST_DECISIONS:])


def _ahead(
    core: Core, alerts: Iterable[Alert], asked: Asked, origins: Origins
) -> tuple[Coming, ...]:
    first = asked.until.date()
    last = first + AHEAD
    goods = {good for one in alerts for good in one.goods}
    found: list[Coming] = []
    for measure in core.records.measures():
        if asked.ministry and not goods.intersection(measure.goods):
            continue
        for what in ("effective", "suspended_until", "expiry", "deadline"):
            day = getattr(measure, what)
            if day and first <= _day(day, last) <= last:
                found.append(Coming(day, what, measure, origins.of_measure(measure)))
    return tuple(sorted(found, key=lambda one: (one.day, one.what, one.measure.id)))


def _day(words: str, late: date) -> date:
    """A day, or a month's last that could be meant; what cannot be read is out of the span."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return late + timedelta(days=1)


def _observed(core: Core, asked: Asked) -> frozenset[date]:
    """Days of the span on which any source was looked at: the others are no zeros."""
    days = (core.now().astimezone(UTC).date() - asked.since.date()).days + 1
    trend = core.figures.trend(days=min(max(days, 1), MOST_DAYS))
    return frozenset(day.day for day in trend.days if day.total is not None)


def _silent(row: SourceRow, asked: Asked) -> bool:
    """Whose last answer was a fault, or who gave none in this time: nobody asked, perhaps."""
    return bool(row.outcome and row.outcome not in QUIET) or not _answered(row, asked)


def _answered(row: SourceRow, asked: Asked) -> bool:
    return row.last_success is not None and row.last_success >= asked.since
