"""The records of the list versions that a profile keeps, read from their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from feeds.jail import apart
from feeds.jail.keeper import REASON, Died
from feeds.lists.model import ListEntry
from feeds.lists.read import ListDocument
from osawatch.errors import StoreError
from osawatch.store import lists as store
from osawatch.store.lists import Version

if TYPE_CHECKING:
    from feeds.lists.ofac_delta import Delta


def folder(profile: Path) -> Path:
    """Where versions are kept."""
    return profile / "lists"


def read(body: bytes, list_id: str, origin: str) -> ListDocument | None:
    """The list in these bytes. OFAC's two lists have one form: which it is, the id says."""
    return apart.read(body, list_id if list_id.startswith("ofac") else origin)


def entries(kept: Path, version: Version) -> tuple[ListEntry, ...]:
    """The records of a version with what was published since.

    `StoreError` when a file is gone, or the process that read it died of it.
    """
    found = read(store.body(kept, version), version.list, version.origin)
    if found is not None and found.reason == REASON:
        raise StoreError(f"{kept / version.file} cannot be read: {REASON}: {found.detail}")
    records = found.entries if found else ()
    if not version.deltas:
        return records
    from feeds.lists import ofac_changes

    return ofac_changes.apply(records, _deltas(kept, version), version.list).entries


def touched(kept: Path, version: Version) -> frozenset[str]:
    """The keys of the records of which deltas told since a version."""
    return (
        frozenset(one.entry.id for one in _deltas(kept, version)) if version.deltas else frozenset()
    )


def _deltas(kept: Path, version: Version) -> list[Delta]:
    found: list[Delta] = []
    for file in version.deltas:
        path = kept / file
        try:
            found += apart.deltas(store.unpacked(path))
        except (Died, ValueError) as error:
            raise StoreError(f"{path} cannot be read: {error}") from error
    return found
