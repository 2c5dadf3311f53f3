"""Stories that a person parted: what was taken off a card is a story of its own, with its copies.

Derived from the alerts that stand apart: from the item that one began with when it was taken off.
One that was merged by hand into an alert of the same story and taken off again parts no story: it
stands alone, and the story stays where it was.
"""

from __future__ import annotations

import json

from osawatch.store.database import Connection

# Of `alerts a` and its first item `i`: the story it was parted with, under its name of today.
STORY = "coalesce((SELECT x.story FROM items x WHERE x.id = a.apart_item), i.story)"
# Whether that story is parted from the others. `a.apart` as the index of those that stand apart
# says it: a comparison would not use it, and each new card would read all alerts there are.
PARTS = (
    "a.apart AND a.merged_into = '' AND NOT EXISTS (SELECT 1 FROM alerts b"
    f" JOIN items j ON j.n = b.first_item WHERE j.story = {STORY} AND b.id ="
    " coalesce((SELECT l.alert FROM aliases l WHERE l.id = a.apart_from), a.apart_from))"
)
KEY = "tellings-parted"


def stories(connection: Connection) -> frozenset[str]:
    """The near-copy stories that are parted now."""
    rows = connection.execute(
        f"SELECT DISTINCT {STORY} FROM alerts a JOIN items i ON i.n = a.first_item WHERE {PARTS}"
    )
    return frozenset(row[0] for row in rows)


def side(connection: Connection, story: str) -> tuple[int, str] | None:
    """When a parted story began, and the name that its card is made of; None = it is not parted."""
    row = connection.execute(
        "SELECT coalesce((SELECT x.at FROM items x WHERE x.id = a.apart_item), a.start),"
        " coalesce(nullif(a.apart_story, ''), i.story)"
        f" FROM alerts a JOIN items i ON i.n = a.first_item WHERE {PARTS} AND {STORY} = ?"
        " ORDER BY 1, a.id LIMIT 1",
        (story,),
    ).fetchone()
    return None if row is None else (int(row[0]), str(row[1]))


def applied(connection: Connection) -> frozenset[str]:
    """The parted stories by which items were placed last."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (KEY,)).fetchone()
    return frozenset(json.loads(row[0])) if row else frozenset()


def apply(connection: Connection, parted: frozenset[str]) -> None:
    """Items are placed by these from now on."""
    connection.execute(
        "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (KEY, json.dumps(sorted(parted))),
    )
