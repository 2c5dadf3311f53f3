"""Rows as they stand, for an export of all that a desk has."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from osawatch.store import attachments, events
from osawatch.store.database import Connection
from osawatch.store.rows import moment

Row = dict[str, Any]


def log(connection: Connection) -> Iterator[Row]:
    """Every line of the log, of this desk and of others, as it came."""
    for one in events.everything(connection):
        yield asdict(one) | {"data": dict(one.data)}


def versions(connection: Connection) -> Iterator[Row]:
    """Older texts of items that were changed."""
    for name, version, seen, title, summary in connection.execute(
        "SELECT i.id, v.version, v.seen, v.title, v.summary FROM item_versions v"
        " JOIN items i ON i.n = v.item WHERE i.n > 0 ORDER BY i.id, v.version"
    ):
        yield {"item": name, "version": version, "seen": moment(seen), "title": title,
               "summary": summary}  # fmt: skip


def stories(connection: Connection) -> Iterator[Row]:
    """Which items an alert holds, and the story of each."""
    for alert, name, story in connection.execute(
        "SELECT a.alert, i.id, i.story FROM alert_items a JOIN items i ON i.n = a.item"
        " ORDER BY a.alert, i.at, i.id"
    ):
        yield {"alert": alert, "item": name, "story": story}


def attached(connection: Connection) -> Iterator[tuple[Row, bytes]]:
    """Files of alerts, with their bytes."""
    rows = connection.execute(
        "SELECT id, alert, sha256, name, size, at, actor FROM attachments ORDER BY id"
    ).fetchall()
    for number, alert, sha, name, size, at, actor in rows:
        told = {"alert": alert, "sha256": sha, "name": name, "size": size, "at": moment(at),
                "by": actor}  # fmt: skip
        yield told, attachments.body(connection, number) or b""


def documents(connection: Connection) -> Iterator[tuple[Row, bytes]]:
    """Documents of official sources as they were received."""
    names = [row[0] for row in connection.execute("SELECT sha256 FROM documents ORDER BY sha256")]
    for name in names:
        source, url, received, kind, body = connection.execute(
            "SELECT source, url, received, content_type, body FROM documents WHERE sha256 = ?",
            (name,),
        ).fetchone()
        told = {"sha256": name, "source": source, "url": url, "received": moment(received),
                "content_type": kind}  # fmt: skip
        yield told, zlib.decompress(body)


def alerts(connection: Connection) -> list[str]:
    """All alerts, those that were merged or stand aside too."""
    return [row[0] for row in connection.execute("SELECT id FROM alerts ORDER BY first_seen, id")]
