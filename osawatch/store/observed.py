"""When somebody looked: the days between are gaps, which are neither silence nor a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from osawatch.store import series
from osawatch.store.database import Connection
from osawatch.store.rows import marks, seconds
from rules.counting import Gap

LONGEST = 800  # days that are looked back


def gaps(
    connection: Connection, since: datetime, now: datetime, feeds: Sequence[str] = ()
) -> tuple[Gap, ...]:
    """The UTC days since then on which nobody looked: at these sources, or at any."""
    midnight = datetime(now.year, now.month, now.day, tzinfo=UTC)
    days = min(max(1, (midnight - since).days + 2), LONGEST)
    looked = _at(connection, feeds, now, days) if feeds else series.looked(connection, now, days)
    starts = [midnight - timedelta(days=days - 1 - number) for number in range(days)]
    return tuple(
        Gap(start, min(start + timedelta(days=1), now))
        for start, seen in zip(starts, looked, strict=True)
        if not seen and start < now
    )


def _at(connection: Connection, feeds: Sequence[str], now: datetime, days: int) -> list[bool]:
    """Whether all of these sources were looked at, day by day: one that fails may be the one."""
    today = seconds(now) // 86_400
    rows = connection.execute(
        "SELECT day FROM source_days WHERE day > ? AND hours > 0"
        f" AND source IN ({marks(feeds)}) GROUP BY day HAVING count(*) >= ?",
        (today - days, *feeds, len(set(feeds))),
    )
    seen = {row[0] for row in rows}
    return [day in seen for day in range(today - days + 1, today + 1)]
