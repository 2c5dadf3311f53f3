"""A watch entry as a line of the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from osawatch.watching.model import Row, State

MOST = 3
TERMS = ("terms", "weak", "aliases", "demonyms", "capitals", "bodies", "places")


Lands = Sequence[tuple[str, float | None]]


def row_of(kind: str, key: str, entry: Any, state: State, name: str, lands: Lands) -> Row:
    """`entry` is one of rules.watchlist, or the members of a group; `lands` its suppliers."""
    if kind == "groups":
        return Row(kind, key, name, state, more=", ".join(entry[:8]), words=len(entry))
    parts = ("names",) if kind == "companies" else TERMS
    words = sum(len(group) for part in parts for group in getattr(entry, part, {}).values())
    more = {
        "goods": getattr(entry, "sector", ""), "companies": getattr(entry, "country", ""),
        "countries": "",  # its groups say that
        "measures": getattr(entry, "group", ""),
    }[kind]  # fmt: skip
    shown = tuple(f"{land} {share:.0%}" if share else land for land, share in lands[:MOST])
    return Row(kind, key, name, state, getattr(entry, "tier", ""), more, words, shown)
