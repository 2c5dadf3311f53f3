"""Days on which a series was unusual, as it was judged then; what is older than a week stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from osawatch.store.database import Connection
from osawatch.store.rows import DAY, at, day_number, day_of, marks, seconds

KEEP = 400  # days


@dataclass(frozen=True, slots=True)
class Unusual:
    """A day of a pair of good and country ("" = all of them): its level ("" = none), and why."""

    day: date
    good: str
    country: str
    level: str
    p: float
    stories: int
    expected: float


@dataclass(frozen=True, slots=True)
class Judging:
    """When all series were judged last: how many had a verdict, and the lines of that day."""

    when: datetime
    series: int
    watch: float
    alert: float


def keep(connection: Connection, found: Iterable[Unusual], since: date, judging: Judging) -> None:
    """Put these in the place of all since that day."""
    connection.execute("DELETE FROM signals WHERE day >= ?", (day_number(since),))
    connection.execute("DELETE FROM signals WHERE day < ?", (day_number(since) - KEEP,))
    connection.executemany(
        "INSERT INTO signals VALUES(?, ?, ?, ?, ?, ?, ?)",
        [
            (day_number(one.day), one.good, one.country, one.level, one.p, one.stories,
             one.expected)
            for one in found
        ],
    )  # fmt: skip
    connection.execute("DELETE FROM judged")
    connection.execute(
        "INSERT INTO judged VALUES(?, ?, ?, ?)",
        (seconds(judging.when), judging.series, judging.watch, judging.alert),
    )


def last(connection: Connection) -> Judging | None:
    """The last time that all series were judged; None = never."""
    row = connection.execute("SELECT at, series, watch, alert FROM judged").fetchone()
    return None if row is None else Judging(at(row[0]), *row[1:])


def lowest(
    connection: Connection, goods: Sequence[str], countries: Sequence[str], first: date, until: date
) -> float:
    """The least probable day of these pairs; 1 when none was unusual. Nobody named = all."""
    lands, things = tuple(countries) or ("",), tuple(goods) or ("",)
    row = connection.execute(
        "SELECT min(p) FROM signals WHERE day BETWEEN ? AND ?"
        f" AND good IN ({marks(things)}) AND country IN ({marks(lands)})",
        (day_number(first), day_number(until), *things, *lands),
    ).fetchone()
    return 1.0 if row[0] is None else float(row[0])


def since(connection: Connection, now: datetime, days: int) -> list[Unusual]:
    """The unusual days of the last so many, those of one pair together and in order."""
    rows = connection.execute(
        "SELECT day, good, country, level, p, stories, expected FROM signals WHERE day > ?"
        " ORDER BY good, country, day",
        (seconds(now) // DAY - days,),
    )
    return [Unusual(day_of(row[0]), *row[1:]) for row in rows]


def called_false(connection: Connection, pair: tuple[str, str], first: date, until: date) -> bool:
    """Whether a person closed an alert about this pair and these days as not relevant."""
    row = connection.execute(
        "SELECT EXISTS(SELECT 1 FROM alerts a WHERE a.relevant = 0 AND a.status = 'closed'"
        " AND a.stop BETWEEN ? AND ?"
        " AND (? = '' OR EXISTS(SELECT 1 FROM alert_concepts c WHERE c.alert = a.id"
        " AND c.axis = 'good' AND c.concept = ?))"
        " AND (? = '' OR EXISTS(SELECT 1 FROM alert_concepts c WHERE c.alert = a.id"
        " AND c.axis = 'country' AND c.concept = ?)))",
        (
            day_number(first) * DAY, (day_number(until) + 1) * DAY,
            pair[0], pair[0], pair[1], pair[1],
        ),
    ).fetchone()  # fmt: skip
    return bool(row[0])
