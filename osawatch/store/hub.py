"""How far this profile has come at a hub, and the rows that go there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from osawatch.store.bundles import EVENT, ITEM
from osawatch.store.database import Connection
from osawatch.store.events import device_id
from osawatch.store.rows import at, marks, moment, seconds

Row = dict[str, Any]
Stream = Literal["event", "item", "pack"]
FILE = "hub.json"  # in the folder of a profile that uses a hub
READS = "hub-reads"
"""The hub at which this desk only reads, by what it said last."""
SHARED = "kind <> 'raised'"  # each desk raises by itself, from the same items


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a row of the hub: transaction first, for a sequence loses late commits."""

    xid: str = "0"
    seq: int = 0


def begin(connection: Connection, identity: str) -> bool:
    """Know this hub from now on; whether it is new here, so that all starts from zero."""
    return (
        connection.execute(
            "INSERT INTO hubs(identity) VALUES(?) ON CONFLICT DO NOTHING", (identity,)
        ).rowcount
        > 0
    )


def cursor(connection: Connection, identity: str, stream: Stream) -> Cursor:
    """How far this profile has read a row of the hub."""
    row = connection.execute(
        f"SELECT {stream}_xid, {stream}_seq FROM hubs WHERE identity = ?", (identity,)
    ).fetchone()
    return Cursor(*row) if row else Cursor()


def move(connection: Connection, identity: str, stream: Stream, to: Cursor) -> None:
    """It has read so far: in the transaction that keeps what it read."""
    connection.execute(
        f"UPDATE hubs SET {stream}_xid = ?, {stream}_seq = ? WHERE identity = ?",
        (to.xid, to.seq, identity),
    )


def rewind_packs(connection: Connection) -> None:
    """Look at all signed bundles again: somebody else is trusted now."""
    connection.execute("UPDATE hubs SET pack_xid = '0', pack_seq = 0")


def sent(connection: Connection, identity: str, stream: Literal["event", "item"]) -> int:
    """The last row of ours that the hub has."""
    row = connection.execute(
        f"SELECT sent_{stream} FROM hubs WHERE identity = ?", (identity,)
    ).fetchone()
    return int(row[0]) if row else 0


def note_sent(
    connection: Connection, identity: str, stream: Literal["event", "item"], n: int
) -> None:
    """The hub has ours up to here."""
    connection.execute(f"UPDATE hubs SET sent_{stream} = ? WHERE identity = ?", (n, identity))


def note_contact(connection: Connection, identity: str, now: datetime) -> None:
    """A sync went through."""
    connection.execute("UPDATE hubs SET contact = ? WHERE identity = ?", (seconds(now), identity))


def note_role(connection: Connection, identity: str, *, sends: bool) -> None:
    """Whether items of ours go to this hub: it decides that, and may decide otherwise."""
    if sends:
        connection.execute("DELETE FROM meta WHERE key = ? AND value = ?", (READS, identity))
    else:
        connection.execute("INSERT OR REPLACE INTO meta VALUES(?, ?)", (READS, identity))


def items_taken(connection: Connection) -> int | None:
    """The last item that the hub of the last contact has; None = no item of ours goes there."""
    row = connection.execute(
        "SELECT identity, sent_item FROM hubs ORDER BY contact DESC LIMIT 1"
    ).fetchone()
    reads = connection.execute("SELECT value FROM meta WHERE key = ?", (READS,)).fetchone()
    return None if row is None or (reads and reads[0] == row[0]) else int(row[1])


def last_contact(connection: Connection) -> datetime | None:
    """When a sync went through last."""
    return moment(connection.execute("SELECT max(contact) FROM hubs").fetchone()[0])


def waiting(connection: Connection, identity: str = "") -> int:
    """Own events that the hub does not have; without an identity: the hub of the last contact."""
    device = device_id(connection)
    if not identity:
        row = connection.execute(
            "SELECT identity FROM hubs ORDER BY contact DESC LIMIT 1"
        ).fetchone()
        identity = row[0] if row else ""
    found = connection.execute(
        f"SELECT count(*) FROM events WHERE device = ? AND n > ? AND {SHARED}",
        (device, sent(connection, identity, "event")),
    ).fetchone()
    return int(found[0])


def own_events(connection: Connection, after: int, limit: int) -> tuple[list[Row], int]:
    """Our next events with the number of the last one; what was merely seen names nobody."""
    rows = connection.execute(
        f"SELECT {', '.join(EVENT)}, n FROM events"
        f" WHERE device = ? AND n > ? AND {SHARED} ORDER BY n LIMIT ?",
        (device_id(connection), after, limit),
    ).fetchall()
    return [_event(row) for row in rows], rows[-1][-1] if rows else after


def held_events(connection: Connection, limit: int = 500) -> list[Row]:
    """Own events that were refused: they are offered again, for reasons pass."""
    rows = connection.execute(
        f"SELECT {', '.join(EVENT)} FROM events"
        " WHERE device = ? AND id IN (SELECT event FROM hub_held) ORDER BY n LIMIT ?",
        (device_id(connection), limit),
    )
    return [_event(row) for row in rows]


def _event(row: tuple[Any, ...]) -> Row:
    found = dict(zip(EVENT, (*row[:8], json.loads(row[8])), strict=True))
    return found | {"actor": ""} if found["kind"] == "seen" else found


def items(connection: Connection, after: int, limit: int) -> tuple[list[Row], int]:
    """The next items as they were received, each with its `id`, and the number of the last."""
    rows = connection.execute(
        f"SELECT id, {', '.join(ITEM)}, published, updated, first_seen, n FROM items"
        " WHERE n > ? ORDER BY n LIMIT ?",
        (after, limit),
    ).fetchall()
    return [_item(row) for row in rows], rows[-1][-1] if rows else after


def _item(row: tuple[Any, ...]) -> Row:
    found = {name: value for name, value in zip(("id", *ITEM), row, strict=False) if value}
    for name, value in zip(("published", "updated", "first_seen"), row[-4:-1], strict=True):
        if value is not None:
            found[name] = at(value).isoformat()
    return found


def hold(connection: Connection, refused: Iterable[tuple[str, str]], now: datetime) -> None:
    """These could not be shared, and why."""
    connection.executemany(
        "INSERT INTO hub_held VALUES(?, ?, ?) ON CONFLICT(event) DO UPDATE SET why = excluded.why",
        [(event, why, seconds(now)) for event, why in refused],
    )


def release(connection: Connection, events: list[str]) -> None:
    """These got through in the end."""
    if events:
        connection.execute(f"DELETE FROM hub_held WHERE event IN ({marks(events)})", tuple(events))


def held(connection: Connection) -> list[tuple[str, str, datetime]]:
    """What could not be shared, oldest first."""
    rows = connection.execute("SELECT event, why, since FROM hub_held ORDER BY since, event")
    return [(event, why, at(since)) for event, why, since in rows]
