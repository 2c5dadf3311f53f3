"""An entry is the fold of its events: the last writer by clock, a field at a time. Pure.

`entry_set` gives fields, `entry_told` says who was told, `entry_drop` withdraws it until the next
`entry_set`. Any two desks that hold the same events have the same entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from osawatch.fold import clock_of, ordered, undone
from osawatch.registers.model import SHAPES, Entry, Told
from osawatch.stages import Event


def fold(events: Iterable[Event]) -> Entry | None:
    """All events of an entry, in any order; None while nothing that stands has opened it."""
    lines = ordered(events)
    dead = undone(lines)
    live = [one for one in lines if one.id not in dead and one.kind.startswith("entry_")]
    first = next((one for one in live if one.kind == "entry_set"), None)
    if first is None or _shape(first) not in SHAPES:
        return None
    entry = Entry(
        first.subject, _shape(first), {}, clock_of(first.hlc), first.actor, clock_of(first.hlc)
    )
    for event in live:
        entry = replace(_after(entry, event), updated=clock_of(event.hlc))
    return entry


def _after(entry: Entry, event: Event) -> Entry:
    if event.kind == "entry_set":
        return _set(entry, event.data.get("values"))
    if event.kind == "entry_told":
        told = Told(str(event.data.get("who", "")), clock_of(event.hlc), event.actor)
        return replace(entry, told=(*entry.told, told))
    return replace(entry, withdrawn=True) if event.kind == "entry_drop" else entry


def _set(entry: Entry, given: Any) -> Entry:
    texts = {
        str(key): value
        for key, value in (given.items() if isinstance(given, dict) else ())
        if isinstance(value, str)
    }
    known = {one.key for one in SHAPES[entry.shape].columns}
    mine = {key: value for key, value in texts.items() if key in known}
    other = {key: value for key, value in texts.items() if key not in known}
    return replace(
        entry, withdrawn=False, values={**entry.values, **mine}, extra={**entry.extra, **other}
    )


def _shape(event: Event) -> str:
    return event.subject.partition(":")[0]
