"""Registers: what their entries hold, and an entry as it stands. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["line", "text", "day", "choice", "country", "countries", "good", "goods", "measure"]
LONGEST = {"line": 300, "text": 20_000}
WAITING = ("filed", "in-review", "questions")
DECIDED = ("granted", "refused", "withdrawn", "lapsed")


@dataclass(frozen=True, slots=True)
class Column:
    """A field of an entry. Several countries or goods are separated by commas."""

    key: str
    kind: Kind = "line"
    needed: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A register. `same`: the fields that tell one entry from another; () = each is its own.

    `listed`: what a table shows; `head`: what names an entry in a line.
    """

    name: str
    columns: tuple[Column, ...]
    head: tuple[str, ...]
    listed: tuple[str, ...]
    same: tuple[str, ...] = ()

    def column(self, key: str) -> Column | None:
        """The field of this name."""
        return next((one for one in self.columns if one.key == key), None)


REPORTS = Shape(
    "report",
    (
        Column("title", needed=True), Column("day", "day", needed=True),
        Column("countries", "countries"), Column("goods", "goods"), Column("measure", "measure"),
        Column("grade", "choice", choices=("A", "B", "C", "D", "E", "F")),
        Column("summary", "text", needed=True), Column("facts", "text"), Column("comment", "text"),
        Column("action", "text"), Column("next"),
    ),
    head=("title",), listed=("day", "title", "countries", "goods", "next"),
)  # fmt: skip
INFLUENCE = Shape(
    "influence",
    (
        Column("measure", needed=True), Column("sender", "country", needed=True),
        Column("target", needed=True), Column("day", "day", needed=True), Column("outcome"),
        Column("next"), Column("source"), Column("note", "text"),
    ),
    head=("measure",), listed=("day", "measure", "sender", "target", "outcome", "next"),
    same=("measure", "sender", "target", "day"),
)  # fmt: skip
LICENCES = Shape(
    "licence",
    (
        Column("firm", needed=True), Column("good", "good", needed=True),
        Column("country", "country"), Column("filed", "day", needed=True),
        Column("status", "choice", needed=True, choices=(*WAITING, *DECIDED)),
        Column("decided", "day"), Column("next"), Column("note", "text"),
    ),
    head=("firm", "good"), listed=("firm", "good", "country", "filed", "status", "next"),
    same=("firm", "good", "filed"),
)  # fmt: skip
SHAPES = {one.name: one for one in (REPORTS, INFLUENCE, LICENCES)}


@dataclass(frozen=True, slots=True)
class Told:
    """Who was told, when and by whom."""

    who: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as its events make it. `values`: texts by field; what is "" is not there."""

    id: str
    shape: str
    values: Mapping[str, str]
    opened: datetime
    by: str
    updated: datetime
    told: tuple[Told, ...] = ()
    withdrawn: bool = False
    extra: Mapping[str, str] = field(default_factory=dict)
    """Fields of a newer program, which this one does not know: kept, not shown."""

    def text(self, key: str) -> str:
        """A field, "" for none."""
        return self.values.get(key, "")

    @property
    def title(self) -> str:
        """What names it in a line."""
        heads = (self.text(key) for key in SHAPES[self.shape].head)
        return ", ".join(one for one in heads if one)


def waited(entry: Entry, today: date) -> int | None:
    """Days a licence waited: until it was decided, else until today; None = cannot be told."""
    try:
        filed = date.fromisoformat(entry.text("filed"))
        end = entry.text("decided")
        if entry.text("status") in DECIDED and not end:
            return None
        last = date.fromisoformat(end) if end else today
    except ValueError:
        return None
    return (last - filed).days if last >= filed else None
