"""What people added to measures."""

from __future__ import annotations

import hashlib
from dataclasses import astuple
from datetime import datetime
from typing import Any

from osawatch.acts import Detail, Measure, NewDetail
from osawatch.model import Person
from osawatch.store.database import Connection
from osawatch.store.rows import at, seconds

COLUMNS = "id, measure, act, kind, source, value, amount, unit, day, note, by, post, at"


def add(
    connection: Connection, measure: Measure, new: NewDetail, person: Person, now: datetime
) -> str:
    """Keep a detail; its id. The same said again by the same person at once is one."""
    whole = "\x1f".join(map(str, (measure.id, *astuple(new), person.name, seconds(now))))
    key = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    connection.execute(
        f"INSERT INTO measure_details({COLUMNS}) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (
            key, measure.id, measure.act, new.kind, new.source, new.value, new.amount, new.unit,
            new.day, new.note, person.name, person.post, seconds(now),
        ),
    )  # fmt: skip
    return key


def withdraw(connection: Connection, detail: str, person: Person, now: datetime) -> bool:
    """Take a detail back; it stays on record. False: there is none that stands."""
    cursor = connection.execute(
        "UPDATE measure_details SET withdrawn = ?, withdrawn_by = ? WHERE id = ?"
        " AND withdrawn IS NULL",
        (seconds(now), person.name, detail),
    )
    return cursor.rowcount > 0


def every(connection: Connection) -> list[Detail]:
    """All that stand, oldest first."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM measure_details WHERE withdrawn IS NULL ORDER BY at, id"
    )
    return [_detail(row) for row in rows]


def _detail(row: tuple[Any, ...]) -> Detail:
    return Detail(*(*row[:12], at(row[12])))
