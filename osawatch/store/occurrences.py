"""What rules over time have met, a row for each rule, group and item. Derived from items."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from osawatch.stages import Group, Met, Place, Verdict
from osawatch.store.alerts import packed, unpacked
from osawatch.store.database import Connection
from osawatch.store.rows import at, dump, seconds, words
from rules.counting import Occurrence
from rules.model import RuleHit

UNREAD = "unread"  # the rule has not yet read what the store holds


def note(
    connection: Connection, n: int, hit: RuleHit, met: Sequence[tuple[Group, Occurrence]]
) -> set[Place]:
    """An item met a rule, for these groups. It may have met it before, as another source has it."""
    connection.executemany(
        "INSERT INTO occurrences VALUES(?, ?, ?, ?, ?, ?, ?, ?, '', '') ON CONFLICT DO UPDATE SET"
        " tier = min(tier, excluded.tier), at_once = max(at_once, excluded.at_once)",
        [
            (hit.id, packed(group), n, one.level, hit.tier, hit.because, dump(one.values),
             one.official)
            for group, one in met
        ],
    )  # fmt: skip
    return {(hit.id, group) for group, _ in met}


def forget(connection: Connection, rule: str, n: int) -> set[Place]:
    """An item is about to be looked at anew: what it met before, which counts no more."""
    rows = connection.execute(
        "SELECT groups FROM occurrences WHERE rule = ? AND item = ?", (rule, n)
    ).fetchall()
    connection.execute("DELETE FROM occurrences WHERE rule = ? AND item = ?", (rule, n))
    return {(rule, unpacked(row[0])) for row in rows}


def rules_of(connection: Connection, n: int) -> list[str]:
    """The rules over time that an item has met."""
    rows = connection.execute("SELECT DISTINCT rule FROM occurrences WHERE item = ?", (n,))
    return [row[0] for row in rows]


def clear(connection: Connection, rule: str) -> None:
    """A rule is another one now: what it met is found anew, but for what waits to be judged."""
    connection.execute("DELETE FROM occurrences WHERE rule = ? AND said <> ?", (rule, UNREAD))


def of(connection: Connection, place: Place) -> list[Met]:
    """All that a rule met in one group, by time."""
    rows = connection.execute(
        "SELECT i.n, i.at, i.id, coalesce(nullif(i.publisher, ''), i.source), i.kind, o.level,"
        " o.field_values, i.published, o.at_once, o.tier, o.because, o.said, o.alert"
        " FROM occurrences o JOIN items i ON i.n = o.item"
        " WHERE o.rule = ? AND o.groups = ? ORDER BY i.at, i.id",
        (place[0], packed(place[1])),
    )
    return [
        Met(
            n,
            Occurrence(at(when), item, publisher, kind, level, words(found),
                       published is not None, bool(at_once)),
            tier, because, said, alert,
        )
        for n, when, item, publisher, kind, level, found, published, at_once, tier, because, said,
        alert in rows
    ]  # fmt: skip


def tell(
    connection: Connection, place: Place, told: Iterable[tuple[int, str, str]]
) -> set[tuple[int, str]]:
    """Write (item, what became of it, its alert); the result are the (item, rule) that changed."""
    changed = set()
    for n, said, alert in told:
        cursor = connection.execute(
            "UPDATE occurrences SET said = ?, alert = ? WHERE rule = ? AND groups = ?"
            " AND item = ? AND (said, alert) <> (?, ?)",
            (said, alert, place[0], packed(place[1]), n, said, alert),
        )
        if cursor.rowcount:
            changed.add((n, place[0]))
    return changed


def explain(connection: Connection, changed: Iterable[tuple[int, str]]) -> None:
    """Let the hits of items say what became of them, one verdict a group."""
    for n, rule in sorted(changed):
        rows = connection.execute(
            "SELECT said, alert FROM occurrences WHERE item = ? AND rule = ? ORDER BY groups",
            (n, rule),
        ).fetchall()
        verdicts = [_verdict(said, alert) for said, alert in rows]
        connection.execute(
            "UPDATE matches SET verdicts = ? WHERE item = ? AND rule = ? AND version ="
            " (SELECT max(version) FROM matches WHERE item = ? AND rule = ?)",
            (json.dumps(verdicts), n, rule, n, rule),
        )


def _verdict(said: str, alert: str) -> dict[str, object]:
    code, _, reason = said.partition(":")
    codes = {"raised": "new", "merged": "merged", "realert": "realert"}
    reason = reason or ("window" if code == "merged" else "" if code in codes else code)
    told = Verdict(codes.get(code, "silent"), alert, reason)  # type: ignore[arg-type]
    return {"code": told.code, "alert": told.alert, "reason": told.reason, "absorbed": ()}


def unread(connection: Connection, rule: str) -> dict[Place, set[int]]:
    """What came while a rule had not read all it needs: it is judged once it has."""
    found: dict[Place, set[int]] = {}
    for groups, n in connection.execute(
        "SELECT groups, item FROM occurrences WHERE rule = ? AND said = ?", (rule, UNREAD)
    ):
        found.setdefault((rule, unpacked(groups)), set()).add(n)
    return found


def pending(connection: Connection, rule: str) -> list[Group]:
    """The groups of a rule in which something is true and must last."""
    rows = connection.execute(
        "SELECT DISTINCT groups FROM occurrences WHERE rule = ? AND said = 'pending'", (rule,)
    )
    return [unpacked(row[0]) for row in rows]


def undue(connection: Connection, rule: str) -> list[Group]:
    """The groups of a rule in which a day was not near when it was looked at, or never was."""
    rows = connection.execute(
        "SELECT DISTINCT groups FROM occurrences WHERE rule = ? AND said IN ('', 'not_yet')",
        (rule,),
    )
    return [unpacked(row[0]) for row in rows]


def quiet(connection: Connection, rule: str, since: datetime) -> list[Group]:
    """The groups of a rule of which nothing was heard after this time."""
    rows = connection.execute(
        "SELECT o.groups FROM occurrences o JOIN items i ON i.n = o.item WHERE o.rule = ?"
        " GROUP BY o.groups HAVING max(i.at) <= ?",
        (rule, seconds(since)),
    )
    return [unpacked(row[0]) for row in rows]
