"""The hub of a profile: where it is, what a sync does, how it stands.

The client of PostgreSQL is imported where it is used: while the network is shut none is loaded.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch import sealed
from osawatch.bundle.exchange import Exchange
from osawatch.errors import BadInput
from osawatch.hub.model import Held, HubDown, HubRefused, Status, Synced
from osawatch.model import Changes
from osawatch.store import hub
from osawatch.store.database import Store
from osawatch.store.hub import FILE

if TYPE_CHECKING:
    from osawatch.hub.link import Link
    from osawatch.hub.sync import Progress


@dataclass(frozen=True, slots=True)
class Hub:
    """Triage shared through a server; without one, all works as ever."""

    folder: Path
    store: Store
    desk: Exchange
    clock: Callable[[], datetime]
    announce: Callable[[Changes], Changes]
    shut: Callable[[], str] = lambda: ""
    """Why the network may not be used now, "" when it may."""
    hosts: Callable[[], Sequence[Sequence[str]]] = tuple
    """Lists of hosts, each of which must have the hub's for it to be asked."""
    elsewhere: Callable[[Progress, threading.Event], Synced] | None = None
    """Carries out syncs in another process."""

    @property
    def address(self) -> str:
        """The address (as libpq writes it) of the hub, "" = this profile has none."""
        path = self.folder / FILE
        if not path.exists():
            return ""
        try:
            return str(json.loads(sealed.read_text(path))["address"])
        except (ValueError, KeyError, TypeError) as error:
            raise BadInput("is damaged; say `hub init` again", file=str(path)) from error

    def join(self, address: str) -> Status:
        """Use this hub from now on; one that cannot be reached now is kept as well.

        What is refused leaves the one there was in force.
        """
        from psycopg import conninfo

        from osawatch.hub.address import allowed, checked, possible

        possible(checked(address))
        allowed(address, self.hosts())
        if conninfo.conninfo_to_dict(address).get("password") and not sealed.encrypted(self.folder):
            raise BadInput(
                "holds a password, and this profile is not encrypted; name a passfile=FILE"
                " or a sslcert=FILE sslkey=FILE", field="address",
            )  # fmt: skip
        sealed.write_text(self.folder / FILE, json.dumps({"address": address}))
        return self.status()

    def leave(self) -> None:
        """Use none any more; what came from it stays."""
        (self.folder / FILE).unlink(missing_ok=True)

    def status(self, *, ask: bool = True) -> Status:
        """How it stands; a hub that is down is no fault. Not `ask`: as it is known here."""
        address = self.address
        with self.store.reading() as connection:
            last, held = hub.last_contact(connection), hub.held(connection)
            waiting = hub.waiting(connection)
        known = Status("", waiting=waiting, last=last, held=tuple(Held(*one) for one in held))
        if not address:
            return known
        from osawatch.hub.address import plain

        known = replace(known, address=plain(address))
        return self._asked(known) if ask else known

    def _asked(self, known: Status) -> Status:
        try:
            with self._link() as link:
                hello = link.hello()
                with self.store.reading() as connection:
                    waiting = hub.waiting(connection, hello.identity)
                return replace(
                    known, hello=hello, waiting=waiting, contacts=link.contacts(),
                    conflicts=link.conflicts(),
                )  # fmt: skip
        except (HubDown, HubRefused) as error:
            return replace(known, down=str(error))

    def sync(
        self,
        progress: Progress = lambda _what, _count: None,
        cancel: threading.Event | None = None,
    ) -> Synced:
        """What is ours goes there, what others have comes here. A hub that is down is no fault."""
        try:
            address, cancel = self._wanted(), cancel or threading.Event()
        except (HubDown, HubRefused) as error:
            return Synced(down=str(error))
        if self.elsewhere is not None:
            return self.elsewhere(progress, cancel)
        from osawatch.hub.sync import synced

        return synced(address, self.desk, progress, cancel)

    def publish(self, body: bytes) -> None:
        """A signed bundle for all members; the hub lets headquarters do it."""
        self.desk.open(body)
        with self._link() as link:
            link.publish(body)

    def turns(self, wanted: dict[str, int], most: int) -> list[str]:
        """Sources that this worker is to ask now."""
        with self._link() as link:
            return link.turns(wanted, most)

    def wait(self, seconds: float) -> bool:
        """Wait until somebody adds something to the hub."""
        with self._link() as link:
            return link.heard(seconds)

    def _link(self) -> Link:
        address = self._wanted()
        from osawatch.hub.link import Link

        return Link(address)

    def _wanted(self) -> str:
        """The address, where it may be asked now; nothing of a client is loaded before that."""
        address = self.address
        if not address:
            raise BadInput("this profile has no hub; see: osawatch-cli hub init")
        if why := self.shut():
            raise HubDown(why)
        from osawatch.hub.address import allowed

        allowed(address, self.hosts())
        return address
