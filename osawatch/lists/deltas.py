"""Between two whole lists: what OFAC published since, fetched by its numbers and applied.

    history of the year -> numbers after the one seen last -> each delta -> applied to what is kept
      -> kept beside the version -> items through the same intake -> the watchlist's companies

A number that is missing, a delta that cannot be read or not be applied for certain: the whole list
is fetched instead, and what was told already is not told again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.jail import apart
from feeds.jail.keeper import Died
from feeds.lists import ofac_changes, ofac_delta
from feeds.lists.address import Address
from feeds.lists.model import ListEntry
from feeds.lists.ofac_changes import Applied
from feeds.lists.ofac_delta import Publication
from osawatch.lists.diff import Change, Class, ListDiff
from osawatch.store import lists as store
from osawatch.store import measures
from osawatch.store.database import Connection
from osawatch.store.lists import Version
from osawatch.store.rows import at, seconds

if TYPE_CHECKING:
    from osawatch.poll import Fetching

log = logging.getLogger(__name__)
EVERY = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Mark:
    """The publication that a version of a list holds for certain, and when we last looked."""

    base: str
    publication: int
    checked: datetime


@dataclass(frozen=True, slots=True)
class News:
    """What came: the bodies by their number, and the list after them."""

    bodies: tuple[tuple[Publication, bytes], ...]
    applied: Applied


def mark(connection: Connection, list_id: str) -> Mark | None:
    """How far a list is known to be, None = its numbers are not known."""
    base, _, rest = measures.noted(connection, f"deltas-{list_id}").partition(":")
    publication, _, checked = rest.partition(":")
    return Mark(base, int(publication), at(int(checked))) if checked else None


def note(connection: Connection, list_id: str, found: Mark) -> None:
    """Keep how far a list is known to be."""
    value = f"{found.base}:{found.publication}:{seconds(found.checked)}"
    measures.note(connection, f"deltas-{list_id}", value)


def due(found: Mark | None, version: Version, now: datetime) -> bool:
    """Whether it is time to look for deltas of this version."""
    if found is None or found.base != version.sha256:
        return False
    return not timedelta(0) <= now - found.checked < EVERY


def latest(address: Address, fetcher: Fetching, now: datetime) -> int:
    """The number of the last publication, 0 when it cannot be had."""
    known = _history(address, fetcher, now, ())
    return known[-1].id if known else 0


def fetched(
    address: Address, fetcher: Fetching, found: Mark, entries: Iterable[ListEntry], now: datetime
) -> News | str | None:
    """What was published since, None = nothing; or why the whole list is needed."""
    known = _history(address, fetcher, now, (found.publication,))
    if not known:
        return None  # it is asked again later, and the whole list comes once a day
    if ofac_delta.gap(found.publication, known):
        return f"a number after {found.publication} is missing"
    bodies: list[tuple[Publication, bytes]] = []
    deltas: list[ofac_delta.Delta] = []
    for one in ofac_delta.missed(found.publication, known):
        body = _body(f"{address.changes}/{one.id}", address, fetcher)
        try:
            read = apart.deltas(body) if body else []
        except (Died, ValueError):
            read = []
        if not read:
            return f"publication {one.id} cannot be read"
        bodies.append((one, body))
        deltas += read
    applied = ofac_changes.apply(entries, deltas, address.list)
    if applied.unclear:
        return f"{len(applied.unclear)} changes cannot be applied for certain"
    return News(tuple(bodies), applied) if bodies else None


def keep(
    connection: Connection, folder: Path, version: Version, news: News, now: datetime
) -> Version:
    """Keep the deltas beside their version; the version as it is now."""
    for one, body in news.bodies:
        store.add_delta(connection, folder, version, (one.id, one.published), body, now)
    last = news.bodies[-1][0].id
    note(connection, version.list, Mark(version.sha256, last, now))
    return replace(version, deltas=store.deltas(connection, version.list, version.sha256))


def difference(applied: Applied) -> ListDiff:
    """What deltas changed, in the words of a comparison."""
    return ListDiff(applied.added, applied.removed, tuple(_change(*one) for one in applied.changed))


def untold(found: ListDiff, touched: frozenset[str]) -> ListDiff:
    """A comparison without what a delta has told: records that say the same in another form."""
    return replace(
        found,
        changed=tuple(
            one
            for one in found.changed
            if one.id not in touched or not ofac_changes.same(one.old, one.new)
        ),
    )


def _change(old: ListEntry, new: ListEntry) -> Change:
    paths = tuple(key for key, values in _fields(new).items() if values != _fields(old)[key])
    kind: Class = "renamed" if old.name != new.name else "detail"
    if kind == "detail" and "programmes" in paths:
        kind = "measure_changed"
    return Change(
        new.id, new.name, kind, paths, replace(old, fields=_fields(old)),
        replace(new, fields=_fields(new)),
    )  # fmt: skip


def _fields(one: ListEntry) -> dict[str, tuple[str, ...]]:
    return {"names": tuple(name.text for name in one.names), "programmes": one.programmes}


def _history(
    address: Address, fetcher: Fetching, now: datetime, wanted: tuple[int, ...]
) -> tuple[Publication, ...]:
    """The publications of this year, and of the last one when a wanted number is not among them."""
    known = _year(address, fetcher, now.year)
    numbers = {one.id for one in known}
    if not known or not numbers.issuperset(wanted):
        known = (*_year(address, fetcher, now.year - 1), *known)
    return known


def _year(address: Address, fetcher: Fetching, year: int) -> tuple[Publication, ...]:
    body = _body(f"{address.changes}/history/{year}", address, fetcher)
    try:
        return ofac_delta.history(body) if body else ()
    except (ValueError, RecursionError):
        return ()


def _body(url: str, address: Address, fetcher: Fetching) -> bytes:
    """The bytes at an address, none when they cannot be had."""
    from feeds.fetch import Request

    response = fetcher.fetch(Request(url, user_agent=address.user_agent))
    if response.outcome != "ok":
        log.warning("%s: %s %s", url, response.outcome, response.detail)
        return b""
    return response.body
