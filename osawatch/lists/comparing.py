"""Two versions of a list compared; the reader apart says what their records hold."""

from __future__ import annotations

from collections.abc import Sequence

from feeds.jail import apart
from feeds.jail.keeper import REASON, Died
from feeds.lists.model import ListEntry
from osawatch.errors import StoreError
from osawatch.lists import diff
from osawatch.lists.diff import ListDiff


class Unread(StoreError):  # noqa: N818 # it is named for what the records are
    """The process that takes records apart died of one."""


def compared(old: Sequence[ListEntry], new: Sequence[ListEntry]) -> ListDiff:
    """What differs; `Unread`."""
    try:
        apart.open_all(diff.differing(old, new))
    except Died as died:
        raise Unread(f"{REASON}: {died.why}") from died
    return diff.diff(old, new)
