"""When a source may be asked again at the soonest, by its server's hints: for a situation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def m024_soonest(db: Database) -> None:
    """NULL = not polled since; then the usual time holds."""
    db.execute("ALTER TABLE sources ADD COLUMN soonest INTEGER")
