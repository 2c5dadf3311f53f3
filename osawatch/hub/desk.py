"""The hub of a profile: where it is, what a sync does, how it stands."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from osawatch import sealed
from osawatch.bundle.exchange import Exchange
from osawatch.errors import BadInput
from osawatch.hub import sync
from osawatch.hub.link import Link, checked, plain
from osawatch.hub.model import Held, HubDown, HubRefused, Status, Synced
from osawatch.model import Changes
from osawatch.store import hub
from osawatch.store.database import Store

FILE = "hub.json"


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
    elsewhere: Callable[[sync.Progress, threading.Event], Synced] | None = None
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
        """Use this hub from now on; one that cannot be reached now is kept as well."""
        from psycopg import conninfo

        checked(address)
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
        refused = tuple(Held(*one) for one in held)
        if address and ask and (why := self.shut()):
            return Status(plain(address), why, None, waiting, last, held=refused)
        if not (address and ask):
            return Status(address and plain(address), waiting=waiting, last=last, held=refused)
        try:
            with Link(address) as link:
                hello = link.hello()
                with self.store.reading() as connection:
                    waiting = hub.waiting(connection, hello.identity)
                return Status(
                    plain(address), "", hello, waiting, last, link.contacts(), link.conflicts(),
                    refused,
                )  # fmt: skip
        except (HubDown, HubRefused) as error:
            return Status(plain(address), str(error), None, waiting, last, held=refused)

    def sync(
        self,
        progress: sync.Progress = lambda _what, _count: None,
        cancel: threading.Event | None = None,
    ) -> Synced:
        """What is ours goes there, what others have comes here."""
        address, cancel = self._wanted(), cancel or threading.Event()
        if self.elsewhere is not None:
            return self.elsewhere(progress, cancel)
        return sync.synced(address, self.desk, progress, cancel)

    def publish(self, body: bytes) -> None:
        """A signed bundle for all members; the hub lets headquarters do it."""
        self.desk.open(body)
        with Link(self._wanted()) as link:
            link.publish(body)

    def turns(self, wanted: dict[str, int], most: int) -> list[str]:
        """Sources that this worker is to ask now."""
        with Link(self._wanted()) as link:
            return link.turns(wanted, most)

    def wait(self, seconds: float) -> bool:
        """Wait until somebody adds something to the hub."""
        with Link(self._wanted()) as link:
            return link.heard(seconds)

    def _wanted(self) -> str:
        if not self.address:
            raise BadInput("this profile has no hub; see: osawatch-cli hub init")
        if why := self.shut():
            raise HubDown(why)
        return self.address
