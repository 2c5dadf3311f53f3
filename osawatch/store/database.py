"""The connection factory: one file, a write-ahead log, a connection a thread.

Durability: a commit that a person was told of (triage, settings of a source) is flushed to disk
(`synchronous=FULL`). A poll commits with `NORMAL`: killing the program loses nothing, and after
a power cut items and the validators that say "we have them" are lost together, so that the next
poll fetches them again.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from osawatch import sealed
from osawatch.errors import StoreError
from osawatch.store import begun, schema

Connection = sqlite3.Connection

BUSY_MS = 15_000
TRY_S = 0.002  # between two tries for the write lock
CACHE_KIB = 16_000  # of pages, for each thread; a window has six and reads little at a time
PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA temp_store=MEMORY",  # no text of a profile in a temporary file
    "PRAGMA journal_size_limit=33554432",
    "PRAGMA wal_autocheckpoint=4000",  # a first poll of 300 feeds: half the writing of the default
)
RESTORE = (
    "the file is damaged: keep a copy of the profile's folder, then make a new profile of the"
    " newest backup: osawatch-cli --profile NEW restore FILE (`doctor` says what is damaged)"
)
ADVICE = (
    ("malformed", RESTORE),
    ("not a database", RESTORE),
    ("full", "make room on the disk and do it again: what was confirmed before is kept"),
    ("readonly", "the profile's folder must be writable; nothing was changed"),
)
FATAL = ("full", "locked", "malformed", "not a database", "readonly", "disk i/o", "unable to open")


class Store:
    """A profile's database. Thread safe: each thread gets a connection of its own."""

    def __init__(self, path: Path, cache_kib: int = CACHE_KIB) -> None:
        self.path, self._cache_kib = path, cache_kib
        self._local = threading.local()
        self._open: dict[threading.Thread, Connection] = {}
        self._guard = threading.Lock()
        self._writer = threading.RLock()  # threads queue here, not in SQLite's busy loop
        self._closed = False
        begun.look(path)
        _touch(path)
        try:
            with translated():
                schema.migrate(self._connection())
        except StoreError:
            self.close()  # a refused profile is left as it was, without files beside it
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot: all statements inside see the same state."""
        with translated():
            connection = self._connection()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("COMMIT")

    @contextmanager
    def writing(self, *, durable: bool = True, checked: bool = True) -> Iterator[Connection]:
        """One transaction, all or nothing. Never hold it over a network call.

        It takes the write lock at once: a deferred BEGIN that read first could not be upgraded
        after another process wrote. `checked`: foreign keys are looked at; who does without must
        leave none that points to nothing.
        """
        with translated(), self._writer:
            connection = self._connection()
            if connection.in_transaction:
                yield connection
                return
            self._set_durable(connection, durable=durable)
            if not checked:
                connection.execute("PRAGMA foreign_keys=OFF")
            try:
                _begin(connection)
                try:
                    yield connection
                except BaseException:
                    _roll_back(connection)
                    raise
                connection.execute("COMMIT")
            finally:
                if not checked:
                    connection.execute("PRAGMA foreign_keys=ON")

    def flush(self) -> None:
        """Empty the write-ahead log into the file; what nobody can do while others read."""
        with translated(), self._writer:
            self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._writer, self._guard:
            self._closed = True
            for connection in self._open.values():
                connection.close()
            self._open.clear()

    def _connection(self) -> Connection:
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is not None and not self._closed:
            return connection
        with self._guard:
            if self._closed:
                raise StoreError("the store is closed", fatal=True)
            self._close_those_of_finished_threads()
            connection = connect(self.path)
            connection.execute(f"PRAGMA cache_size=-{self._cache_kib}")
            self._open[threading.current_thread()] = connection
        self._local.connection = connection
        return connection

    def _set_durable(self, connection: Connection, *, durable: bool) -> None:
        if getattr(self._local, "durable", None) is not durable:
            connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
            self._local.durable = durable

    def _close_those_of_finished_threads(self) -> None:
        for thread in [thread for thread in self._open if not thread.is_alive()]:
            self._open.pop(thread).close()


def connect(path: Path) -> Connection:
    """A connection as all parts of the program use it."""
    connection = raw(path)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except errors():
        connection.close()
        raise
    return connection


def raw(path: Path, key: bytes | None = None) -> Connection:
    """A connection without settings: SQLCipher for a profile that is unlocked, else SQLite."""
    key = key or sealed.key_of(path)
    if key is None:
        return sqlite3.connect(path, BUSY_MS / 1000, isolation_level=None, check_same_thread=False)
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(
        str(path), BUSY_MS / 1000, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")  # it would write to stderr
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise StoreError("SQLCipher is not there: nothing is stored in clear", fatal=True)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        connection.close()
        told = "does not open with this key: the key file of another profile, or it is damaged"
        raise sealed.Locked(path, told) from error
    return cast("Connection", connection)


def errors() -> tuple[type[Exception], ...]:
    """What SQLite raises, and SQLCipher once it is in use."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, cipher.Error) if cipher else (sqlite3.Error,)


def _begin(connection: Connection) -> None:
    """Take the write lock, and wait for it wakefully.

    SQLite sleeps for up to a tenth of a second between two tries: it misses the moments between
    the transactions of a poll, and a key that a person pressed waits for several of them.
    """
    until = time.monotonic() + BUSY_MS / 1000
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
            except errors() as error:
                if "locked" not in str(error) or time.monotonic() >= until:
                    raise
                time.sleep(TRY_S)
            else:
                return
    finally:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")


def _roll_back(connection: Connection) -> None:
    if connection.in_transaction:  # a full disk has rolled it back already
        connection.execute("ROLLBACK")


@contextmanager
def translated() -> Iterator[None]:
    """The one place where an error of SQLite becomes an error of ours."""
    try:
        yield
    except errors() as error:
        text = str(error)
        fatal = any(word in text.casefold() for word in FATAL)
        raise StoreError(f"the database refused: {text}{_advice(text)}", fatal=fatal) from error


def _advice(text: str) -> str:
    """What a person can do about it, "" when SQLite's own words must do."""
    said = text.casefold()
    return next((f"; {told}" for word, told in ADVICE if word in said), "")


def _touch(path: Path) -> None:
    """Made by us first, so that the file and its -wal and -shm are closed to others."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}", fatal=True) from error
