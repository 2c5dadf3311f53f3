"""When items reached this desk, when they happened, and what they say of a measure's stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from osawatch.store import findings
from osawatch.store.database import Connection
from osawatch.store.rows import at, marks

AT_ONCE = 500
Row = tuple[int, datetime, datetime, bool, str, tuple[date, ...]]


def of(connection: Connection, numbers: Sequence[int]) -> Iterator[Row]:
    """Number, first seen, happened, official, stage, days from which something holds."""
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        rows = connection.execute(
            "SELECT i.n, i.first_seen, i.at, s.official, f.data FROM items i"
            " JOIN sources s ON s.id = i.source LEFT JOIN findings f ON f.item = i.n"
            f" WHERE i.n IN ({marks(some)}) AND s.format <> 'calendar' ORDER BY i.n",
            tuple(some),
        )
        for n, seen, when, official, data in rows:
            match = findings.unpack(data)
            stages = [match.measure_status[one] for one in match.measures
                      if one in match.measure_status]  # fmt: skip
            days = tuple(
                one.date
                for one in match.dates
                if one.kind == "effective" and one.precision == "day"
            )
            yield n, at(seen), at(when), bool(official), stages[0] if stages else "", days
