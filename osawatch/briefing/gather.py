"""Facts of a span of time, from the core. Nothing is computed that the window does not show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from osawatch.acts import Measure
from osawatch.briefing.model import Asked, Decided, Facts, Pair
from osawatch.core import Core
from osawatch.fold import DECISIONS
from osawatch.model import Alert, CardDetail, Filter, SourceRow

AHEAD, WAKING = timedelta(days=60), timedelta(days=14)
QUIET = ("ok", "not_modified", "empty")
Coming = tuple[str, str, Measure]  # day, what happens then, to which measure
MOST_CARDS, MOST_PAIRS, MOST_DECISIONS = 60, 15, 100


def gather(core: Core, asked: Asked) -> Facts:
    """All that happened from `since` to `until`, for one ministry or for all."""
    settings = core.settings()
    standing = [one for one in core.alerts(Filter(view="all")) if _counts(one)]
    mine = [one for one in standing if _of(core, one, asked.ministry)]
    fresh = [one for one in mine if asked.since <= one.last_seen <= asked.until]
    rows = [one for one in core.sources() if one.enabled]
    return Facts(
        asked,
        core.now(),
        " · ".join(part for part in (settings.name, settings.post) if part),
        cards=_cards(core, fresh),
        open=_cards(core, [one for one in mine if one.status == "in_hand"]),
        waking=_cards(core, [one for one in mine if _wakes(one, asked.until)]),
        decided=_decided(core, mine, asked),
        pairs=_pairs(mine, asked),
        ahead=_ahead(core, mine, asked),
        silent=tuple(row for row in rows if row.outcome and row.outcome not in QUIET),
        sources=len(rows),
        answered=sum(_answered(row, asked) for row in rows),
    )


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


def _decided(core: Core, alerts: Iterable[Alert], asked: Asked) -> tuple[Decided, ...]:
    found = [
        Decided(entry, one.title)
        for one in alerts
        for entry in core.history(one.id)
        if entry.kind in DECISIONS
        and entry.kind not in ("seen", "note")  # a note is the desk's own and stays there
        and not entry.undone
        and asked.since <= entry.at <= asked.until
    ]
    return tuple(sorted(found, key=lambda one: one.entry.at)[-MOST_DECISIONS:])


def _pairs(alerts: Iterable[Alert], asked: Asked) -> tuple[Pair, ...]:
    span = asked.until - asked.since
    now: Counter[tuple[str, str]] = Counter()
    before: Counter[tuple[str, str]] = Counter()
    for one in alerts:
        for good in one.goods:
            for country in one.countries[:1]:
                if asked.since <= one.last_seen <= asked.until:
                    now[good, country] += 1
                elif asked.since - span <= one.last_seen < asked.since:
                    before[good, country] += 1
    ranked = sorted({*now, *before}, key=lambda key: (-now[key], -before[key], key))
    return tuple(Pair(*key, now[key], before[key]) for key in ranked[:MOST_PAIRS])


def _ahead(core: Core, alerts: Iterable[Alert], asked: Asked) -> tuple[Coming, ...]:
    first = asked.until.date()
    last = first + AHEAD
    goods = {good for one in alerts for good in one.goods}
    found: list[Coming] = []
    for measure in core.measures():
        if asked.ministry and not goods.intersection(measure.goods):
            continue
        for what in ("effective", "suspended_until", "expiry", "deadline"):
            day = getattr(measure, what)
            if day and first <= _day(day, last) <= last:
                found.append((day, what, measure))
    return tuple(sorted(found, key=lambda row: (row[0], row[1], row[2].id)))


def _day(words: str, late: date) -> date:
    """A day, or a month's last that could be meant; what cannot be read is out of the span."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return late + timedelta(days=1)


def _answered(row: SourceRow, asked: Asked) -> bool:
    return row.last_success is not None and row.last_success >= asked.since
