"""The desk's sanctions lists: fetched or read from a file, checked, kept, compared, screened.

    address | conditional GET, or a file -> bytes -> a process apart reads -> the gate (root, count)
      -> file kept -> difference with the last good version -> items through the same intake as news
      -> ONE transaction: version and state -> the watchlist's companies against the new version
      -> new names are to be looked for in older items (older.py)

What does not pass the gate is refused with its reason, and the last good version stays in use.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.jail.keeper import REASON
from feeds.lists.address import Address, known
from feeds.lists.gate import Refusal, admit
from feeds.lists.model import ListEntry
from feeds.lists.read import ListDocument
from osawatch import lock
from osawatch.errors import BadInput, Busy, StoreError, UnknownId
from osawatch.house import House
from osawatch.lists import deltas, older, raising, thinning
from osawatch.lists.comparing import Unread, compared
from osawatch.lists.diff import ListDiff
from osawatch.lists.model import Age, Compared, Updated, age_of, due
from osawatch.lists.older import Older
from osawatch.model import PollProgress
from osawatch.naming import kept
from osawatch.store import listrefs
from osawatch.store import lists as store
from osawatch.store.lists import State, Version

if TYPE_CHECKING:
    from feeds.messages import Response
    from osawatch.poll import Fetching

log = logging.getLogger(__name__)
Told = Callable[[PollProgress], None]
MOST_WIRE, MOST_BODY, PATIENCE = 160 << 20, 512 << 20, 900.0


@dataclass(frozen=True, slots=True)
class Lists:
    """The use cases of the lists."""

    house: House

    @property
    def folder(self) -> Path:
        """Where versions are kept."""
        return kept.folder(self.house.profile.folder)

    def addresses(self) -> dict[str, Address]:
        """Where each list stands, with what this profile's lists.yaml changes."""
        try:
            return known(self.house.profile.folder / "lists.yaml")
        except ValueError as error:
            raise BadInput(str(error)) from error

    def update(self, wanted: Sequence[str] = ()) -> Iterator[Updated]:
        """Fetch these lists, or all that have an address. One that fails stops no other."""
        addresses = self.addresses()
        chosen = [_of(addresses, one) for one in wanted] or [
            one for one in addresses.values() if one.url
        ]
        without = next((one for one in chosen if not one.url), None)
        if without:
            raise BadInput("is read from files only: give --file", field=without.list)
        with lock.held(self.house.profile.lock), self.house.asking() as fetcher:
            for address in chosen:
                yield self._fetched(address, fetcher)

    @property
    def older(self) -> Older:
        """Names that are new on a list, looked for in older items."""
        return Older(self.house)

    def follow(
        self, cancel: threading.Event | None = None, progress: Told | None = None
    ) -> list[Updated]:
        """Look again at the lists that are kept: once a day, an hour after a look that failed.

        Then older items are compared with the names that were new, by lists from files too.

        A list is followed once a first version of it has been taken. A file of addresses that
        cannot be read is told in the log: the poll that follows lists along has done its work.
        """
        found: list[Updated] = []
        try:
            if not self.house.shut():
                found = self._followed(self.addresses(), cancel)
            self.older.run(_steps(progress), cancel)
        except (BadInput, Busy) as error:
            log.warning("lists are not followed: %s", error)
        return found

    def _followed(
        self, addresses: dict[str, Address], cancel: threading.Event | None
    ) -> list[Updated]:
        now = self.house.clock()
        wanted = [
            key
            for key, age in self.ages().items()
            if key in addresses and addresses[key].url and due(age, now)
        ]
        found = self._between(addresses, set(wanted), now)
        for one in self.update(wanted) if wanted else ():
            found.append(one)
            if one.failed:
                log.warning("list %s: %s %s", one.list, one.outcome, one.detail)
            if cancel is not None and cancel.is_set():
                break
        return found

    def _between(
        self, addresses: dict[str, Address], besides: set[str], now: datetime
    ) -> list[Updated]:
        """What was published since the whole lists, where a publisher numbers it."""
        with self.house.store.reading() as connection:
            kept = store.current(connection)
            wanted = [
                one
                for key, version in kept.items()
                if (one := addresses.get(key)) and one.changes and key not in besides
                if deltas.due(deltas.mark(connection, key), version, now)
            ]
        if not wanted:
            return []
        with lock.held(self.house.profile.lock), self.house.asking() as fetcher:
            return [self._since(one, kept[one.list], fetcher) for one in wanted]

    def _since(self, address: Address, version: Version, fetcher: Fetching) -> Updated:
        """The deltas since a version; the whole list where they do not lead on."""
        now = self.house.clock()
        with self.house.store.reading() as connection:
            mark = deltas.mark(connection, address.list)
        if mark is None:
            return self._fetched(address, fetcher)
        news = deltas.fetched(address, fetcher, mark, self.entries(version), now)
        if isinstance(news, str):
            log.warning("list %s: %s: the whole list is fetched", address.list, news)
            return self._fetched(address, fetcher)
        with self.house.store.writing() as connection:
            if news is None:
                deltas.note(connection, address.list, replace(mark, checked=now))
                return Updated(address.list, "not_modified", records=version.records)
            made = deltas.keep(connection, self.folder, version, news, now)
        found, records = deltas.difference(news.applied), len(news.applied.entries)
        taken = raising.told(self.house, address, found, records, made.sha256)
        alerts = raising.watch(self.house, address, made, news.applied.entries)
        older.ask(self.house, address.list, found, now)
        return Updated(
            address.list, "ok", f"{len(news.bodies)} publications since the whole list", records,
            len(found.added), len(found.removed), len(found.changed),
            taken.new if taken else 0, alerts + (taken.alerts if taken else 0),
        )  # fmt: skip

    def take(self, list_id: str, body: bytes, origin: str) -> Updated:
        """A list from a file."""
        address = _of(self.addresses(), list_id)
        with lock.held(self.house.profile.lock):
            return self._taken(address, body, origin, State(list_id, "ok"))

    def ages(self) -> dict[str, Age]:
        """The lists that are kept, with their age."""
        now = self.house.clock()
        with self.house.store.reading() as connection:
            versions, states = store.current(connection), store.states(connection)
        return {key: age_of(one, states.get(key), now) for key, one in versions.items()}

    def compare(self, list_id: str, since: datetime | None = None) -> Compared:
        """The current version beside the one that was in use at a time, or the one before it."""
        _of(self.addresses(), list_id)
        with self.house.store.reading() as connection:
            versions = store.versions(connection, list_id)
        if not versions:
            raise BadInput("is not kept yet: update it first", field=list_id)
        new = versions[0]
        old = versions[min(1, len(versions) - 1)]
        if since is not None:
            old = next((one for one in versions if one.received <= since), versions[-1])
        if old == new:
            return Compared(old, new, ListDiff())
        return Compared(old, new, compared(self.entries(old), self.entries(new)))

    def entries(self, version: Version) -> tuple[ListEntry, ...]:
        """The records of a version that is kept."""
        return kept.entries(self.folder, version)

    def current(self) -> Iterator[tuple[Version, tuple[ListEntry, ...]]]:
        """Each list that is kept, with its records, one after the other."""
        with self.house.store.reading() as connection:
            versions = store.current(connection)
        for version in versions.values():
            yield version, self.entries(version)

    def find(self, entity: str) -> list[tuple[Version, ListEntry]]:
        """The records with this key, «key» or «list:key», or with exactly this name."""
        list_id, _, key = entity.rpartition(":")
        name = entity.casefold()
        return [
            (version, entry)
            for version, entries in self.current()
            for entry in entries
            if (list_id in ("", version.list) and entry.id == key)
            or entry.id == entity
            or any(one.text.casefold() == name for one in entry.names)
        ]

    # -- inside

    def _fetched(self, address: Address, fetcher: Fetching) -> Updated:
        from feeds.messages import Request

        with self.house.store.reading() as connection:
            state = store.states(connection).get(address.list, State(address.list))
        number = deltas.latest(address, fetcher, self.house.clock()) if address.changes else 0
        response = fetcher.fetch(
            Request(
                address.url, state.etag, state.last_modified, user_agent=address.user_agent,
                max_wire=MOST_WIRE, max_body=MOST_BODY, deadline=PATIENCE,
                validated_url=state.validated_url,
            )
        )  # fmt: skip
        if response.outcome == "not_modified":
            return self._unchanged(address, _validated(state, response, "not_modified"))
        if response.outcome != "ok":
            return self._failed(address, response.outcome, response.detail)
        state = _validated(state, response, "ok")
        taken = self._taken(address, response.body, address.url, state)
        if number and not taken.failed:
            self._numbered(address, number)
        return taken

    def _numbered(self, address: Address, publication: int) -> None:
        """Note which publication the whole list holds: it was asked for before the list."""
        last, now = self._last(address.list), self.house.clock()
        if last is not None:
            with self.house.store.writing() as connection:
                mark = deltas.Mark(last.sha256, publication, now)
                deltas.note(connection, address.list, mark)

    def _taken(self, address: Address, body: bytes, origin: str, state: State) -> Updated:
        last = self._last(address.list)
        if last and last.sha256 == hashlib.sha256(body).hexdigest():
            return self._unchanged(address, replace(state, outcome="not_modified"))
        document = kept.read(body, address.list, origin)
        refusal = admit(document, address.list, last.records if last else 0)
        if refusal and refusal.reason == REASON:
            return self._failed(address, REASON, refusal.detail)
        if refusal or document is None:
            return self._failed(address, "refused", str(refusal))
        try:
            found, lost = self._difference(last, document)
        except Unread as unread:
            return self._failed(address, REASON, str(unread))
        now = self.house.clock()
        digest, file = store.keep(self.folder, address.list, body, now)
        house, records = self.house, document.entries
        taken = raising.told(house, address, found, len(records), digest) if last else None
        version = Version(
            address.list, digest, now, document.format, len(records), len(body), origin,
            file,
        )  # fmt: skip
        with self.house.store.writing() as connection:
            store.add(connection, version)
            store.note(connection, state, now, success=True)
        alerts = (taken.alerts if taken else 0) + raising.watch(house, address, version, records)
        older.ask(house, address.list, found, now)
        self._thin(address.list)
        return Updated(
            address.list, "ok", lost, version.records, len(found.added), len(found.removed),
            sum(one.kind != "schema_noise" for one in found.changed),
            taken.new if taken else 0, alerts,
        )  # fmt: skip

    def kept(self, list_id: str) -> list[thinning.Kept]:
        """The versions of a list, newest first, each with the reason why it is kept."""
        with self.house.store.reading() as connection:
            versions = store.versions(connection, list_id)
            referred = listrefs.referred(connection, versions)
        return thinning.judged(versions, referred, self.house.clock())

    def packed(self, version: Version) -> int:
        """The bytes that a version takes on disk, with its deltas; 0 for a file that is gone."""
        files = [self.folder / one for one in (version.file, *version.deltas)]
        return sum(one.stat().st_size for one in files if one.is_file())

    def _thin(self, list_id: str) -> None:
        """Take away the versions that nothing needs. The caller holds the lock of the profile."""
        gone = [one.version for one in self.kept(list_id) if not one.why]
        if not gone:
            return
        with self.house.store.writing() as connection:
            listrefs.drop(connection, gone)
        with self.house.store.reading() as connection:
            size = listrefs.sweep(connection, self.folder, list_id)
        log.info("list %s: %d old versions went, %d bytes", list_id, len(gone), size)

    def _difference(self, last: Version | None, document: ListDocument) -> tuple[ListDiff, str]:
        """Nothing for the first version: all of it would be news. A lost one is told of."""
        if last is None:
            return ListDiff(), ""
        try:
            found = compared(self.entries(last), document.entries)
            return deltas.untold(found, kept.touched(self.folder, last)), ""
        except Unread:
            raise
        except StoreError as error:
            return ListDiff(), f"compared with nothing: {error}"

    def _last(self, list_id: str) -> Version | None:
        with self.house.store.reading() as connection:
            return next(iter(store.versions(connection, list_id)), None)

    def _unchanged(self, address: Address, state: State) -> Updated:
        with self.house.store.writing() as connection:
            store.note(connection, state, self.house.clock(), success=True)
        last = self._last(address.list)
        if last is None:
            return Updated(address.list, "not_modified")
        alerts = raising.watch(self.house, address, last, self.entries)
        return Updated(address.list, "not_modified", records=last.records, alerts=alerts)

    def _failed(self, address: Address, outcome: str, detail: str) -> Updated:
        state = State(address.list, outcome, detail)
        with self.house.store.writing() as connection:
            store.note(connection, state, self.house.clock(), success=False)
        last = self._last(address.list)
        return Updated(address.list, outcome, detail, last.records if last else 0)


def _steps(progress: Told | None) -> older.Progress | None:
    if progress is None:
        return None
    return lambda done, total, key: progress(PollProgress(done, total, key, "", older=True))


def _of(addresses: dict[str, Address], list_id: str) -> Address:
    if list_id not in addresses:
        raise UnknownId("list", list_id)
    return addresses[list_id]


def _validated(state: State, response: Response, outcome: str) -> State:
    return replace(
        state, outcome=outcome, detail="", etag=response.etag,
        last_modified=response.last_modified, validated_url=response.url,
    )  # fmt: skip


__all__ = ["Age", "Compared", "Lists", "Refusal", "Updated"]
