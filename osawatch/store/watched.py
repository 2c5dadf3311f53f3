"""Which companies of the watchlist stand, or stood, on which list."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from osawatch.hits import Standing
from osawatch.store.database import Connection
from osawatch.store.rows import at, moment, seconds

COLUMNS = "list, entity, company, name, score, why, since, until, reason, item"


def standing(connection: Connection, list_id: str) -> list[Standing]:
    """Those on a list now."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM watched_hits WHERE list = ? AND until IS NULL", (list_id,)
    )
    return [_standing(row) for row in rows]


def every(connection: Connection, company: str = "") -> list[Standing]:
    """All, or those of a company; those that stand first, newest first."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM watched_hits WHERE ? IN ('', company)"
        " ORDER BY until IS NOT NULL, since DESC, company, list, entity",
        (company,),
    )
    return [_standing(row) for row in rows]


def begin(connection: Connection, one: Standing) -> None:
    """It stands from now on; what was known of an earlier time is replaced."""
    connection.execute(
        "INSERT INTO watched_hits(list, entity, company, name, score, why, since, item)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(list, entity, company) DO UPDATE SET"
        " name = excluded.name, score = excluded.score, why = excluded.why, since ="
        " excluded.since, item = excluded.item, until = NULL, reason = ''",
        (one.list, one.entity, one.company, one.name, one.score, one.why, seconds(one.since),
         one.item),
    )  # fmt: skip


def move(connection: Connection, one: Standing, entity: str) -> None:
    """The same record under another key."""
    connection.execute(
        "UPDATE OR REPLACE watched_hits SET entity = ? WHERE list = ? AND entity = ?"
        " AND company = ?",
        (entity, one.list, one.entity, one.company),
    )


def end(connection: Connection, one: Standing, reason: str, now: datetime) -> None:
    """It stands no more: removed, unlike or unwatched."""
    connection.execute(
        "UPDATE watched_hits SET until = ?, reason = ? WHERE list = ? AND entity = ?"
        " AND company = ?",
        (seconds(now), reason, one.list, one.entity, one.company),
    )


def open_alerts(connection: Connection, item: str, rule: str) -> list[str]:
    """The alerts of a rule that hold this item and that nobody has closed."""
    rows = connection.execute(
        "SELECT a.id FROM items i JOIN alert_items ai ON ai.item = i.n JOIN alerts a"
        " ON a.id = ai.alert WHERE i.id = ? AND a.rule = ? AND a.status <> 'closed'",
        (item, rule),
    )
    return [row[0] for row in rows]


def _standing(row: tuple[Any, ...]) -> Standing:
    return Standing(*(*row[:6], at(row[6]), moment(row[7]), *row[8:]))
