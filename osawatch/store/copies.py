"""Finding near-copies: items that share a hash of their sketch, and the story they make."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from osawatch.store.database import Connection
from osawatch.store.rows import marks, seconds

MOST = 40  # candidates whose texts are read, those that share most hashes first
AT_LEAST = 1000
CROWD = 200  # rows read for one hash, the nearest in time
LETTERS = 2500  # of a text: what a sketch looks at


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be a copy."""

    n: int
    source: str
    title: str
    summary: str
    story: str
    at: int


class Sketches:
    """The sketches of what is stored in one transaction: written together, sought where one is.

    `hashes`: of all items that are about to be stored.
    """

    def __init__(self, connection: Connection, hashes: Iterable[int]) -> None:
        self._connection = connection
        self._there = _there(connection, hashes)
        self._waiting: list[tuple[int, int, int]] = []

    def candidates(
        self, hashes: Sequence[int], at: datetime, reach: timedelta, source: str
    ) -> list[Candidate]:
        """As `candidates`; for most texts it is known beforehand that there is none."""
        if self._there.isdisjoint(hashes):
            return []
        self.settle()
        return candidates(self._connection, hashes, at, reach, source)

    def add(self, n: int, hashes: Sequence[int], at: datetime) -> None:
        """Keep a sketch; `settle` writes it."""
        when = seconds(at)
        self._waiting += [(one, when, n) for one in hashes]
        self._there.update(hashes)

    def settle(self) -> None:
        """Write what waits, in the order of the table."""
        _add(self._connection, sorted(self._waiting))
        self._waiting.clear()


def _there(connection: Connection, hashes: Iterable[int]) -> set[int]:
    """Those of the hashes that some item has."""
    rows = connection.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM sketches WHERE hash = value)",
        (json.dumps(list(hashes)),),
    )
    return {row[0] for row in rows}


def candidates(
    connection: Connection,
    hashes: Sequence[int],
    at: datetime,
    reach: timedelta,
    source: str = "",
) -> list[Candidate]:
    """Items within reach that share a hash, those that share most first.

    Of its own `source` only those with the same title: others are never copies. Where everybody
    uses the same few words a hash stands for a crowd; then the nearest in time are looked at.
    """
    low, high = seconds(at - reach), seconds(at + reach)
    shared = _sharing(connection, hashes, low, high, source)
    if shared is None:
        shared = Counter(
            item
            for one in hashes
            for item in _nearest(connection, one, low, seconds(at), high, source)
        )
    best = sorted(shared, key=lambda n: (-shared[n], n))
    wanted = tuple(best[:MOST])
    if not wanted:
        return []
    rows = connection.execute(
        "SELECT n, source, title, substr(summary, 1, ?), story, at FROM items"
        f" WHERE n IN ({marks(wanted)})",
        (LETTERS, *wanted),
    )
    return [Candidate(*row) for row in rows]


def _sharing(
    connection: Connection, hashes: Sequence[int], low: int, high: int, source: str
) -> Counter[int] | None:
    """How many hashes each item shares; None where that is a crowd."""
    rows = connection.execute(
        f"SELECT item, hash FROM sketches WHERE hash IN ({marks(hashes)}) AND at BETWEEN ? AND ?"
        " LIMIT ?",
        (*hashes, low, high, CROWD),
    ).fetchall()
    if not rows:
        return Counter()  # as for most texts
    if len(rows) == CROWD:
        return None
    by_title = {item for item, one in rows if one < 0}
    others = tuple({item for item, _ in rows} - by_title)
    own = connection.execute(
        f"SELECT n FROM items WHERE n IN ({marks(others)}) AND source = ?", (*others, source)
    )
    dropped = {row[0] for row in own}
    return Counter(item for item, _ in rows if item not in dropped)


def _nearest(
    connection: Connection, one: int, low: int, at: int, high: int, source: str
) -> list[int]:
    """Half of a crowd from before a time, half from after it; of other sources, or by title."""
    found = []
    for order, since, until in (("DESC", low, at), ("ASC", at + 1, high)):
        rows = connection.execute(
            "SELECT c.item FROM (SELECT item, at FROM sketches WHERE hash = ?"
            f" AND at BETWEEN ? AND ? ORDER BY at {order}, item LIMIT ?) c"
            f" JOIN items i ON i.n = c.item WHERE ? < 0 OR i.source <> ?"
            f" ORDER BY c.at {order}, c.item LIMIT ?",
            (one, since, until, 5 * CROWD, one, source, CROWD // 2),
        )
        found += [row[0] for row in rows]
    return found


def add(connection: Connection, n: int, hashes: Sequence[int], at: datetime) -> None:
    """Keep a sketch."""
    _add(connection, [(one, seconds(at), n) for one in hashes])


def _add(connection: Connection, rows: Iterable[tuple[int, int, int]]) -> None:
    connection.executemany("INSERT INTO sketches VALUES(?, ?, ?) ON CONFLICT DO NOTHING", rows)


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


def forget(connection: Connection, before: datetime, least: int = AT_LEAST) -> None:
    """Drop the sketches of items seen so long ago that no copy will come; a thousand at least.

    By the time of first sight, not of the event: old documents taken in today have copies too.
    """
    low, high = _edge(connection, "forgotten"), first_since(connection, before)
    if high - low >= least:
        connection.execute("DELETE FROM sketches WHERE item < ?", (high,))
        connection.execute(
            "INSERT INTO meta VALUES('forgotten', ?) ON CONFLICT(key) DO UPDATE"
            " SET value = excluded.value",
            (str(high),),
        )


def _edge(connection: Connection, key: str) -> int:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else 0


def first_since(connection: Connection, since: datetime) -> int:
    """The number of the first item seen since then; numbers grow with time, so halve and halve."""
    low, seen = 0, seconds(since)
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
