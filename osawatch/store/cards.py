"""Cards: a row for each story with alerts, kept ready so that lists are ids from one index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from osawatch.model import Card, Chosen, Filter
from osawatch.store import search
from osawatch.store.database import Connection
from osawatch.store.overrides import override_in
from osawatch.store.rows import at, dump, marks, seconds, words
from rules.model import LEVELS

AT_ONCE = 500  # ids in one question
OPEN = ("new", "seen", "in_hand")
STATUSES = ("new", "in_hand", "seen", "snoozed", "closed", "expired")
PLACES = ("inbox", "snoozed", "trial", "suppressed", "closed")
VIEW_OF_ALERT = {
    "inbox": "a.status IN ('new','seen','in_hand') AND a.trial = 0 AND a.suppressed = ''",
    "mine": "a.status IN ('new','seen','in_hand')"
    " AND a.assignee IN (SELECT value FROM json_each(?))",
    "snoozed": "a.status = 'snoozed'",
    "trial": "a.trial = 1 AND a.suppressed = '' AND a.status IN ('new','seen','in_hand')",
    "suppressed": "a.suppressed <> '' AND a.status IN ('new','seen','in_hand')",
    "closed": "a.status = 'closed'",
    "all": "1",
}
COLUMNS = (
    "id, title, language, level, score, status, unread, goods, countries, measures,"
    " measure_status, publishers, items, official, first_seen, last_seen, assignee, alerts, reason,"
    " override"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """An alert as its card sees it."""

    id: str
    status: str
    aside: bool
    trial: bool
    suppressed: bool
    level: str
    score: float
    title: str
    language: str
    goods: tuple[str, ...]
    countries: tuple[str, ...]
    measures: tuple[str, ...]
    stage: str
    official: bool
    first_seen: int
    last_seen: int
    stop: int
    assignee: str
    reason: str
    override: str


def every(connection: Connection) -> list[str]:
    """The ids of all cards, and of those that alerts stand on without one."""
    rows = connection.execute("SELECT id FROM cards UNION SELECT card FROM alerts")
    return sorted(row[0] for row in rows if row[0])


def refresh(connection: Connection, cards: Iterable[str]) -> None:
    """Put these cards together again from their alerts; one without alerts goes."""
    for card in sorted(set(cards)):
        parts = _parts(connection, card)
        connection.execute("DELETE FROM cards WHERE id = ?", (card,))
        if parts:
            _write(connection, card, parts)


def _parts(connection: Connection, card: str) -> list[_Part]:
    rows = connection.execute(
        "SELECT id, status, trial, suppressed, level, score, title, language, goods, countries,"
        " measures, measure_status, official, first_seen, last_seen, stop, assignee, reason,"
        " override FROM alerts WHERE card = ? AND merged_into = '' ORDER BY score DESC, id",
        (card,),
    )
    return [
        _Part(
            row[0], row[1], bool(row[2] or row[3]), bool(row[2]), bool(row[3]), row[4], row[5],
            row[6], row[7], words(row[8]), words(row[9]), words(row[10]), row[11], bool(row[12]),
            *row[13:],
        )
        for row in rows
    ]  # fmt: skip


def _write(connection: Connection, card: str, parts: list[_Part]) -> None:
    shown = [part for part in parts if not part.aside] or parts
    face = min(shown, key=lambda part: (part.status not in OPEN, not part.official, -part.score))
    publishers, items = connection.execute(
        "WITH RECURSIVE family(id) AS (SELECT id FROM alerts WHERE card = ? AND merged_into = ''"
        " UNION SELECT a.id FROM alerts a JOIN family f ON a.merged_into = f.id"
        " AND a.merged_into <> '')"
        " SELECT count(DISTINCT i.publisher), count(DISTINCT i.n) FROM family"
        " JOIN alert_items ai ON ai.alert = family.id JOIN items i ON i.n = ai.item",
        (card,),
    ).fetchone()
    status = min((part.status for part in shown), key=STATUSES.index)
    connection.execute(
        f"INSERT INTO cards VALUES({marks(range(26))})",
        (
            card, face.title, face.language, max((part.level for part in shown), key=_rank),
            max(part.score for part in shown), status, status == "new",
            dump(_union(part.goods for part in shown)),
            dump(_union(part.countries for part in shown)),
            dump(_union(part.measures for part in shown)), face.stage, publishers, items,
            any(part.official for part in parts), min(part.first_seen for part in parts),
            max(part.last_seen for part in parts), max(part.stop for part in parts),
            next((part.assignee for part in shown if part.assignee), ""),
            dump(part.id for part in sorted(parts, key=lambda part: part.aside)),
            next((part.reason for part in shown if part.reason), ""), *_places(parts),
            max((part.override for part in shown), key=_given),
        ),
    )  # fmt: skip


def _given(override: str) -> float:
    said = override_in(override)
    return said.at.timestamp() if said else 0.0


def _places(parts: list[_Part]) -> tuple[bool, ...]:
    """In which views the card stands: inbox, snoozed, trial, suppressed, closed."""
    live = [part for part in parts if part.status in OPEN]
    inbox = any(not part.aside for part in live)
    return (
        inbox,
        not inbox and any(part.status == "snoozed" for part in parts),
        any(part.trial and not part.suppressed for part in live),
        any(part.suppressed for part in live),
        not inbox and any(part.status == "closed" for part in parts),
    )


def ids(
    connection: Connection, wanted: Filter, me: Sequence[str] = (), newest: int = 0
) -> list[str]:
    """The cards a filter lets through, in its order.

    `newest`: of a search, look at so many of the newest items only; 0 = at all. A few letters are
    found in half of all texts, and a person who types waits for the first rows.
    """
    order = "score DESC, " if wanted.order == "score" else ""
    order += "last_seen DESC, newest DESC, id"
    if wanted.text.strip():
        return _searched(connection, wanted, me, order, newest)
    condition, parameters = _chosen(wanted, me)
    return _joined(
        connection, f"SELECT id FROM cards WHERE {condition} ORDER BY {order}", parameters
    )


def _joined(connection: Connection, asked: str, parameters: Sequence[object]) -> list[str]:
    """A column of ids, read as one text.

    Row by row, a long list would fight the window for the interpreter once a row.
    """
    found = connection.execute(f"SELECT group_concat(id, ' ') FROM ({asked})", parameters)
    return (found.fetchone()[0] or "").split()


def _searched(
    connection: Connection, wanted: Filter, me: Sequence[str], order: str, newest: int
) -> list[str]:
    """From the words to the cards: the other way round every card would be looked at."""
    condition, parameters = alert_where(replace(wanted, text=""), me)
    limit = f" ORDER BY rowid DESC LIMIT {newest}" if newest else ""
    aside = f" WHERE c.{wanted.view}" if wanted.view in ("snoozed", "closed") else ""
    return _joined(
        connection,
        "WITH found AS MATERIALIZED"
        f" (SELECT rowid AS n FROM alert_fts WHERE alert_fts MATCH ?{limit}),"
        " hit AS MATERIALIZED (SELECT DISTINCT a.card FROM found"
        " CROSS JOIN alert_items ai ON ai.item = found.n CROSS JOIN alerts a ON a.id = ai.alert"
        f" WHERE {condition}) SELECT c.id FROM hit CROSS JOIN cards c ON c.id = hit.card{aside}"
        f" ORDER BY {order}",
        [search.query(wanted.text) or '""', *parameters],
    )


def counts(connection: Connection, me: Sequence[str] = ()) -> dict[str, int]:
    """How many cards each view holds; `unread` are those of the inbox nobody looked at.

    `me`: all names under which one may have been given to me.
    """
    found = {
        place: connection.execute(f"SELECT count(*) FROM cards WHERE {place}").fetchone()[0]
        for place in PLACES
    }
    found["all"] = connection.execute("SELECT count(*) FROM cards").fetchone()[0]
    found["unread"] = connection.execute(
        "SELECT count(*) FROM cards WHERE inbox AND unread"
    ).fetchone()[0]
    found["mine"] = (
        connection.execute(
            "SELECT count(DISTINCT card) FROM alerts WHERE merged_into = ''"
            " AND assignee IN (SELECT value FROM json_each(?))"
            " AND status IN ('new','seen','in_hand')",
            (json.dumps(list(me)),),
        ).fetchone()[0]
        if me
        else 0
    )
    return found


def page(connection: Connection, wanted: Sequence[str]) -> list[Card]:
    """These cards, in this order; those that are gone are left out."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM cards WHERE id IN ({marks(wanted)})", tuple(wanted)
    )
    found = {row[0]: _card(row) for row in rows}
    return [found[one] for one in wanted if one in found]


def chosen(connection: Connection, wanted: Sequence[str]) -> Chosen:
    """What an action on these cards would touch, however many they are."""
    levels, statuses = Counter[str](), Counter[str]()
    people: set[str] = set()
    alerts: list[str] = []
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        found = f"IN ({marks(some)})"
        for level, status, who in connection.execute(
            f"SELECT level, status, assignee FROM cards WHERE id {found}", some
        ):
            levels[level] += 1
            statuses[status] += 1
            people.update([who] if who else ())
        alerts += [
            row[0]
            for row in connection.execute(
                f"SELECT id FROM alerts WHERE card {found} AND merged_into = ''"
                " ORDER BY card, score DESC, id",
                some,
            )
        ]
    return Chosen(levels.total(), tuple(alerts), levels, statuses, tuple(sorted(people)))


def alert_where(wanted: Filter, me: Sequence[str]) -> tuple[str, list[object]]:
    """The condition on `alerts a` that a filter makes, with its parameters."""
    parts = ["a.merged_into = ''", f"({VIEW_OF_ALERT[wanted.view]})"]
    parameters: list[object] = [json.dumps(list(me))] if wanted.view == "mine" else []
    for axis, concepts in (
        ("good", wanted.goods),
        ("country", wanted.countries),
        ("measure", wanted.measures),
    ):
        if concepts:
            parts.append(
                "a.id IN (SELECT alert FROM alert_concepts WHERE axis = ?"
                f" AND concept IN ({marks(concepts)}))"
            )
            parameters += [axis, *concepts]
    for condition, values in _simple(wanted):
        parts.append(condition)
        parameters += values
    return " AND ".join(parts), parameters


def _simple(wanted: Filter) -> Iterable[tuple[str, list[object]]]:
    if wanted.statuses:
        yield f"a.status IN ({marks(wanted.statuses)})", [*wanted.statuses]
    if wanted.level:
        levels = LEVELS[_rank(wanted.level) :]  # an official notice is not hidden by a lower word
        lowered = f"a.official AND a.override <> '' AND a.ruled IN ({marks(levels)})"
        yield f"(a.level IN ({marks(levels)}) OR ({lowered}))", [*levels, *levels]
    if wanted.assignee:
        yield "a.assignee = ?", [wanted.assignee]
    if wanted.since is not None:
        yield "a.last_seen >= ?", [seconds(wanted.since)]
    if wanted.until is not None:
        yield "a.first_seen < ?", [seconds(wanted.until)]
    yield from _of_items(wanted)
    if wanted.text.strip():
        yield (
            "a.id IN (SELECT ai.alert FROM alert_items ai WHERE ai.item IN"
            " (SELECT rowid FROM alert_fts WHERE alert_fts MATCH ?))",
            [search.query(wanted.text) or '""'],
        )


def _of_items(wanted: Filter) -> Iterable[tuple[str, list[object]]]:
    if wanted.kinds:
        yield (
            "a.id IN (SELECT ai.alert FROM alert_items ai JOIN items i ON i.n = ai.item"
            f" WHERE i.kind IN ({marks(wanted.kinds)}))",
            [*wanted.kinds],
        )
    if wanted.sources:
        yield (
            "a.id IN (SELECT ai.alert FROM alert_items ai JOIN items i ON i.n = ai.item"
            f" WHERE i.source IN ({marks(wanted.sources)}))",
            [*wanted.sources],
        )
    if wanted.tags:
        yield (
            "EXISTS (SELECT 1 FROM json_each(CASE a.tags WHEN '' THEN '[]' ELSE a.tags END)"
            f" WHERE value IN ({marks(wanted.tags)}))",
            [*wanted.tags],
        )


def _chosen(wanted: Filter, me: Sequence[str]) -> tuple[str, list[object]]:
    """Which cards: a view alone is an index; more conditions go through the alerts.

    What stands in the inbox again is not shown as snoozed or closed.
    """
    if wanted == Filter(view=wanted.view, order=wanted.order) and wanted.view != "mine":
        return ("1" if wanted.view == "all" else wanted.view), []
    condition, parameters = alert_where(wanted, me)
    aside = f" AND {wanted.view}" if wanted.view in ("snoozed", "closed") else ""
    return f"id IN (SELECT a.card FROM alerts a WHERE {condition}){aside}", parameters


def _card(row: tuple[object, ...]) -> Card:
    (name, title, language, level, score, status, unread, goods, countries, measures, stage,
     publishers, items, official, first, last, assignee, alerts, reason, said) = row  # fmt: skip
    return Card(
        str(name), str(title), str(language), str(level), float(str(score)),
        status, bool(unread), words(str(goods)), words(str(countries)),  # type: ignore[arg-type]
        words(str(measures)), str(stage), int(str(publishers)), int(str(items)), bool(official),
        at(int(str(first))), at(int(str(last))), str(assignee), words(str(alerts)),
        reason=str(reason), override=override_in(str(said)),
    )  # fmt: skip


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for values in lists for one in values))


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else 0


def assignees(connection: Connection, most: int = 20) -> list[str]:
    """Who has, or had, a story in hand, the latest first."""
    rows = connection.execute(
        "SELECT assignee FROM cards WHERE assignee <> ''"
        " GROUP BY assignee ORDER BY max(last_seen) DESC, assignee LIMIT ?",
        (most,),
    )
    return [row[0] for row in rows]
