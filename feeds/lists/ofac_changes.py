"""Deltas of OFAC applied to a list: what stands after them, or that the whole list is needed.

    add     the record, unless it stands already (the list was fetched after the delta)
    remove  it goes
    change  elements with an action are added and removed one by one; a whole record may only add

What cannot be applied for certain is `unclear`: the caller fetches the whole list. So a delta never
takes away a name that the list still has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from feeds.lists.model import ListEntry, Name
from feeds.lists.ofac_delta import Delta, Part

_WORD = re.compile(r"\w+")
SDN, CONS = "ofac-sdn", "ofac-cons"


@dataclass(frozen=True, slots=True)
class Applied:
    """A list after some deltas. `changed` are (before, after); `unclear` says why, by record."""

    entries: tuple[ListEntry, ...]
    added: tuple[ListEntry, ...] = ()
    removed: tuple[ListEntry, ...] = ()
    changed: tuple[tuple[ListEntry, ListEntry], ...] = ()
    unclear: tuple[str, ...] = ()


def apply(entries: Iterable[ListEntry], deltas: Iterable[Delta], list_id: str) -> Applied:
    """The records of this list after these deltas, in their order."""
    before = {one.id: one for one in entries}
    after = dict(before)
    unclear: list[str] = []
    for delta in deltas:
        if why := _take(after, delta, list_id):
            unclear.append(f"{delta.entry.id}: {why}")
    return Applied(
        tuple(after.values()),
        tuple(one for key, one in after.items() if key not in before),
        tuple(one for key, one in before.items() if key not in after),
        tuple(
            (before[key], one)
            for key, one in after.items()
            if key in before and not same(before[key], one)
        ),
        tuple(unclear),
    )


def same(one: ListEntry, other: ListEntry) -> bool:
    """Whether two records say the same, whatever form they came in."""
    return neutral(one) == neutral(other)


def neutral(one: ListEntry) -> tuple[object, ...]:
    """What any form of the list says of a record: its kind, names and programmes."""
    return one.kind, key(one.name), frozenset(_names(one)), frozenset(one.programmes)


def key(name: str) -> str:
    """A name whatever the order of its words: «SURNAME, Given» is one form of «Given SURNAME»."""
    return " ".join(sorted(_WORD.findall(name.casefold())))


def _take(after: dict[str, ListEntry], delta: Delta, list_id: str) -> str:
    """Carry out one delta; the result says why it cannot be, "" = it was, or is of another list."""
    known = after.get(delta.entry.id)
    if not _of(delta, list_id, known):
        return ""
    if delta.action == "remove":
        after.pop(delta.entry.id, None)
    elif delta.action == "add":
        if known is None:
            after[delta.entry.id] = replace(delta.entry, list=list_id)
        elif not set(_names(delta.entry)) <= set(_names(known)):
            return "is added, but stands there with other names"
    elif known is not None:
        made = _corrected(known, delta)
        if isinstance(made, str):
            return made
        after[delta.entry.id] = made
    return ""


def _of(delta: Delta, list_id: str, known: ListEntry | None) -> bool:
    """Whether a delta is of this list. What says nothing of lists is of that which has it."""
    if not delta.lists:
        return known is not None or (delta.action == "add" and list_id == SDN)
    wanted = {CONS if one.casefold().startswith(("non", "cons")) else SDN for one in delta.lists}
    return list_id in wanted or (known is not None and delta.action != "add")


def _corrected(known: ListEntry, delta: Delta) -> ListEntry | str:
    if not delta.parts:
        return _whole(known, delta.entry)
    made = known
    for part in delta.parts:
        step = _part(made, part, delta.entry)
        if isinstance(step, str):
            return step
        made = step
    return made


def _whole(known: ListEntry, said: ListEntry) -> ListEntry | str:
    """A record without actions: it may be whole or a part, so it may add and not take away."""
    if said.names and not set(_names(known)) <= set(_names(said)):
        return "names are missing, and nothing says that they are removed"
    if said.programmes and not set(known.programmes) <= set(said.programmes):
        return "programmes are missing, and nothing says that they are removed"
    have = set(_names(known))
    more = tuple(one for one in said.names if key(one.text) not in have)
    return replace(
        known, kind=known.kind or said.kind, names=(*known.names, *map(_alias, more)),
        programmes=_joined(known.programmes, said.programmes),
        measures=_joined(known.measures, said.measures),
        countries=_joined(known.countries, said.countries),
        identifiers=tuple(dict.fromkeys((*known.identifiers, *said.identifiers))),
        births=tuple(dict.fromkeys((*known.births, *said.births))),
    )  # fmt: skip


def _part(known: ListEntry, part: Part, said: ListEntry) -> ListEntry | str:
    if part.group == "names":
        return _name(known, part, said)
    if part.group in ("programmes", "measures", "legal_basis"):
        return _value(known, part)
    if part.group == "features" and part.action == "add":
        return replace(
            known, countries=_joined(known.countries, said.countries),
            identifiers=tuple(dict.fromkeys((*known.identifiers, *said.identifiers))),
            births=tuple(dict.fromkeys((*known.births, *said.births))),
        )  # fmt: skip
    return f"«{part.action}» of {part.group or 'an element that is not known here'}"


def _name(known: ListEntry, part: Part, said: ListEntry) -> ListEntry | str:
    wanted = {key(one) for one in part.values}
    have = set(_names(known))
    if part.action == "add":
        more = [one for one in said.names if key(one.text) in wanted - have]
        first = any(one.type == "primary" for one in more)
        return replace(known, names=(*(map(_alias, known.names) if first else known.names), *more))
    left = tuple(one for one in known.names if key(one.text) not in wanted)
    stands = any(one.type == "primary" for one in left)
    if part.action == "remove" and wanted and wanted <= have and stands:
        return replace(known, names=left)
    return f"«{part.action}» of a name that the record does not have, or of its only first name"


def _value(known: ListEntry, part: Part) -> ListEntry | str:
    values: tuple[str, ...] = getattr(known, part.group)
    if part.action == "add":
        return replace(known, **{part.group: _joined(values, part.values)})  # type: ignore[arg-type]
    if part.action == "remove" and set(part.values) <= set(values):
        left = tuple(one for one in values if one not in part.values)
        return replace(known, **{part.group: left})  # type: ignore[arg-type]
    return f"«{part.action}» of {part.group} that the record does not have"


def _names(entry: ListEntry) -> list[str]:
    return [key(one.text) for one in entry.names]


def _alias(name: Name) -> Name:
    return name._replace(type="alias") if name.type == "primary" else name


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
