"""Daily counts of distinct stories, and how much of each day was observed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from osawatch.store.database import Connection
from osawatch.store.rows import DAY, day_number, day_of, seconds


@dataclass(frozen=True, slots=True)
class Count:
    """Stories of one UTC day by measure ("" = none named) and by source kind.

    `total` counts each story once; `coverage` is 0 to 1, and 0 means nobody looked.
    """

    day: date
    total: int
    coverage: float
    measures: dict[str, int]
    kinds: dict[str, int]


@dataclass(frozen=True, slots=True)
class DayCount:
    """One line of imported history."""

    day: date
    good: str
    country: str
    measure: str
    kind: str
    stories: int


def daily(
    connection: Connection,
    now: datetime,
    days: int,
    *,
    good: str = "",
    country: str = "",
    measure: str = "",
) -> list[Count]:
    """The last days, oldest first, today included; "" = any good, country or measure."""
    today = seconds(now) // DAY
    first = today - days + 1
    totals, measures, kinds = _imported(connection, first, good, country, measure)
    for day, one, number in _stories(connection, first, good, country, measure, split="measure"):
        measures.setdefault(day, {})[one] = measures.get(day, {}).get(one, 0) + number
    for day, one, number in _stories(connection, first, good, country, measure, split="kind"):
        kinds.setdefault(day, {})[one] = kinds.get(day, {}).get(one, 0) + number
    for day, _, number in _stories(connection, first, good, country, measure, split=""):
        totals[day] = totals.get(day, 0) + number
    covered = coverage(connection, now, days)
    return [
        Count(
            day_of(day), totals.get(day, 0), covered[day], measures.get(day, {}), kinds.get(day, {})
        )
        for day in range(first, today + 1)
    ]


def coverage(connection: Connection, now: datetime, days: int) -> dict[int, float]:
    """The share of each day that the sources in use were observed; imported history counts whole.

    A source is in use on a day if it was observed within a week of it.
    """
    today = seconds(now) // DAY
    first = today - days + 1
    found = dict.fromkeys(range(first, today + 1), 0.0)
    watched = {
        day: (count, hours)
        for day, count, hours in connection.execute(
            "SELECT day, count(*), sum(hours) FROM source_days WHERE day >= ? AND hours > 0"
            " GROUP BY day",
            (first - 7,),
        )
    }
    for day in found:
        in_use = max(watched.get(near, (0, 0.0))[0] for near in range(day - 7, day + 8))
        whole = (seconds(now) - today * DAY) / 3600 if day == today else 24.0
        if in_use and day in watched:
            found[day] = min(1.0, watched[day][1] / max(whole, 0.5) / in_use)
    low, high = _imported_days(connection)
    for day in range(max(first, low), min(today, high) + 1):
        found[day] = 1.0
    return found


def looked(connection: Connection, now: datetime, days: int) -> list[bool]:
    """Whether anybody looked at all, day by day, oldest first."""
    today = seconds(now) // DAY
    low, high = _imported_days(connection)
    return [
        low <= day <= high or _observed(connection, day)
        for day in range(today - days + 1, today + 1)
    ]


def _observed(connection: Connection, day: int) -> bool:
    row = connection.execute(
        "SELECT EXISTS(SELECT 1 FROM source_days WHERE day = ? AND hours > 0)", (day,)
    ).fetchone()
    return bool(row[0])


def _imported_days(connection: Connection) -> tuple[int, int]:
    """The first and the last day of imported history; it has no gaps, and its zeros are zeros."""
    row = connection.execute("SELECT min(day), max(day) FROM daily_counts").fetchone()
    return (0, -1) if row[0] is None else (int(row[0]), int(row[1]))


def pairs(
    connection: Connection, wanted: Iterable[tuple[str, str]], now: datetime, days: int
) -> dict[tuple[str, str], list[int]]:
    """Stories a day for pairs of good and country: the small curve on each card."""
    return {
        pair: [one.total for one in _plain(connection, now, days, pair)] for pair in set(wanted)
    }


def import_counts(connection: Connection, lines: Iterable[DayCount]) -> None:
    """Take history from elsewhere: days that count as observed, without their items."""
    connection.executemany(
        "INSERT INTO daily_counts VALUES(?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET stories = excluded.stories",
        [
            (day_number(one.day), one.good, one.country, one.measure, one.kind, one.stories)
            for one in lines
        ],
    )


def _plain(connection: Connection, now: datetime, days: int, pair: tuple[str, str]) -> list[Count]:
    today = seconds(now) // DAY
    first = today - days + 1
    totals, _, _ = _imported(connection, first, *pair, "")
    for day, _, number in _stories(connection, first, *pair, "", split=""):
        totals[day] = totals.get(day, 0) + number
    return [Count(day_of(day), totals.get(day, 0), 1.0, {}, {}) for day in range(first, today + 1)]


Tally = dict[int, dict[str, int]]


def _imported(
    connection: Connection, first: int, good: str, country: str, measure: str
) -> tuple[dict[int, int], Tally, Tally]:
    totals: dict[int, int] = {}
    measures: Tally = {}
    kinds: Tally = {}
    for day, one, kind, number in connection.execute(
        "SELECT day, measure, kind, sum(stories) FROM daily_counts WHERE day >= ?1"
        " AND (?2 = '' OR good = ?2) AND (?3 = '' OR country = ?3) AND (?4 = '' OR measure = ?4)"
        " GROUP BY day, measure, kind",
        (first, good, country, measure),
    ):
        totals[day] = totals.get(day, 0) + number
        measures.setdefault(day, {})[one] = measures.get(day, {}).get(one, 0) + number
        kinds.setdefault(day, {})[kind] = kinds.get(day, {}).get(kind, 0) + number
    return totals, measures, kinds


def _stories(
    connection: Connection, first: int, good: str, country: str, measure: str, *, split: str
) -> list[tuple[int, str, int]]:
    """(day, measure or kind, distinct stories) of the items that carry all named concepts."""
    axes = [("good", good), ("country", country), ("measure", measure)]
    named = [(axis, one) for axis, one in axes if one] or [("good", "")]
    base, *others = named
    parameters: list[object] = [base[0], first]
    where = "c.axis = ? AND c.day >= ?"
    if base[1]:
        where += " AND c.concept = ?"
        parameters.append(base[1])
    for axis, one in others:
        where += (
            " AND EXISTS (SELECT 1 FROM concepts o WHERE o.axis = ? AND o.concept = ?"
            " AND o.day = c.day AND o.item = c.item)"
        )
        parameters += [axis, one]
    join, column = "", "''"
    if split == "kind":
        column = "i.kind"
    elif split == "measure":
        join = " LEFT JOIN concepts m ON m.item = c.item AND m.axis = 'measure'"
        column = "coalesce(m.concept, '')"
    rows = connection.execute(
        f"SELECT c.day, {column} AS one, count(DISTINCT i.story) FROM concepts c"
        f" JOIN items i ON i.n = c.item{join} WHERE {where} GROUP BY c.day, one",
        parameters,
    )
    return rows.fetchall()
