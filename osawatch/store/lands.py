"""What is counted by country over some days: stories, alerts by role, open scores, who watched."""

from __future__ import annotations

from collections import Counter

from osawatch.store.cards import OPEN
from osawatch.store.database import Connection
from osawatch.store.rows import DAY

Count = dict[str, int]
_SHOWN = " a.trial = 0 AND a.suppressed = '' AND a.merged_into = ''"


def stories(connection: Connection, first: int, last: int, good: str, measure: str) -> Count:
    """Distinct stories by country, on the day each was first told; imported history too."""
    found = Counter[str]()
    for country, number in connection.execute(
        "SELECT s.country, sum(d.stories) FROM series s JOIN series_days d ON d.series = s.n"
        " WHERE s.good = ? AND s.measure = ? AND s.country <> '' AND d.day BETWEEN ? AND ?"
        " GROUP BY s.country",
        (good, measure, first, last),
    ):
        found[country] += number
    for country, number in connection.execute(
        "SELECT country, sum(stories) FROM daily_counts WHERE day BETWEEN ?1 AND ?2"
        " AND country <> '' AND (?3 = '' OR good = ?3) AND (?4 = '' OR measure = ?4)"
        " GROUP BY country",
        (first, last, good, measure),
    ):
        found[country] += number
    return {country: number for country, number in found.items() if number}


def alerts(
    connection: Connection, role: str, first: int, last: int, good: str, measure: str
) -> Count:
    """Stories with alerts whose text gives a country this role; trials and hidden ones are out.

    An imposing country is also one that an alert without any role names: `outline` chose it.
    """
    where, parameters = _wanted(first, last, good, measure)
    of = "SELECT a.card AS card, json_extract(r.value, '$[0]') AS country"
    asked = f"{of} FROM alerts a, json_each(a.roles) r WHERE json_extract(r.value, '$[1]') = ?"
    asked += where
    values = [role, *parameters]
    if role == "imposing":
        asked += " UNION SELECT a.card, c.value FROM alerts a, json_each(a.countries) c"
        asked += f" WHERE a.roles = '[]'{where}"
        values += parameters
    rows = connection.execute(
        f"SELECT country, count(DISTINCT card) FROM ({asked}) GROUP BY country", values
    )
    return dict(rows.fetchall())


def scores(
    connection: Connection, first: int, last: int, good: str, measure: str
) -> dict[str, float]:
    """The highest score of an open alert by the country it is about."""
    where, parameters = _wanted(first, last, good, measure)
    rows = connection.execute(
        "SELECT c.value, max(a.score) FROM alerts a, json_each(a.countries) c"
        f" WHERE a.status IN ({','.join('?' * len(OPEN))}){where} GROUP BY c.value",
        (*OPEN, *parameters),
    )
    return dict(rows.fetchall())


def watchers(connection: Connection, first: int, last: int) -> Count:
    """How many sources were observed in these days, by their country; "" = of no one country."""
    rows = connection.execute(
        "SELECT s.country, count(DISTINCT s.id) FROM source_days d"
        " JOIN sources s ON s.id = d.source WHERE d.day BETWEEN ? AND ?"
        " AND d.hours > 0 GROUP BY s.country",
        (first, last),
    )
    return dict(rows.fetchall())


def _wanted(first: int, last: int, good: str, measure: str) -> tuple[str, list[object]]:
    where = f" AND{_SHOWN} AND a.last_seen >= ? AND a.first_seen < ?"
    parameters: list[object] = [first * DAY, (last + 1) * DAY]
    for axis, concept in (("good", good), ("measure", measure)):
        if concept:
            where += (
                " AND EXISTS (SELECT 1 FROM alert_concepts o WHERE o.alert = a.id"
                " AND o.axis = ? AND o.concept = ?)"
            )
            parameters += [axis, concept]
    return where, parameters
