"""Bundles made and taken, their signers, and the rows that travel in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from osawatch.stages import Event
from osawatch.store.database import Connection
from osawatch.store.rows import at, moment, seconds
from osawatch.store.sources import SPEC

ITEM = (
    "source", "format", "guid", "url", "title", "summary", "language", "publisher", "precision",
)  # fmt: skip
EVENT = ("id", "hlc", "device", "dev_seq", "actor", "post", "kind", "subject", "data")
OPEN = "open"  # feeds.model.SourceSpec.licence
DAYS = ("source", "day", "polls", "failures", "items", "outcome", "hours")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Last:
    """The newest bundle that was taken from a signer on a channel."""

    seq: int
    digest: str
    created: datetime
    open: bool = False
    """Its lists and what follows from its news are still to come: the taking was interrupted."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody whose bundles are taken; a `root` may also say who else is."""

    key: str
    public: str
    name: str
    root: bool
    added: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """The newest bundle that was made for a channel."""

    channel: str
    seq: int
    made: datetime


def signers(connection: Connection) -> list[Signer]:
    """All whose bundles are taken, by name."""
    rows = connection.execute(
        "SELECT key, public, name, root, added FROM bundle_signers ORDER BY name, key"
    )
    return [
        Signer(key, public, name, bool(root), at(added)) for key, public, name, root, added in rows
    ]


def trust(connection: Connection, one: Signer) -> None:
    """Take this signer's bundles from now on."""
    connection.execute(
        "INSERT OR REPLACE INTO bundle_signers VALUES(?, ?, ?, ?, ?)",
        (one.key, one.public, one.name, one.root, seconds(one.added)),
    )


def distrust(connection: Connection, key: str) -> bool:
    """Take none any more; whether it was known."""
    return connection.execute("DELETE FROM bundle_signers WHERE key = ?", (key,)).rowcount > 0


def made(connection: Connection, channel: str) -> tuple[int, str, int, int]:
    """Of the last bundle of a channel: number, hash, last item and last event in it."""
    row = connection.execute(
        "SELECT seq, digest, item, event FROM bundles_made WHERE channel = ?"
        " ORDER BY seq DESC LIMIT 1",
        (channel,),
    ).fetchone()
    return tuple(row) if row else (0, "", 0, 0)


def sent(connection: Connection) -> list[Sent]:
    """The newest of each channel, the newest of all first."""
    rows = connection.execute(
        "SELECT channel, max(seq), max(created) FROM bundles_made"
        " GROUP BY channel ORDER BY max(created) DESC, channel"
    )
    return [Sent(channel, seq, at(made)) for channel, seq, made in rows]


def note_made(
    connection: Connection,
    channel: str,
    seq: int,
    digest: str,
    now: datetime,
    ends: tuple[int, int],
) -> None:
    """A bundle was written; `ends` are the last item and event of the store then."""
    connection.execute(
        "INSERT INTO bundles_made VALUES(?, ?, ?, ?, ?, ?)",
        (channel, seq, digest, seconds(now), *ends),
    )


def taken(connection: Connection, signer: str, channel: str) -> Last | None:
    """The newest bundle taken from a signer on a channel."""
    row = connection.execute(
        "SELECT seq, digest, created, undone = 0 AND json_extract(brought, '$.open')"
        " FROM bundles_taken WHERE signer = ? AND channel = ? ORDER BY seq DESC LIMIT 1",
        (signer, channel),
    ).fetchone()
    return Last(row[0], row[1], at(row[2]), bool(row[3])) if row else None


def latest(connection: Connection) -> datetime | None:
    """The newest time that any bundle taken here was made: a clock set back does not hide it."""
    row = connection.execute("SELECT max(created) FROM bundles_taken").fetchone()
    return moment(row[0])


def note_taken(
    connection: Connection, signer: str, channel: str, last: Last, now: datetime, brought: Row
) -> None:
    """A bundle was taken, in the transaction that brought its content."""
    connection.execute(
        "INSERT INTO bundles_taken(signer, channel, seq, digest, created, taken, brought)"
        " VALUES(?, ?, ?, ?, ?, ?, ?)",
        (
            signer, channel, last.seq, last.digest, seconds(last.created), seconds(now),
            json.dumps({**brought, "open": True}, ensure_ascii=False),
        ),
    )  # fmt: skip


def note_whole(connection: Connection, signer: str, channel: str, seq: int) -> None:
    """All that it brought is here."""
    connection.execute(
        "UPDATE bundles_taken SET brought = json_remove(brought, '$.open')"
        " WHERE signer = ? AND channel = ? AND seq = ?",
        (signer, channel, seq),
    )


def newest_taken(connection: Connection) -> tuple[str, str, int, Row] | None:
    """Signer, channel, number and content of the newest bundle that stands."""
    row = connection.execute(
        "SELECT signer, channel, seq, brought FROM bundles_taken WHERE undone = 0"
        " ORDER BY taken DESC, seq DESC LIMIT 1"
    ).fetchone()
    return (*row[:3], json.loads(row[3])) if row else None


def note_undone(connection: Connection, signer: str, channel: str, seq: int) -> None:
    """It was taken back; its number stays used."""
    connection.execute(
        "UPDATE bundles_taken SET undone = 1 WHERE signer = ? AND channel = ? AND seq = ?",
        (signer, channel, seq),
    )


def ends(connection: Connection) -> tuple[int, int]:
    """The last item and the last event of the store."""
    row = connection.execute(
        "SELECT (SELECT coalesce(max(n), 0) FROM items), (SELECT coalesce(max(n), 0) FROM events)"
    ).fetchone()
    return row[0], row[1]


def items(connection: Connection, after: int, since: datetime | None) -> Iterator[Row]:
    """Items as they were received, by first sight; made-up dates stay out.

    `withheld` are those whose source has no open licence: their text must not leave as it stands
    here. They have the `source_kind` that rules look at.
    """
    rows = connection.execute(
        f"SELECT {', '.join(f'i.{name}' for name in ITEM)}, coalesce(s.licence, ''),"
        " coalesce(s.kind, ''), i.published, i.updated, i.first_seen"
        " FROM items i LEFT JOIN sources s ON s.id = i.source"
        " WHERE i.n > ? AND i.first_seen >= ? ORDER BY i.first_seen, i.id",
        (after, seconds(since) if since else 0),
    )
    for row in rows:
        found = {name: value for name, value in zip(ITEM, row, strict=False) if value}
        licence, kind = row[len(ITEM) : len(ITEM) + 2]
        if found.get("summary") and licence != OPEN:
            found |= {"withheld": True, "source_kind": kind}
        for name, value in zip(("published", "updated", "first_seen"), row[-3:], strict=True):
            if value is not None:
                found[name] = at(value).isoformat()
        yield found


def specs(connection: Connection, ids: Iterable[str]) -> list[Row]:
    """Sources as they are described, by id; their state stays here."""
    wanted = set(ids)
    rows = connection.execute(f"SELECT {', '.join(SPEC)} FROM sources ORDER BY id")
    return [dict(zip(SPEC, row, strict=True)) for row in rows if row[0] in wanted]


def observed(connection: Connection, first: int) -> Iterator[Row]:
    """Which hours of which days sources were looked at: silence elsewhere is no zero."""
    rows = connection.execute(
        f"SELECT {', '.join(DAYS)} FROM source_days WHERE day >= ? ORDER BY source, day", (first,)
    )
    for row in rows:
        yield dict(zip(DAYS, row, strict=True))


def observe(connection: Connection, rows: Iterable[Row]) -> None:
    """Days of another desk: whoever looked longer knows more."""
    connection.executemany(
        "INSERT INTO source_days(source, day, polls, failures, items, outcome, hours)"
        " VALUES(:source, :day, :polls, :failures, :items, :outcome, :hours)"
        " ON CONFLICT(source, day) DO UPDATE SET polls = max(polls, excluded.polls),"
        " failures = max(failures, excluded.failures), items = max(items, excluded.items),"
        " hours = max(hours, excluded.hours)",
        rows,
    )


def log(connection: Connection, after: int, since: str) -> Iterator[Row]:
    """Events that came after a number, ours and those of others, from a clock reading on."""
    rows = connection.execute(
        f"SELECT {', '.join(EVENT)} FROM events"
        " WHERE n > ? AND hlc >= ? ORDER BY hlc, device, dev_seq",
        (after, since),
    )
    for row in rows:
        yield dict(zip(EVENT, (*row[:8], json.loads(row[8])), strict=True))


def foreign(connection: Connection, events: list[Event]) -> tuple[list[Event], list[Event]]:
    """(new here, in dispute): a device's count that stands for another event here is in dispute."""
    fresh, disputed = [], []
    for one in events:
        row = connection.execute(
            "SELECT id FROM events WHERE id = ? OR (device = ? AND dev_seq = ?)",
            (one.id, one.device, one.dev_seq),
        ).fetchone()
        if row is None:
            fresh.append(one)
        elif row[0] != one.id:
            disputed.append(one)
    return fresh, disputed
