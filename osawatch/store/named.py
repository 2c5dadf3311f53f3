"""Which entries of the sanctions lists an item names, and with which lists it was compared.

A hit on a natural person is open until a person confirms or rejects it, and goes after 30 days if
nobody did. One on a company, a vessel or an aircraft needs no confirmation; it can be rejected.
What no name was told of has its reasons in the check of the item.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from datetime import datetime, timedelta
from typing import Any

from osawatch.hits import Check, Compared, Finding, NewCheck, NewFinding
from osawatch.model import Person
from osawatch.store.database import Connection
from osawatch.store.rows import at, marks, moment, seconds
from rules.model import ListedName

KEPT = timedelta(days=30)
COLUMNS = (
    "n.id, i.id, n.at, n.list, n.entity, n.kind, n.person, n.name, n.type, n.quality, n.field,"
    " n.start, n.stop, n.text, n.relation, n.need, n.fact, n.state, n.decider, n.after"
)


def edition(connection: Connection, lists: Iterable[Compared]) -> int:
    """The number of a set of lists, noted when it is new."""
    text = json.dumps([[one.list, seconds(one.received), one.records, one.fault] for one in lists])
    row = connection.execute("SELECT n FROM name_editions WHERE lists = ?", (text,)).fetchone()
    if row is None:
        return (
            connection.execute("INSERT INTO name_editions(lists) VALUES(?)", (text,)).lastrowid or 0
        )
    return int(row[0])


def keep(
    connection: Connection, n: int, version: int, now: datetime, edition: int, found: NewCheck
) -> None:
    """What a text of an item names; what another text of it named and nobody confirmed goes."""
    silent = json.dumps(found.silent, ensure_ascii=False)
    connection.execute(
        "INSERT INTO name_checks VALUES(?, ?, ?, ?, ?) ON CONFLICT(item) DO UPDATE SET"
        " version = excluded.version, edition = excluded.edition, silent = excluded.silent,"
        " beyond = excluded.beyond",
        (n, version, edition, silent if found.silent else "", found.beyond),
    )
    if version > 1:
        connection.execute("DELETE FROM named WHERE item = ? AND state = 'open'", (n,))
    connection.executemany(
        "INSERT INTO named(id, item, version, at, list, entity, kind, person, name, type, quality,"
        " field, start, stop, text, relation, need, fact)"
        f" VALUES({marks(range(18))}) ON CONFLICT DO NOTHING",
        [(_id(n, one), n, version, seconds(now), *astuple(one)) for one in found.told],
    )


def place(connection: Connection, n: int) -> tuple[int, bool] | None:
    """The version of an item that stands, and whether it is a copy; None = there is no such."""
    row = connection.execute("SELECT version, copy_of FROM items WHERE n = ?", (n,)).fetchone()
    return (int(row[0]), bool(row[1])) if row else None


def more(
    connection: Connection,
    item: tuple[int, int],
    now: datetime,
    found: Iterable[NewFinding],
    after: datetime,
) -> int:
    """What an item that was here (number, version) names of a list of later; how many are new."""
    before = connection.total_changes
    connection.executemany(
        "INSERT INTO named(id, item, version, at, list, entity, kind, person, name, type, quality,"
        " field, start, stop, text, relation, need, fact, after)"
        f" VALUES({marks(range(19))}) ON CONFLICT DO NOTHING",
        [(_id(item[0], one), *item, seconds(now), *astuple(one), seconds(after)) for one in found],
    )
    return connection.total_changes - before


def of(connection: Connection, items: Sequence[str]) -> list[Finding]:
    """What these items name, by item and place; what was rejected is among it."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM named n JOIN items i ON i.n = n.item WHERE i.id IN"
        f" ({marks(items)}) ORDER BY i.n, n.field <> 'title', n.start, n.list, n.entity",
        tuple(items),
    )
    return [_finding(row) for row in rows]


def in_state(connection: Connection, state: str, *, persons: bool) -> list[Finding]:
    """The findings in this state, "" = any, newest first; those on persons alone, or all."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM named n JOIN items i ON i.n = n.item WHERE ? IN ('', n.state)"
        " AND n.person >= ? ORDER BY n.at DESC, n.item DESC, n.start, n.id",
        (state, persons),
    )
    return [_finding(row) for row in rows]


def checks(connection: Connection, items: Sequence[str]) -> dict[str, Check]:
    """How these items were compared, by item; one that is missing met no list."""
    rows = connection.execute(
        "SELECT i.id, e.lists, c.silent, c.beyond FROM name_checks c JOIN items i ON i.n = c.item"
        f" JOIN name_editions e ON e.n = c.edition WHERE i.id IN ({marks(items)})",
        tuple(items),
    )
    return {
        item: Check(
            item,
            tuple(Compared(key, at(got), count, why) for key, got, count, why in json.loads(lists)),
            tuple((why, words) for why, words in json.loads(silent or "[]")),
            beyond,
        )
        for item, lists, silent, beyond in rows
    }


def decide(connection: Connection, name: str, state: str, person: Person, now: datetime) -> bool:
    """A person's word on a finding. False: there is no such finding."""
    cursor = connection.execute(
        "UPDATE named SET state = ?, decider = ?, decided = ? WHERE id = ?",
        (state, person.name, seconds(now), name),
    )
    return cursor.rowcount > 0


def listed(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[ListedName, ...]]:
    """What rules may know of these items, by number: no natural person."""
    rows = connection.execute(
        "SELECT n.item, n.field, n.start, n.stop, n.list, n.entity FROM named n JOIN items i"
        " ON i.n = n.item AND i.version = n.version WHERE n.person = 0 AND n.state <> 'rejected'"
        f" AND n.item IN ({marks(numbers)}) ORDER BY n.item, n.field <> 'title', n.start, n.id",
        tuple(numbers),
    )
    found: dict[int, tuple[ListedName, ...]] = {}
    for n, *one in rows:
        found[n] = (*found.get(n, ()), ListedName(*one))
    return found


def purge(connection: Connection, now: datetime) -> int:
    """Take away hits on persons that nobody confirmed in time; the number that went."""
    due = "person = 1 AND state <> 'confirmed' AND at < ?"
    before = (seconds(now - KEPT),)
    if connection.execute(f"SELECT 1 FROM named WHERE {due} LIMIT 1", before).fetchone() is None:
        return 0
    connection.execute("PRAGMA secure_delete=ON")  # the pages are overwritten, not only freed
    return connection.execute(f"DELETE FROM named WHERE {due}", before).rowcount


def _id(n: int, one: NewFinding) -> str:
    whole = f"named\x1f{n}\x1f{one.list}\x1f{one.entity}"
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _finding(row: tuple[Any, ...]) -> Finding:
    whole = (*row[:2], at(row[2]), *row[3:6], bool(row[6]), *row[7:-1], moment(row[-1]))
    return Finding(*whole)
