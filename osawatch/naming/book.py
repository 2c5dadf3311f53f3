"""The names of all kept lists, ready to be looked for in texts: made once for each set of versions.

    newest version of each list -> its table (from the cache, else read and made) -> one automaton

Making it reads every list, which takes seconds; whoever polls holds it between polls, and the
tables are kept in the profile's folder `names` for the next program. They are derived: no backup
has them, and a sealed profile seals them.
"""

from __future__ import annotations

import gzip
import logging
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osawatch import sealed
from osawatch.errors import StoreError
from osawatch.hits import Compared
from osawatch.paths import Profile
from osawatch.store import lists
from osawatch.store.database import Store
from osawatch.store.lists import Version

if TYPE_CHECKING:
    from osawatch.screening.nametable import Table
    from osawatch.screening.running import Names

FOLDER = "names"
AGAIN = 600.0  # seconds until a list that could not be read is tried again
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Edition:
    """Names, and which lists they are of."""

    names: Names
    lists: tuple[Compared, ...]


class Namebook:
    """The names of one profile. Thread safe; made when first asked for, anew when a list is."""

    def __init__(self, profile: Profile, store: Store) -> None:
        self._profile, self._store = profile.folder, store
        self._guard = threading.Lock()
        self._made: tuple[tuple[tuple[str, str], ...], Edition | None] | None = None
        self._again = 0.0

    def current(self) -> Edition | None:
        """The names of the lists as they are kept now; None when none is."""
        with self._store.reading() as connection:
            versions = tuple(lists.current(connection).values())
        stamp = tuple((one.list, one.stamp) for one in versions)
        with self._guard:
            if self._made is None or self._made[0] != stamp or self._faulty(self._made[1]):
                self._made = (stamp, self._make(versions) if versions else None)
                self._again = time.monotonic() + AGAIN
            return self._made[1]

    def _faulty(self, made: Edition | None) -> bool:
        """Whether a list could not be read a while ago: the next time it may be possible."""
        lacking = made is not None and any(one.fault for one in made.lists)
        return lacking and time.monotonic() >= self._again

    def _make(self, versions: tuple[Version, ...]) -> Edition:
        from osawatch.screening.running import Names

        tables: list[Table] = []
        told: list[Compared] = []
        for one in versions:
            fault = ""
            try:
                tables.append(self._table(one))
            except StoreError as error:  # the others go on, and what was screened says so
                fault = str(error)
                log.warning("list %s: its names are not looked for: %s", one.list, fault)
            told.append(Compared(one.list, one.received, one.records, fault))
        return Edition(Names(tables), tuple(told))

    def _table(self, version: Version) -> Table:
        from osawatch.naming import kept as versions
        from osawatch.screening import nametable

        path = self._profile / FOLDER / f"{version.list}-{version.stamp[:24]}.json.gz"
        with suppress(OSError, EOFError, sealed.Locked):
            kept = nametable.loaded(gzip.decompress(sealed.read_bytes(path)))
            if kept is not None:
                return kept
        made = nametable.table(versions.entries(versions.folder(self._profile), version))
        with suppress(OSError):
            for old in path.parent.glob(f"{version.list}-*.gz"):
                old.unlink()
            sealed.write_bytes(path, gzip.compress(nametable.dumped(made), 1, mtime=0))
        return made
