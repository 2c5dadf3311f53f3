"""Taking words out of the log without taking out its lines: the chain stays whole and provable.

The log is append-only, and its triggers say so. A line whose words must go keeps its id, its place
and its kind; beside it stands SHA-256 of what it was, so that whoever holds a copy (another desk,
an archive) can prove that this is the line. Nothing else in the program changes a line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from osawatch.stages import Event
from osawatch.store import events
from osawatch.store.database import Connection
from osawatch.store.rows import marks, seconds

GUARD = (
    "CREATE TRIGGER events_never_change BEFORE UPDATE ON events"
    " BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"
)
Change = tuple[Event, str, Mapping[str, Any]]
"""A line, its author and its data as they shall be."""


def digest(event: Event) -> str:
    """SHA-256 of a line: all its fields as one JSON list with sorted keys, UTF-8."""
    fields = [
        event.id, event.hlc, event.device, event.dev_seq, event.actor, event.post, event.kind,
        event.subject, dict(event.data),
    ]  # fmt: skip
    whole = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def rewrite(connection: Connection, changes: Iterable[Change], now: datetime) -> str:
    """Change these lines in the transaction under way; SHA-256 over what they were, in order."""
    connection.execute("PRAGMA secure_delete=ON")  # the pages are overwritten, not only freed
    connection.execute("DROP TRIGGER events_never_change")
    whole = hashlib.sha256()
    for event, actor, data in changes:
        before = digest(event)
        whole.update(bytes.fromhex(before))
        text = json.dumps(dict(data), ensure_ascii=False, sort_keys=True)
        connection.execute(
            "UPDATE events SET actor = ?, data = ? WHERE id = ?", (actor, text, event.id)
        )
        after = digest(_with(event, actor, json.loads(text)))
        connection.execute(
            "INSERT OR IGNORE INTO erasures VALUES(?, ?, ?, ?)",
            (event.id, before, after, seconds(now)),
        )
    connection.execute(GUARD)
    return whole.hexdigest()


def faults(connection: Connection) -> list[str]:
    """What of the log cannot be accounted for: lines that are missing, lines changed otherwise."""
    found = []
    device = events.device_id_if_any(connection)
    row = connection.execute(
        "SELECT count(*), coalesce(max(dev_seq), 0) FROM events WHERE device = ?", (device,)
    ).fetchone()
    if row[0] != row[1]:
        found.append(f"the log of this desk has {row[0]} lines and counts to {row[1]}")
    latest = dict(
        connection.execute("SELECT event, after FROM erasures ORDER BY at, event").fetchall()
    )
    for part in _parts(list(latest), 500):
        now = {event.id: digest(event) for event in events.named(connection, part)}
        wrong = [one for one in part if now.get(one) != latest[one]]
        found += [f"event {one}: is not what was left of it when its words went" for one in wrong]
    return found


def files(connection: Connection, alerts: Iterable[str]) -> int:
    """Take away the attachments of these alerts, of their former ids too; how many went."""
    names = tuple(alerts)
    connection.execute("PRAGMA secure_delete=ON")
    cursor = connection.execute(
        f"DELETE FROM attachments WHERE alert IN ({marks(names)}) OR alert IN"
        f" (SELECT id FROM aliases WHERE alert IN ({marks(names)}))",
        names * 2,
    )
    return cursor.rowcount


def _with(event: Event, actor: str, data: Mapping[str, Any]) -> Event:
    return Event(
        event.id, event.hlc, event.device, event.dev_seq, actor, event.post, event.kind,
        event.subject, data,
    )  # fmt: skip


def _parts(names: list[str], size: int) -> Iterable[list[str]]:
    return (names[start : start + size] for start in range(0, len(names), size))
