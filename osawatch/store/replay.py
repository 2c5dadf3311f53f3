"""Stored items in the order of time, for looking at the past with other rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from osawatch.store import named
from osawatch.store.database import Connection
from osawatch.store.rows import at, marks, moment, seconds
from rules.model import Text

PAGE = 1000
Mark = tuple[int, int]  # time and number of the last item of a page


@dataclass(frozen=True, slots=True)
class Past:
    """An item as it was: its text, and when it happened as far as anybody knows.

    `official`: its source speaks for an authority.
    """

    n: int
    id: str
    at: datetime
    dated: bool
    text: Text
    official: bool = False


def page(
    connection: Connection, since: datetime, until: datetime, after: Mark | None = None
) -> list[Past]:
    """The next items from `since` up to `until`, oldest first."""
    first = after or (seconds(since) - 1, 1 << 60)
    rows = connection.execute(
        "SELECT i.n, i.id, i.at, i.published, s.official, i.first_seen, i.title, i.summary,"
        " i.language, i.kind, i.source, i.publisher, i.url FROM items i"
        " JOIN sources s ON s.id = i.source"
        " WHERE (i.at, i.n) > (?, ?) AND i.at <= ? AND i.n > 0 ORDER BY i.at, i.n LIMIT ?",
        (*first, seconds(until), PAGE),
    )
    found = [_past(*row) for row in rows]
    listed = named.listed(connection, [one.n for one in found])
    return [
        replace(one, text=replace(one.text, listed=listed[one.n])) if one.n in listed else one
        for one in found
    ]


def _past(
    n: int, name: str, when: int, published: int | None, official: int, seen: int, *words: str
) -> Past:
    """`words`: title, summary, language, kind, source, publisher, url."""
    title, summary, language, kind, source, publisher, url = words
    text = Text(
        title, summary, language, kind, source, publisher, moment(published), url, seen=at(seen)
    )
    return Past(n, name, at(when), published is not None, text, bool(official))


def mark(item: Past) -> Mark:
    """Where the page after this item begins."""
    return seconds(item.at), item.n


def count(
    connection: Connection, since: datetime, until: datetime, after: Mark | None = None
) -> int:
    """How many items there are from `since` up to `until`, those up to `after` left out."""
    first = after or (seconds(since) - 1, 1 << 60)
    row = connection.execute(
        "SELECT count(*) FROM items WHERE (at, n) > (?, ?) AND at <= ? AND n > 0",
        (*first, seconds(until)),
    ).fetchone()
    return int(row[0])


def standing(connection: Connection, ids: Sequence[str]) -> dict[str, bool]:
    """Which of these items were ever here, and whether they are still (or went: their term)."""
    rows = connection.execute(f"SELECT id, n > 0 FROM items WHERE id IN ({marks(ids)})", tuple(ids))
    return {row[0]: bool(row[1]) for row in rows}
