"""The events of cases, out of the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from osawatch.stages import Event
from osawatch.store import events
from osawatch.store.database import Connection
from osawatch.store.rows import marks, words


def logs(connection: Connection) -> Mapping[str, list[Event]]:
    """The log of each case, by its id."""
    rows = connection.execute(
        "SELECT DISTINCT subject FROM events WHERE kind >= 'case_' AND kind < 'case`'"
    )
    return {row[0]: log(connection, row[0]) for row in rows.fetchall()}


def log(connection: Connection, case: str) -> list[Event]:
    """The log of a case; empty when there is none."""
    return events.of_alerts(connection, [case])[case]


def goods(connection: Connection, alerts: Sequence[str]) -> tuple[str, ...]:
    """All goods of these alerts, each once."""
    if not alerts:
        return ()
    rows = connection.execute(
        f"SELECT goods FROM alerts WHERE id IN ({marks(alerts)}) ORDER BY id", tuple(alerts)
    )
    return tuple(dict.fromkeys(good for row in rows for good in words(row[0])))
