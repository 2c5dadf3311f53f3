"""Until when each person has seen everything. It stays on this machine: nobody else is told."""

from __future__ import annotations

from datetime import datetime

from osawatch.store.database import Connection
from osawatch.store.rows import at, seconds


def last(connection: Connection, who: str) -> datetime | None:
    """The time a person named last, None = never."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_key(who),)).fetchone()
    return at(int(row[0])) if row else None


def note(connection: Connection, who: str, until: datetime) -> None:
    """A later time replaces an earlier one."""
    connection.execute(
        "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (_key(who), str(seconds(until))),
    )


def _key(who: str) -> str:
    return f"visit {who}"
