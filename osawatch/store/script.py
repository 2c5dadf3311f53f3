"""Several statements of SQL, run inside the transaction that is open."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def execute(db: Database, script: str) -> None:
    """Run each statement of `script`; what has no end is run as it stands, so SQLite names it.

    `sqlite3.executescript` would commit what is open; the one of sqlite-utils asks at each letter
    whether a statement ends there, which was half of what a new profile waits for.
    """
    statement = ""
    for part in script.split(";"):
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
    if statement:
        db.execute(statement)
