"""The append-only log of what the desk did. Lines are added, never changed."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from osawatch.model import Person
from osawatch.stages import Event
from osawatch.store import hlc
from osawatch.store.database import Connection
from osawatch.store.rows import marks

FIELDS = "id, hlc, device, dev_seq, actor, post, kind, subject, data"
Draft = tuple[str, str, dict[str, object]]  # kind, subject, data


def append(
    connection: Connection, drafts: Sequence[Draft], person: Person, now: datetime
) -> list[Event]:
    """Write the events of one action: one clock reading, one author."""
    if not drafts:
        return []
    device = device_id(connection)
    reading = hlc.tick(_meta(connection, "hlc"), now)
    seq = connection.execute(
        "SELECT coalesce(max(dev_seq), 0) FROM events WHERE device = ?", (device,)
    ).fetchone()[0]
    events = [
        Event(
            str(uuid.uuid4()),
            reading,
            device,
            number,
            person.name,
            person.post,
            kind,
            subject,
            data,
        )
        for number, (kind, subject, data) in enumerate(drafts, seq + 1)
    ]
    add(connection, events)
    return events


def add(connection: Connection, events: Iterable[Event]) -> int:
    """Take lines in, ours or another desk's; a line that is here already is left alone."""
    before = connection.total_changes
    newest = _meta(connection, "hlc")
    for event in events:
        connection.execute(
            f"INSERT INTO events({FIELDS}) VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING",
            (
                event.id,
                event.hlc,
                event.device,
                event.dev_seq,
                event.actor,
                event.post,
                event.kind,
                event.subject,
                json.dumps(dict(event.data), ensure_ascii=False, sort_keys=True),
            ),
        )
        newest = max(newest, event.hlc)
    added = connection.total_changes - before
    _set_meta(connection, "hlc", newest)
    return added


def of_alerts(connection: Connection, alerts: Sequence[str]) -> dict[str, list[Event]]:
    """The events of each alert, those of its former ids included, in order."""
    if not alerts:
        return {}
    names = {alert: alert for alert in alerts}
    rows = connection.execute(
        f"SELECT id, alert FROM aliases WHERE alert IN ({marks(alerts)})",
        tuple(alerts),
    )
    names |= dict(rows.fetchall())
    found: dict[str, list[Event]] = {alert: [] for alert in alerts}
    subjects = tuple(names)
    for row in connection.execute(
        f"SELECT {FIELDS} FROM events WHERE subject IN ({marks(subjects)})"
        " ORDER BY hlc, device, dev_seq",
        subjects,
    ):
        event = _event(row)
        found[names[event.subject]].append(event)
    return found


def within(connection: Connection, first: str, last: str) -> list[Event]:
    """Of the entries of registers from one name to before another: all their events, in order."""
    rows = connection.execute(
        f"SELECT {FIELDS} FROM events WHERE subject IN (SELECT DISTINCT subject FROM events"
        " WHERE kind >= 'entry_' AND kind < 'entry`' AND subject >= ? AND subject < ?)"
        " ORDER BY hlc, device, dev_seq",
        (first, last),
    )
    return [_event(row) for row in rows]


def by_subject(connection: Connection, first: str, last: str) -> dict[str, list[Event]]:
    """All events of the subjects from one name to before another, by subject, in order."""
    found: dict[str, list[Event]] = {}
    for row in connection.execute(
        f"SELECT {FIELDS} FROM events WHERE subject >= ? AND subject < ?"
        " ORDER BY hlc, device, dev_seq",
        (first, last),
    ):
        found.setdefault(row[7], []).append(_event(row))
    return found


def by_device(connection: Connection, device: str, *, limit: int = 2000) -> list[Event]:
    """The newest events of a device, newest first."""
    rows = connection.execute(
        f"SELECT {FIELDS} FROM events WHERE device = ? ORDER BY hlc DESC, dev_seq DESC LIMIT ?",
        (device, limit),
    )
    return [_event(row) for row in rows]


def posts(connection: Connection, lately: int = 20_000) -> list[str]:
    """The posts whose decisions stand among the newest events, by name."""
    rows = connection.execute(
        "SELECT DISTINCT post FROM events WHERE n > (SELECT max(n) FROM events) - ?"
        " AND post <> '' ORDER BY post",
        (lately,),
    )
    return [row[0] for row in rows]


def everything(connection: Connection) -> list[Event]:
    """The whole log in its order: for exchange and for tests."""
    rows = connection.execute(f"SELECT {FIELDS} FROM events ORDER BY hlc, device, dev_seq")
    return [_event(row) for row in rows]


def of_kinds(connection: Connection, kinds: Sequence[str]) -> list[Event]:
    """All lines of these kinds, in order."""
    rows = connection.execute(
        f"SELECT {FIELDS} FROM events WHERE kind IN ({marks(kinds)}) ORDER BY hlc, device, dev_seq",
        tuple(kinds),
    )
    return [_event(row) for row in rows]


def actors(connection: Connection) -> list[str]:
    """Everybody who wrote a line."""
    return [row[0] for row in connection.execute("SELECT DISTINCT actor FROM events ORDER BY 1")]


def named(connection: Connection, names: Sequence[str]) -> list[Event]:
    """The lines with these ids; unknown ones are left out."""
    rows = connection.execute(
        f"SELECT {FIELDS} FROM events WHERE id IN ({marks(names)})", tuple(names)
    )
    return [_event(row) for row in rows]


def device_id_if_any(connection: Connection) -> str:
    """This profile's own name in the log; "" before it wrote its first line."""
    return _meta(connection, "device")


def device_id(connection: Connection) -> str:
    """This profile's own name in the log, made when it is first needed."""
    known = _meta(connection, "device")
    if known:
        return known
    made = uuid.uuid4().hex[:12]
    _set_meta(connection, "device", made)
    return made


def _event(row: tuple[str, str, str, int, str, str, str, str, str]) -> Event:
    return Event(*row[:8], json.loads(row[8]))


def _meta(connection: Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def _set_meta(connection: Connection, key: str, value: str) -> None:
    connection.execute(
        "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
