"""Rounds over older items: which names of which list, over which span, and how far they are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from osawatch.store.database import Connection
from osawatch.store.replay import Mark
from osawatch.store.rows import at, seconds

State = Literal["waiting", "done", "stopped"]
COLUMNS = (
    "n, list, received, entities, since, until, mark_at, mark_n, total, looked, found, alerts,"
    " state, changed"
)


@dataclass(frozen=True, slots=True)
class Round:
    """A round. `received`: the time of the list that brought the names of `entities`.

    Items from `since` to `until` are looked at, oldest first; `mark` is the last that was.
    `changed`: when anything was last done about it.
    """

    n: int
    list: str
    received: datetime
    entities: frozenset[str]
    since: datetime
    until: datetime
    mark: Mark | None
    total: int
    looked: int
    found: int
    alerts: int
    state: State
    changed: datetime


def add(
    connection: Connection,
    list_id: str,
    entities: Iterable[str],
    span: tuple[datetime, datetime],
    received: datetime,
) -> None:
    """A round that waits."""
    connection.execute(
        "INSERT INTO name_rounds(list, received, entities, since, until, changed)"
        " VALUES(?, ?, ?, ?, ?, ?)",
        (
            list_id, seconds(received), json.dumps(sorted(entities)), *map(seconds, span),
            seconds(received),
        ),
    )  # fmt: skip


def every(connection: Connection, state: str = "") -> list[Round]:
    """The rounds in this state, "" = any, oldest first."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM name_rounds WHERE ? IN ('', state) ORDER BY n", (state,)
    )
    return [_round(*row) for row in rows]


def advance(
    connection: Connection, one: Round, mark: Mark, counts: tuple[int, int, int], now: datetime
) -> None:
    """A page further. `counts`: items looked at, findings, alerts."""
    connection.execute(
        "UPDATE name_rounds SET mark_at = ?, mark_n = ?, looked = looked + ?, found = found + ?,"
        " alerts = alerts + ?, changed = ? WHERE n = ?",
        (*mark, *counts, seconds(now), one.n),
    )


def size(connection: Connection, n: int, total: int) -> None:
    """How many items there are to look at."""
    connection.execute("UPDATE name_rounds SET total = ? WHERE n = ?", (total, n))


def settle(connection: Connection, n: int, state: State, now: datetime) -> bool:
    """End a round, or let it wait again; False: there is no such round."""
    cursor = connection.execute(
        "UPDATE name_rounds SET state = ?, changed = ? WHERE n = ?", (state, seconds(now), n)
    )
    return cursor.rowcount > 0


def standing(connection: Connection, n: int) -> str:
    """The state of a round as it is now, "" = there is none."""
    row = connection.execute("SELECT state FROM name_rounds WHERE n = ?", (n,)).fetchone()
    return row[0] if row else ""


def _round(n: int, list_id: str, received: int, entities: str, since: int, until: int,
           mark_at: int | None, mark_n: int | None, total: int, looked: int, found: int,
           alerts: int, state: State, changed: int) -> Round:  # fmt: skip
    mark = None if mark_at is None or mark_n is None else (mark_at, mark_n)
    return Round(
        n, list_id, at(received), frozenset(json.loads(entities)), at(since), at(until), mark,
        total, looked, found, alerts, state, at(changed),
    )  # fmt: skip
