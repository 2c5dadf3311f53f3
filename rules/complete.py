"""What can stand at the cursor of a rule: keys and words of the schema, ids of the watchlist.

text, cursor -> spot -> schema along the path -> keys, or values of a key -> those that fit
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rules.check import SHOWN
from rules.load import EDITORS
from rules.rule import Rule
from rules.schema import KINDS
from rules.spot import Spot, spot
from rules.watchlist import Watchlist

MOST = 60
GRAMMAR = ("and", "or", "not", "1 of", "all of", "them")
WHEN = tuple(
    f"{field}|{how}"
    for field in ("title", "summary", "source", "publisher", "url")
    for how in ("contains", "startswith", "endswith", "re")
)
CHANGES = ("enabled", "level", "exceptions", "tests")  # what a post can change in a shipped rule
_SELECTION = re.compile(r"^( +)([a-z_]\w*)\s*:", re.MULTILINE)
_MATCH = re.compile(r"^match\s*:[^\n]*\n((?:[ \t#][^\n]*\n|\n)*)", re.MULTILINE)
_FLOW = re.compile(r"^match\s*:\s*\{(.*?)\}\s*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Offer:
    """Words for the place from `column` (from 1) to the cursor; `key`: a colon follows them."""

    column: int
    words: tuple[str, ...]
    key: bool = False


NOTHING = Offer(1, ())


def complete(
    text: str, line: int, column: int, watchlist: Watchlist, rules: Iterable[Rule]
) -> Offer:
    """What fits at a cursor, those that begin as what is typed first."""
    at = spot(text, line, column)
    if at is None:
        return NOTHING
    ids = tuple(one.id for one in rules)
    if at.item:
        listed = Spot(at.path[:-1], at.path[-1], at.word, at.column, at.around)
        if words := _fitting(_values(listed, text, watchlist, ids), at.word):
            return Offer(at.column, words)
    if at.key:
        return Offer(at.column, _fitting(_values(at, text, watchlist, ids), at.word))
    keys = (one for one in _keys(at, text, ids) if one not in at.beside)
    return Offer(at.column, _fitting(keys, at.word), key=True)


def _fitting(words: Iterable[str], typed: str) -> tuple[str, ...]:
    low = typed.casefold()
    found = [one for one in dict.fromkeys(words) if low in one.casefold() and one != typed]
    found.sort(key=lambda one: not one.casefold().startswith(low))  # else as they came
    return tuple(found[:MOST])


@cache
def _schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(EDITORS.read_text(encoding="utf-8"))
    return found


def _along(path: tuple[str, ...], ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """The schemas at the end of a path; a text that begins with a rule's id changes that rule."""
    nodes = [_schema()]
    known = _schema()["properties"]
    if path and path[0] in ids and path[0] not in known:
        nodes = [{"type": "object", "properties": {key: known[key] for key in CHANGES}}]
        path = path[1:]
    for key in path:
        nodes = [inner for node in nodes for inner in _step(node, key)]
    return [one for node in nodes for one in _plain(node)]


def _plain(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema without references, alternatives and lists round it."""
    if "$ref" in node:
        yield from _plain(_schema()["$defs"][node["$ref"].rsplit("/", 1)[-1]])
        return
    inner = [*node.get("oneOf", ()), *node.get("anyOf", ())]
    for one in inner:
        yield from _plain(one)
    if isinstance(node.get("items"), dict):
        yield from _plain(node["items"])
    elif not inner:
        yield node


def _step(node: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = []
    for one in _plain(node):
        inner = one.get("properties", {}).get(key, one.get("additionalProperties"))
        found += [inner] if isinstance(inner, dict) else []
    return found


def _keys(at: Spot, text: str, ids: tuple[str, ...]) -> Iterator[str]:
    if at.path[-1:] == ("when",):
        yield from WHEN
    if at.path[-1:] == ("evidence",):
        yield from _selections(text)
    for node in _along(at.path, ids):
        yield from node.get("properties", ())


def _values(at: Spot, text: str, watchlist: Watchlist, ids: tuple[str, ...]) -> Iterator[str]:
    for node in _along((*at.path, at.key), ids):
        yield from map(str, node.get("enum", ()))
        if node.get("type") == "boolean":
            yield from ("true", "false")
        if "const" in node:
            yield str(node["const"])
    yield from _named(at, text, ids)
    if at.path[:1] == ("match",):
        yield from _watched(at.key, at.beside, watchlist)


def _named(at: Spot, text: str, ids: tuple[str, ...]) -> Iterable[str]:
    """What is named elsewhere: selections, rules, kinds of sources."""
    if at.key in ("condition", "group_by", "of", "show"):
        more = {"condition": GRAMMAR, "show": SHOWN}.get(at.key, ())
        return (*_selections(text), *more)
    if at.key == "rule":
        return ids
    return KINDS if (at.path[:1], at.key) == (("source",), "kinds") else ()


def _watched(key: str, beside: Mapping[str, str], watchlist: Watchlist) -> Iterable[str]:
    """Ids, groups, sectors … of the list that the selection names."""
    kind = beside.get("watchlist", "goods")
    entries = getattr(watchlist, kind, {}) if kind != "sanctions" else {}
    groups = watchlist.groups if kind == "countries" else {}
    if key in ("items", "exclude"):
        return (*entries, *groups)
    if key == "group":
        return sorted(groups) if kind == "countries" else _all(watchlist.measures, "group")
    if key == "list":
        return tuple(watchlist.lists)
    if key in ("sector", "exclude_sector", "kind", "tier"):
        return _all(watchlist.goods, key.removeprefix("exclude_"))
    return ()


def _all(entries: Mapping[str, Any], attribute: str) -> list[str]:
    return sorted({str(value) for one in entries.values() if (value := getattr(one, attribute))})


def _selections(text: str) -> list[str]:
    """The names of a rule's selections, however far it is written."""
    if flow := _FLOW.search(text):
        return re.findall(r"(?:^|,)\s*([a-z_]\w*)\s*:\s*\{", flow[1])
    block = _MATCH.search(text)
    found = _SELECTION.findall(block[1]) if block else []
    least = min((len(indent) for indent, _name in found), default=0)
    return list(dict.fromkeys(name for indent, name in found if len(indent) == least))
