"""What a briefing tells of cases: those that are open, and what was decided in them."""

from __future__ import annotations

from osawatch.briefing.model import Asked, CaseFacts, Decided
from osawatch.briefing.origin import Origins, ranked
from osawatch.cases.model import Case
from osawatch.core import Core
from osawatch.fold import clock_of
from osawatch.model import HistoryEntry, StoryItem
from osawatch.stages import Event

DECIDING = ("case_status", "case_test", "case_told", "case_handover", "case_confirm")
MOST_CASES, MOST_ALERTS = 40, 8


def standing(core: Core, asked: Asked, origins: Origins) -> tuple[CaseFacts, ...]:
    """Cases that are open now, those that were touched last first."""
    found = [one for one in core.cases.every() if _of(one, asked.ministry)]
    return tuple(CaseFacts(one, _story(one, origins)) for one in found[:MOST_CASES])


def decided(core: Core, asked: Asked) -> list[Decided]:
    """What was decided in cases, those that are closed by now too."""
    return [
        Decided(_entry(event), one.title, None)
        for one in core.cases.every(closed=True)
        if _of(one, asked.ministry) and one.updated >= asked.since
        for event in core.cases.log(one.id)
        if event.kind in DECIDING and asked.since <= clock_of(event.hlc) <= asked.until
    ]


def _entry(event: Event) -> HistoryEntry:
    at = clock_of(event.hlc)
    return HistoryEntry(event.id, at, event.actor, event.post, event.kind, dict(event.data))


def _of(one: Case, ministry: str) -> bool:
    return not ministry or ministry in one.owners


def _story(one: Case, origins: Origins) -> tuple[StoryItem, ...]:
    items = [item for name in one.alerts[:MOST_ALERTS] for item in origins.story(name)]
    return tuple(ranked({item.id: item for item in items}.values()))
