"""Whether the tables of a whole file agree with each other."""

from __future__ import annotations

from osawatch.store.database import Connection

ORPHANS = {
    "alerts without items": "FROM alerts WHERE id NOT IN (SELECT alert FROM alert_items)",
    "alerts without a card": "FROM alerts WHERE merged_into = ''"
    " AND card NOT IN (SELECT id FROM cards)",
    "alerts merged into one that is gone": "FROM alerts WHERE merged_into <> ''"
    " AND merged_into NOT IN (SELECT id FROM alerts UNION SELECT id FROM aliases)",
    "former ids that are alerts again": "FROM aliases WHERE id IN (SELECT id FROM alerts)",
    "items nobody carried": "FROM items WHERE n NOT IN (SELECT item FROM sightings)",
    "items with alerts in no story": "FROM items WHERE n IN (SELECT item FROM alert_items)"
    " AND n NOT IN (SELECT item FROM tellings)",
    "stories without their first item": "FROM items WHERE story NOT IN (SELECT id FROM items)",
    "events of this desk about nothing": "FROM events"
    " WHERE device = (SELECT value FROM meta WHERE key = 'device')"
    " AND subject NOT IN (SELECT id FROM alerts UNION SELECT id FROM aliases)"
    " AND subject NOT IN (SELECT subject FROM events WHERE kind = 'case_open')"
    " AND kind <> 'erasure'"
    " AND subject NOT IN (SELECT subject FROM events WHERE kind = 'entry_set')"
    " AND subject NOT IN (SELECT subject FROM events WHERE kind = 'situation_open')",
}


def faults(connection: Connection) -> list[str]:
    """One line for each fault."""
    found = [
        f"table {table}: row {row} points to nothing in {parent}"
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    for what, statement in ORPHANS.items():
        count = connection.execute(f"SELECT count(*) {statement}").fetchone()[0]
        if count:
            example = connection.execute(f"SELECT id {statement} LIMIT 1").fetchone()[0]
            found.append(f"{what}: {count}, for example {example}")
    return found


def wrong_cards(connection: Connection) -> list[str]:
    """Cards that no longer say what their alerts say."""
    rows = connection.execute(
        "SELECT c.id FROM cards c WHERE NOT EXISTS (SELECT 1 FROM alerts a WHERE a.card = c.id"
        " AND a.merged_into = '') OR c.last_seen <> (SELECT max(a.last_seen) FROM alerts a"
        " WHERE a.card = c.id AND a.merged_into = '') OR c.inbox <> EXISTS (SELECT 1 FROM alerts a"
        " WHERE a.card = c.id AND a.merged_into = '' AND a.trial = 0 AND a.suppressed = ''"
        " AND a.status IN ('new', 'seen', 'in_hand'))"
    )
    return [f"card {row[0]}: does not say what its alerts say" for row in rows]


def tally(connection: Connection) -> dict[str, object]:
    """Counts for `stats`."""

    def one(statement: str) -> int:
        return int(connection.execute(statement).fetchone()[0])

    def by(statement: str) -> dict[str, int]:
        return {str(key): int(count) for key, count in connection.execute(statement)}

    return {
        "items": one("SELECT count(*) FROM items WHERE n > 0"),
        "stories": one("SELECT count(DISTINCT story) FROM items WHERE n > 0"),
        "matched": one("SELECT count(DISTINCT item) FROM matches"),
        "alerts": by("SELECT status, count(*) FROM alerts GROUP BY status"),
        "cards": one("SELECT count(*) FROM cards"),
        "events": one("SELECT count(*) FROM events"),
        "sources": by(
            "SELECT CASE WHEN outcome = '' THEN 'not_polled' ELSE outcome END AS word, count(*)"
            " FROM sources WHERE removed = 0 AND enabled = 1 GROUP BY word"
        ),
        "documents": one("SELECT count(*) FROM documents"),
    }
