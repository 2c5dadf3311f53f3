"""What the checker of watchlist files says of one entry, told at the fields of its form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import yaml

from osawatch.watching.fields import FIELDS, KEYS
from osawatch.watching.model import Entry, Problem

if TYPE_CHECKING:
    from rules.model import Finding
    from rules.watchlist import Watchlist
    from rules.yamlnodes import Node, Place

FILE = "entry"
DEEP = ("stocks", "ministry")
QUIET = ("duplicate-id",)
WHOLE = {"unknown-id": "goods", "no-terms": "terms", "empty-group": "members"}


def check(kind: str, entry: Entry, watched: Watchlist) -> list[Problem]:
    """Errors and warnings of the entry beside all that is watched. Milliseconds."""
    from pathlib import Path

    from rules import entries
    from rules.check import lint
    from rules.load import Pack
    from rules.watchlist import Watchlist
    from rules.yamlnodes import Findings, parse

    findings, alone = Findings(), Watchlist()
    nodes = parse(written(kind, entry), FILE, findings)
    if not nodes:
        return [Problem(KEYS[kind], 1, "error", one.message) for one in findings.found]
    entries.add(alone, nodes[0], findings)
    beside = replace(watched, **{kind: {**getattr(watched, kind), **getattr(alone, kind)}})
    beside.places = {**watched.places, **alone.places}
    said = lint(Pack((), beside, tuple(findings.found), (Path(FILE),)))
    inner = _inner(kind, nodes[0])
    return [
        Problem(*_where(kind, inner, one), one.level, one.message)
        for one in said
        if one.file == FILE and one.code not in QUIET
    ] + _unknown(kind, entry, watched)


def written(kind: str, entry: Entry) -> str:
    """The entry alone, as a watchlist file."""
    key = KEYS[kind]
    body: Any = [entry]
    if kind == "groups":
        body = {str(entry.get(key) or "?"): {k: v for k, v in entry.items() if k != key}}
    return yaml.safe_dump(
        {"schema": "1", kind: body}, allow_unicode=True, sort_keys=False, width=1 << 20
    )


def _unknown(kind: str, entry: Entry, watched: Watchlist) -> list[Problem]:
    """Country codes that no country has: the reader takes any two letters."""
    told, known = "«{0}» is no country that is known", watched.countries
    found: list[tuple[str, int, str]] = []
    if kind == "goods":
        rows = [one for one in entry.get("suppliers") or () if isinstance(one, dict)]
        found = [("suppliers", n, str(one.get("country", ""))) for n, one in enumerate(rows, 1)]
    elif kind == "companies":
        found = [("country", 1, str(entry.get("country", "")))]
    elif kind == "groups":
        found = [("members", 1, str(one)) for one in entry.get("members") or ()]
    return [
        Problem(field, n, "error", told.format(code))
        for field, n, code in found
        if code and code not in known
    ]


def _inner(kind: str, node: Node) -> Any:
    """The mapping of the entry within the document."""
    listing = getattr(node, "entries", {}).get(kind)
    items = getattr(listing, "items", None)
    if isinstance(items, tuple):
        return items[0] if items else None
    return next(iter(getattr(listing, "entries", {}).values()), None)


def _where(kind: str, inner: Any, one: Finding) -> tuple[str, int]:
    field = WHOLE.get(one.code, "")
    if field in {each.key for each in FIELDS[kind]}:
        return field, 1  # told at the entry, though one field is meant
    return _field(kind, inner, one.line, one.column)


def _field(kind: str, inner: Any, line: int, column: int) -> tuple[str, int]:
    """The field in which a place of the written entry stands, and its line within."""
    name, child = _before(inner, line, column)
    if name in DEEP:
        part, _ = _before(child, line, column)
        name = f"{name}.{part or 'text'}"
    if name not in {one.key for one in FIELDS[kind]}:
        return KEYS[kind], 1
    return name, _number(child, line, column)


def _before(node: Any, line: int, column: int) -> tuple[str, Any]:
    """The last key of a mapping that stands before a place."""
    name, found = "", None
    for key, place in getattr(node, "keys", {}).items():
        if (place.line, place.column) <= (line, column):
            name, found = key, node.entries[key]
    return name, found


def _number(child: Any, line: int, column: int) -> int:
    """Which language of a mapping, or which item of a list: each is a line of the form."""
    places: list[Place] = list(getattr(child, "keys", {}).values())
    if not places and isinstance(getattr(child, "items", None), tuple):
        places = [one.place for one in child.items]
    return max(1, sum((place.line, place.column) <= (line, column) for place in places))
