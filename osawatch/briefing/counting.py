"""Alerts of a span, counted by good, by country and over time. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, timedelta

from osawatch.briefing.model import Asked, Pair, Picture, Stretch
from osawatch.model import Alert

MOST_PAIRS, MOST_ROWS = 15, 10
BY_DAY = 14  # spans up to this many days are told day by day, longer ones week by week
Key = tuple[str, str]


def picture(alerts: Sequence[Alert], asked: Asked, observed: frozenset[date]) -> Picture:
    """All counts; an alert stands in the span by its newest item, as in the sections."""
    return Picture(
        _counted(alerts, asked, lambda one: [(good, "") for good in one.goods], MOST_ROWS),
        _counted(alerts, asked, lambda one: [("", land) for land in one.countries[:1]], MOST_ROWS),
        _counted(alerts, asked, _both, MOST_PAIRS),
        _stretches(alerts, asked, observed),
    )


def _both(one: Alert) -> list[Key]:
    return [(good, land) for good in one.goods for land in one.countries[:1]]


def _counted(
    alerts: Iterable[Alert], asked: Asked, keys: Callable[[Alert], list[Key]], most: int
) -> tuple[Pair, ...]:
    span = asked.until - asked.since
    now: Counter[Key] = Counter()
    before: Counter[Key] = Counter()
    for one in alerts:
        if asked.since <= one.last_seen <= asked.until:
            now.update(keys(one))
        elif asked.since - span <= one.last_seen < asked.since:
            before.update(keys(one))
    ranked = sorted({*now, *before}, key=lambda key: (-now[key], -before[key], key))
    return tuple(Pair(*key, now[key], before[key]) for key in ranked[:most])


def _stretches(
    alerts: Iterable[Alert], asked: Asked, observed: frozenset[date]
) -> tuple[Stretch, ...]:
    """Days, or weeks from the first day on; the last may be shorter."""
    first, last = asked.since.astimezone(UTC).date(), asked.until.astimezone(UTC).date()
    long = (last - first).days + 1
    step = 1 if long <= BY_DAY else 7
    news = Counter(
        (one.first_seen.astimezone(UTC).date() - first).days // step
        for one in alerts
        if asked.since <= one.first_seen <= asked.until
    )
    made = []
    for at in range(0, long, step):
        days = [first + timedelta(days=at + day) for day in range(min(step, long - at))]
        seen = sum(day in observed for day in days)
        made.append(Stretch(days[0], news[at // step], len(days), seen))
    return tuple(made)
