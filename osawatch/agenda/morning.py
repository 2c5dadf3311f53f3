"""The first five minutes: new since this person's last visit, dates, silent sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from osawatch.agenda.dates import Coming, ahead
from osawatch.agenda.work import Due, due
from osawatch.core import Core
from osawatch.model import Card, Filter, SourceRow

DAYS, MOST = 14, 40
FIRST = timedelta(days=1)  # of somebody who was never here
QUIET = ("ok", "not_modified", "empty", "")


@dataclass(frozen=True, slots=True)
class Morning:
    """`since`: the last visit; `more`: cards beyond those that are shown."""

    since: datetime
    now: datetime
    cards: tuple[Card, ...]
    more: int
    coming: tuple[Coming, ...]
    silent: tuple[SourceRow, ...]
    polled: datetime | None
    due: tuple[Due, ...] = ()


def read(core: Core) -> Morning:
    """What stands on the page. Cards that were closed or set aside are not new."""
    now = core.now()
    since = core.last_visit() or now - FIRST
    ids = core.card_ids(Filter(view="inbox", since=since, order="score"))
    cards = [one for one in core.cards(ids[: 2 * MOST]) if one.last_seen > since]
    cards.sort(key=lambda one: not one.official)  # official first, then by score as they came
    rows = [row for row in core.sources.rows() if row.enabled]
    polled = max((row.last_polled for row in rows if row.last_polled), default=None)
    return Morning(
        since, now, tuple(cards[:MOST]), max(0, len(ids) - MOST),
        tuple(ahead(core.records.measures(), now.date(), DAYS)),
        tuple(row for row in rows if row.outcome not in QUIET), polled, tuple(due(core, DAYS)),
    )  # fmt: skip
