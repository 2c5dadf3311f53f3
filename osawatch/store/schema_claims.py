"""What the log of an alert says it was merged into, beside what holds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

CLAIMS = """
ALTER TABLE alerts ADD COLUMN claim TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN claim_at TEXT NOT NULL DEFAULT '';
CREATE INDEX alerts_claims ON alerts(id) WHERE claim <> '';
UPDATE alerts SET claim = merged_into, claim_at = coalesce((
  SELECT max(e.hlc || '|' || e.device || '|' || printf('%012d', e.dev_seq)) FROM events e
  WHERE e.kind = 'merge' AND (e.subject = alerts.id
    OR e.subject IN (SELECT l.id FROM aliases l WHERE l.alert = alerts.id))), '')
  WHERE merged_into <> '';
"""


def m026_claims(db: Database) -> None:
    """Merges that stand are what the log says."""
    script.execute(db, CLAIMS)
