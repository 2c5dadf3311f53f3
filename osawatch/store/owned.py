"""What the desk says of a source beside what the catalogue says: the desk's holds.

`sources` holds what is in use; `sources.shipped` what the catalogue says of the fields that the
desk changed, so that a new catalogue renews the rest, and the shipped values can be taken back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from feeds.model import SourceSpec
from osawatch.model import SourceEdit
from osawatch.store import grades
from osawatch.store.database import Connection
from osawatch.store.rows import dump

FIELDS = ("title", "kind", "language", "country", "official", "poll_minutes")


def edit(connection: Connection, source: str, wanted: SourceEdit) -> bool:
    """Write what the desk says of a source. False: there is no such source on the list."""
    row = connection.execute(
        f"SELECT origin, shipped, {', '.join(FIELDS)} FROM sources WHERE id = ? AND removed = 0",
        (source,),
    ).fetchone()
    if row is None:
        return False
    before, shipped = _values(row[2:]), json.loads(row[1] or "{}")
    after = before | (shipped if wanted.shipped else {}) | _said(wanted)
    if row[0] == "catalogue":
        shipped = _beside(before | shipped, after)
    connection.execute(
        f"UPDATE sources SET {', '.join(f'{name} = ?' for name in FIELDS)}, shipped = ?"
        " WHERE id = ?",
        (*(after[name] for name in FIELDS), json.dumps(shipped) if shipped else "", source),
    )
    if wanted.tags is not None:
        connection.execute(
            "UPDATE sources SET tags = ? WHERE id = ?",
            (dump(wanted.tags) if wanted.tags else "", source),
        )
    if after["poll_minutes"] != before["poll_minutes"]:
        _pace(connection, source)
    if after["official"] != before["official"]:
        grades.rate_again(connection, source)
    return True


def over(connection: Connection, spec: SourceSpec) -> SourceSpec:
    """What the catalogue says now, with what the desk changed; the shipped values are renewed."""
    row = connection.execute(
        f"SELECT shipped, {', '.join(FIELDS)} FROM sources WHERE id = ?", (spec.id,)
    ).fetchone()
    if not row[0]:
        return spec
    ours = {name: _values(row[1:])[name] for name in json.loads(row[0])}
    shipped = _beside({name: getattr(spec, name) for name in ours}, ours)
    connection.execute(
        "UPDATE sources SET shipped = ? WHERE id = ?",
        (json.dumps(shipped) if shipped else "", spec.id),
    )
    said: dict[str, Any] = {name: ours[name] for name in shipped}
    return replace(spec, **said)


def told(shipped: str) -> tuple[tuple[str, str], ...]:
    """The fields that the desk changed, each with its shipped value in letters."""
    if not shipped:
        return ()
    return tuple((name, _letters(value)) for name, value in json.loads(shipped).items())


def _values(row: Sequence[object]) -> dict[str, object]:
    found = dict(zip(FIELDS, row, strict=True))
    return found | {"official": bool(found["official"])}


def _said(wanted: SourceEdit) -> dict[str, object]:
    said: dict[str, object] = {
        "title": wanted.title, "kind": wanted.kind, "language": wanted.language,
        "country": wanted.country, "official": wanted.official, "poll_minutes": wanted.minutes,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


def _beside(shipped: Mapping[str, object], ours: Mapping[str, object]) -> dict[str, object]:
    """The shipped values of those fields in which the desk says something else."""
    return {name: value for name, value in shipped.items() if ours[name] != value}


def _letters(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _pace(connection: Connection, source: str) -> None:
    """Its next poll by the new interval, never before its server allows it.

    One that fails keeps its pause, and one that was not polled since a program knew what its
    server allows keeps its turn: the interval holds from the next poll on.
    """
    connection.execute(
        "UPDATE sources SET next_poll = max(soonest, last_polled + poll_minutes * 60)"
        " WHERE id = ? AND failures = 0 AND soonest IS NOT NULL AND last_polled IS NOT NULL"
        " AND next_poll IS NOT NULL",
        (source,),
    )
