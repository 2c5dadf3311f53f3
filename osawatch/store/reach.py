"""Which alerts of a rule and group a new item could join."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from osawatch.stages import Group, Span
from osawatch.store.alerts import packed, unpacked
from osawatch.store.database import Connection
from osawatch.store.identity import top
from osawatch.store.overrides import override_in
from osawatch.store.rows import at, moment, seconds


def spans(
    connection: Connection, rule: str, group: Group, when: datetime, window: timedelta
) -> list[Span]:
    """The alerts of this rule and group that could reach this time."""
    low, high = seconds(when - window), seconds(when + window)
    found = connection.execute(
        "SELECT id, start, stop, ruled, official, measure_status, publishers, status, snooze,"
        " closed_at, merged_into, override FROM alerts"
        " WHERE rule = ? AND groups = ? AND start <= ? AND stop >= ?",
        (rule, packed(group), high, low),
    ).fetchall()
    return [_span(connection, row) for row in found]


def open_groups(
    connection: Connection, rule: str, when: datetime, window: timedelta
) -> list[Group]:
    """The groups of which an alert of this rule stands then: shown, and not closed."""
    rows = connection.execute(
        "SELECT groups FROM alerts WHERE rule = ? AND start <= ? AND stop >= ?"
        " AND suppressed = '' AND status <> 'closed'",
        (rule, seconds(when), seconds(when - window)),
    )
    return [unpacked(row[0]) for row in rows]


def of_group(connection: Connection, rule: str, group: Group) -> list[tuple[Span, set[int]]]:
    """All alerts of a rule and group, the earliest first, each with the numbers of its items."""
    found = connection.execute(
        "SELECT id, start, stop, ruled, official, measure_status, publishers, status, snooze,"
        " closed_at, merged_into, override FROM alerts WHERE rule = ? AND groups = ?"
        " ORDER BY start, id",
        (rule, packed(group)),
    ).fetchall()
    held = [
        {row[0] for row in connection.execute("SELECT item FROM alert_items WHERE alert = ?", one)}
        for one in ((row[0],) for row in found)
    ]
    return [(_span(connection, row), items) for row, items in zip(found, held, strict=True)]


def _span(connection: Connection, row: tuple[Any, ...]) -> Span:
    (name, start, stop, level, official, stage, publishers, status, snooze, closed, merged,
     said) = row  # fmt: skip
    if merged:  # what a person decided about the whole counts
        status, snooze, closed, said = connection.execute(
            "SELECT status, snooze, closed_at, override FROM alerts WHERE id = ?",
            (top(connection, name),),
        ).fetchone()
    override = override_in(said)
    start, stop = _own_extent(connection, name) or (start, stop)
    return Span(
        name, at(start), at(stop), level, bool(official), stage, publishers, status, snooze,
        moment(closed), override is not None and override.lowers,
    )  # fmt: skip


def _own_extent(connection: Connection, name: str) -> tuple[int, int] | None:
    """From its first to its last item, when others are merged into it: their time is not its own.

    What a person merged must not decide which alert the next item belongs to: another desk that
    has the item first would keep it elsewhere. None: nothing is merged into it.
    """
    merged = "SELECT 1 FROM alerts WHERE merged_into = ? AND merged_into <> '' LIMIT 1"
    if connection.execute(merged, (name,)).fetchone() is None:
        return None
    first, last = connection.execute(
        "SELECT min(i.at), max(i.at) FROM alert_items ai JOIN items i ON i.n = ai.item"
        " WHERE ai.alert = ?",
        (name,),
    ).fetchone()
    return None if first is None else (first, last)
