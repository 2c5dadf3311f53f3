"""Tables of the hub: how far this profile has come there, and what it could not share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

HUB = """
CREATE TABLE hubs(
  identity TEXT PRIMARY KEY, event_xid TEXT NOT NULL DEFAULT '0', event_seq INTEGER NOT NULL
  DEFAULT 0, item_xid TEXT NOT NULL DEFAULT '0', item_seq INTEGER NOT NULL DEFAULT 0,
  pack_xid TEXT NOT NULL DEFAULT '0', pack_seq INTEGER NOT NULL DEFAULT 0,
  sent_event INTEGER NOT NULL DEFAULT 0, sent_item INTEGER NOT NULL DEFAULT 0, contact INTEGER
) WITHOUT ROWID;
CREATE TABLE hub_held(
  event TEXT PRIMARY KEY, why TEXT NOT NULL, since INTEGER NOT NULL
) WITHOUT ROWID;
"""


def m010_hub(db: Database) -> None:
    """How far this profile has come at its hub."""
    script.execute(db, HUB)
