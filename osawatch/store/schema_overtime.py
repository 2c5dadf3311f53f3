"""What rules that look at items over time have met: derived from items and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

OCCURRENCES = """
CREATE TABLE occurrences(
  rule TEXT NOT NULL, groups TEXT NOT NULL, item INTEGER NOT NULL REFERENCES items(n),
  level TEXT NOT NULL, tier TEXT NOT NULL, because TEXT NOT NULL, field_values TEXT NOT NULL,
  at_once INTEGER NOT NULL, said TEXT NOT NULL DEFAULT '', alert TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(rule, groups, item)
) WITHOUT ROWID;
CREATE INDEX occurrences_item ON occurrences(item, rule);
"""


def m012_overtime(db: Database) -> None:
    """Occurrences a rule and group, with what became of each."""
    script.execute(db, OCCURRENCES)
