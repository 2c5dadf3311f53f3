"""One named selection of a rule, read and resolved against the watchlist."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from rules.model import MeasureStatus
from rules.openness import refused
from rules.reading import Record, did_you_mean, flat
from rules.rule import FIELDS, Selection
from rules.watchlist import Watchlist

ROLES = ("imposing", "supplier", "affected", "transit", "any")
STATUSES: tuple[MeasureStatus, ...] = (
    "rumour", "considered", "proposed", "adopted", "in_force", "suspended", "lifted", "expired",
)  # fmt: skip
# of feeds.lists, which this room does not know
SANCTIONS = (
    "ofac-sdn", "ofac-cons", "us-csl", "eu-fsf", "un-sc", "uk-sl", "uk-ofsi", "ch-seco", "ca-sema",
    "au-dfat", "nl", "opensanctions",
)  # fmt: skip
LISTS = ("goods", "countries", "measures", "companies", "sanctions")


def read(name: str, record: Record, watchlist: Watchlist) -> Selection:
    """A selection; what it lacks is in the findings."""
    if "watchlist" in record.node.entries:
        selection = _reference(name, record, watchlist)
    elif "list" in record.node.entries:
        selection = _list(name, record, watchlist)
    else:
        selection = _terms(name, record)
    record.done()
    return selection


def _reference(name: str, record: Record, watchlist: Watchlist) -> Selection:
    kind = record.choice("watchlist", LISTS, "goods")
    known, told = _known(kind, watchlist), len(record.findings.found)
    chosen = _items(record, "items", known, watchlist)
    ids = _narrowed(record, kind, set(known) if chosen is None else chosen, watchlist)
    dropped = _items(record, "exclude", known, watchlist) or set()
    whole = chosen is None and not dropped and len(ids) == len(known)
    unknown = any(one.code in ("unknown-id", "empty-group") for one in record.findings.found[told:])
    if not (whole or unknown or ids - dropped):
        record.findings.error(record.place, "empty-group", f"«{name}» selects nothing of {kind}")
    role = record.choice("role", ROLES, "any")
    return Selection(
        name, kind, None if whole else frozenset(ids - dropped),  # type: ignore[arg-type]
        role=None if role == "any" else role,  # type: ignore[arg-type]
        status=_states(record, "status"), not_status=_states(record, "not_status"),
        fields=_fields(record), least=max(1, record.whole("min", 1)),
        mentions=record.truth("mentions"), place=record.place,
    )  # fmt: skip


def _list(name: str, record: Record, watchlist: Watchlist) -> Selection:
    key = record.text("list")
    if key not in watchlist.lists:
        hint = did_you_mean(key, watchlist.lists)
        record.findings.error(record.at("list"), "unknown-list", f"there is no list «{key}»{hint}")
    return Selection(
        name, "terms", fields=_fields(record), least=max(1, record.whole("min", 1)),
        list_name=key, place=record.place,
    )  # fmt: skip


def _terms(name: str, record: Record) -> Selection:
    if not {"any", "all", "regex"} & set(record.node.entries):
        record.findings.error(
            record.place, "selection", f"«{name}» needs watchlist, list, any, all or regex"
        )
    regexes = record.texts("regex")
    for one in record.scalars("regex"):
        try:
            re.compile(one.text)
        except (re.error, OverflowError, RecursionError) as error:
            record.findings.error(
                one.place, "regex", f"«{one.text}» is no regular expression: {error}"
            )
    either, every = record.terms("any"), record.terms("all")
    for term in (*flat(either), *flat(every)):
        if told := refused(term):
            record.findings.error(term.place, "short-term", told)
    return Selection(
        name, "terms", fields=_fields(record), least=max(1, record.whole("min", 1)),
        any_terms=either, all_terms=every, regexes=regexes, place=record.place,
    )  # fmt: skip


def _known(kind: str, watchlist: Watchlist) -> Mapping[str, object]:
    known: dict[str, Mapping[str, object]] = {
        "goods": watchlist.goods,
        "countries": watchlist.countries,
        "measures": watchlist.measures,
        "companies": watchlist.companies,
        "sanctions": dict.fromkeys(SANCTIONS),
    }
    return known.get(kind, {})


def _items(
    record: Record, key: str, known: Mapping[str, object], watchlist: Watchlist
) -> set[str] | None:
    if key not in record.node.entries:
        return None
    found: set[str] = set()
    for one in record.scalars(key):
        if one.text in known:
            found.add(one.text)
        elif one.text in watchlist.groups:
            found |= set(watchlist.groups[one.text])
        else:
            hint = did_you_mean(one.text, [*known, *watchlist.groups])
            record.findings.error(
                one.place, "unknown-id", f"«{one.text}» is not on the watchlist{hint}"
            )
    return found


def _narrowed(record: Record, kind: str, ids: set[str], watchlist: Watchlist) -> set[str]:
    """By group, sector, kind or tier; `exclude_sector` takes away."""
    for key, values in _narrowing(kind, watchlist).items():
        wanted = record.scalars(key)
        for one in wanted:
            if one.text not in values:
                hint = did_you_mean(one.text, values)
                told = f"{key}: «{one.text}» holds nothing of {kind}{hint}"
                record.findings.error(one.place, "empty-group", told)
        if wanted:
            held = {name for one in wanted for name in values.get(one.text, ())}
            ids = ids - held if key.startswith("exclude") else ids & held
    return ids


def _narrowing(kind: str, watchlist: Watchlist) -> Mapping[str, Mapping[str, Collection[str]]]:
    """What a kind can be narrowed by: key -> value -> ids."""
    if kind == "countries":
        return {"group": {key: members for key, members in watchlist.groups.items() if members}}
    if kind == "measures":
        return {"group": _by(watchlist.measures, "group")}
    if kind == "goods":
        parts = {key: _by(watchlist.goods, key) for key in ("sector", "kind", "tier")}
        return {**parts, "exclude_sector": parts["sector"]}
    return {}


def _by(entries: Mapping[str, object], attribute: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, entry in entries.items():
        found.setdefault(str(getattr(entry, attribute)), set()).add(key)
    return found


def _states(record: Record, key: str) -> frozenset[MeasureStatus]:
    found = []
    for one in record.scalars(key):
        if one.text in STATUSES:
            found.append(one.text)
        else:
            record.findings.error(
                one.place, "choice", f"{key}: «{one.text}» is none of {', '.join(STATUSES)}"
            )
    return frozenset(found)


def _fields(record: Record) -> frozenset[str]:
    found = set()
    for one in record.scalars("fields"):
        if one.text in FIELDS:
            found.add(one.text)
        else:
            record.findings.error(
                one.place, "choice", f"fields: «{one.text}» is neither title nor summary"
            )
    return frozenset(found or FIELDS)
