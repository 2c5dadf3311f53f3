"""What an alert holds: its items, counted and chosen."""

from __future__ import annotations

from collections.abc import Sequence

from osawatch.stages import Member, Outline, Totals
from osawatch.store import findings
from osawatch.store.database import Connection
from osawatch.store.grades import GRADE
from osawatch.store.identity import FAMILY
from osawatch.store.rows import DAY, marks

EARLIEST, LATEST = 40, 120  # items that describe a long alert
BEGINNING = 1200  # code points of their texts


def members(connection: Connection, name: str) -> list[Member]:
    """The items of an alert and of those merged into it.

    Of a very long one: the first, the latest and the official ones. `totals` counts them all.
    """
    rows = connection.execute(
        f"{FAMILY}, held AS (SELECT DISTINCT i.n, i.at, i.id, s.official FROM family"
        " JOIN alert_items ai ON ai.alert = family.id JOIN items i ON i.n = ai.item"
        " JOIN sources s ON s.id = i.source), chosen AS ("
        " SELECT n FROM (SELECT n FROM held ORDER BY at, id LIMIT ?)"
        " UNION SELECT n FROM (SELECT n FROM held ORDER BY official DESC, at DESC, id LIMIT ?))"
        f" SELECT i.n, i.id, i.title, i.language, i.publisher, s.official, {GRADE}, i.at,"
        " i.first_seen, i.story, f.data, substr(i.summary, 1, ?) FROM chosen"
        " JOIN items i ON i.n = chosen.n"
        " JOIN sources s ON s.id = i.source LEFT JOIN findings f ON f.item = i.n"
        " ORDER BY i.at, i.id",
        (name, EARLIEST, LATEST, BEGINNING),
    )
    return [
        Member(n, item, title, language, publisher, bool(official), grade, when, seen, story,
               findings.unpack(data), text)
        for n, item, title, language, publisher, official, grade, when, seen, story, data, text
        in rows
    ]  # fmt: skip


def item_numbers(connection: Connection, name: str) -> list[int]:
    """The items of an alert and of those merged into it."""
    rows = connection.execute(
        f"{FAMILY} SELECT DISTINCT ai.item FROM family JOIN alert_items ai ON ai.alert = family.id",
        (name,),
    )
    return [row[0] for row in rows]


def holds(connection: Connection, name: str, item: str) -> bool:
    """Whether an item, by its id, is under an alert or one merged into it."""
    row = connection.execute(
        f"{FAMILY} SELECT 1 FROM family JOIN alert_items ai ON ai.alert = family.id"
        " JOIN items i ON i.n = ai.item WHERE i.id = ? LIMIT 1",
        (name, item),
    ).fetchone()
    return row is not None


def totals(connection: Connection, name: str) -> Totals:
    """Counts over all items of an alert and of those merged into it."""
    row = connection.execute(
        f"{FAMILY} SELECT count(DISTINCT i.n), count(DISTINCT i.publisher), min(i.at), max(i.at),"
        " min(i.first_seen), max(i.first_seen), max(s.official) FROM family"
        " JOIN alert_items ai ON ai.alert = family.id JOIN items i ON i.n = ai.item"
        " JOIN sources s ON s.id = i.source",
        (name,),
    ).fetchone()
    return Totals(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]))


def publishers(connection: Connection, name: str) -> set[str]:
    """Who has reported what this alert holds."""
    rows = connection.execute(
        "SELECT DISTINCT i.publisher FROM alert_items ai JOIN items i ON i.n = ai.item"
        " WHERE ai.alert = ?",
        (name,),
    )
    return {row[0] for row in rows}


def begins_with(connection: Connection, name: str) -> dict[str, object]:
    """The first item of an alert, and its near-copy story: what it is told apart by."""
    row = connection.execute(
        "SELECT i.id, i.story FROM alerts a JOIN items i ON i.n = a.first_item WHERE a.id = ?",
        (name,),
    ).fetchone()
    return {"item": str(row[0]), "story": str(row[1])} if row else {}


def of_items(connection: Connection, stories: Sequence[str]) -> list[str]:
    """The alerts that hold an item of one of these stories."""
    rows = connection.execute(
        "SELECT DISTINCT ai.alert FROM items i JOIN alert_items ai ON ai.item = i.n"
        f" WHERE i.story IN ({marks(stories)})",
        tuple(stories),
    )
    return [row[0] for row in rows]


def repeats(connection: Connection, name: str, told: Outline, days: int = 180) -> list[str]:
    """Measure statuses of earlier alerts on the same good, country and measure."""
    rows = connection.execute(
        "SELECT DISTINCT a.measure_status FROM alert_concepts g"
        " JOIN alert_concepts c ON c.alert = g.alert AND c.axis = 'country' AND c.concept = ?"
        " JOIN alert_concepts m ON m.alert = g.alert AND m.axis = 'measure' AND m.concept = ?"
        " JOIN alerts a ON a.id = g.alert WHERE g.axis = 'good' AND g.concept = ?"
        " AND a.id <> ? AND a.start < ? AND a.start >= ?",
        (
            told.countries[0] if told.countries else "",
            told.measures[0] if told.measures else "",
            told.goods[0] if told.goods else "",
            name,
            told.start,
            told.start - days * DAY,
        ),
    )
    return [row[0] for row in rows]
