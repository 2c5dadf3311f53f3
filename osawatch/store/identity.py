"""Under which id an alert stands: former ids that lead on, alerts merged into others."""

from __future__ import annotations

from collections.abc import Iterable

from osawatch.store.database import Connection

# An alert and those merged into it by hand, however long the chain.
FAMILY = (
    "WITH RECURSIVE family(id) AS (SELECT ? UNION"
    " SELECT a.id FROM alerts a JOIN family f ON a.merged_into = f.id AND a.merged_into <> '')"
)

# What became what, by the log: both ids as written, and the alerts they lead to today.
_BECAME = (
    "SELECT e.subject, e.into_, coalesce(a.id, l.alert) AS old, coalesce(b.id, m.alert) AS new"
    " FROM (SELECT subject, coalesce(json_extract(data, '$.into'), '') AS into_ FROM events"
    " WHERE kind = 'became') e"
    " LEFT JOIN alerts a ON a.id = e.subject LEFT JOIN aliases l ON l.id = e.subject"
    " LEFT JOIN alerts b ON b.id = e.into_ LEFT JOIN aliases m ON m.id = e.into_"
)


def resolve(connection: Connection, name: str) -> str | None:
    """The id under which an alert stands today; former ids lead to it, None = unknown."""
    row = connection.execute(
        "SELECT id FROM alerts WHERE id = ? UNION ALL SELECT alert FROM aliases WHERE id = ?",
        (name, name),
    ).fetchone()
    return None if row is None else str(row[0])


def lead_on(connection: Connection) -> None:
    """Ids that other desks used: one that means nothing here leads to what it became, or came from.

    Every line of the log that says so counts, also one that came before its alert did.
    """
    while pairs := _half_known(connection):
        connection.executemany("INSERT OR IGNORE INTO aliases VALUES(?, ?)", pairs)


def _half_known(connection: Connection) -> list[tuple[str, str]]:
    rows = connection.execute(
        f"SELECT CASE WHEN old IS NULL THEN subject ELSE into_ END, coalesce(old, new)"
        f" FROM ({_BECAME}) WHERE (old IS NULL) <> (new IS NULL) AND into_ <> '' ORDER BY 1, 2"
    )
    return rows.fetchall()


def parted(connection: Connection) -> list[tuple[str, str]]:
    """Pairs that stand apart here, of which the log says that one became the other elsewhere."""
    rows = connection.execute(
        f"SELECT DISTINCT old, new FROM ({_BECAME}) WHERE old <> new ORDER BY old, new"
    )
    return rows.fetchall()


def rename(connection: Connection, old: str, new: str) -> None:
    """An earlier item gave the alert another day and so another id; the old one still leads to it.

    Its items, aliases and events follow.
    """
    connection.execute("DELETE FROM aliases WHERE id = ?", (new,))
    connection.execute("UPDATE alerts SET id = ? WHERE id = ?", (new, old))
    connection.execute("INSERT INTO aliases VALUES(?, ?)", (old, new))
    connection.execute("UPDATE alerts SET merged_into = ? WHERE merged_into = ?", (new, old))


def absorb(connection: Connection, winner: str, gone: str) -> None:
    """Fold an alert into another: items, former ids and with them all events."""
    connection.execute(
        "INSERT INTO alert_items SELECT ?, item FROM alert_items WHERE alert = ?"
        " ON CONFLICT DO NOTHING",
        (winner, gone),
    )
    connection.execute(
        "UPDATE alerts SET start = min(alerts.start, g.start), stop = max(alerts.stop, g.stop)"
        " FROM alerts g WHERE g.id = ? AND alerts.id = ?",
        (gone, winner),
    )
    connection.execute("UPDATE aliases SET alert = ? WHERE alert = ?", (winner, gone))
    for table in ("alert_items", "alert_concepts"):
        connection.execute(f"DELETE FROM {table} WHERE alert = ?", (gone,))
    connection.execute("DELETE FROM alerts WHERE id = ?", (gone,))
    connection.execute("INSERT INTO aliases VALUES(?, ?)", (gone, winner))
    connection.execute("UPDATE alerts SET merged_into = ? WHERE merged_into = ?", (winner, gone))
    connection.execute("UPDATE alerts SET merged_into = '' WHERE merged_into = id")


def family(connection: Connection, name: str) -> list[str]:
    """An alert and those merged into it."""
    return [row[0] for row in connection.execute(f"{FAMILY} SELECT id FROM family", (name,))]


def chain(connection: Connection, name: str) -> list[str]:
    """An alert, what it was merged into, what that was merged into, and so on."""
    rows = connection.execute(
        "WITH RECURSIVE up(id) AS (SELECT ? UNION SELECT a.merged_into FROM alerts a"
        " JOIN up ON a.id = up.id WHERE a.merged_into <> '') SELECT id FROM up",
        (name,),
    )
    return [row[0] for row in rows]


def top(connection: Connection, name: str) -> str:
    """The alert that shows this one: itself, or the last one it was merged into."""
    return chain(connection, name)[-1]


def merge_targets(connection: Connection, names: Iterable[str]) -> list[str]:
    """What these alerts are merged into at this moment, by any number of steps."""
    return [above for name in names for above in chain(connection, name)]
