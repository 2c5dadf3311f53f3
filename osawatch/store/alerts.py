"""Alerts as rows: what stands, who belongs to them, the cached fold of their events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from osawatch.model import AlertStatus, Score
from osawatch.stages import Group, Member, Outline, Span, State, Totals, Wish
from osawatch.store import findings, search, tellings
from osawatch.store.database import Connection
from osawatch.store.grades import GRADE
from osawatch.store.identity import FAMILY, top
from osawatch.store.overrides import override_in, override_out
from osawatch.store.partings import PARTS
from osawatch.store.rows import DAY, at, dump, marks, moment, seconds, stamp

EARLIEST, LATEST = 40, 120  # items that describe a long alert
BEGINNING = 1200  # code points of their texts


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


def members(connection: Connection, name: str) -> list[Member]:
    """The items of an alert and of those merged into it.

    Of a very long one: the first, the latest and the official ones. `totals` counts them all.
    """
    rows = connection.execute(
        f"{FAMILY}, held AS (SELECT DISTINCT i.n, i.at, i.id, s.official FROM family"
        " JOIN alert_items ai ON ai.alert = family.id JOIN items i ON i.n = ai.item"
        " JOIN sources s ON s.id = i.source), chosen AS ("
        " SELECT n FROM (SELECT n FROM held ORDER BY at, id LIMIT ?)"
        " UNION SELECT n FROM (SELECT n FROM held ORDER BY official DESC, at DESC, id LIMIT ?))"
        f" SELECT i.n, i.id, i.title, i.language, i.publisher, s.official, {GRADE}, i.at,"
        " i.first_seen, i.story, f.data, substr(i.summary, 1, ?) FROM chosen"
        " JOIN items i ON i.n = chosen.n"
        " JOIN sources s ON s.id = i.source LEFT JOIN findings f ON f.item = i.n"
        " ORDER BY i.at, i.id",
        (name, EARLIEST, LATEST, BEGINNING),
    )
    return [
        Member(n, item, title, language, publisher, bool(official), grade, when, seen, story,
               findings.unpack(data), text)
        for n, item, title, language, publisher, official, grade, when, seen, story, data, text
        in rows
    ]  # fmt: skip


def item_numbers(connection: Connection, name: str) -> list[int]:
    """The items of an alert and of those merged into it."""
    rows = connection.execute(
        f"{FAMILY} SELECT DISTINCT ai.item FROM family JOIN alert_items ai ON ai.alert = family.id",
        (name,),
    )
    return [row[0] for row in rows]


def holds(connection: Connection, name: str, item: str) -> bool:
    """Whether an item, by its id, is under an alert or one merged into it."""
    row = connection.execute(
        f"{FAMILY} SELECT 1 FROM family JOIN alert_items ai ON ai.alert = family.id"
        " JOIN items i ON i.n = ai.item WHERE i.id = ? LIMIT 1",
        (name, item),
    ).fetchone()
    return row is not None


def totals(connection: Connection, name: str) -> Totals:
    """Counts over all items of an alert and of those merged into it."""
    row = connection.execute(
        f"{FAMILY} SELECT count(DISTINCT i.n), count(DISTINCT i.publisher), min(i.at), max(i.at),"
        " min(i.first_seen), max(i.first_seen), max(s.official) FROM family"
        " JOIN alert_items ai ON ai.alert = family.id JOIN items i ON i.n = ai.item"
        " JOIN sources s ON s.id = i.source",
        (name,),
    ).fetchone()
    return Totals(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]))


def publishers(connection: Connection, name: str) -> set[str]:
    """Who has reported what this alert holds."""
    rows = connection.execute(
        "SELECT DISTINCT i.publisher FROM alert_items ai JOIN items i ON i.n = ai.item"
        " WHERE ai.alert = ?",
        (name,),
    )
    return {row[0] for row in rows}


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


def repeats(connection: Connection, name: str, told: Outline, days: int = 180) -> list[str]:
    """Measure statuses of earlier alerts on the same good, country and measure."""
    rows = connection.execute(
        "SELECT DISTINCT a.measure_status FROM alert_concepts g"
        " JOIN alert_concepts c ON c.alert = g.alert AND c.axis = 'country' AND c.concept = ?"
        " JOIN alert_concepts m ON m.alert = g.alert AND m.axis = 'measure' AND m.concept = ?"
        " JOIN alerts a ON a.id = g.alert WHERE g.axis = 'good' AND g.concept = ?"
        " AND a.id <> ? AND a.start < ? AND a.start >= ?",
        (
            told.countries[0] if told.countries else "",
            told.measures[0] if told.measures else "",
            told.goods[0] if told.goods else "",
            name,
            told.start,
            told.start - days * DAY,
        ),
    )
    return [row[0] for row in rows]


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


def put_on_card(connection: Connection, name: str, card: str) -> None:
    """Move an alert to a card."""
    connection.execute("UPDATE alerts SET card = ? WHERE id = ?", (card, name))


def host(connection: Connection, one: Standing) -> tuple[str, str, int] | None:
    """The earliest other alert that holds the first story of this one: (id, card, card's start).

    Alerts merged into one count as that one: else an alert could be the guest of its own part,
    and any card would do for both. One that a person took off its card hosts others as long as
    its story was parted with it.
    """
    row = connection.execute(
        "WITH RECURSIVE up(id) AS (SELECT ai.alert FROM tellings e JOIN tellings i"
        " ON i.topic = e.topic JOIN alert_items ai ON ai.item = i.item WHERE e.item = ?"
        " UNION SELECT m.merged_into FROM up JOIN alerts m ON m.id = up.id"
        " WHERE m.merged_into <> '')"
        " SELECT a.id, a.card, coalesce((SELECT min(b.start) FROM alerts b WHERE b.card = a.card"
        " AND b.merged_into = ''), a.start) FROM up JOIN alerts a ON a.id = up.id"
        " WHERE a.merged_into = '' AND (a.start, a.id) < (?, ?) AND a.card <> '' AND (a.apart = 0"
        f" OR EXISTS (SELECT 1 FROM items i WHERE i.n = a.first_item AND {PARTS}))"
        " ORDER BY a.start, a.id LIMIT 1",
        (one.first_item, one.start, one.id),
    ).fetchone()
    return None if row is None else (str(row[0]), str(row[1]), int(row[2]))


def on_cards(connection: Connection, cards: Sequence[str]) -> list[str]:
    """The alerts that stand on these cards."""
    rows = connection.execute(f"SELECT id FROM alerts WHERE card IN ({marks(cards)})", tuple(cards))
    return [row[0] for row in rows]


def guests(connection: Connection, names: Sequence[str]) -> list[str]:
    """Alerts whose card hangs on these: their first story is held by one, or they are merged."""
    rows = connection.execute(
        "SELECT DISTINCT a.id FROM alert_items ai JOIN tellings i ON i.item = ai.item"
        " JOIN tellings e ON e.topic = i.topic JOIN alerts a ON a.first_item = e.item"
        f" WHERE ai.alert IN ({marks(names)})"
        f" UNION SELECT id FROM alerts WHERE merged_into IN ({marks(names)})",
        (*names, *names),
    )
    return [row[0] for row in rows]


def own_card(connection: Connection, one: Standing) -> str:
    """The card an alert makes when it stands alone: the story of its first item, in any words."""
    row = connection.execute(
        "SELECT topic FROM tellings WHERE item = ?", (one.first_item,)
    ).fetchone()
    return str(row[0])


def assignees(connection: Connection, most: int = 20) -> list[str]:
    """Who has, or had, a story in hand, the latest first."""
    rows = connection.execute(
        "SELECT assignee FROM cards WHERE assignee <> ''"
        " GROUP BY assignee ORDER BY max(last_seen) DESC, assignee LIMIT ?",
        (most,),
    )
    return [row[0] for row in rows]


def first_story(connection: Connection, one: Standing) -> str:
    """The story of its first item, copies only."""
    row = connection.execute("SELECT story FROM items WHERE n = ?", (one.first_item,)).fetchone()
    return str(row[0])


def begins_with(connection: Connection, name: str) -> dict[str, object]:
    """The first item of an alert, and its near-copy story: what it is told apart by."""
    row = connection.execute(
        "SELECT i.id, i.story FROM alerts a JOIN items i ON i.n = a.first_item WHERE a.id = ?",
        (name,),
    ).fetchone()
    return {"item": str(row[0]), "story": str(row[1])} if row else {}


def grouped(connection: Connection, names: Sequence[str]) -> list[str]:
    """Those of these alerts that stand on a card with another story, told in other words."""
    rows = connection.execute(
        "SELECT DISTINCT a.id FROM alerts a JOIN items e ON e.n = a.first_item"
        " JOIN alerts b ON b.card = a.card AND b.merged_into = '' JOIN items i ON"
        " i.n = b.first_item WHERE i.story <> e.story AND a.merged_into = '' AND a.apart = 0"
        f" AND a.id IN ({marks(names)})",
        tuple(names),
    )
    return [row[0] for row in rows]


def of_items(connection: Connection, stories: Sequence[str]) -> list[str]:
    """The alerts that hold an item of one of these stories."""
    rows = connection.execute(
        "SELECT DISTINCT ai.alert FROM items i JOIN alert_items ai ON ai.item = i.n"
        f" WHERE i.story IN ({marks(stories)})",
        tuple(stories),
    )
    return [row[0] for row in rows]


def to_wake(connection: Connection, now: datetime, expiry: timedelta) -> list[str]:
    """Alerts whose status time has changed: a snooze that ended, or ninety quiet days."""
    rows = connection.execute(
        "SELECT id FROM alerts WHERE status = 'snoozed' AND snoozed_until <= ?"
        " UNION SELECT id FROM alerts WHERE status IN ('new', 'seen') AND last_seen < ?",
        (seconds(now), seconds(now - expiry)),
    )
    return [row[0] for row in rows]


def to_lift(connection: Connection, newest: datetime) -> list[tuple[str, str]]:
    """Open alerts with items since then: (id, facts)."""
    rows = connection.execute(
        "SELECT id, facts FROM alerts WHERE status IN ('new', 'seen', 'in_hand', 'snoozed')"
        " AND stop >= ? AND facts <> ''",
        (seconds(newest),),
    )
    return rows.fetchall()


def to_rate(connection: Connection, now: datetime, limit: int = 2000) -> list[tuple[str, str]]:
    """Open alerts whose score is older than half a day: (id, facts)."""
    rows = connection.execute(
        "SELECT id, facts FROM alerts WHERE status IN ('new', 'seen', 'in_hand', 'snoozed')"
        " AND scored < ? LIMIT ?",
        (seconds(now) - DAY // 2, limit),
    )
    return rows.fetchall()
