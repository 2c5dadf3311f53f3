"""Whether what came may replace the last good copy of a list: it is that list, whole, not shrunk.

Files that are served with status 200 may be anything: a storage error, a page, half a list.
"""

from __future__ import annotations

from dataclasses import dataclass

from feeds.lists.read import ListDocument

SHRUNK = 0.5  # of the records of the last good copy


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a document must not be used."""

    reason: str
    detail: str

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}"


def admit(document: ListDocument | None, wanted: str, last: int) -> Refusal | None:
    """None when the document may be used; `last` = records of the last good copy, 0 = none."""
    if document is None:
        return Refusal("not_a_list", "the bytes are no list that this program knows")
    if document.outcome != "parsed":
        return Refusal(document.reason, document.detail)
    if document.list != wanted:
        return Refusal("another_list", f"this is {document.list}, not {wanted}")
    count = len(document.entries)
    if count < SHRUNK * last:
        return Refusal("shrunk", f"{count} records, {last} in the last good copy")
    return None
