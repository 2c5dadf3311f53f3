"""What was decided about interrupting a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

NOTICED = """
CREATE TABLE noticed(
  alert TEXT PRIMARY KEY, card TEXT NOT NULL, since INTEGER NOT NULL, at INTEGER NOT NULL,
  act TEXT NOT NULL, why TEXT NOT NULL, until INTEGER
) WITHOUT ROWID;
CREATE INDEX noticed_card ON noticed(card);
CREATE INDEX noticed_at ON noticed(at);
"""


def m014_notify(db: Database) -> None:
    """Notices, told and not told."""
    script.execute(db, NOTICED)
