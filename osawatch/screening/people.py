"""Whose name may be shown to those who did not ask for it: not that of a natural person."""

from __future__ import annotations

from feeds.lists.model import ListEntry
from osawatch.screening.spelling import spell
from osawatch.screening.tables import COMMON


def nameable(entry: ListEntry) -> bool:
    """Whether an entry is no natural person.

    A record without a kind counts as an organisation only if its name says so.
    """
    if entry.kind:
        return entry.kind != "person"
    spelled = spell(entry.name)
    return bool(spelled.legal) or any(word in COMMON or word.isdigit() for word in spelled.core)
