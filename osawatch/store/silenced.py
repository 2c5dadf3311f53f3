"""Items that an exception of a rule kept silent: they stand under alerts that were set aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from osawatch.store.alerts import unpacked
from osawatch.store.database import Connection
from osawatch.store.rows import seconds

SUPPRESSED = "exception"  # as decide writes it, with the name of the exception as the group


@dataclass(frozen=True, slots=True)
class Hidden:
    """How many items one exception of one rule hid in a span, with the titles of the last."""

    rule: str
    exception: str
    items: int
    titles: tuple[str, ...]


def hidden(
    connection: Connection, since: datetime, until: datetime, shown: int = 5
) -> list[Hidden]:
    """By rule and exception, of items first seen from `since` up to `until`."""
    rows = connection.execute(
        "SELECT a.rule, a.groups, i.n, i.title FROM alerts a JOIN alert_items ai ON ai.alert = a.id"
        " JOIN items i ON i.n = ai.item WHERE a.suppressed = ? AND i.first_seen >= ?"
        " AND i.first_seen < ? ORDER BY i.first_seen DESC, i.n DESC",
        (SUPPRESSED, seconds(since), seconds(until)),
    )
    found: dict[tuple[str, str], dict[int, str]] = {}
    for rule, groups, item, title in rows:
        name = dict(unpacked(groups)).get(SUPPRESSED, "")
        found.setdefault((str(rule), name), {})[int(item)] = str(title)
    return [
        Hidden(rule, name, len(items), tuple(dict.fromkeys(items.values()))[:shown])
        for (rule, name), items in found.items()
    ]
