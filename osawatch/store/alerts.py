"""Alerts as rows: what stands, its outline and score, the cached fold of its events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from osawatch.model import AlertStatus, Score
from osawatch.stages import Group, Outline, State, Wish
from osawatch.store import search, tellings
from osawatch.store.database import Connection
from osawatch.store.overrides import override_in, override_out
from osawatch.store.rows import at, dump, marks, seconds, stamp


@dataclass(frozen=True, slots=True)
class Standing:
    """The columns of an alert that a decision needs."""

    id: str
    rule: str
    group: Group
    level: str
    card: str
    first_item: int
    start: int
    last_seen: datetime
    status: AlertStatus
    merged_into: str = ""
    apart: bool = False
    apart_story: str = ""


def packed(group: Group) -> str:
    """A group as a column."""
    return json.dumps(group, ensure_ascii=False, separators=(",", ":"))


def unpacked(column: str) -> Group:
    """The reverse of `packed`."""
    return tuple((str(name), str(value)) for name, value in json.loads(column))


def create(connection: Connection, name: str, wish: Wish, n: int, when: datetime) -> None:
    """A new alert with its first item; the outline is written by `describe`."""
    connection.execute(
        "INSERT INTO alerts(id, rule, groups, rule_title, level, ruled, tier, trial, suppressed,"
        " because, card, lead, first_item, title, language, goods, countries, roles, measures,"
        " measure_status, start, stop, first_seen, last_seen, publishers, items, official, facts,"
        " score, scored) VALUES(?,?,?,?,?,?,?,?,?,?,'',?,?,'','','','','','','',?,?,"
        "0,0,0,0,0,'',0,0)",
        (
            name, wish.rule, packed(wish.group), wish.rule_title, wish.level, wish.level, wish.tier,
            wish.trial, wish.suppressed, wish.because, n, n, seconds(when), seconds(when),
        ),
    )  # fmt: skip
    connection.execute("DELETE FROM aliases WHERE id = ?", (name,))  # another desk's, perhaps


def attach(connection: Connection, name: str, n: int) -> bool:
    """Put an item under an alert. False: it was there."""
    indexed = connection.execute("SELECT 1 FROM alert_items WHERE item = ? LIMIT 1", (n,))
    first = indexed.fetchone() is None
    tellings.add(connection, n)
    cursor = connection.execute(
        "INSERT INTO alert_items VALUES(?, ?) ON CONFLICT DO NOTHING", (name, n)
    )
    connection.execute(  # at once: the next item of the same document is measured against it
        "UPDATE alerts SET start = min(start, i.at), stop = max(stop, i.at)"
        " FROM items i WHERE i.n = ? AND alerts.id = ?",
        (n, name),
    )
    if first:
        title, summary = connection.execute(
            "SELECT title, summary FROM items WHERE n = ?", (n,)
        ).fetchone()
        search.add(connection, "alert_fts", n, title, summary)
    return cursor.rowcount > 0


def rise(connection: Connection, name: str, wish: Wish) -> None:
    """A rule that grew graver, or a better tier, lifts the alert; nothing lowers it."""
    connection.execute(
        "UPDATE alerts SET level = CASE override WHEN '' THEN ?1 ELSE level END, ruled = ?1,"
        " tier = min(tier, ?2), suppressed = CASE WHEN ?3 = '' THEN '' ELSE suppressed END,"
        " trial = min(trial, ?4), rule_title = ?5 WHERE id = ?6",
        (wish.level, wish.tier, wish.suppressed, wish.trial, wish.rule_title, name),
    )


def standing(connection: Connection, names: Iterable[str]) -> list[Standing]:
    """What stands of these alerts, by time."""
    wanted = tuple(names)
    rows = connection.execute(
        "SELECT id, rule, groups, ruled, card, first_item, start, last_seen, status, merged_into,"
        " apart, apart_story FROM alerts"
        f" WHERE id IN ({marks(wanted)}) ORDER BY start, id",
        wanted,
    )
    return [
        Standing(
            name, rule, unpacked(groups), level, card, first, start, at(seen), status, merged,
            bool(apart), story,
        )
        for name, rule, groups, level, card, first, start, seen, status, merged, apart, story
        in rows
    ]  # fmt: skip


def standing_in_parts(connection: Connection, names: Sequence[str]) -> Iterable[Standing]:
    """Like `standing`, for any number of alerts."""
    for start in range(0, len(names), 500):
        yield from standing(connection, names[start : start + 500])


def raised_by_rule(connection: Connection, since: datetime) -> dict[str, int]:
    """How many alerts each rule raised since then."""
    return dict(
        connection.execute(
            "SELECT rule, count(*) FROM alerts WHERE first_seen >= ? GROUP BY rule",
            (seconds(since),),
        ).fetchall()
    )


def every(connection: Connection) -> list[str]:
    """The ids of all alerts."""
    return [row[0] for row in connection.execute("SELECT id FROM alerts ORDER BY id")]


def counted(connection: Connection, name: str) -> tuple[int, int, str]:
    """What the row says: items, publishers, goods."""
    row = connection.execute(
        "SELECT items, publishers, goods FROM alerts WHERE id = ?", (name,)
    ).fetchone()
    return (int(row[0]), int(row[1]), str(row[2]))


def describe(connection: Connection, name: str, told: Outline) -> None:
    """Write the outline of an alert."""
    connection.execute(
        "UPDATE alerts SET lead = ?, first_item = ?, title = ?, language = ?, goods = ?,"
        " countries = ?, roles = ?, measures = ?, measure_status = ?, start = ?, stop = ?,"
        " first_seen = ?, last_seen = ?, publishers = ?, items = ?, official = ? WHERE id = ?",
        (
            told.lead, told.first, told.title, told.language, dump(told.goods),
            dump(told.countries), json.dumps(told.roles), dump(told.measures),
            told.measure_status, told.start, told.stop, told.first_seen, told.last_seen,
            told.publishers, told.items, told.official, name,
        ),
    )  # fmt: skip
    connection.execute("DELETE FROM alert_concepts WHERE alert = ?", (name,))
    connection.executemany(
        "INSERT INTO alert_concepts VALUES(?, ?, ?)",
        [(axis, concept, name) for axis, concept in told.concepts],
    )


def rate(connection: Connection, name: str, facts: str, score: Score, now: datetime) -> None:
    """Save the facts of a score and its value at this time; a person's score stands over it."""
    connection.execute(
        "UPDATE alerts SET facts = ?1, computed = ?2, scored = ?3,"
        " score = CASE override WHEN '' THEN ?2 ELSE score END WHERE id = ?4",
        (facts, score.value, seconds(now), name),
    )


def settle(connection: Connection, name: str, state: State, status: AlertStatus) -> None:
    """Cache the fold of the alert's events, and the status that time makes of it."""
    said = state.override
    connection.execute(
        "UPDATE alerts SET state = ?, status = ?, assignee = ?, relevant = ?, reason = ?,"
        " snooze = ?, snoozed_until = ?, tags = ?, claim = ?, claim_at = ?, closed_at = ?,"
        " apart = ?, apart_from = ?, apart_item = ?, apart_story = ?,"
        " override = ?, score = coalesce(?, computed), level = coalesce(?, ruled) WHERE id = ?",
        (
            state.status, status, state.assignee, state.relevant, state.reason, state.snooze,
            stamp(state.snoozed_until), dump(state.tags) if state.tags else "",
            state.merged_into, state.merged_at, stamp(state.closed_at), state.apart,
            state.apart_from, state.apart_item, state.apart_story,
            override_out(said), said and said.score, said and said.level, name,
        ),
    )  # fmt: skip


def computed(connection: Connection, names: Sequence[str]) -> dict[str, tuple[float, str]]:
    """The score of the formula and the level of the rule, whatever a person gave instead."""
    rows = connection.execute(
        f"SELECT id, computed, ruled FROM alerts WHERE id IN ({marks(names)})", tuple(names)
    )
    return {name: (float(score), str(level)) for name, score, level in rows}


def lowered(connection: Connection, name: str) -> bool:
    """Whether a person makes this alert weigh less than rule and formula do."""
    row = connection.execute("SELECT override FROM alerts WHERE id = ?", (name,)).fetchone()
    said = override_in(row[0]) if row else None
    return said is not None and said.lowers
