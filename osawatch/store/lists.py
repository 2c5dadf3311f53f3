"""Versions of the lists: the bytes as they came, packed, in a folder; their rows in the database.

A version's file is written whole, closed to others, before the row that names it; a file that no
row names is a leftover of a crash and is written again.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

from osawatch import sealed
from osawatch.errors import StoreError
from osawatch.store.database import Connection
from osawatch.store.rows import at, moment, seconds

LARGEST = 512 << 20
COLUMNS = "list, sha256, received, format, records, bytes, origin, file"


@dataclass(frozen=True, slots=True)
class Version:
    """A list as it was received. `origin` is the address or the name of the file.

    `deltas` are the files of what was published since and has been applied, in their order.
    """

    list: str
    sha256: str
    received: datetime
    format: str
    records: int
    bytes: int
    origin: str
    file: str
    deltas: tuple[str, ...] = ()

    @property
    def stamp(self) -> str:
        """What the records depend on: equal stamps, equal records."""
        if not self.deltas:
            return self.sha256
        whole = "\0".join((self.sha256, *self.deltas))
        return hashlib.sha256(whole.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class State:
    """How the last look at a list went, with the validators for the next."""

    list: str
    outcome: str = ""
    detail: str = ""
    checked: datetime | None = None
    succeeded: datetime | None = None
    etag: str = ""
    last_modified: str = ""
    validated_url: str = ""


def keep(folder: Path, list_id: str, body: bytes, received: datetime) -> tuple[str, str]:
    """Write the bytes; the result is their SHA-256 and the file's name below `folder`."""
    digest = hashlib.sha256(body).hexdigest()
    name = f"{list_id}/{received:%Y%m%dT%H%M%SZ}-{digest[:12]}.gz"
    path = folder / name
    try:
        sealed.write_bytes(path, gzip.compress(body, 6, mtime=0))
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}", fatal=True) from error
    return digest, name


def body(folder: Path, version: Version) -> bytes:
    """The bytes of a version as they came; `StoreError` when they are no longer those."""
    path = folder / version.file
    found = unpacked(path)
    if hashlib.sha256(found).hexdigest() != version.sha256:
        raise StoreError(f"{path} is not what was received")
    return found


def unpacked(path: Path) -> bytes:
    """The bytes of a kept file; `StoreError` when it cannot be read."""
    try:
        with gzip.open(BytesIO(sealed.read_bytes(path))) as packed:
            return packed.read(LARGEST)
    except (OSError, EOFError) as error:
        raise StoreError(f"{path} cannot be read: {error}") from error


def add(connection: Connection, version: Version) -> None:
    """Note a version whose file is kept."""
    connection.execute(
        f"INSERT INTO list_versions({COLUMNS}) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        (
            version.list, version.sha256, seconds(version.received), version.format,
            version.records, version.bytes, version.origin, version.file,
        ),
    )  # fmt: skip


def versions(connection: Connection, list_id: str) -> list[Version]:
    """The versions of a list, newest first."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM list_versions WHERE list = ? ORDER BY n DESC", (list_id,)
    )
    found = [Version(row[0], row[1], at(row[2]), *row[3:]) for row in rows]
    return [replace(one, deltas=deltas(connection, one.list, one.sha256)) for one in found]


def current(connection: Connection) -> dict[str, Version]:
    """The newest version of each list there is."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM list_versions WHERE n IN"
        " (SELECT max(n) FROM list_versions GROUP BY list) ORDER BY list"
    )
    found = [Version(row[0], row[1], at(row[2]), *row[3:]) for row in rows.fetchall()]
    return {
        one.list: replace(one, deltas=deltas(connection, one.list, one.sha256)) for one in found
    }


def deltas(connection: Connection, list_id: str, base: str) -> tuple[str, ...]:
    """The files of what was published since a version and has been applied."""
    rows = connection.execute(
        "SELECT file FROM list_deltas WHERE list = ? AND base = ? ORDER BY publication",
        (list_id, base),
    )
    return tuple(row[0] for row in rows)


def add_delta(
    connection: Connection,
    folder: Path,
    version: Version,
    publication: tuple[int, str],
    body: bytes,
    received: datetime,
) -> None:
    """Keep a delta, by (number, day), beside the version that it was applied to."""
    digest, file = keep(folder, f"{version.list}/deltas", body, received)
    connection.execute(
        "INSERT INTO list_deltas VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " base = excluded.base, received = excluded.received, sha256 = excluded.sha256,"
        " bytes = excluded.bytes, file = excluded.file",
        (version.list, version.sha256, *publication, seconds(received), digest, len(body), file),
    )


def states(connection: Connection) -> dict[str, State]:
    """How the last look at each list went."""
    rows = connection.execute(
        "SELECT list, outcome, detail, checked, succeeded, etag, last_modified, validated_url"
        " FROM list_states"
    )
    return {
        row[0]: State(row[0], row[1], row[2], moment(row[3]), moment(row[4]), *row[5:])
        for row in rows
    }


def note(connection: Connection, state: State, now: datetime, *, success: bool) -> None:
    """Save how a look went; a failure keeps the validators and the time of the last success."""
    connection.execute(
        "INSERT INTO list_states(list, outcome, detail, checked) VALUES(?, ?, ?, ?)"
        " ON CONFLICT(list) DO UPDATE SET outcome = excluded.outcome, detail = excluded.detail,"
        " checked = excluded.checked",
        (state.list, state.outcome, state.detail[:500], seconds(now)),
    )
    if success:
        connection.execute(
            "UPDATE list_states SET succeeded = ?, etag = ?, last_modified = ?, validated_url = ?"
            " WHERE list = ?",
            (seconds(now), state.etag, state.last_modified, state.validated_url, state.list),
        )
