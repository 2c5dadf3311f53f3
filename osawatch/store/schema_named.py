"""What items name of the sanctions lists: natural persons are among it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

NAMED = """
CREATE TABLE name_editions(n INTEGER PRIMARY KEY, lists TEXT NOT NULL UNIQUE);
CREATE TABLE name_checks(
  item INTEGER PRIMARY KEY REFERENCES items(n), version INTEGER NOT NULL,
  edition INTEGER NOT NULL REFERENCES name_editions(n), silent TEXT NOT NULL DEFAULT '',
  beyond INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE named(
  id TEXT PRIMARY KEY, item INTEGER NOT NULL REFERENCES items(n), version INTEGER NOT NULL,
  at INTEGER NOT NULL, list TEXT NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL,
  person INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, quality TEXT NOT NULL,
  field TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL,
  relation TEXT NOT NULL, need TEXT NOT NULL, fact TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open', decider TEXT NOT NULL DEFAULT '', decided INTEGER
) WITHOUT ROWID;
CREATE INDEX named_item ON named(item);
CREATE INDEX named_state ON named(state, at);
CREATE INDEX named_entity ON named(list, entity);
"""

WATCHED = """
CREATE TABLE watched_hits(
  list TEXT NOT NULL, entity TEXT NOT NULL, company TEXT NOT NULL, name TEXT NOT NULL,
  score REAL NOT NULL, why TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER,
  reason TEXT NOT NULL DEFAULT '', item TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(list, entity, company)
) WITHOUT ROWID;
CREATE INDEX watched_hits_company ON watched_hits(company);
CREATE TABLE list_deltas(
  list TEXT NOT NULL, base TEXT NOT NULL, publication INTEGER NOT NULL, published TEXT NOT NULL,
  received INTEGER NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, file TEXT NOT NULL,
  PRIMARY KEY(list, publication)
) WITHOUT ROWID;
"""


def m013_named(db: Database) -> None:
    """Listed names in items, and which lists each item was compared with."""
    script.execute(db, NAMED)


def m015_watched(db: Database) -> None:
    """Companies of the watchlist on lists; what was published between two versions of a list."""
    script.execute(db, WATCHED)
