"""May the text of a source be passed on; and an index on what a desk keeps in its registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

ENTRIES = """
CREATE INDEX events_entries ON events(subject, hlc) WHERE kind >= 'entry_' AND kind < 'entry`';
"""


def m020_papers(db: Database) -> None:
    """The licence of a source; the events of registers are found without reading the whole log."""
    db.execute("ALTER TABLE sources ADD COLUMN licence TEXT NOT NULL DEFAULT ''")
    script.execute(db, ENTRIES)
