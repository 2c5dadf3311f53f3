"""What was decided about interrupting a person, a row an alert. It stays on this machine.

Dates that come near are in the same table, without a card: osawatch/store/reminded.py.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from osawatch.interruption import Notice, Verdict
from osawatch.model import Alert
from osawatch.store.database import Connection
from osawatch.store.rows import at, marks, moment, seconds, stamp


def keep(
    connection: Connection, alert: Alert, verdict: Verdict, since: datetime, now: datetime
) -> None:
    """A verdict takes the place of an earlier one on the same alert."""
    connection.execute(
        "INSERT INTO noticed VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(alert) DO UPDATE SET"
        " card = excluded.card, at = CASE WHEN act = excluded.act AND why = excluded.why THEN at"
        " ELSE excluded.at END, act = excluded.act, why = excluded.why, until = excluded.until",
        (
            alert.id, alert.card, seconds(since), seconds(now), verdict.act, verdict.why,
            stamp(verdict.until),
        ),
    )  # fmt: skip


def waiting(connection: Connection) -> list[str]:
    """The alerts whose time has not come."""
    rows = connection.execute("SELECT alert FROM noticed WHERE act = 'wait' AND card <> ''")
    return [row[0] for row in rows]


def gone(connection: Connection, names: Collection[str]) -> None:
    """Alerts that became part of others wait no more: those are judged in their stead."""
    connection.executemany(
        "DELETE FROM noticed WHERE alert = ? AND act = 'wait'", [(name,) for name in names]
    )


def known(connection: Connection, names: Sequence[str]) -> dict[str, tuple[datetime, str]]:
    """Since when these alerts are known here, and what was decided."""
    found: dict[str, tuple[datetime, str]] = {}
    for start in range(0, len(names), 500):
        part = tuple(names[start : start + 500])
        for row in connection.execute(
            f"SELECT alert, since, act FROM noticed WHERE alert IN ({marks(part)})", part
        ):
            found[row[0]] = (at(row[1]), row[2])
    return found


def told_cards(connection: Connection, cards: Sequence[str]) -> set[str]:
    """Those of these cards that were told: under this name, or by an alert that stands there."""
    found: set[str] = set()
    for start in range(0, len(cards), 500):
        part = tuple(cards[start : start + 500])
        for row in connection.execute(
            f"SELECT card FROM noticed WHERE act = 'notify' AND card IN ({marks(part)})"
            " UNION SELECT a.card FROM alerts a JOIN noticed n ON n.alert = a.id"
            f" WHERE n.act = 'notify' AND a.card IN ({marks(part)})",
            (*part, *part),
        ):
            found.add(row[0])
    return found


def listed(connection: Connection, limit: int) -> list[Notice]:
    """The newest first, with the title that each alert has now."""
    rows = connection.execute(
        "SELECT n.alert, a.card, a.title, a.level, n.since, n.at, n.act, n.why, n.until"
        " FROM noticed n JOIN alerts a ON a.id = n.alert ORDER BY n.at DESC, n.alert LIMIT ?",
        (limit,),
    )
    return [
        Notice(
            row[0],
            row[1],
            row[2],
            row[3],
            at(row[4]),
            at(row[5]),
            Verdict(row[6], row[7], moment(row[8])),
        )
        for row in rows
    ]


def forget(connection: Connection, before: datetime, dates_before: date) -> None:
    """What was decided longer ago, but for what waits; of dates only those before a day.

    The key of a date holds its day (osawatch/interruption.py).
    """
    connection.execute(
        "DELETE FROM noticed WHERE at < ? AND act <> 'wait' AND (card <> '' OR alert < ?)",
        (seconds(before), f"date:{dates_before}"),
    )
