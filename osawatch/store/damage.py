"""Whether the file itself is whole, page by page, before anything is believed that stands in it.

SQLite keeps no sums of its pages: a changed letter in a plain profile is not seen here, a page that
is no page any more is. An encrypted profile authenticates every page, so that one bit is seen.
"""

from __future__ import annotations

from contextlib import suppress

from osawatch.errors import StoreError
from osawatch.store.database import RESTORE, Connection, Store, errors

SHOWN = 20
DAMAGED = "the database file is damaged"  # how such a line begins
TABLES = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 0"


def found(store: Store) -> list[str]:
    """One line for each damaged place and one for what to do; empty when the file is whole."""
    lines: list[str] = []
    try:
        with store.reading() as connection:
            lines += _checked(connection)
    except StoreError as error:  # even to end reading can fail then
        lines = lines or [str(error)]
    if not lines:
        return []
    named = [f"{DAMAGED}: {line}" for line in dict.fromkeys(lines)]
    return [*named[:SHOWN], f"what to do: {RESTORE}"]


def _checked(connection: Connection) -> list[str]:
    sealed = _told(connection, "PRAGMA cipher_integrity_check")  # a plain one has nothing to say
    try:
        whole = _told(connection, f"PRAGMA integrity_check({SHOWN})")
    except errors() as error:  # it ended at a table of the search; the others can still be asked
        whole = [*_by_table(connection), str(error)]
    return sealed + whole


def _by_table(connection: Connection) -> list[str]:
    lines: list[str] = []
    with suppress(*errors()):
        for name, root in connection.execute(TABLES).fetchall():
            try:
                lines += _told(connection, f'PRAGMA integrity_check("{name}")')
            except errors() as error:
                lines.append(f"table {name}, page {root} or below it: {error}")
    return lines


def _told(connection: Connection, check: str) -> list[str]:
    rows = connection.execute(check).fetchall()
    return [line for row in rows for line in str(row[0]).splitlines() if line != "ok"]
