"""When a source last brought something that it had not carried before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m028_brought(db: Database) -> None:
    """NULL = not polled since; counting begins with the next good poll."""
    db.execute("ALTER TABLE sources ADD COLUMN brought INTEGER")
