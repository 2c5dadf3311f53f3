"""On which card an alert stands: its own story's, or that of one that was there before."""

from __future__ import annotations

from collections.abc import Sequence

from osawatch.store.alerts import Standing
from osawatch.store.database import Connection
from osawatch.store.partings import PARTS
from osawatch.store.rows import marks


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
        f" UNION SELECT id FROM alerts WHERE merged_into <> '' AND merged_into IN ({marks(names)})",
        (*names, *names),
    )
    return [row[0] for row in rows]


def own_card(connection: Connection, one: Standing) -> str:
    """The card an alert makes when it stands alone: the story of its first item, in any words."""
    row = connection.execute(
        "SELECT topic FROM tellings WHERE item = ?", (one.first_item,)
    ).fetchone()
    return str(row[0])


def first_story(connection: Connection, one: Standing) -> str:
    """The story of its first item, copies only."""
    row = connection.execute("SELECT story FROM items WHERE n = ?", (one.first_item,)).fetchone()
    return str(row[0])


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
