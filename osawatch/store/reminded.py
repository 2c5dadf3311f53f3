"""Dates that were told of or wait to be, among what was decided about interrupting a person.

A row a date and step. It has no card, by which the rows of alerts are told from it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from osawatch.interruption import Verdict
from osawatch.store.database import Connection
from osawatch.store.rows import at, moment, seconds, stamp


@dataclass(frozen=True, slots=True)
class Row:
    """A date's key, since when it was near, and what was decided when."""

    key: str
    since: datetime
    at: datetime
    verdict: Verdict


def keep(
    connection: Connection, key: str, verdict: Verdict, since: datetime, now: datetime
) -> None:
    """A verdict takes the place of an earlier one; a verdict that stays keeps its time."""
    connection.execute(
        "INSERT INTO noticed VALUES(?, '', ?, ?, ?, ?, ?) ON CONFLICT(alert) DO UPDATE SET"
        " at = CASE WHEN act = excluded.act AND why = excluded.why THEN at ELSE excluded.at END,"
        " act = excluded.act, why = excluded.why, until = excluded.until",
        (key, seconds(since), seconds(now), verdict.act, verdict.why, stamp(verdict.until)),
    )


def every(connection: Connection, limit: int = -1) -> list[Row]:
    """The newest first."""
    rows = connection.execute(
        "SELECT alert, since, at, act, why, until FROM noticed WHERE card = ''"
        " ORDER BY at DESC, alert LIMIT ?",
        (limit,),
    )
    return [Row(x[0], at(x[1]), at(x[2]), Verdict(x[3], x[4], moment(x[5]))) for x in rows]


def withdraw(connection: Connection, keys: Collection[str]) -> None:
    """Dates that moved, were taken back or came nearer are not told of any more."""
    connection.executemany("DELETE FROM noticed WHERE alert = ?", [(key,) for key in keys])
