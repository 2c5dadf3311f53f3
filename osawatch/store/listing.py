"""All items, newest first, with what became of each: for a list that is paged by number."""

from __future__ import annotations

import json
from collections.abc import Sequence

from osawatch.model import Mark
from osawatch.seen import Fate, ItemRow, RuleVerdict, SeenFilter
from osawatch.store import findings, named, search
from osawatch.store.database import Connection
from osawatch.store.rows import at, marks, moment, seconds
from rules.model import Match, Text

IN_ALERT = "EXISTS (SELECT 1 FROM alert_items ai WHERE ai.item = i.n)"
# 0 = in an alert of the inbox, 1 = in one that stands aside, 2 = in none, 3 = so far: a rule over
# time has met it
RAISED = (
    "coalesce((SELECT min(a.trial OR a.suppressed <> '') FROM alert_items ai"
    " JOIN alerts a ON a.id = ai.alert WHERE ai.item = i.n),"
    " 2 + EXISTS (SELECT 1 FROM occurrences o WHERE o.item = i.n))"
)


def ids(connection: Connection, wanted: SeenFilter) -> list[int]:
    """The numbers of the items a filter lets through."""
    where = ["i.n > 0"]  # osawatch/store/thinning.py
    values: list[object] = []
    if wanted.text.strip():
        asked = search.query(wanted.text)
        where.append("i.n IN (SELECT rowid FROM items_fts WHERE items_fts MATCH ?)")
        values.append(asked or '""')
    if wanted.source:
        where.append("i.source = ?")
        values.append(wanted.source)
    if wanted.since:
        where.append("i.at >= ?")
        values.append(seconds(wanted.since))
    if wanted.only == "raised":
        where.append(IN_ALERT)
    elif wanted.only == "silent":
        where.append(f"NOT {IN_ALERT}")
        where.append("EXISTS (SELECT 1 FROM findings f WHERE f.item = i.n)")
    condition = " AND ".join(where)
    rows = connection.execute(
        f"SELECT i.n FROM items i WHERE {condition} ORDER BY i.at DESC, i.n DESC", values
    )
    return [row[0] for row in rows]


def number(connection: Connection, item: str) -> int | None:
    """The number of an item, by its id."""
    row = connection.execute("SELECT n FROM items WHERE id = ? AND n > 0", (item,)).fetchone()
    return None if row is None else int(row[0])


def page(connection: Connection, wanted: Sequence[int]) -> list[ItemRow]:
    """These items; unknown ones are left out."""
    rows = connection.execute(
        "SELECT i.n, i.id, i.title, i.summary, i.url, i.language, i.publisher, s.title, i.kind,"
        f" s.official, s.state_media, i.at, i.first_seen, i.precision, {RAISED}, f.data,"
        " i.published"
        " FROM items i JOIN sources s ON s.id = i.source LEFT JOIN findings f ON f.item = i.n"
        f" WHERE i.n IN ({marks(wanted)})",
        tuple(wanted),
    )
    return [_row(row) for row in rows]


def sources(connection: Connection) -> list[tuple[str, str]]:
    """(id, title) of each source that has items, files and removed ones too."""
    rows = connection.execute(
        "SELECT s.id, s.title FROM sources s"
        " WHERE EXISTS (SELECT 1 FROM items i WHERE i.source = s.id AND i.n > 0) ORDER BY s.id"
    )
    return [(str(row[0]), str(row[1])) for row in rows]


def verdicts(connection: Connection, n: int) -> tuple[RuleVerdict, ...]:
    """The rules that fired on the text as it stands, and what became of each wish."""
    rows = connection.execute(
        "SELECT m.rule, m.title, m.level, m.because, m.verdicts, m.evidence FROM matches m"
        " JOIN items i ON i.n = m.item AND i.version = m.version WHERE m.item = ? ORDER BY m.rule",
        (n,),
    )
    return tuple(
        RuleVerdict(
            rule, title, level, because,
            tuple((one["code"], one["reason"], one["alert"]) for one in json.loads(said)),
            tuple(Mark(*one) for one in json.loads(evidence)),
        )
        for rule, title, level, because, said, evidence in rows
    )  # fmt: skip


def match(connection: Connection, n: int) -> Match:
    """What was found in an item."""
    row = connection.execute("SELECT data FROM findings WHERE item = ?", (n,)).fetchone()
    return findings.unpack(row[0]) if row else Match()


def text(connection: Connection, row: ItemRow) -> Text:
    """An item as the rules read it."""
    return Text(
        row.title, row.summary, row.language, row.kind, "", row.publisher, row.at, row.url,
        named.listed(connection, [row.n]).get(row.n, ()), row.first_seen,
    )  # fmt: skip


def _row(row: tuple[object, ...]) -> ItemRow:
    (n, name, title, summary, url, language, publisher, source, kind, official, state_media, when,
     first_seen, precision, raised, data, published) = row  # fmt: skip
    found = findings.unpack(str(data)) if data else Match()
    return ItemRow(
        int(str(n)), str(name), str(title), str(summary), str(url), str(language), str(publisher),
        str(source), str(kind), bool(official), bool(state_media), at(int(str(when))),
        at(int(str(first_seen))), str(precision), _fate(int(str(raised)), found), found.goods,
        found.mentions, found.countries, found.measures, found.silences,
        moment(published),  # type: ignore[arg-type] # a column of whole numbers
    )  # fmt: skip


def _fate(raised: int, found: Match) -> Fate:
    if raised < 2:  # see RAISED
        return "aside" if raised else "alert"
    if raised == 3:  # see RAISED
        return "counted"
    if found.silences:
        return "denied"
    return "found" if found.goods or found.measures else "nothing"
