"""Mends what is derived: search, counts, states, outlines and cards are made anew from facts.

Items, list versions and the log of what the desk did are facts: they are never touched here.
"""

from __future__ import annotations

from datetime import datetime

from osawatch import upkeep
from osawatch.overtime import history
from osawatch.scoring import Rater
from osawatch.store import alerts, counts, search
from osawatch.store import cards as card_rows
from osawatch.store.database import Store

AT_ONCE = 200


def mend(store: Store, rater: Rater, now: datetime) -> list[str]:
    """What was made anew, one line each. All of it in one transaction, or nothing."""
    with store.writing() as connection:
        indexed = search.rebuild(connection)
        recounted = counts.rebuild(connection)
        names = alerts.every(connection)
        for start in range(0, len(names), AT_ONCE):
            upkeep.renew(connection, names[start : start + AT_ONCE], rater, now)
        upkeep.sweep(connection, rater, now)
        history.forget(connection)
        shown = card_rows.every(connection)
        card_rows.refresh(connection, shown)
    return [
        f"search: {indexed} entries indexed anew",
        f"trends: {recounted} daily counts put right",
        f"alerts: {len(names)} described, rated and folded anew",
        "rules over time: what they met is read anew at the next poll",
        f"cards: {len(shown)} put together anew",
    ]
