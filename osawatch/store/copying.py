"""The database file as a whole: copied while others write, checked, given to another machine."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from osawatch.errors import StoreError
from osawatch.store.database import Connection, Store, connect, raw, translated

PAGES = 2000  # copied at once: 8 MB, a few milliseconds


class Cancelled(Exception):  # noqa: N818 # no error: a person said so
    """A person stopped it."""


def copy(
    store: Store,
    target: Path,
    progress: Callable[[int, int], None],
    cancel: threading.Event | None = None,
) -> None:
    """An exact copy of one moment; `progress` is told pages done and pages in all."""

    def step(_status: int, left: int, total: int) -> None:
        if cancel is not None and cancel.is_set():
            raise Cancelled
        progress(total - left, total)

    with translated(), store.reading() as connection:
        out = raw(target)
        try:
            connection.backup(out, pages=PAGES, progress=step)
        finally:
            out.close()


def verify(path: Path) -> None:
    """`StoreError` when a database file is not whole, or not of this program."""
    with translated():
        connection = connect(path)
        try:
            told = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        finally:
            connection.close()
    if told != ["ok"]:
        raise StoreError(f"the copied database is damaged: {told[0]}", fatal=True)
    if not {"events", "items", "alerts"} <= tables:
        raise StoreError("the copied database is not of this program", fatal=True)


def another_device(path: Path) -> None:
    """A copy that lives on speaks in its own name: two devices must not count the same events."""
    with translated():
        connection = connect(path)
        try:
            connection.execute("DELETE FROM meta WHERE key = 'device'")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def export(source: Path, target: Path, old: bytes | None, new: bytes | None) -> None:
    """A database under another key, None = in clear; checked whole before this returns."""
    from sqlcipher3 import dbapi2

    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_RDWR | os.O_CREAT, 0o600))
    with translated():
        connection = raw(source, old) if old else dbapi2.connect(str(source), isolation_level=None)
        try:
            connection.execute("PRAGMA cipher_log_level=NONE")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            key = f"x'{new.hex()}'" if new else ""
            connection.execute("ATTACH DATABASE ? AS other KEY ?", (str(target), key))
            connection.execute("SELECT sqlcipher_export('other')")
            connection.execute("DETACH DATABASE other")
            wanted = _tally(connection)
        finally:
            connection.close()
        made = raw(target, new) if new else dbapi2.connect(str(target), isolation_level=None)
        try:
            told = made.execute("PRAGMA integrity_check(3)").fetchall()
            found = _tally(made)
        finally:
            made.close()
    if [row[0] for row in told] != ["ok"] or found != wanted:
        target.unlink(missing_ok=True)
        raise StoreError("the copy under the new key is not whole; nothing was changed", fatal=True)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _tally(connection: Connection) -> list[tuple[str, int]]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE '%_fts%' ORDER BY name"
    ).fetchall()
    return [
        (name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in names
    ]
