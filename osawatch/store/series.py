"""Daily counts of distinct stories, and how much of each day was observed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from osawatch.store.counts import ALL_TOPICS, NO_MEASURE, OWN
from osawatch.store.database import Connection
from osawatch.store.rows import DAY, day_number, day_of, seconds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SETTLED = 100.0  # stories a day from where on their number says how much was published
STORY_DAYS = 45  # a story that runs longer is told anew


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
    for day, one, number in _counted(connection, first, good, country):
        if one == measure:
            totals[day] = totals.get(day, 0) + number
        if one and measure in ("", one):
            _add(measures, day, "" if one == NO_MEASURE else one, number)
    for day, one, number in _by_kind(connection, first, good, country, measure):
        _add(kinds, day, one, number)
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


def exposure(connection: Connection, now: datetime, days: int) -> list[float]:
    """How much was looked at, day by day, oldest first; 1 on a usual day, 0 = nobody looked.

    What the sources that were observed usually bring, times how much more or less the world
    published that day. A day's number of stories is chance itself where it is small, so that
    factor counts for nothing at few stories and whole at many (`SETTLED` of them: half).
    """
    first = seconds(now) // DAY - days + 1
    capacity = _capacity(connection, first)
    seen = polled(connection, now, days)
    known = [day for day in seen if capacity.get(day)]
    whole = sum(capacity[day] for day in known)
    scale = sum(seen[day] for day in known) / whole if whole else 1.0
    found = {
        day: scale * one * (seen.get(day, 0) + SETTLED) / (scale * one + SETTLED)
        for day, one in capacity.items()
    }
    usual = _usual(found.values())
    low, high = _imported_days(connection)
    return [
        max(found.get(day, 0.0) / usual, 1.0 if low <= day <= high else 0.0)
        for day in range(first, first + days)
    ]


def _capacity(connection: Connection, first: int) -> dict[int, float]:
    """Items that the sources observed on a day would bring if it were a usual one."""
    hours: dict[str, float] = {}
    items: dict[str, int] = {}
    seen: dict[tuple[str, int], float] = {}
    for source, day, brought, looked in connection.execute(
        "SELECT source, day, items, hours FROM source_days WHERE day >= ?", (first,)
    ):
        items[source] = items.get(source, 0) + brought
        hours[source] = hours.get(source, 0.0) + looked
        seen[source, day] = looked
    found: dict[int, float] = {}
    for (source, day), looked in seen.items():
        if looked > 0:
            # a source that has brought nothing yet was looked at all the same
            pace = max(items[source], 0.5) / max(hours[source], 24.0)
            found[day] = found.get(day, 0.0) + pace * looked
    return found


def _usual(values: Iterable[float]) -> float:
    some = sorted(value for value in values if value > 0)
    return some[len(some) // 2] if some else 1.0


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
    today = seconds(now) // DAY
    first = today - days + 1
    found = {pair: [0] * days for pair in wanted}
    if not found:
        return found
    marks = ",".join("(?, ?)" for _ in found)
    rows = connection.execute(
        f"WITH wanted(good, country) AS (VALUES {marks})"
        " SELECT s.good, s.country, d.day, d.stories FROM wanted CROSS JOIN series s"
        " ON s.good = wanted.good AND s.country = wanted.country AND s.measure = ''"
        " JOIN series_days d ON d.series = s.n AND d.day BETWEEN ? AND ?",
        (*(one for pair in found for one in pair), first, today),
    )
    for good, country, day, stories in rows:
        found[good, country][day - first] += stories
    _add_imported(connection, found, first, today)
    return found


def _add_imported(
    connection: Connection, found: dict[tuple[str, str], list[int]], first: int, today: int
) -> None:
    for good, country, day, stories in connection.execute(
        "SELECT good, country, day, sum(stories) FROM daily_counts WHERE day BETWEEN ? AND ?"
        " GROUP BY day, good, country",
        (first, today),
    ):
        for pair in {(good, country), (good, ""), ("", country), ("", "")}:
            if pair in found:
                found[pair][day - first] += stories


def polled(connection: Connection, now: datetime, days: int) -> dict[int, int]:
    """Distinct stories of all topics by day: what was seen of the world at all."""
    today = seconds(now) // DAY
    rows = connection.execute(
        "SELECT d.day, d.stories FROM series s JOIN series_days d ON d.series = s.n"
        " WHERE s.good = ? AND s.country = '' AND s.measure = '' AND d.day > ?",
        (ALL_TOPICS, today - days),
    )
    return dict(rows.fetchall())


def table(
    connection: Connection, now: datetime, days: int
) -> tuple[list[tuple[str, str]], NDArray[np.float64]]:
    """All pairs of good and country that were ever in the news, and their counts (days, pairs).

    "" in a pair = any; the pair of two "" is not among them. Loads numpy.
    """
    import numpy as np

    today = seconds(now) // DAY
    first = today - days + 1
    found: dict[tuple[str, str], dict[int, int]] = {}
    for good, country, day, stories in connection.execute(
        "SELECT s.good, s.country, d.day, d.stories FROM series s"
        " JOIN series_days d ON d.series = s.n AND d.day BETWEEN ? AND ?"
        " WHERE s.measure = '' AND s.good <> ?",
        (first, today, ALL_TOPICS),
    ):
        found.setdefault((good, country), {})[day] = stories
    for good, country, day, stories in connection.execute(
        "SELECT good, country, day, sum(stories) FROM daily_counts WHERE day BETWEEN ? AND ?"
        " GROUP BY day, good, country",
        (first, today),
    ):
        for pair in {(good, country), (good, ""), ("", country)}:
            into = found.setdefault(pair, {})
            into[day] = into.get(day, 0) + stories
    pairs = sorted(pair for pair in found if any(pair))
    counts = np.zeros((days, len(pairs)))
    for n, pair in enumerate(pairs):
        for day, stories in found[pair].items():
            counts[day - first, n] = stories
    return pairs, counts


def publishers(connection: Connection, good: str, country: str, first: int, last: int) -> int:
    """How many publishers told of a pair in these days."""
    axes = [(axis, one) for axis, one in (("good", good), ("country", country)) if one]
    where = "".join(
        " AND EXISTS (SELECT 1 FROM concepts o WHERE o.axis = ? AND o.concept = ?"
        " AND o.day = c.day AND o.item = c.item)"
        for _ in axes[1:]
    )
    row = connection.execute(
        "SELECT count(DISTINCT i.publisher) FROM concepts c JOIN items i ON i.n = c.item"
        f" WHERE c.axis = ? AND c.concept = ? AND c.day BETWEEN ? AND ?"
        f" AND i.source NOT IN (?, ?){where}",
        (*axes[0], first, last, *OWN, *(word for axis in axes[1:] for word in axis)),
    ).fetchone()
    return int(row[0])


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


def _counted(
    connection: Connection, first: int, good: str, country: str
) -> list[tuple[int, str, int]]:
    """(day, measure, distinct stories); measure "" = any, which is no sum of the others."""
    return connection.execute(
        "SELECT d.day, s.measure, d.stories FROM series s JOIN series_days d ON d.series = s.n"
        " WHERE s.good = ? AND s.country = ? AND d.day >= ?",
        (good, country, first),
    ).fetchall()


def _by_kind(
    connection: Connection, first: int, good: str, country: str, measure: str
) -> list[tuple[int, str, int]]:
    """(day, kind of source, distinct stories), each on the first day a kind of source told it."""
    axes = [("good", good), ("country", country), ("measure", measure)]
    named = [(axis, one) for axis, one in axes if one]
    base, *others = named or [("", "")]
    where = "c.axis = ? AND c.concept = ?" if named else "c.axis <> ? AND c.concept <> ?"
    where += " AND c.day >= ?"
    parameters: list[object] = [*base, first - STORY_DAYS]
    for axis, one in others:
        where += (
            " AND EXISTS (SELECT 1 FROM concepts o WHERE o.axis = ? AND o.concept = ?"
            " AND o.day = c.day AND o.item = c.item)"
        )
        parameters += [axis, one]
    rows = connection.execute(
        "SELECT day, kind, count(*) FROM (SELECT min(c.day) AS day, i.kind AS kind"
        " FROM concepts c JOIN items i ON i.n = c.item"
        f" WHERE {where} AND i.source NOT IN (?, ?) GROUP BY i.story, i.kind)"
        " WHERE day >= ? GROUP BY day, kind",
        (*parameters, *OWN, first),
    )
    return rows.fetchall()


def _add(to: Tally, day: int, key: str, number: int) -> None:
    to.setdefault(day, {})[key] = to.get(day, {}).get(key, 0) + number
