"""The way back from what a person did last to cases or registers: an event that names the others.

Undo of alerts is `triage.undo`; both write the same kind of event, and folds read both.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from osawatch.fold import undone
from osawatch.model import Person
from osawatch.stages import Event
from osawatch.store import events
from osawatch.store.database import Connection
from osawatch.store.events import Draft


def back(
    connection: Connection, person: Person, now: datetime, ours: Callable[[Event], bool]
) -> list[Event]:
    """Takes back this person's last act among `ours` that still stands; what was taken back."""
    recent = events.by_device(connection, events.device_id(connection))
    dead = undone(recent)
    mine = [
        one
        for one in recent
        if ours(one) and one.id not in dead and (one.actor, one.post) == (person.name, person.post)
    ]
    last = [one for one in mine if one.hlc == mine[0].hlc] if mine else []
    by_subject: dict[str, list[str]] = {}
    for one in last:
        by_subject.setdefault(one.subject, []).append(one.id)
    drafts: list[Draft] = [
        ("undo", subject, {"events": ids, "kind": last[0].kind})
        for subject, ids in by_subject.items()
    ]
    events.append(connection, drafts, person, now)
    return last
