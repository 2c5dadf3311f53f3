"""Alerts that time alone has changed: their status, or their score."""

from __future__ import annotations

from datetime import datetime, timedelta

from osawatch.store.database import Connection
from osawatch.store.rows import DAY, seconds


def to_wake(connection: Connection, now: datetime, expiry: timedelta) -> list[str]:
    """Alerts whose status time has changed: a snooze that ended, or ninety quiet days.

    Or that a clock changed which ran ahead and is right again: it ended a snooze before its time,
    and let expire what is not quiet for so long.
    """
    rows = connection.execute(
        "SELECT id FROM alerts WHERE status = 'snoozed' AND snoozed_until <= ?"
        " UNION SELECT id FROM alerts WHERE status IN ('new', 'seen') AND last_seen < ?"
        " UNION SELECT id FROM alerts WHERE status = 'expired' AND last_seen >= ?"
        " UNION SELECT id FROM alerts WHERE status IN ('new', 'seen')"
        " AND snoozed_until > ?",
        (seconds(now), seconds(now - expiry), seconds(now - expiry), seconds(now)),
    )
    return [row[0] for row in rows]


def to_lift(connection: Connection, newest: datetime) -> list[tuple[str, str]]:
    """Open alerts with items since then: (id, facts)."""
    rows = connection.execute(
        "SELECT id, facts FROM alerts WHERE status IN ('new', 'seen', 'in_hand', 'snoozed')"
        " AND stop >= ? AND facts <> ''",
        (seconds(newest),),
    )
    return rows.fetchall()


def to_rate(connection: Connection, now: datetime, limit: int = 2000) -> list[tuple[str, str]]:
    """Open alerts whose score is older than half a day: (id, facts)."""
    rows = connection.execute(
        "SELECT id, facts FROM alerts WHERE status IN ('new', 'seen', 'in_hand', 'snoozed')"
        " AND scored < ? LIMIT ?",
        (seconds(now) - DAY // 2, limit),
    )
    return rows.fetchall()
