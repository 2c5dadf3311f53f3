"""Items: what the world said. A row is added once; a changed text becomes a new version."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from osawatch.stages import Entry, Known, Verdict
from osawatch.store import findings, search, thinning
from osawatch.store.database import Connection
from osawatch.store.rows import DAY, marks, seconds, stamp
from rules.model import Evidence, Match, RuleHit


def known(connection: Connection, ids: Iterable[str], source: str) -> dict[str, Known]:
    """Those of the ids that are in the store, as `source` would bring them again."""
    wanted = tuple(ids)
    found: dict[str, Known] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        for n, name, first, guid, title, text, at, official, grade, carried in connection.execute(
            "SELECT i.n, i.id, i.source, i.guid, i.title, i.text_hash, i.version, s.official,"
            " s.grade, EXISTS(SELECT 1 FROM sightings g WHERE g.source = ? AND g.item = i.n)"
            f" FROM items i JOIN sources s ON s.id = i.source WHERE i.id IN ({marks(part)})",
            (source, *part),
        ):
            hashes = {text, *(_older(connection, n) if at > 1 else ())}
            rank = (not official, grade, first)
            found[name] = Known(
                n, name, first, guid, title, frozenset(hashes), rank, bool(carried), gone=n < 0
            )
    return found


def _older(connection: Connection, n: int) -> list[str]:
    rows = connection.execute("SELECT text_hash FROM item_versions WHERE item = ?", (n,))
    return [row[0] for row in rows]


def adopt(connection: Connection, n: int, entry: Entry) -> None:
    """A better source carries the item too: it is its word from now on."""
    connection.execute(
        "UPDATE items SET source = ?, guid = ?, url = ?, kind = ?, publisher = ?, document = ?"
        " WHERE n = ?",
        (entry.source, entry.guid, entry.url, entry.kind, entry.publisher, entry.document, n),
    )


def add(connection: Connection, entry: Entry) -> int:
    """A new item; the result is its number in this store. `search.catch_up` indexes it later."""
    cursor = connection.execute(
        "INSERT INTO items(id, source, format, guid, url, title, summary, language, kind,"
        " publisher, published, updated, precision, first_seen, fetched, at, text_hash, story,"
        " document) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            entry.id, entry.source, entry.format, entry.guid, entry.url, entry.title,
            entry.summary, entry.language, entry.kind, entry.publisher, stamp(entry.published),
            stamp(entry.updated), entry.precision, seconds(entry.first_seen),
            seconds(entry.first_seen), seconds(entry.at), entry.text_hash, entry.id,
            entry.document,
        ),
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def add_version(connection: Connection, n: int, entry: Entry) -> int:
    """A changed text: the old one is kept, the new one is what the item says now."""
    old = connection.execute(
        "SELECT title, summary, text_hash, version, fetched FROM items WHERE n = ?", (n,)
    ).fetchone()
    title, summary, text_hash, version, fetched = old
    connection.execute(
        "INSERT INTO item_versions VALUES(?, ?, ?, ?, ?, ?)",
        (n, version, fetched, title, summary, text_hash),
    )
    connection.execute(
        "UPDATE items SET title = ?, summary = ?, text_hash = ?, version = version + 1,"
        " updated = coalesce(?, updated), fetched = ? WHERE n = ?",
        (
            entry.title,
            entry.summary,
            entry.text_hash,
            stamp(entry.updated),
            seconds(entry.first_seen),
            n,
        ),
    )
    tables = ["items_fts"] if n <= search.indexed(connection) else []
    if connection.execute("SELECT 1 FROM alert_items WHERE item = ? LIMIT 1", (n,)).fetchone():
        tables.append("alert_fts")
    for table in tables:
        search.drop(connection, table, n, title, summary)
        search.add(connection, table, n, entry.title, entry.summary)
    return int(version) + 1


def bring_back(connection: Connection, n: int, entry: Entry) -> tuple[int, int]:
    """An item that went by its term is told of again; its number and version from now on."""
    told, version, fetched = connection.execute(
        "SELECT text_hash, version, fetched FROM items WHERE n = ?", (n,)
    ).fetchone()
    n = thinning.back(connection, n)
    if entry.text_hash != told:
        connection.execute(
            "INSERT INTO item_versions VALUES(?, ?, ?, '', '', ?)", (n, version, fetched, told)
        )
        version += 1
    connection.execute(
        "UPDATE items SET version = ?, text_hash = ?, title = ?, summary = ?, url = ?,"
        " language = ?, published = ?, updated = ?, precision = ?, first_seen = ?, fetched = ?,"
        " document = ? WHERE n = ?",
        (
            version, entry.text_hash, entry.title, entry.summary, entry.url, entry.language,
            stamp(entry.published), stamp(entry.updated), entry.precision,
            seconds(entry.first_seen), seconds(entry.first_seen), entry.document, n,
        ),
    )  # fmt: skip
    return n, int(version)


def version(connection: Connection, n: int) -> int:
    """Which version of its text an item is at."""
    return int(connection.execute("SELECT version FROM items WHERE n = ?", (n,)).fetchone()[0])


def story(connection: Connection, n: int) -> str:
    """The story an item belongs to."""
    return str(connection.execute("SELECT story FROM items WHERE n = ?", (n,)).fetchone()[0])


def see(connection: Connection, source: str, numbers: Iterable[int], at: datetime) -> int:
    """Note that a source carried these items; the result counts those it carried before."""
    before = connection.total_changes
    all_of_them = list(dict.fromkeys(numbers))
    connection.executemany(
        "INSERT INTO sightings VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
        ((source, n, seconds(at)) for n in all_of_them),
    )
    return len(all_of_them) - (connection.total_changes - before)


def note_match(
    connection: Connection, n: int, version: int, at: datetime, match: Match
) -> list[tuple[str, str]]:
    """What the watchlist found in an item, for lists, trends and the preview.

    The result are the (axis, id) that the item counts for in trends.
    """
    if not (match.goods or match.measures or match.rules or match.silences):
        return []
    connection.execute(
        "INSERT INTO findings VALUES(?, ?, ?) ON CONFLICT(item) DO UPDATE SET"
        " version = excluded.version, data = excluded.data",
        (n, version, findings.pack(match)),
    )
    named = concepts(match) if match.goods or match.measures else []
    connection.executemany(
        "INSERT INTO concepts VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [(axis, one, seconds(at) // DAY, n) for axis, one in named],
    )
    return named


def note_hit(
    connection: Connection, n: int, version: int, hit: RuleHit, verdicts: Sequence[Verdict]
) -> None:
    """A rule that fired on an item, with its evidence and what became of it."""
    connection.execute(
        "INSERT INTO matches VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " evidence = excluded.evidence, verdicts = excluded.verdicts",
        (
            n, hit.id, version, hit.level, hit.status, hit.tier, hit.title, hit.because,
            json.dumps([_mark(one) for one in hit.evidence], ensure_ascii=False),
            json.dumps([asdict(one) for one in verdicts]),
        ),
    )  # fmt: skip


def keep_document(
    connection: Connection, source: str, url: str, kind: str, body: bytes, sha256: str, at: datetime
) -> None:
    """A document of an official source, kept as it was received."""
    connection.execute(
        "INSERT INTO documents VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (sha256, source, url, seconds(at), kind, len(body), zlib.compress(body, 6)),
    )


def document(connection: Connection, sha256: str) -> bytes | None:
    """The bytes of a kept document."""
    row = connection.execute("SELECT body FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else zlib.decompress(row[0])


def concepts(match: Match) -> list[tuple[str, str]]:
    """(axis, id) of all that an item counts for."""
    return [
        *(("good", one) for one in match.goods),
        *(("country", one) for one in match.countries),
        *(("measure", one) for one in match.measures),
    ]


def _mark(evidence: Evidence) -> tuple[str, int, int, str, str, str]:
    return (
        evidence.field,
        evidence.start,
        evidence.end,
        evidence.text,
        evidence.concept,
        evidence.selection,
    )
