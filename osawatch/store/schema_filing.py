"""Lines of the log whose words were taken away, with proof of what they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

FILING = """
CREATE TABLE erasures(
  event TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY(event, after)
) WITHOUT ROWID;
"""


def m021_filing(db: Database) -> None:
    """SHA-256 of a line before and after its words went."""
    script.execute(db, FILING)
