"""Checks a profile: whether the file is whole and all that is derived is derived rightly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from osawatch import lives, retelling, upkeep
from osawatch.acts import Known
from osawatch.fold import effective, fold
from osawatch.outline import outline
from osawatch.scoring import Rater
from osawatch.store import alerts, check, contents, counts, damage, erasing, events, reading, search
from osawatch.store.database import Connection, Store
from osawatch.store.rows import dump

SHOWN = 20  # of one kind of finding
AT_ONCE = 500  # alerts
PARTS = 6  # of a whole examination
Step = Callable[[int], None]


def examine(
    store: Store,
    rater: Rater,
    now: datetime,
    known: Known | None = None,
    step: Step = lambda _part: None,
) -> list[str]:
    """What is wrong, one line each; empty when all is well.

    `known`: what the pack says. `step` hears which of `PARTS` begins, and ends it by raising.
    """
    step(1)
    damaged = damage.found(store)
    if damaged:  # what stands in such a file proves nothing, and nothing is written to it
        return damaged
    step(2)
    with store.writing() as connection:  # what time alone has changed is no fault
        upkeep.sweep(connection, rater, now)
        if known is not None:
            lives.follow(connection, known)
    step(3)
    with store.reading() as connection:
        found = [*check.faults(connection), *erasing.faults(connection)]
        names = alerts.every(connection)
        found += _short(_wrong_states(connection, names, now, lambda: step(4)), "alerts")
        found += _short(_wrong_outlines(connection, names, lambda: step(5)), "alerts")
        found += _short(check.wrong_cards(connection), "cards")
        found += _short(upkeep.misplaced(connection, names), "alerts")
        found += _short(retelling.differences(connection), "items")
        if known is not None:
            found += _short(lives.differences(connection, known.facts), "measures")
    step(6)
    with store.writing() as connection:  # to check a search index is a write to SQLite
        found += search.faults(connection)
        found += _recounted(connection)
    return found


def _recounted(connection: Connection) -> list[str]:
    """Counts a day are all derived: wrong ones are counted anew at once, and said."""
    wrong = counts.rebuild(connection)
    return [f"trends: {wrong} daily counts were wrong and were counted anew"] if wrong else []


def _wrong_states(
    connection: Connection, names: list[str], now: datetime, step: Callable[[], None]
) -> list[str]:
    found = []
    for start in range(0, len(names), AT_ONCE):
        step()
        part = names[start : start + AT_ONCE]
        log = events.of_alerts(connection, part)
        cached = {alert.id: alert for alert in reading.alerts(connection, part)}
        for name in part:
            state, alert = fold(log[name]), cached[name]
            derived = (effective(state, alert.last_seen, now), state.assignee, state.reason)
            more = (state.tags, state.override) == (alert.tags, alert.override)
            if derived != (alert.status, alert.assignee, alert.reason) or not more:
                found.append(f"alert {name}: its state is not what its events add up to")
            if not any(event.kind == "raised" for event in log[name]):
                found.append(f"alert {name}: no event says why it was raised")
    return found


def _wrong_outlines(
    connection: Connection, names: list[str], step: Callable[[], None]
) -> list[str]:
    found = []
    for number, one in enumerate(alerts.standing_in_parts(connection, names)):
        if number % AT_ONCE == 0:
            step()
        held = contents.members(connection, one.id)
        if not held:
            found.append(f"alert {one.id}: holds no item")
            continue
        told = outline(one.group, held, contents.totals(connection, one.id))
        if alerts.counted(connection, one.id) != (told.items, told.publishers, dump(told.goods)):
            found.append(f"alert {one.id}: its row does not say what its items say")
    return found


def _short(found: list[str], what: str) -> list[str]:
    rest = len(found) - SHOWN
    return found if rest <= 0 else [*found[:SHOWN], f"... and {rest} more {what}"]
