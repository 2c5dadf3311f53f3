"""What the desk says of a source: its own values beside the shipped ones, tags; its last polls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

# The columns of `sources` hold what is in use. `shipped` keeps, of a field that the desk changed,
# what the catalogue says ('' = nothing was changed); `tags` is a list of words.
DESK = """
ALTER TABLE sources ADD COLUMN shipped TEXT NOT NULL DEFAULT '';
ALTER TABLE sources ADD COLUMN tags TEXT NOT NULL DEFAULT '';
CREATE TABLE source_polls(
  source TEXT NOT NULL REFERENCES sources(id), at INTEGER NOT NULL, outcome TEXT NOT NULL,
  detail TEXT NOT NULL, http INTEGER NOT NULL, new INTEGER NOT NULL, seconds REAL NOT NULL,
  next_poll INTEGER, PRIMARY KEY(source, at)
) WITHOUT ROWID;
"""


def m029_desk_sources(db: Database) -> None:
    """Nothing was changed and no poll is remembered one by one: `source_days` knows the days."""
    script.execute(db, DESK)
