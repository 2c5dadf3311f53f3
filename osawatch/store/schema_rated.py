"""What a person says of a score, beside what the machine computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

# `score` and `level` are what lists show and order by; `computed` and `ruled` are the machine's.
RATED = """
ALTER TABLE alerts ADD COLUMN computed REAL NOT NULL DEFAULT 0;
ALTER TABLE alerts ADD COLUMN ruled TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN override TEXT NOT NULL DEFAULT '';
ALTER TABLE cards ADD COLUMN override TEXT NOT NULL DEFAULT '';
UPDATE alerts SET computed = score, ruled = level;
"""


def m018_rated(db: Database) -> None:
    """The score and level that a person gave, kept apart from those of the formula and rule."""
    script.execute(db, RATED)
