"""What refers to versions of lists, and taking away those that nothing needs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from osawatch.store.database import Connection
from osawatch.store.lists import Version
from osawatch.store.rows import seconds


def referred(connection: Connection, versions: Sequence[Version]) -> frozenset[str]:
    """The hashes of the versions that an alert, a finding or a confirmed hit refers to.

    An alert names its version by hash, a finding by the time at which it was received, a hit by
    its own time: the version that was in use then.
    """
    if not versions:
        return frozenset()
    list_id = versions[0].list
    rows = connection.execute(
        "SELECT DISTINCT i.document FROM items i WHERE i.document <> '' AND EXISTS"
        " (SELECT 1 FROM alert_items a WHERE a.item = i.n)"
        " AND i.document IN (SELECT sha256 FROM list_versions WHERE list = ?)",
        (list_id,),
    )
    found = {row[0] for row in rows}
    times = _editions(connection, list_id)
    found |= {one.sha256 for one in versions if seconds(one.received) in times}
    hits = connection.execute(
        "SELECT DISTINCT s.at FROM screening_hits h JOIN screenings s ON s.n = h.screening"
        " WHERE h.list = ? AND h.state = 'confirmed'",
        (list_id,),
    )
    for (at,) in hits.fetchall():
        used = next((one for one in versions if seconds(one.received) <= at), None)
        found |= {used.sha256} if used else set()
    return frozenset(found)


def drop(connection: Connection, versions: Iterable[Version]) -> None:
    """Take these versions off the record, and the deltas that were applied to them."""
    for one in versions:
        key = (one.list, one.sha256)
        connection.execute(
            "DELETE FROM list_versions WHERE list = ? AND sha256 = ? AND received = ?",
            (*key, seconds(one.received)),
        )
        connection.execute(
            "DELETE FROM list_deltas WHERE list = ? AND base = ? AND NOT EXISTS (SELECT 1 FROM"
            " list_versions v WHERE v.list = list_deltas.list AND v.sha256 = list_deltas.base)",
            key,
        )


def sweep(connection: Connection, folder: Path, list_id: str) -> int:
    """Take away the files of a list that no row names; the bytes that went.

    Only under the lock of the profile: a file is written before its row.
    """
    rows = connection.execute(
        "SELECT file FROM list_versions WHERE list = ?1 UNION"
        " SELECT file FROM list_deltas WHERE list = ?1",
        (list_id,),
    )
    named = {row[0] for row in rows}
    gone = 0
    for path in [*(folder / list_id).glob("*.gz"), *(folder / list_id / "deltas").glob("*.gz")]:
        if path.relative_to(folder).as_posix() not in named:
            gone += path.stat().st_size
            path.unlink()
    return gone


def _editions(connection: Connection, list_id: str) -> set[int]:
    """When the versions were received with which items with a finding were compared."""
    rows = connection.execute(
        "SELECT DISTINCT e.lists FROM named n JOIN name_checks c ON c.item = n.item"
        " JOIN name_editions e ON e.n = c.edition WHERE n.list = ? AND n.state <> 'rejected'",
        (list_id,),
    )
    return {
        received for (lists,) in rows for key, received, *_ in json.loads(lists) if key == list_id
    }
