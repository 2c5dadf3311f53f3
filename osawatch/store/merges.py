"""The merges that the logs of alerts speak of, and those that hold."""

from __future__ import annotations

from osawatch.merging import Claim, settled
from osawatch.store.database import Connection


def lead(connection: Connection) -> set[str]:
    """Make what holds follow from all claims; the alerts whose merge changed, and both targets.

    A claim on an alert that is not here yet holds from the day it comes. The few that claim or are
    merged are found by an index each: this is asked after each change.
    """
    rows = connection.execute(
        "SELECT a.id, t.id, a.claim_at, a.merged_into FROM alerts a LEFT JOIN alerts t ON t.id ="
        " coalesce((SELECT l.alert FROM aliases l WHERE l.id = a.claim), a.claim)"
        " AND t.id <> a.id AND a.claim <> ''"
        " WHERE a.id IN (SELECT id FROM alerts WHERE claim <> '' UNION"
        " SELECT id FROM alerts WHERE merged_into <> '') ORDER BY a.id"
    ).fetchall()
    holds = settled({name: Claim(into, at) for name, into, at, _ in rows if into})
    changed = [(holds.get(name, ""), name, before) for name, _, _, before in rows]
    changed = [one for one in changed if one[0] != one[2]]
    connection.executemany(
        "UPDATE alerts SET merged_into = ? WHERE id = ?", [one[:2] for one in changed]
    )
    return {name for one in changed for name in one if name}
