"""What destruction and erasure have in common: the lines that tell of them, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from osawatch import upkeep
from osawatch.errors import BadInput
from osawatch.filing.model import Gone
from osawatch.fold import clock_of
from osawatch.model import Changes
from osawatch.stages import Event
from osawatch.store import reading
from osawatch.store.database import Connection, Store

FILED, GONE, ERASURE = "case_filed", "case_destroyed", "erasure"


def required(said: str, field: str) -> str:
    """The text without spaces around it; `BadInput` when there is none."""
    if not said.strip():
        raise BadInput("is missing", field=field)
    return said.strip()


def gone(event: Event) -> Gone:
    """A line of the log of destruction and erasure."""
    data = event.data
    return Gone(
        event.kind, event.subject, clock_of(event.hlc), event.actor, str(data.get("why", "")),
        str(data.get("basis", "")), int(str(data.get("events", 0))),
        int(str(data.get("files", 0))), str(data.get("digest", "")),
        left if isinstance(left := data.get("left", {}), Mapping) else {},
        int(str(data.get("items", 0))), int(str(data.get("days", 0))),
        str(data.get("since", "")), str(data.get("until", "")),
    )  # fmt: skip


def again(connection: Connection, alerts: Sequence[str], now: datetime) -> None:
    """What lists show of these alerts is derived from their lines, which have changed."""
    led = upkeep.refold(connection, alerts, now)
    upkeep.recard(connection, {*alerts, *led})


def settle(store: Store, alerts: Sequence[str], announce: Callable[[Changes], Changes]) -> None:
    """After the transaction: nothing of what went stays in the write-ahead log."""
    store.flush()
    with store.reading() as connection:
        cards = frozenset(one.card for one in reading.alerts(connection, alerts))
    announce(Changes(alerts=frozenset(alerts), cards=cards))
