"""Measures and what items say of them. Derived: osawatch.measures folds sightings to measures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from osawatch.acts import Measure, Sighting, Step
from osawatch.store import findings
from osawatch.store.database import Connection
from osawatch.store.rows import marks
from rules.model import Match

READ = "measures-read"  # the last item that was read
LETTERS = 6000
COLUMNS = (
    "SELECT i.n, i.id, i.at, s.official, i.title, substr(i.summary, 1, ?), i.url, i.language,"
    " i.version, f.data"
)


class Row(NamedTuple):
    """An item that may tell of a measure, with what was found in it."""

    n: int
    id: str
    at: int
    official: bool
    title: str
    summary: str
    url: str
    language: str
    version: int
    match: Match


def unread(connection: Connection, most: int = 500) -> list[Row]:
    """Items with an alert, or of an official source, that are new or changed, a bunch at a time."""
    last = _number(connection)
    new = connection.execute(
        f"{COLUMNS} FROM findings f JOIN items i ON i.n = f.item JOIN sources s ON s.id = i.source"
        " WHERE f.item > ? AND s.format <> 'calendar' AND (s.official OR EXISTS"
        " (SELECT 1 FROM alert_items a WHERE a.item = f.item)) ORDER BY f.item LIMIT ?",
        (LETTERS, last, most),
    ).fetchall()
    # CROSS JOIN keeps the order: those that told of a measure are few, items are all there are
    changed = connection.execute(
        f"{COLUMNS} FROM sighted g CROSS JOIN items i ON i.n = g.item AND g.version < i.version"
        " JOIN findings f ON f.item = i.n JOIN sources s ON s.id = i.source LIMIT ?",
        (LETTERS, most),
    ).fetchall()
    return [
        Row(n, name, at, bool(official), title, summary, url, language, version,
            findings.unpack(data))
        for n, name, at, official, title, summary, url, language, version, data in new + changed
    ]  # fmt: skip


def keep(connection: Connection, row: Row, told: Iterable[Sighting]) -> None:
    """What an item says now; what it said before goes."""
    connection.execute(
        "INSERT INTO sighted VALUES(?, ?) ON CONFLICT(item) DO UPDATE SET version ="
        " excluded.version",
        (row.n, row.version),
    )
    connection.execute("DELETE FROM measure_sightings WHERE item = ?", (row.n,))
    connection.executemany(
        "INSERT INTO measure_sightings VALUES(?, ?, ?, ?)",
        [(row.n, one.country, one.measure, _dump(one)) for one in told],
    )
    if row.n > _number(connection):
        note(connection, READ, str(row.n))


def countries(connection: Connection, n: int) -> set[str]:
    """Whose measures an item told of so far."""
    rows = connection.execute("SELECT country FROM measure_sightings WHERE item = ?", (n,))
    return {row[0] for row in rows}


def all_countries(connection: Connection) -> set[str]:
    """All countries of which something is told."""
    rows = connection.execute("SELECT DISTINCT country FROM measure_sightings")
    return {row[0] for row in rows}


def sightings(connection: Connection, country: str) -> list[Sighting]:
    """All that items say of a country's measures."""
    rows = connection.execute("SELECT data FROM measure_sightings WHERE country = ?", (country,))
    return [_sighting(json.loads(row[0])) for row in rows]


def replace(connection: Connection, country: str, found: Iterable[Measure]) -> None:
    """The measures of a country, as they stand now."""
    connection.execute("DELETE FROM measures WHERE country = ?", (country,))
    connection.executemany(
        "INSERT INTO measures VALUES(?, ?, ?)",
        [(one.id, country, _dump(one)) for one in found],
    )


def of(connection: Connection, lands: Sequence[str], goods: Sequence[str]) -> list[Measure]:
    """The measures of these countries that name one of these goods, or no good at all.

    SQLite looks into the text of a row: a country may have thousands, and few are wanted.
    """
    named = " OR ".join("instr(data, ?)" for _ in goods) or "0"
    rows = connection.execute(
        f"SELECT data FROM measures WHERE country IN ({marks(lands)})"
        f" AND (instr(data, '\"goods\":[]') OR {named}) ORDER BY id",
        (*lands, *(f'"{good}"' for good in goods)),
    )
    return [_measure(json.loads(row[0])) for row in rows]


def told_by(connection: Connection, lands: Sequence[str], items: Sequence[int]) -> list[Measure]:
    """The measures of these countries of which one of these items tells, whatever their goods."""
    rows = connection.execute(
        f"SELECT data FROM measures WHERE country IN ({marks(lands)}) AND EXISTS (SELECT 1 FROM"
        f" json_each(data, '$.items') WHERE value IN ({marks(items)})) ORDER BY id",
        (*lands, *items),
    )
    return [_measure(json.loads(row[0])) for row in rows]


def cards(connection: Connection, items: Sequence[int]) -> list[str]:
    """The cards of alerts that stand on one of these items, the gravest first."""
    rows = connection.execute(
        "SELECT a.card FROM alert_items i JOIN alerts a ON a.id = i.alert AND a.merged_into = ''"
        f" WHERE i.item IN ({marks(items)}) GROUP BY a.card ORDER BY max(a.score) DESC, a.card",
        tuple(items),
    )
    return [row[0] for row in rows]


def every(connection: Connection) -> list[Measure]:
    """All measures."""
    rows = connection.execute("SELECT data FROM measures ORDER BY country, id")
    return [_measure(json.loads(row[0])) for row in rows]


def noted(connection: Connection, key: str) -> str:
    """A line of `meta`, "" when it is not there."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def note(connection: Connection, key: str, value: str) -> None:
    """Write a line of `meta`."""
    connection.execute(
        "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def _number(connection: Connection) -> int:
    return int(noted(connection, READ) or 0)


def _dump(one: Sighting | Measure) -> str:
    return json.dumps(asdict(one), ensure_ascii=False, separators=(",", ":"))


def _sighting(data: dict[str, Any]) -> Sighting:
    return Sighting(**(data | {key: tuple(data[key]) for key in ("goods", "codes")}
                       | {"refs": _pairs(data["refs"])}))  # fmt: skip


def _measure(data: dict[str, Any]) -> Measure:
    plain = {key: tuple(data[key]) for key in ("goods", "codes", "items")}
    steps = tuple(Step(**step) for step in data["steps"])
    return Measure(**(data | plain | {"links": _pairs(data["links"]), "steps": steps}))


def _pairs(values: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in values)
