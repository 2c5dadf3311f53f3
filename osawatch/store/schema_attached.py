"""Files that people put to an alert: in the store itself, so they are sealed and kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

ATTACHED = """
CREATE TABLE attachments(
  id INTEGER PRIMARY KEY, alert TEXT NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL,
  size INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, body BLOB NOT NULL,
  UNIQUE(alert, sha256)
);
"""


def m017_attached(db: Database) -> None:
    """A file a row, its bytes last."""
    script.execute(db, ATTACHED)
