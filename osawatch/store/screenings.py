"""Who was screened, by whom and what for. Names of people are kept no longer than they must.

A hit is open until a person confirms or rejects it. After 30 days what was not confirmed goes, and
so does the name that was asked for, unless one of its hits was confirmed; that somebody asked, when
and for which purpose, stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from osawatch.model import Person
from osawatch.store.database import Connection
from osawatch.store.rows import at, seconds

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class NewHit:
    """A hit before it is stored."""

    list: str
    entity: str
    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class StoredHit:
    """A hit with its state: open, confirmed or rejected. `query` is the name asked for."""

    id: str
    at: datetime
    query: str
    kind: str
    list: str
    entity: str
    name: str
    score: float
    why: str
    state: str
    decider: str


def add(
    connection: Connection,
    person: Person,
    query: tuple[str, str],
    purpose: str,
    hits: Sequence[NewHit],
    now: datetime,
) -> list[str]:
    """Note that a person asked for a name of a kind, with what was found; the ids of the hits."""
    name, kind = query
    cursor = connection.execute(
        "INSERT INTO screenings(at, actor, post, purpose, kind, query, hits)"
        " VALUES(?, ?, ?, ?, ?, ?, ?)",
        (seconds(now), person.name, person.post, purpose, kind, name, len(hits)),
    )
    number = cursor.lastrowid
    ids = [_id(number, hit) for hit in hits]
    connection.executemany(
        "INSERT INTO screening_hits(id, screening, list, entity, name, score, why)"
        " VALUES(?, ?, ?, ?, ?, ?, ?)",
        [
            (key, number, hit.list, hit.entity, hit.name, hit.score, hit.why)
            for key, hit in zip(ids, hits, strict=True)
        ],
    )
    return ids


def _id(number: int | None, hit: NewHit) -> str:
    return hashlib.sha256(f"{number}\x1f{hit.list}\x1f{hit.entity}".encode()).hexdigest()[:10]


def hits(connection: Connection, state: str = "") -> list[StoredHit]:
    """The hits in this state, or all, newest first."""
    rows = connection.execute(
        "SELECT h.id, s.at, s.query, s.kind, h.list, h.entity, h.name, h.score, h.why, h.state,"
        " h.decider FROM screening_hits h JOIN screenings s ON s.n = h.screening"
        " WHERE ? IN ('', h.state) ORDER BY s.n DESC, h.score DESC, h.id",
        (state,),
    )
    return [StoredHit(row[0], at(row[1]), *row[2:]) for row in rows]


def decide(connection: Connection, hit: str, state: str, person: Person, now: datetime) -> bool:
    """A person's word on a hit. False: there is no such hit."""
    cursor = connection.execute(
        "UPDATE screening_hits SET state = ?, decider = ?, decided = ? WHERE id = ?",
        (state, person.name, seconds(now), hit),
    )
    return cursor.rowcount > 0


def purge(connection: Connection, now: datetime) -> int:
    """Take away what was not confirmed in time; the number of hits that went."""
    before = seconds(now - KEPT)
    due = connection.execute(
        "SELECT 1 FROM screenings WHERE at < ? AND query <> '' LIMIT 1", (before,)
    ).fetchone()
    if due is None:
        return 0
    connection.execute("PRAGMA secure_delete=ON")  # the pages are overwritten, not only freed
    cursor = connection.execute(
        "DELETE FROM screening_hits WHERE state <> 'confirmed' AND screening IN"
        " (SELECT n FROM screenings WHERE at < ?)",
        (before,),
    )
    connection.execute(
        "UPDATE screenings SET query = '' WHERE at < ? AND query <> '' AND NOT EXISTS"
        " (SELECT 1 FROM screening_hits h WHERE h.screening = screenings.n)",
        (before,),
    )
    return cursor.rowcount


def log(connection: Connection) -> list[dict[str, object]]:
    """Who asked, when and what for, newest first."""
    rows = connection.execute(
        "SELECT at, actor, post, purpose, kind, query, hits FROM screenings ORDER BY n DESC"
    )
    names = ("at", "actor", "post", "purpose", "kind", "query", "hits")
    return [dict(zip(names, (at(row[0]), *row[1:]), strict=True)) for row in rows]
