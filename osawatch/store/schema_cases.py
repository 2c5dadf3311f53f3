"""Cases have no table: they are events. An index finds those without reading the whole log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

CASES = """
CREATE INDEX events_cases ON events(subject, hlc) WHERE kind >= 'case_' AND kind < 'case`';
"""


def m011_cases(db: Database) -> None:
    """An index on the events of cases."""
    script.execute(db, CASES)
