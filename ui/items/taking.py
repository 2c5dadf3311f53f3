"""An item to take along: what it says, where it was read, what became of it and why.

Seen, the rules it nearly met -> Sheet
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from osawatch.seen import ItemRow, Nearly, Seen
from ui import words
from ui.items.words import fate, text, told, verdicts
from ui.names import Names
from ui.sheet import Line, Part, Sheet

AXES = (("goods", "good"), ("mentions", "good"), ("countries", "country"), ("measures", "measure"))


def sheet(found: Seen, names: Names, nearly: Sequence[Nearly] | None) -> Sheet:
    """The chosen item, in the order of the page."""
    row = found.row
    became = [told(row.fate), *(f"{rule}: {said}" for rule, said in verdicts(found))]
    opening = (row.summary, *(f"{name}: {said}" for name, said in facts(row)), row.url)
    near = text("looking") if nearly is None else text("no_rule")
    parts = [
        Part(f"{text('became')}: {fate(row.fate)}", _lines(became)),
        Part(text("why"), _lines(row.silences)),
        Part(text("nearly"), _lines(nearly_met(nearly)), near),
        Part(text("found"), _lines(f"{name}: {said}" for name, said in watched(row, names))),
    ]
    shown = tuple(one for one in parts if one.lines or one.empty)
    return Sheet(words.foreign(row.title), shown, (), tuple(filter(None, opening)))


def facts(row: ItemRow) -> list[tuple[str, str]]:
    """Who said it and when, each under its word."""
    source = row.publisher or row.source
    lines = [(text("source"), f"{source} ({text('state_media')})" if row.state_media else source)]
    lines.append((text("published"), words.both(row.at)))
    if row.first_seen != row.at:
        lines.append((text("first_seen"), words.both(row.first_seen)))
    return lines


def watched(row: ItemRow, names: Names) -> list[tuple[str, str]]:
    """What of the watchlist was found in it."""
    found = ((key, axis, getattr(row, key)) for key, axis in AXES)
    return [
        (text(key), ", ".join(names.of(axis, one) for one in ids))
        for key, axis, ids in found
        if ids
    ]


def nearly_met(nearly: Sequence[Nearly] | None) -> list[str]:
    """Rules that did not fire for want of one thing."""
    part = words.part
    return [
        text("lacks", one.title, ", ".join(map(part, one.has)), part(one.lacks))
        for one in nearly or ()
    ]


def _lines(said: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(one) for one in said)
