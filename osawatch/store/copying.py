"""The database file as a whole: copied while others write, checked, given to another machine."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from osawatch.errors import StoreError
from osawatch.store.database import Store, connect, translated

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
        out = sqlite3.connect(target)
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
