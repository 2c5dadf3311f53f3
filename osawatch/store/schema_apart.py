"""From what a person took an alert apart: it says which stories are no longer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

APART = """
ALTER TABLE alerts ADD COLUMN apart_from TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN apart_item TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN apart_story TEXT NOT NULL DEFAULT '';
UPDATE alerts SET apart_from = coalesce((SELECT json_extract(e.data, '$.into') FROM events e
  WHERE e.subject = alerts.id AND e.kind = 'merge' ORDER BY e.hlc DESC, e.device DESC LIMIT 1), '')
  WHERE apart;
CREATE INDEX alerts_apart ON alerts(id) WHERE apart;
CREATE INDEX events_became ON events(subject) WHERE kind = 'became';
"""


def m022_apart(db: Database) -> None:
    """What it was merged into by hand until then; its first item, and the story of that one."""
    script.execute(db, APART)
