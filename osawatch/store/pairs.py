"""Which pairs of good and country were most in the news of some days, counted where it is kept."""

from __future__ import annotations

from collections import Counter

from osawatch.store.database import Connection


def top(
    connection: Connection, first: int, last: int, good: str, country: str
) -> list[tuple[str, str, int]]:
    """(good, country, stories), the most first; "" = any of them. Imported history with them."""
    found = Counter[tuple[str, str]]()
    wanted = " AND (?3 = '' OR good = ?3) AND (?4 = '' OR country = ?4)"
    for one, land, number in connection.execute(
        "SELECT s.good, s.country, sum(d.stories) FROM series s"
        " JOIN series_days d ON d.series = s.n AND d.day BETWEEN ?1 AND ?2"
        f" WHERE s.measure = '' AND s.good NOT IN ('', '*') AND s.country <> ''{wanted}"
        " GROUP BY s.good, s.country",
        (first, last, good, country),
    ):
        found[one, land] += number
    for one, land, number in connection.execute(
        "SELECT good, country, sum(stories) FROM daily_counts WHERE day BETWEEN ?1 AND ?2"
        f" AND good <> '' AND country <> ''{wanted} GROUP BY good, country",
        (first, last, good, country),
    ):
        found[one, land] += number
    some = [(one, land, number) for (one, land), number in found.items() if number > 0]
    return sorted(some, key=lambda row: (-row[2], row[0], row[1]))
