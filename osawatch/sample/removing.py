"""Taking the sample desk off again: the profile's database goes aside, and an empty one comes.

Only where every item is of the sample: the log is one chain that nobody may cut, so what came
from the world cannot be parted from it. Nothing is thrown away: the old database stays in the
folder under a name of its own; settings, rules and watchlist of the post stay as they are.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from osawatch.errors import BadInput
from osawatch.lives import CALENDAR
from osawatch.paths import Profile
from osawatch.sample import sources


@dataclass(frozen=True, slots=True)
class Going:
    """What goes with a sample desk: items, alerts, and what was written into the log."""

    items: int
    alerts: int
    events: int


def going(profile: Profile) -> Going:
    """What would go; BadInput where `aside` would refuse, save that it is open."""
    if not profile.database.is_file():
        raise BadInput("holds no sample desk", file=str(profile.folder))
    with closing(sqlite3.connect(profile.database, timeout=1, isolation_level=None)) as connection:
        _only_sample(connection, profile.folder)
        tables = ("items", "alerts", "events")
        counts = [connection.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in tables]  # noqa: S608 # ours
    return Going(*counts)


def aside(profile: Profile, now: datetime) -> Path:
    """Move the database of a sample desk aside; where it is now.

    BadInput when the profile holds no sample, holds other items too, is encrypted, or is open.
    """
    path = profile.database
    if not path.is_file():
        raise BadInput("holds no sample desk", file=str(profile.folder))
    with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as connection:
        _only_sample(connection, profile.folder)
        _alone(connection, profile.folder)
    moved = path.with_name(f"sample-{now:%Y%m%dT%H%M%S}.db")
    profile.lock.unlink(missing_ok=True)  # in use since: an empty database would count as lost
    path.rename(moved)
    return moved


def _only_sample(connection: sqlite3.Connection, folder: Path) -> None:
    try:
        found = dict(connection.execute("SELECT source, count(*) FROM items GROUP BY source"))
    except sqlite3.DatabaseError as error:
        raise BadInput("is encrypted or damaged, so it stays as it is", file=str(folder)) from error
    invented = set(sources())
    if not invented & set(found):
        raise BadInput("holds no sample desk", file=str(folder))
    own = invented | {CALENDAR.id}  # the day on which a measure ends comes from no source
    if others := sum(count for source, count in found.items() if source not in own):
        told = f"holds {others} items that are not of the sample: start a new profile instead"
        raise BadInput(told, file=str(folder))


def _alone(connection: sqlite3.Connection, folder: Path) -> None:
    """SQLite leaves its write-ahead log only for a program that is alone with the file."""
    try:
        (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except sqlite3.OperationalError:
        mode = ""
    if mode != "delete":
        raise BadInput("is open in a window or another program: close it first", file=str(folder))
