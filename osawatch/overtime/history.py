"""A rule over time that is new, or another one than before, first reads what the store holds.

    rules whose mark differs | stored items of their reach, a page at a time | Matcher
      -> occurrences

Until it has, nothing is judged by it: half a history would be a false alarm. It reads for some
seconds at each poll and goes on at the next, so that no poll waits long.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from osawatch.stages import Timed
from osawatch.store import occurrences, replay
from osawatch.store.database import Connection, Store
from osawatch.store.replay import Mark, Past
from rules.load import Pack
from rules.matcher import Matcher
from rules.occurrences import Moment
from rules.occurrences import of as met_by
from rules.rule import Rule
from rules.windows import MERGE

BUDGET_S = 4.0
EVER = timedelta(days=730)  # how far back "ever before" looks
NAMED_BEFORE = timedelta(days=365)  # a day that comes near may have been named so long ago
LEAST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class State:
    """How far a rule has read. `mark`: what the rule says; another one begins anew."""

    mark: str = ""
    done: bool = False
    at: int = 0
    n: int = 0


def read(connection: Connection, rule: Rule) -> bool:
    """Whether the rule, as it is now, has read all that it needs."""
    state = _state(connection, rule.id)
    return state.done and state.mark == mark(rule)


def mark(rule: Rule) -> str:
    """What decides what the rule meets and makes of it; its words for people do not."""
    said = (rule.condition, rule.selections, rule.near, rule.source, rule.exceptions, rule.alert)
    return hashlib.blake2b(repr(said).encode(), digest_size=10).hexdigest()


def catch_up(store: Store, timed: Timed, pack: Pack, now: datetime) -> bool:
    """Read on for a few seconds; whether every rule has read all it needs."""
    with store.reading() as connection:
        behind = [rule for rule in timed.rules.values() if not read(connection, rule)]
    until = time.monotonic() + BUDGET_S
    return all(_read_on(store, rule, pack, now, until) for rule in behind)


def reach(rule: Rule) -> timedelta:
    """How far back what a rule says today depends on."""
    mine = rule.alert
    if mine.type in ("new_value", "change") and mine.baseline is None:
        return EVER
    if mine.type == "deadline":
        return NAMED_BEFORE
    parts = (mine.baseline, mine.window, mine.window, mine.duration, mine.keep_open)
    named = sum((one for one in parts if one), timedelta())
    return max(LEAST, named + (mine.merge_window or MERGE))


def forget(connection: Connection) -> None:
    """All rules read anew what the store holds, at the next poll."""
    connection.execute("DELETE FROM meta WHERE key LIKE 'overtime:%'")


def _read_on(store: Store, rule: Rule, pack: Pack, now: datetime, until: float) -> bool:
    matcher = Matcher(Pack((rule,), pack.watchlist))
    while time.monotonic() < until:
        state = _begun(store, rule)
        after: Mark | None = (state.at, state.n) if state.at else None
        with store.reading() as connection:
            page = replay.page(connection, now - reach(rule), now, after)
        found = [(item, matcher.match(item.text)) for item in page]
        with store.writing(durable=False) as connection:
            for item, match in found:
                for hit in match.rules:
                    when = Moment(item.id, item.at, item.dated, item.official)
                    met = met_by(rule, hit, match, item.text, when)
                    occurrences.note(connection, item.n, hit, met)
            _set(connection, rule.id, _after(state, page))
        if not page:
            return True
    return False


def _begun(store: Store, rule: Rule) -> State:
    """Where to read on; a rule that is another one now begins anew."""
    with store.reading() as connection:
        state = _state(connection, rule.id)
    if state.mark == mark(rule):
        return state
    state = State(mark(rule))
    with store.writing(durable=False) as connection:
        occurrences.clear(connection, rule.id)
        _set(connection, rule.id, state)
    return state


def _after(state: State, page: Sequence[Past]) -> State:
    if not page:
        return State(state.mark, done=True, at=state.at, n=state.n)
    at, n = replay.mark(page[-1])
    return State(state.mark, done=False, at=at, n=n)


def _state(connection: Connection, rule: str) -> State:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (f"overtime:{rule}",))
    found = row.fetchone()
    return State(**json.loads(found[0])) if found else State()


def _set(connection: Connection, rule: str, state: State) -> None:
    connection.execute(
        "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value",
        (f"overtime:{rule}", json.dumps(asdict(state))),
    )
