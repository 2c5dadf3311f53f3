"""Finding near-copies: items that share a hash of their sketch, and the story they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from osawatch.store.database import Connection
from osawatch.store.rows import marks, seconds

MOST = 200  # candidates looked at, those that share most hashes first
AT_LEAST = 1000
CROWD = 200  # rows read for one hash


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be a copy."""

    n: int
    source: str
    title: str
    summary: str
    story: str


def candidates(
    connection: Connection, hashes: Sequence[int], at: datetime, reach: timedelta
) -> list[Candidate]:
    """Items within reach that share a hash, those that share most first."""
    low, high = seconds(at - reach), seconds(at + reach)
    shared = Counter(_sharing(connection, hashes, low, high, 10 * CROWD))
    if shared.total() == 10 * CROWD:  # a phrase that everybody prints tells nothing
        shared = Counter(
            item for one in hashes for item in _sharing(connection, [one], low, high, CROWD)
        )
    best = sorted(shared, key=lambda n: (-shared[n], n))[:MOST]
    if not best:
        return []
    rows = connection.execute(
        f"SELECT n, source, title, summary, story FROM items WHERE n IN ({marks(best)})", best
    )
    return [Candidate(*row) for row in rows]


def _sharing(
    connection: Connection, hashes: Sequence[int], low: int, high: int, most: int
) -> list[int]:
    rows = connection.execute(
        f"SELECT item FROM sketches WHERE hash IN ({marks(hashes)}) AND at BETWEEN ? AND ? LIMIT ?",
        (*hashes, low, high, most),
    )
    return [row[0] for row in rows]


def add(connection: Connection, n: int, hashes: Sequence[int], at: datetime) -> None:
    """Keep a sketch."""
    connection.executemany(
        "INSERT INTO sketches VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
        [(one, seconds(at), n) for one in hashes],
    )


def join(connection: Connection, n: int, stories: Iterable[str]) -> str:
    """Make one story of an item and the stories it copies; the earliest item names it."""
    own = connection.execute("SELECT story FROM items WHERE n = ?", (n,)).fetchone()[0]
    all_of_them = sorted({own, *stories})
    members = connection.execute(
        f"SELECT id, n FROM items WHERE story IN ({marks(all_of_them)}) ORDER BY at, id",
        all_of_them,
    ).fetchall()
    root = str(members[0][0])
    connection.executemany(
        "UPDATE items SET story = ?, copy_of = ? WHERE n = ?",
        [(root, "" if name == root else root, number) for name, number in members],
    )
    return root


def forget(connection: Connection, before: datetime) -> None:
    """Drop the sketches of items seen so long ago that no copy will come; a thousand at least.

    By the time of first sight, not of the event: old documents taken in today have copies too.
    """
    low, high = _edge(connection, "forgotten"), _first_since(connection, seconds(before))
    if high - low >= AT_LEAST:
        connection.execute("DELETE FROM sketches WHERE item < ?", (high,))
        connection.execute(
            "INSERT INTO meta VALUES('forgotten', ?) ON CONFLICT(key) DO UPDATE"
            " SET value = excluded.value",
            (str(high),),
        )


def _edge(connection: Connection, key: str) -> int:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else 0


def _first_since(connection: Connection, seen: int) -> int:
    """The number of the first item seen since then; numbers grow with time, so halve and halve."""
    low = 0
    high = int(connection.execute("SELECT coalesce(max(n), 0) + 1 FROM items").fetchone()[0])
    while low < high:
        middle = (low + high) // 2
        row = connection.execute(
            "SELECT first_seen FROM items WHERE n >= ? ORDER BY n LIMIT 1", (middle,)
        ).fetchone()
        if row is not None and row[0] < seen:
            low = middle + 1
        else:
            high = middle
    return low
