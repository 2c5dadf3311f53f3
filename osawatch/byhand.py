"""An alert that a person raises from an item in which no rule saw one.

It takes the same way as a rule's: the rule is called `by-hand`, its level and words are the
person's, and the log says who did it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from osawatch import upkeep
from osawatch.alerting import Raised, Stored, raise_alerts
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Changes, Person
from osawatch.scoring import Rater
from osawatch.store import events, items, listing
from osawatch.store.database import Store
from rules.model import LEVELS, Level, Match, RuleHit

RULE, TITLE = "by-hand", "Raised by hand"


def raise_one(
    store: Store, rater: Rater, person: Person, n: int, level: str, why: str, now: datetime
) -> Changes:
    """Raise an alert from item `n`; one that has a by-hand alert already gets no second."""
    with store.writing() as connection:
        found = listing.page(connection, [n])
        if not found:
            raise UnknownId("item", str(n))
        row, match = found[0], listing.match(connection, n)
        hit = RuleHit(RULE, TITLE, _level(level), "stable", "A", _groups(match, row.id), (), why)
        version = items.version(connection, n)
        stored = Stored(n, row.id, version, row.at, row.official, row.publisher, copy=False)
        raised = Raised()
        raise_alerts(connection, stored, replace(match, rules=(hit,)), {}, raised)
        events.append(connection, raised.log, person, now)
        cards = upkeep.renew(connection, raised.touched, rater, now, cards=raised.cards)
    return Changes(
        alerts=frozenset(raised.touched), cards=frozenset(cards), items=frozenset({row.id})
    )


def _level(level: str) -> Level:
    for known in LEVELS:
        if known == level:
            return known
    raise BadInput(f"{level!r} is not one of {', '.join(LEVELS)}", field="level")


def _groups(match: Match, item: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The item is part of the group: what one person raised is never merged by itself."""
    good = match.goods[0] if match.goods else ""
    country = match.countries[0] if match.countries else ""
    return ((("country", country), ("good", good), ("item", item)),)
