"""The records of the list versions that a profile keeps, read from their files."""

from __future__ import annotations

from pathlib import Path

from feeds.lists.model import ListEntry
from feeds.lists.read import ListDocument
from feeds.lists.read import read as read_list
from osawatch.store import lists as store
from osawatch.store.lists import Version


def folder(profile: Path) -> Path:
    """Where versions are kept."""
    return profile / "lists"


def read(body: bytes, list_id: str, origin: str) -> ListDocument | None:
    """The list in these bytes. OFAC's two lists have one form: which it is, the id says."""
    return read_list(body, list_id if list_id.startswith("ofac") else origin)


def entries(kept: Path, version: Version) -> tuple[ListEntry, ...]:
    """The records of a version; `StoreError` when its file is gone or is another one."""
    found = read(store.body(kept, version), version.list, version.origin)
    return found.entries if found else ()
