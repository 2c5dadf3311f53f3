"""Items that an exception of a rule kept silent: they stand under alerts that were set aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from osawatch.store.alerts import unpacked
from osawatch.store.database import Connection
from osawatch.store.rows import seconds

SUPPRESSED = "exception"  # as decide writes it, with the name of the exception as the group
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Hidden:
    """What one exception of one rule hid in a span: titles by the item's number, last first."""

    rule: str
    exception: str
    found: Mapping[int, str]

    @property
    def items(self) -> int:
        """How many they are."""
        return len(self.found)

    @property
    def titles(self) -> tuple[str, ...]:
        """Of the last ones, each once."""
        return tuple(dict.fromkeys(self.found.values()))[:SHOWN]


def hidden(connection: Connection, since: datetime, until: datetime) -> list[Hidden]:
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
    return [Hidden(rule, name, items) for (rule, name), items in found.items()]
