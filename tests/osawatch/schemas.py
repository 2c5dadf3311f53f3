"""The form of a profile after each step, frozen: a step that is edited later is noticed.

    python -m tests.osawatch.schemas      adds the forms of new steps; others stay as they are

first K steps on an empty file -> what SQLite says of tables, indexes, triggers -> a hash
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database, Migrations

from osawatch.store import schema

FROZEN = Path(__file__).parents[1] / "data" / "schemas.json"


def forms() -> dict[str, str]:
    """The hash of the form after each step, by the step's name, as today's code makes them."""
    found: dict[str, str] = {}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in schema.STEPS:
            one = Migrations(schema.SET)
            one(name=step.__name__)(step)
            one.apply(Database(connection, execute_plugins=False))
            found[step.__name__] = _hash(connection)
    return found


def _hash(connection: sqlite3.Connection) -> str:
    """Of the schema alone: white space says nothing, and SQLite's own tables are not ours."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master"
        " WHERE sql IS NOT NULL AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' ORDER BY type, name"
    )
    told = "\n".join(f"{kind} {name} {' '.join(sql.split())}" for kind, name, sql in rows)
    return hashlib.sha256(told.encode()).hexdigest()


def frozen() -> dict[str, str]:
    """As they were shipped."""
    held: dict[str, str] = json.loads(FROZEN.read_text("utf-8")) if FROZEN.exists() else {}
    return held


def main() -> None:
    """Add what is new."""
    whole = forms() | frozen()  # what was shipped stays, whatever the code says now
    FROZEN.write_text(json.dumps(whole, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
