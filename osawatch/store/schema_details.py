"""What people add to measures: facts of theirs with a source, taken back but never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

DETAILS = """
CREATE TABLE measure_details(
  id TEXT PRIMARY KEY, measure TEXT NOT NULL, act TEXT NOT NULL, kind TEXT NOT NULL,
  source TEXT NOT NULL, value TEXT NOT NULL, amount REAL, unit TEXT NOT NULL, day TEXT NOT NULL,
  note TEXT NOT NULL, by TEXT NOT NULL, post TEXT NOT NULL, at INTEGER NOT NULL,
  withdrawn INTEGER, withdrawn_by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX measure_details_measure ON measure_details(measure);
CREATE INDEX measure_details_act ON measure_details(act) WHERE act <> '';
"""


def m016_details(db: Database) -> None:
    """Quotas, exemptions, licence routes, end users, destinations and reactions."""
    script.execute(db, DETAILS)
