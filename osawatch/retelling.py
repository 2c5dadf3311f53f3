"""Puts items to the stories they belong to, in the store.

what a person parted or put together again waits to be placed anew
tellings.pending -> the week before it -> osawatch.tellings.place -> what moved -> alerts to look at

Only the stretch from the first item that is new to a week after the last change is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from osawatch.notices import numbers
from osawatch.stages import Telling
from osawatch.store import partings
from osawatch.store import tellings as rows
from osawatch.store.database import Connection
from osawatch.tellings import REACH, WEEK, place, telling

FORM = "tellings-form"
NUMBER = "2"  # another way to place items gets another number: all are placed anew, once


def retell(connection: Connection) -> list[str]:
    """Place what waits; the result are alerts whose card may be another one now, by time."""
    if _form(connection) != NUMBER:
        rows.all_stale(connection)
        connection.execute(
            "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
            (FORM, NUMBER),
        )
    parted = partings.stories(connection)
    changed = parted ^ partings.applied(connection)
    if changed:
        rows.stale(connection, sorted(changed))
        partings.apply(connection, parted)
    waiting = rows.pending(connection)
    if waiting is None:
        return []
    moved = list(_moved(connection, waiting, parted))
    touched = changed | {topic for one, old, topic in moved for topic in (old, topic)}
    rows.settle(connection, [(topic, one.n) for one, _, topic in moved])
    return rows.alerts_of(connection, sorted(touched))


def differences(connection: Connection) -> list[str]:
    """Items that stand in another story than their texts say, from the first to the last."""
    first = rows.Pending(0, "", 1 << 62)
    return [
        f"item {one.id}: stands in story {old}, its text says {topic}"
        for one, old, topic in _moved(connection, first, partings.stories(connection))
    ]


def _moved(
    connection: Connection, since: rows.Pending, parted: frozenset[str]
) -> Iterator[tuple[Telling, str, str]]:
    """(item, its story so far, the story it belongs to)."""
    known = rows.before(connection, since.at, since.id, since.at - 2 * REACH, 2 * WEEK)
    stretch = rows.onward(connection, since.at, since.id)
    old: dict[int, str] = {}
    for one, topic in place(_pairs(known, {}), _pairs(stretch, old), since.last, parted):
        yield one, old[one.n], topic


def _pairs(found: Iterable[rows.Row], topics: dict[int, str]) -> Iterator[tuple[Telling, str]]:
    for row in found:
        topics[row.n] = row.topic
        text = (row.title, row.text, row.language)
        act = act_of(row.title)
        yield telling(row.n, row.id, row.at, row.story, text, row.match, act), row.topic


@lru_cache(maxsize=8192)
def act_of(title: str) -> str:
    """The number of the act that a title names, "" = none."""
    return next((act for _, _, act in numbers(title)), "")


def _form(connection: Connection) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (FORM,)).fetchone()
    return str(row[0]) if row else ""
