"""Alerts as people see them: rows, the items of a story with their marks, what is present."""

from __future__ import annotations

import json
from collections.abc import Sequence

from osawatch.model import Alert, Filter, Mark, RoleOf, StoryItem
from osawatch.store import findings
from osawatch.store.cards import alert_where
from osawatch.store.database import Connection
from osawatch.store.grades import GRADE
from osawatch.store.identity import FAMILY
from osawatch.store.overrides import override_in
from osawatch.store.rows import at, marks, moment, words
from rules.model import Dated

ALERT = (
    "a.id, a.card, a.title, a.level, a.score, a.status, a.rule, a.rule_title, a.tier, a.trial,"
    " a.suppressed, a.goods, a.countries, a.roles, a.measures, a.measure_status, a.publishers,"
    " a.items, a.official, a.language, a.first_seen, a.last_seen, a.assignee, a.reason,"
    " a.snooze, a.tags, a.override, a.ruled"
)
STORY_LIMIT = 200


def alert_ids(connection: Connection, wanted: Filter, me: Sequence[str] = ()) -> list[str]:
    """The alerts a filter lets through, in its order."""
    condition, parameters = alert_where(wanted, me)
    order = "a.score DESC, " if wanted.order == "score" else ""
    rows = connection.execute(
        f"SELECT a.id FROM alerts a WHERE {condition}"
        f" ORDER BY {order}a.last_seen DESC, a.stop DESC, a.id",
        parameters,
    )
    return [row[0] for row in rows]


def levels(connection: Connection, wanted: Filter) -> list[tuple[str, str]]:
    """(id, level) of the alerts a filter lets through, in no order."""
    condition, parameters = alert_where(wanted, "")
    return list(
        connection.execute(f"SELECT a.id, a.level FROM alerts a WHERE {condition}", parameters)
    )


def count(connection: Connection, wanted: Filter) -> int:
    """How many alerts a filter lets through."""
    condition, parameters = alert_where(wanted, "")
    rows = connection.execute(f"SELECT count(*) FROM alerts a WHERE {condition}", parameters)
    return int(rows.fetchone()[0])


def alerts(connection: Connection, names: Sequence[str]) -> list[Alert]:
    """These alerts in this order; unknown ones are left out."""
    found: dict[str, Alert] = {}
    for start in range(0, len(names), 500):
        part = tuple(names[start : start + 500])
        for row in connection.execute(
            f"SELECT {ALERT} FROM alerts a WHERE a.id IN ({marks(part)})", part
        ):
            found[row[0]] = _alert(row)
    return [found[name] for name in names if name in found]


def of_card(connection: Connection, card: str) -> list[str]:
    """The alerts of a card: shown ones first, then by score."""
    rows = connection.execute(
        "SELECT id FROM alerts WHERE card = ? AND merged_into = ''"
        " ORDER BY trial OR suppressed <> '', score DESC, id",
        (card,),
    )
    return [row[0] for row in rows]


def card_of(connection: Connection, name: str) -> str | None:
    """The card with this id, or the one that holds the story or alert of this id."""
    row = connection.execute(
        "SELECT id FROM cards WHERE id = ?1 UNION ALL SELECT card FROM alerts WHERE id = ?1"
        " UNION ALL SELECT a.card FROM aliases l JOIN alerts a ON a.id = l.alert WHERE l.id = ?1"
        " UNION ALL SELECT a.card FROM items i JOIN alert_items ai ON ai.item = i.n"
        " JOIN alerts a ON a.id = ai.alert WHERE i.id = ?1 LIMIT 1",
        (name,),
    ).fetchone()
    return None if row is None else str(row[0])


def story(connection: Connection, alert: str, rule: str) -> list[StoryItem]:
    """The items of an alert: official ones first, then as they came; each with its evidence."""
    rows = connection.execute(
        f"{FAMILY} SELECT DISTINCT i.n, i.id, i.title, i.summary, i.url, i.publisher, i.source,"
        f" s.title, i.kind, s.official, {GRADE}, i.language, i.published, i.precision,"
        " i.first_seen, i.copy_of, s.state_media, i.version, f.data FROM family JOIN alert_items ai"
        " ON ai.alert = family.id JOIN items i ON i.n = ai.item JOIN sources s ON s.id = i.source"
        " LEFT JOIN findings f ON f.item = i.n"
        " ORDER BY s.official DESC, i.copy_of <> '', i.at, i.id LIMIT ?",
        (alert, STORY_LIMIT),
    ).fetchall()
    return [_item(connection, row, rule) for row in rows]


def dates(connection: Connection, cards: Sequence[str]) -> dict[str, tuple[Dated, ...]]:
    """What the best alert of each card that names dates says of them."""
    rows = connection.execute(
        "SELECT a.card, f.data FROM alerts a JOIN findings f ON f.item = a.lead"
        f" WHERE a.card IN ({marks(cards)}) AND a.merged_into = '' AND instr(f.data, '\"dates\"')"
        " ORDER BY a.trial OR a.suppressed <> '', a.score DESC, a.id",
        tuple(cards),
    )
    found: dict[str, tuple[Dated, ...]] = {}
    for card, data in rows:
        found.setdefault(card, findings.unpack(data).dates)
    return found


def weights(connection: Connection, cards: Sequence[str]) -> dict[str, tuple[str, float, int]]:
    """Facts of the score, what the formula made of them and when, of each card's best alert."""
    rows = connection.execute(
        f"SELECT card, facts, computed, scored FROM alerts WHERE card IN ({marks(cards)})"
        " AND merged_into = '' AND facts <> ''"
        " ORDER BY trial OR suppressed <> '', score DESC, id",
        tuple(cards),
    )
    found: dict[str, tuple[str, float, int]] = {}
    for card, facts, computed, scored in rows:
        found.setdefault(str(card), (str(facts), float(computed), int(scored)))
    return found


def because(connection: Connection, alert: str) -> tuple[str, str]:
    """The condition of the rule in words, and the facts of the score."""
    row = connection.execute("SELECT because, facts FROM alerts WHERE id = ?", (alert,)).fetchone()
    return (str(row[0]), str(row[1])) if row else ("", "")


def present(connection: Connection) -> dict[str, list[tuple[str, int]]]:
    """Which goods, countries and measures alerts have, with how many alerts.

    And which kinds of sources have brought something, with how many sources: to count the alerts
    of a kind would read every item.
    """
    found = {
        axis: connection.execute(
            "SELECT concept, count(*) AS alerts FROM alert_concepts WHERE axis = ?"
            " GROUP BY concept ORDER BY alerts DESC, concept",
            (axis,),
        ).fetchall()
        for axis in ("good", "country", "measure")
    }
    found["kind"] = connection.execute(
        "SELECT kind, count(*) AS sources FROM sources WHERE kind <> ''"
        " AND EXISTS (SELECT 1 FROM items WHERE source = sources.id)"
        " GROUP BY kind ORDER BY sources DESC, kind"
    ).fetchall()
    found["tag"] = connection.execute(
        "SELECT value, count(*) AS alerts FROM alerts, json_each(alerts.tags)"
        " WHERE alerts.tags <> '' GROUP BY value ORDER BY alerts DESC, value"
    ).fetchall()
    return found


def speaking(connection: Connection) -> list[tuple[str, str]]:
    """The sources that have brought something: (id, title)."""
    return connection.execute(
        "SELECT id, title FROM sources WHERE EXISTS"
        " (SELECT 1 FROM items WHERE source = sources.id) ORDER BY title, id"
    ).fetchall()


def _alert(row: tuple[object, ...]) -> Alert:
    text = [str(value) for value in row]
    return Alert(
        text[0], text[1], text[2], text[3], float(text[4]), row[5],  # type: ignore[arg-type]
        text[6], text[7], text[8], bool(row[9]), text[10], words(text[11]), words(text[12]),
        tuple(RoleOf(country, role) for country, role in json.loads(text[13] or "[]")),
        words(text[14]), text[15], int(text[16]), int(text[17]), bool(row[18]), text[19],
        at(int(text[20])), at(int(text[21])), text[22], text[23], text[24], words(text[25]),
        override=override_in(text[26]), ruled=text[27],
    )  # fmt: skip


def _item(connection: Connection, row: tuple[object, ...], rule: str) -> StoryItem:
    (n, name, title, summary, url, publisher, source, source_title, kind, official, grade,
     language, published, precision, seen, copy_of, state_media, version, data) = row  # fmt: skip
    found = connection.execute(
        "SELECT version, evidence FROM matches WHERE item = ? AND rule = ?"
        " ORDER BY version DESC LIMIT 1",
        (n, rule),
    ).fetchone()
    if found is not None and found[0] != version:  # marks belong to the text they were found in
        old = connection.execute(
            "SELECT title, summary FROM item_versions WHERE item = ? AND version = ?",
            (n, found[0]),
        ).fetchone()
        title, summary = old or (title, summary)
    evidence = json.loads(found[1]) if found is not None else []
    match = findings.unpack(data)
    status = next(
        (match.measure_status[one] for one in match.measures if one in match.measure_status), ""
    )
    return StoryItem(
        str(name), str(title), str(summary), str(url), str(publisher), str(source),
        str(source_title), str(kind), bool(official), str(grade), str(language),
        moment(published), str(precision), at(int(str(seen))),  # type: ignore[arg-type]
        str(copy_of), tuple(Mark(*one) for one in evidence), bool(state_media),
        match.goods, match.countries, match.measures, status, match.dates,
    )  # fmt: skip
