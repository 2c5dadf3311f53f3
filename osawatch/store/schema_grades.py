"""What the desk decided on the grades of sources, and the alerts that wait to be rated by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

GRADES = """
ALTER TABLE sources ADD COLUMN own_grade TEXT NOT NULL DEFAULT '';
CREATE TABLE grades(
  n INTEGER PRIMARY KEY, source TEXT NOT NULL, grade TEXT NOT NULL, actor TEXT NOT NULL,
  post TEXT NOT NULL, at INTEGER NOT NULL, why TEXT NOT NULL, what TEXT NOT NULL
);
CREATE INDEX grades_source ON grades(source, n);
CREATE TABLE regrade(alert TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def m019_grades(db: Database) -> None:
    """The shipped grade stays where it is; the desk's own stands beside it."""
    script.execute(db, GRADES)
