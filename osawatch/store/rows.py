"""Small conversions between values and columns. Times are whole seconds, days are UTC days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

DAY = 86_400
EPOCH = date(1970, 1, 1)


def stamp(moment: datetime | None) -> int | None:
    """Seconds since 1970 of an aware time."""
    return None if moment is None else int(moment.timestamp())


def seconds(moment: datetime) -> int:
    """Like `stamp`, for a time that is there."""
    return int(moment.timestamp())


def moment(stamp: int | None) -> datetime | None:
    """An aware UTC time."""
    return None if stamp is None else at(stamp)


def at(stamp: int) -> datetime:
    """Like `moment`, for a column that is never empty."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=stamp)


def day_number(day: date) -> int:
    """Days since 1970."""
    return (day - EPOCH).days


def day_of(number: int) -> date:
    """The UTC day with this number."""
    return EPOCH + timedelta(days=number)


def dump(values: Iterable[str]) -> str:
    """A list of words as a JSON column."""
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def words(column: str) -> tuple[str, ...]:
    """The reverse of `dump`."""
    return tuple(json.loads(column)) if column else ()


def marks(values: Sequence[object]) -> str:
    """Question marks for an IN list: `?,?,?`."""
    return ",".join("?" * len(values))
