"""Files of alerts: listed without their bytes, read one at a time."""

from __future__ import annotations

from datetime import datetime

from osawatch.attached import Attachment
from osawatch.store.database import Connection
from osawatch.store.identity import FAMILY
from osawatch.store.rows import at, seconds

OF = (
    f"{FAMILY} SELECT id, sha256, name, size, at, actor FROM attachments WHERE alert IN"
    " (SELECT id FROM family UNION SELECT l.id FROM aliases l JOIN family f ON l.alert = f.id)"
)


def keep(
    connection: Connection, alert: str, name: str, sha: str, body: bytes, now: datetime, who: str
) -> bool:
    """Put a file to an alert. False: it is there already."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO attachments(alert, sha256, name, size, at, actor, body)"
        " VALUES(?, ?, ?, ?, ?, ?, ?)",
        (alert, sha, name, len(body), seconds(now), who, body),
    )
    return cursor.rowcount > 0


def of(connection: Connection, alert: str) -> list[Attachment]:
    """The files of an alert and of all that became part of it, as they came."""
    rows = connection.execute(f"{OF} ORDER BY id", (alert,))
    return [Attachment(row[0], row[1], row[2], row[3], at(row[4]), row[5]) for row in rows]


def body(connection: Connection, number: int) -> bytes | None:
    """The bytes of a file, None = there is no such one."""
    row = connection.execute("SELECT body FROM attachments WHERE id = ?", (number,)).fetchone()
    return None if row is None else bytes(row[0])


def total(connection: Connection) -> int:
    """How many bytes all files have."""
    return int(connection.execute("SELECT coalesce(sum(size), 0) FROM attachments").fetchone()[0])
