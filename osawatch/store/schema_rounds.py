"""Names that are new on a list are looked for in older items too: how far each such round is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

ROUNDS = """
CREATE TABLE name_rounds(
  n INTEGER PRIMARY KEY, list TEXT NOT NULL, received INTEGER NOT NULL, entities TEXT NOT NULL,
  since INTEGER NOT NULL, until INTEGER NOT NULL, mark_at INTEGER, mark_n INTEGER,
  total INTEGER NOT NULL DEFAULT 0, looked INTEGER NOT NULL DEFAULT 0,
  found INTEGER NOT NULL DEFAULT 0, alerts INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting', changed INTEGER NOT NULL
);
ALTER TABLE named ADD COLUMN after INTEGER;
"""


def m027_rounds(db: Database) -> None:
    """Rounds over older items, and of each finding the list after which it was made."""
    script.execute(db, ROUNDS)
