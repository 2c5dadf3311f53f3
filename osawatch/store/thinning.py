"""Items whose term is over: what was published goes, what says that it was here stays.

Such an item keeps its row, with its number turned below zero. Id, guid and the hashes of its texts
and title are what intake asks for: what a feed serves again is not new. Day, story, source and
concepts are what trends count: no count changes, not when they are counted anew either. Texts,
addresses, entries of the index and what rules found go; a guid that is an address stays, for intake
asks for it. Whoever lists items takes those above zero.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from osawatch.store import copies, search
from osawatch.store.counts import OWN
from osawatch.store.database import Connection
from osawatch.store.hub import items_taken
from osawatch.store.ownwords import REPORTS
from osawatch.store.rows import at, marks, seconds

PAGE = 200  # items looked at in one transaction: a key that is pressed waits for it
ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{20}(?![0-9a-f])")
ASIDE = (*OWN, REPORTS)  # what the desk itself wrote
# Nothing that a person or a rule did may lose its ground. A rule that fired or a name that stood
# on a list is kept with its item though nobody was told: rules over time count such items.
FREE = (
    "SELECT i.n, i.id, i.first_seen FROM items i WHERE i.n > ? AND i.n <= ?"
    " AND i.first_seen < ? AND i.fetched < ?"
    f" AND i.source NOT IN ({marks(ASIDE)})"
    " AND NOT EXISTS (SELECT 1 FROM items c JOIN alert_items a ON a.item = c.n"
    " WHERE c.story = i.story)"
    " AND i.n NOT IN (SELECT lead FROM alerts UNION SELECT first_item FROM alerts)"
    " AND i.id NOT IN (SELECT apart_item FROM alerts UNION SELECT item FROM watched_hits)"
    + "".join(
        f" AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.item = i.n)"
        for table in ("matches", "occurrences", "named", "measure_sightings", "tellings")
    )
    + " AND NOT EXISTS (SELECT 1 FROM name_rounds r WHERE r.state = 'waiting'"
    " AND i.at BETWEEN r.since AND r.until)"
)
Found = tuple[int, str, int]
"""Number, id and time of first sight, in seconds."""


class Cited:
    """The ids that lines of the log and facts of people name; new lines are read on from the last.

    A case, a situation, a register or a fact of a measure may name an item anywhere in its words.
    """

    def __init__(self) -> None:
        self._last, self._ids = 0, set[str]()

    def of(self, connection: Connection) -> set[str]:
        """All of them, as the log stands."""
        for n, subject, data in connection.execute(
            "SELECT n, subject, data FROM events WHERE n > ? ORDER BY n", (self._last,)
        ):
            self._last = n
            self._ids.update(ID.findall(subject), ID.findall(data))
        for row in connection.execute("SELECT act, source, value, note FROM measure_details"):
            self._ids.update(one for text in row for one in ID.findall(text))
        return self._ids


@dataclass(frozen=True, slots=True)
class Edge:
    """The last number that may go, and that up to which items are over but for who takes them.

    `by`: who has not taken those between the two yet: hub, bundles, "" = nobody is to.
    """

    last: int
    over: int
    by: str = ""


def edge(connection: Connection, before: datetime, *, hub: bool) -> Edge:
    """Where it ends: seen before this time, indexed, and with the other desks.

    The newest item stays, for the next one is numbered after it. What the hub that is in use
    (`hub`), or a channel of bundles that is, has not taken yet stays until it has.
    """
    newest = int(connection.execute("SELECT coalesce(max(n), 0) FROM items").fetchone()[0])
    over = min(
        newest - 1, search.indexed(connection), copies.first_since(connection, before) - 1
    )  # fmt: skip
    packed = connection.execute(
        "SELECT min(last) FROM (SELECT max(item) AS last FROM bundles_made GROUP BY channel"
        " HAVING max(created) >= ?)",
        (seconds(before),),
    ).fetchone()[0]
    taken = {"hub": items_taken(connection) if hub else None, "bundles": packed}
    ends = [(int(end), by) for by, end in taken.items() if end is not None and int(end) < over]
    last, by = min(ends, default=(over, ""))
    return Edge(last, over, by)


def days_of_news(connection: Connection, most: int) -> list[datetime]:
    """The last days on which news came in, newest first, each by its newest item; gone ones too.

    All items are looked at: what another desk sent has times of its own, in no order.
    """
    rows = connection.execute(
        "SELECT max(fetched) FROM items GROUP BY fetched / 86400 ORDER BY 1 DESC LIMIT ?", (most,)
    )
    return [at(when) for (when,) in rows]


def page(connection: Connection, after: int, last: int) -> int:
    """Where the next page ends; `last` when there is none."""
    rows = connection.execute(
        "SELECT n FROM items WHERE n > ? AND n <= ? ORDER BY n LIMIT ?", (max(after, 0), last, PAGE)
    ).fetchall()
    return int(rows[-1][0]) if len(rows) == PAGE else last


def free(
    connection: Connection, after: int, until: int, before: datetime, cited: set[str]
) -> list[Found]:
    """The items with these numbers whose term is over and to which nothing points."""
    when = seconds(before)
    rows = connection.execute(FREE, (max(after, 0), until, when, when, *ASIDE))
    return [found for found in rows if found[1] not in cited]


def empty(connection: Connection, numbers: Sequence[int], titled: Callable[[str], str]) -> None:
    """Let these go. Foreign keys must be off: each would be looked for in whole tables."""
    rows = connection.execute(
        f"SELECT n, title, summary FROM items WHERE n IN ({marks(numbers)})", tuple(numbers)
    ).fetchall()
    for n, title, summary in rows:
        search.drop(connection, "items_fts", n, title, summary)
    connection.executemany(
        "UPDATE items SET n = -n, title = ?, summary = '', url = '', document = '' WHERE n = ?",
        [(titled(title), n) for n, title, _ in rows],
    )
    for table in ("findings", "sighted", "name_checks"):
        connection.execute(f"DELETE FROM {table} WHERE item IN ({marks(numbers)})", tuple(numbers))
    connection.execute(
        f"UPDATE item_versions SET title = '', summary = '' WHERE item IN ({marks(numbers)})",
        tuple(numbers),
    )
    _renumber(connection, [(-n, n) for n in numbers])


def back(connection: Connection, n: int) -> int:
    """An item that went is told of again, in other words or elsewhere: its number from now on.

    It counts as seen today: its numbers and its times of first sight grow together.
    """
    newest = int(connection.execute("SELECT max(n) FROM items").fetchone()[0])
    connection.execute("PRAGMA defer_foreign_keys=ON")
    connection.execute("UPDATE items SET n = ? WHERE n = ?", (newest + 1, n))
    _renumber(connection, [(newest + 1, n)])
    return newest + 1


def _renumber(connection: Connection, moved: Sequence[tuple[int, int]]) -> None:
    for table in ("item_versions", "sightings", "concepts"):
        connection.executemany(f"UPDATE {table} SET item = ? WHERE item = ?", moved)
