"""What a file would change in the post's own list: told before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.watching.checking import check
from osawatch.watching.fields import KEYS
from osawatch.watching.model import KINDS, Change, Entry, Plan, Refused
from osawatch.watching.tables import Found, Read

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.watchlist import Watchlist

Mine = Mapping[str, Mapping[str, Entry]]


def made(
    read: Read, mine: Mine, born: Callable[[str, str], Entry], watched: Watchlist, path: Path,
    *, whole: bool,
) -> Plan:  # fmt: skip
    """`mine` are own entries by kind and id, `born` the shipped ones.

    `whole`: own entries that the file lacks are dropped, of the kinds it holds. What is refused
    counts as held: a row with a fault never drops its entry, and where a row cannot be told from
    another, nothing is dropped.
    """
    added: list[Change] = []
    changed: list[Change] = []
    entries: dict[str, list[Entry]] = {}
    refused, same, held = list(read.refused), 0, set()
    for one in read.found:
        key = str(one.entry.get(KEYS[one.kind], ""))
        before = mine[one.kind].get(key) or born(one.kind, key)
        twice = (one.kind, key) in held
        held.add((one.kind, key))
        if before == one.entry and not (twice or one.problems):
            same += 1
        elif wrong := _wrong(one, key, watched, path, twice=twice):
            refused += wrong
        else:
            entries.setdefault(one.kind, []).append(one.entry)
            told = Change(one.kind, key, _different(before, one.entry) if before else ())
            (changed if before else added).append(told)
    kinds = {one.kind for one in read.found} if whole and not read.refused else set()
    dropped = [
        Change(kind, key)
        for kind in KINDS
        if kind in kinds
        for key in mine[kind]
        if (kind, key) not in held
    ]
    return Plan(
        tuple(added), tuple(changed), tuple(dropped), same, tuple(refused),
        {kind: tuple(found) for kind, found in entries.items()},
    )  # fmt: skip


def _wrong(one: Found, key: str, watched: Watchlist, path: Path, *, twice: bool) -> list[Refused]:
    if twice:
        told = f"«{key}» stands in this file twice"
        return [Refused(str(path), one.line, KEYS[one.kind], told)]
    problems = [*one.problems] or [
        found for found in check(one.kind, one.entry, watched) if found.level == "error"
    ]
    return [Refused(str(path), one.line, found.field, found.message) for found in problems]


def _different(before: Entry, after: Entry) -> tuple[str, ...]:
    keys = dict.fromkeys((*before, *after))
    return tuple(key for key in keys if before.get(key) != after.get(key))
