"""What items name of the sanctions lists: natural persons are among it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def m013_named(db: Database) -> None:
    """Listed names in items, and which lists each item was compared with."""
    db.executescript(NAMED)
