"""What this desk has to tell: from store and own files to the members of a bundle."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from osawatch import sealed
from osawatch.bundle.verdict import Matching, held
from osawatch.own import Own
from osawatch.store import bundles, hlc
from osawatch.store import lists as list_rows
from osawatch.store.database import Connection
from osawatch.store.rows import DAY, seconds

TAKEN = "from-"  # own files whose name starts so came in a bundle: they are not given on


@dataclass(frozen=True, slots=True)
class Span:
    """What is new since the last bundle of a channel, or since a time."""

    item: int
    event: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Packed:
    """Members by name, and how many rows or files each part has."""

    content: dict[str, bytes]
    counts: dict[str, int]


def pack(
    connection: Connection,
    own: Own,
    lists: Any,
    parts: Sequence[str],
    span: Span,
    matcher: Matching,
) -> Packed:
    """The members of a bundle. `lists` is the use case of the sanctions lists.

    `matcher` says what the rules make of a text that stays here.
    """
    content: dict[str, bytes] = {}
    counts: dict[str, int] = {}
    if "items" in parts:
        rows = [held(one, matcher) for one in bundles.items(connection, span.item, span.since)]
        first = seconds(span.since) // DAY if span.since else 0
        days = list(bundles.observed(connection, first))
        named = {str(one["source"]) for one in (*rows, *days)}
        content["sources.jsonl"] = lines(bundles.specs(connection, named))
        content["items.jsonl"] = lines(rows)
        content["observed.jsonl"] = lines(days)
        counts["items"] = len(rows)
    if "events" in parts:
        start = hlc.tick("", span.since) if span.since else ""
        log = list(bundles.log(connection, span.event, start))
        content["events.jsonl"] = lines(log)
        counts["events"] = len(log)
    for part, files in (("rules", own.rules), ("watchlist", own.watchlists)):
        if part in parts:
            mine = [file for file in own.given(files) if not file.name.startswith(TAKEN)]
            content |= {f"{part}/{file.name}": sealed.read_bytes(file) for file in mine}
            counts[part] = len(mine)
    if "lists" in parts:
        kept = list_rows.current(connection).values()
        wanted = [one for one in kept if span.since is None or one.received >= span.since]
        content |= {f"lists/{one.list}": list_rows.body(lists.folder, one) for one in wanted}
        counts["lists"] = len(wanted)
    return Packed(content, counts)


def lines(rows: Iterable[dict[str, Any]]) -> bytes:
    """JSON lines, keys in order: the same rows are the same bytes."""
    return "".join(
        json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
        for row in rows
    ).encode("utf-8", "surrogatepass")
