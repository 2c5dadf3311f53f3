"""What a desk wrote beside its log, without some words: its reports as items, screenings, details.

An item keeps its id and the hash of its text: the same report that comes again, from a desk that
has it as it was, is known and brings no word back. The text of a hash cannot be read from it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from osawatch.store import search
from osawatch.store.database import Connection
from osawatch.store.rows import marks

REPORTS = "post-report"
Without = Callable[[str], str]
"""A text without the words that go; the same text when none is in it."""
Places = Callable[[str], list[tuple[int, int, int]]]
"""Where words go: [start, end) and the length of what stands there instead, in their order."""
OWN: dict[str, tuple[str, ...]] = {
    "screenings": ("query", "purpose", "actor"),
    "screening_hits": ("name", "why", "decider"),
    "measure_details": ("value", "note", "source", "by", "withdrawn_by"),
}  # fmt: skip


def reports(connection: Connection, without: Without) -> list[int]:
    """The numbers of own reports whose text, now or before, has some of the words."""
    rows = connection.execute(
        "SELECT n, title, summary, publisher FROM items WHERE source = ?1 UNION ALL"
        " SELECT v.item, v.title, v.summary, '' FROM item_versions v JOIN items i ON i.n = v.item"
        " WHERE i.source = ?1",
        (REPORTS,),
    )
    found = {n for n, *texts in rows if any(without(text) != text for text in texts)}
    return sorted(found)


def rows(connection: Connection, without: Without) -> dict[str, int]:
    """How many rows of each own table have some of the words."""
    found = {table: len(_changes(connection, table, without)) for table in OWN}
    return {table: count for table, count in found.items() if count}


def clean(connection: Connection, without: Without) -> None:
    """Take the words out of these tables."""
    for table, columns in OWN.items():
        named = ", ".join(f"{one} = ?" for one in columns)
        connection.executemany(
            f"UPDATE {table} SET {named} WHERE {_key(table)} = ?",
            [(*new, key) for key, new in _changes(connection, table, without)],
        )


def rewrite(connection: Connection, n: int, without: Without, places: Places) -> None:
    """Take the words out of a report: its texts, the index, and what rules found there."""
    title, summary, publisher = connection.execute(
        "SELECT title, summary, publisher FROM items WHERE n = ?", (n,)
    ).fetchone()
    texts = without(title), without(summary)
    tables = ["items_fts"] if n <= search.indexed(connection) else []
    if connection.execute("SELECT 1 FROM alert_items WHERE item = ? LIMIT 1", (n,)).fetchone():
        tables.append("alert_fts")
    for table in tables:
        search.drop(connection, table, n, title, summary)
        search.add(connection, table, n, *texts)
    connection.execute(
        "UPDATE items SET title = ?, summary = ?, publisher = ? WHERE n = ?",
        (*texts, without(publisher), n),
    )
    old = connection.execute(
        "SELECT version, title, summary FROM item_versions WHERE item = ?", (n,)
    ).fetchall()
    connection.executemany(
        "UPDATE item_versions SET title = ?, summary = ? WHERE item = ? AND version = ?",
        [(without(a), without(b), n, version) for version, a, b in old],
    )
    spoken = {version: (a, b) for version, a, b in old}
    _evidence(connection, n, spoken, (title, summary), places)
    connection.execute("UPDATE alerts SET title = ? WHERE lead = ?", (texts[0], n))


def alerts_of(connection: Connection, numbers: Iterable[int]) -> list[str]:
    """The alerts that hold these items."""
    wanted = tuple(numbers)
    found = connection.execute(
        f"SELECT DISTINCT alert FROM alert_items WHERE item IN ({marks(wanted)})", wanted
    )
    return [row[0] for row in found]


def still(connection: Connection, name: str) -> dict[str, int]:
    """Rows of every table in which the name stands, letter by letter but for ASCII case."""
    found: dict[str, int] = {}
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE"
        " '\\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_%' ESCAPE '\\'"
    ).fetchall()
    for (table,) in tables:
        columns = [
            row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[2] == "TEXT"
        ]
        tests = " OR ".join(f'instr(lower("{one}"), lower(?1))' for one in columns)
        if tests:
            row = connection.execute(f"SELECT count(*) FROM {table} WHERE {tests}", (name,))
            found[table] = int(row.fetchone()[0])
    return {table: count for table, count in found.items() if count}


def _key(table: str) -> str:
    return "n" if table == "screenings" else "id"


def _changes(
    connection: Connection, table: str, without: Without
) -> list[tuple[Any, tuple[str, ...]]]:
    found = connection.execute(f"SELECT {_key(table)}, {', '.join(OWN[table])} FROM {table}")
    made = [(key, tuple(texts), tuple(map(without, texts))) for key, *texts in found.fetchall()]
    return [(key, new) for key, old, new in made if old != new]


def _evidence(
    connection: Connection,
    n: int,
    old: dict[int, tuple[str, str]],
    now: tuple[str, str],
    places: Places,
) -> None:
    """Words that a rule met move with their text; one of those that went stands no more."""
    found = connection.execute(
        "SELECT rule, version, evidence FROM matches WHERE item = ?", (n,)
    ).fetchall()
    for rule, version, evidence in found:
        title, summary = old.get(version, now)
        gone = {"title": places(title), "summary": places(summary)}
        left = [
            [field, *moved, *rest]
            for field, start, end, *rest in json.loads(evidence)
            if (moved := _moved(start, end, gone.get(field, []))) is not None
        ]
        connection.execute(
            "UPDATE matches SET evidence = ? WHERE item = ? AND rule = ? AND version = ?",
            (json.dumps(left, ensure_ascii=False), n, rule, version),
        )


def _moved(start: int, end: int, gone: list[tuple[int, int, int]]) -> tuple[int, int] | None:
    shift = 0
    for first, last, size in gone:
        if first < end and start < last:
            return None
        if last <= start:
            shift += size - (last - first)
    return start + shift, end + shift
