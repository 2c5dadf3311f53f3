"""Tables of the exchange: bundles made and taken, and whose are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osawatch.store import script

if TYPE_CHECKING:
    from sqlite_utils import Database

BUNDLES = """
CREATE TABLE bundle_signers(
  key TEXT PRIMARY KEY, public TEXT NOT NULL, name TEXT NOT NULL, root INTEGER NOT NULL,
  added INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE bundles_made(
  channel TEXT NOT NULL, seq INTEGER NOT NULL, digest TEXT NOT NULL, created INTEGER NOT NULL,
  item INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY(channel, seq)
) WITHOUT ROWID;
CREATE TABLE bundles_taken(
  signer TEXT NOT NULL, channel TEXT NOT NULL, seq INTEGER NOT NULL, digest TEXT NOT NULL,
  created INTEGER NOT NULL, taken INTEGER NOT NULL,
  brought TEXT NOT NULL CHECK(json_valid(brought)),
  undone INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(signer, channel, seq)
) WITHOUT ROWID;
"""


def m009_bundles(db: Database) -> None:
    """Bundles that were made and taken, and their signers."""
    script.execute(db, BUNDLES)
