"""How long cases and news are kept, as this profile has it; and where else a name may stand."""

from __future__ import annotations

import json

from osawatch.store.database import Connection
from osawatch.store.rows import marks

KEY = "retention"


def read(connection: Connection, key: str = KEY) -> dict[str, object]:
    """The schedule as it was kept; empty before it was set."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    found = json.loads(row[0]) if row else {}
    return found if isinstance(found, dict) else {}


def keep(connection: Connection, said: dict[str, object], key: str = KEY) -> None:
    """Another schedule."""
    connection.execute(
        "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(said, ensure_ascii=False, sort_keys=True)),
    )


def drop(connection: Connection, key: str) -> None:
    """Nothing is kept under it any more."""
    connection.execute("DELETE FROM meta WHERE key = ?", (key,))


def items_with(connection: Connection, name: str, besides: str = "") -> int:
    """How many items hold the name in title or text, letter by letter but for ASCII case.

    Those of the source `besides` are left out.
    """
    row = connection.execute(
        "SELECT count(*) FROM items WHERE source <> ?2 AND (instr(lower(title), lower(?1))"
        " OR instr(lower(summary), lower(?1)))",
        (name, besides),
    )
    return int(row.fetchone()[0])


def files_with(connection: Connection, name: str) -> list[int]:
    """The attachments with the name in their file name or their author."""
    rows = connection.execute(
        "SELECT id FROM attachments WHERE instr(lower(name), lower(?1))"
        " OR instr(lower(actor), lower(?1)) ORDER BY id",
        (name,),
    )
    return [row[0] for row in rows]


def rename_files(connection: Connection, changes: dict[int, tuple[str, str]]) -> None:
    """Other names and authors for these attachments; their bytes stay."""
    connection.executemany(
        "UPDATE attachments SET name = ?, actor = ? WHERE id = ?",
        [(name, actor, number) for number, (name, actor) in changes.items()],
    )


def names_of_files(connection: Connection, numbers: list[int]) -> dict[int, tuple[str, str]]:
    """(name, author) of attachments."""
    rows = connection.execute(
        f"SELECT id, name, actor FROM attachments WHERE id IN ({marks(numbers)})", tuple(numbers)
    )
    return {row[0]: (row[1], row[2]) for row in rows}
