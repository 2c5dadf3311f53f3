"""Which story an item belongs to when it is told in other words: a row for each item with an alert.

`topic` is the id of the story's first item; until a row is placed (`stale`) it is what its copies
have. Derived: osawatch.tellings says what it should be, `doctor` compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from osawatch.store import findings
from osawatch.store.database import Connection
from osawatch.store.rows import marks
from rules.model import Match

LETTERS = 2000  # of a summary that are read: more than a first paragraph
ROW = (
    "SELECT t.item, t.id, t.at, i.story, i.title, substr(i.summary, 1, ?), i.language, f.data,"
    " t.topic FROM tellings t JOIN items i ON i.n = t.item LEFT JOIN findings f ON f.item = t.item"
)


class Row(NamedTuple):
    """An item with an alert, as it was read and as it was placed. `at` in seconds."""

    n: int
    id: str
    at: int
    story: str
    title: str
    text: str
    language: str
    match: Match
    topic: str


class Pending(NamedTuple):
    """What waits to be placed: the order of its first item, the time of its last one."""

    at: int
    id: str
    last: int


def add(connection: Connection, n: int) -> None:
    """An item got an alert; it stands with its copies until it is placed."""
    connection.execute(
        "INSERT INTO tellings SELECT i.n, i.at, i.id, coalesce((SELECT t.topic FROM items c"
        " JOIN tellings t ON t.item = c.n WHERE c.story = i.story ORDER BY c.at, c.id LIMIT 1),"
        " i.story), 1 FROM items i WHERE i.n = ? ON CONFLICT DO NOTHING",
        (n,),
    )


def stale(connection: Connection, stories: Sequence[str]) -> None:
    """Items of these near-copy stories say something else now, or came together."""
    connection.execute(
        "UPDATE tellings SET stale = 1 WHERE item IN"
        f" (SELECT n FROM items WHERE story IN ({marks(stories)}))",
        tuple(stories),
    )


def all_stale(connection: Connection) -> None:
    """Everything is to be placed anew."""
    connection.execute("UPDATE tellings SET stale = 1")


def pending(connection: Connection) -> Pending | None:
    """What waits, None = nothing."""
    row = connection.execute(
        "SELECT at, id, (SELECT max(at) FROM tellings WHERE stale) FROM tellings WHERE stale"
        " ORDER BY at, id LIMIT 1"
    ).fetchone()
    return None if row is None else Pending(*row)


def before(connection: Connection, at: int, name: str, since: int, most: int) -> list[Row]:
    """The last items before this place in the order of time and id, in that order."""
    rows = connection.execute(
        f"{ROW} WHERE (t.at, t.id) < (?, ?) AND t.at >= ? ORDER BY t.at DESC, t.id DESC LIMIT ?",
        (LETTERS, at, name, since, most),
    ).fetchall()
    return [_row(row) for row in reversed(rows)]


def onward(connection: Connection, at: int, name: str) -> Iterator[Row]:
    """The items from this place on."""
    rows = connection.execute(
        f"{ROW} WHERE (t.at, t.id) >= (?, ?) ORDER BY t.at, t.id", (LETTERS, at, name)
    )
    return (_row(row) for row in rows)


def settle(connection: Connection, moved: Iterable[tuple[str, int]]) -> None:
    """Write (topic, item) where it changed; nothing waits any more."""
    connection.executemany("UPDATE tellings SET topic = ? WHERE item = ?", moved)
    connection.execute("UPDATE tellings SET stale = 0 WHERE stale")


def alerts_of(connection: Connection, topics: Sequence[str]) -> list[str]:
    """The alerts that hold an item of one of these stories, by time."""
    found: dict[str, int] = {}
    for start in range(0, len(topics), 500):
        part = tuple(topics[start : start + 500])
        found |= connection.execute(
            "SELECT DISTINCT a.id, a.start FROM tellings t JOIN alert_items ai ON ai.item = t.item"
            f" JOIN alerts a ON a.id = ai.alert WHERE t.topic IN ({marks(part)})",
            part,
        ).fetchall()
    return sorted(found, key=lambda name: (found[name], name))


def _row(row: tuple[object, ...]) -> Row:
    n, name, at, story, title, text, language, data, topic = row
    match = findings.unpack(None if data is None else str(data))
    return Row(
        int(str(n)), str(name), int(str(at)), str(story), str(title), str(text), str(language),
        match, str(topic),
    )  # fmt: skip
