"""Items that a person called wrong are found without reading the whole log."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m025_wrong(db: Database) -> None:
    """An index over the few events that say so."""
    db.execute("CREATE INDEX events_wrong ON events(subject) WHERE kind = 'wrong'")
