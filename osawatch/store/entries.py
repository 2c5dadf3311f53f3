"""The events of registers, out of the log."""

from __future__ import annotations

from collections.abc import Mapping

from osawatch.stages import Event
from osawatch.store import events
from osawatch.store.database import Connection


def logs(connection: Connection, shape: str) -> Mapping[str, list[Event]]:
    """The log of each entry of a register, by its id, in one question."""
    found: dict[str, list[Event]] = {}
    for one in events.within(connection, f"{shape}:", f"{shape};"):
        found.setdefault(one.subject, []).append(one)
    return found


def log(connection: Connection, name: str) -> list[Event]:
    """The log of an entry; empty when there is none."""
    return events.of_alerts(connection, [name])[name]
