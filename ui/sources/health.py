"""How a source is doing, as a state with a shape and a tone. Pure: row and time in, state out.

SourceRow -> state -> rank (broken first) -> shape + tone (+ a word of `words`)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from osawatch.model import SourceRow

Shape = Literal[
    "tick", "ring", "clock", "barred", "arrow", "cross", "query", "waves", "bang", "dash", "pause"
]
Tone = Literal["ok", "text2", "text3", "warn", "bad", "accent"]
DayMark = Literal["items", "empty", "failed", "none"]


@dataclass(frozen=True, slots=True)
class State:
    """A state of the table: where it sorts, what it looks like, whether someone must act."""

    name: str
    rank: int
    shape: Shape
    tone: Tone

    @property
    def needs_attention(self) -> bool:
        """True when the source says less than it should."""
        return self.tone in ("bad", "warn", "accent") or self.name == "empty"


_TABLE: tuple[tuple[str, Shape, Tone], ...] = (
    ("gone", "cross", "bad"),
    ("blocked", "barred", "bad"),
    ("not_a_feed", "query", "bad"),
    ("damaged", "waves", "bad"),
    ("parser_died", "cross", "bad"),
    ("tls", "barred", "bad"),
    ("private_address", "barred", "bad"),
    ("not_allowed", "barred", "bad"),
    ("redirect", "barred", "bad"),
    ("too_big", "barred", "bad"),
    ("dns", "bang", "bad"),
    ("timeout", "bang", "bad"),
    ("unreachable", "bang", "bad"),
    ("http_error", "bang", "bad"),
    ("format_changed", "waves", "warn"),
    ("stale", "clock", "warn"),
    ("rate_limited", "clock", "warn"),
    ("empty", "ring", "text2"),
    ("moved", "arrow", "accent"),
    ("offline", "dash", "text2"),
    ("ok", "tick", "ok"),
    ("waiting", "dash", "text3"),
    ("unsupported", "query", "text3"),
    ("off", "pause", "text3"),
)
STATES = {name: State(name, i, shape, tone) for i, (name, shape, tone) in enumerate(_TABLE)}
SILENT = ("unreachable", "proxy", "Server disconnected")  # how a detail without an answer begins
IDLE = "nothing new"  # how a detail begins of a source that repeats itself
GOOD = ("ok", "not_modified", "partial")
FAILED = frozenset(name for name, _, tone in _TABLE if tone == "bad") | {"rate_limited"}


def state(row: SourceRow) -> State:
    """The one state that stands for a source. What cannot be read is so, on or off."""
    if not row.supported:
        return STATES["unsupported"]
    if not row.enabled:
        return STATES["off"]
    if not row.outcome:
        return STATES["waiting"]
    if row.outcome in GOOD:
        return STATES["moved" if row.moved_to else "ok"]
    if row.outcome == "http_error" and row.outcome_detail.startswith(SILENT):
        return STATES["unreachable"]
    return STATES.get(row.outcome, STATES["http_error"])


def order(rows: Iterable[SourceRow]) -> list[SourceRow]:
    """Broken first, then by title: the eye starts where something is wrong."""
    return sorted(rows, key=lambda row: (state(row).rank, row.title.casefold(), row.id))


def tally(rows: Iterable[SourceRow]) -> list[tuple[State, int]]:
    """How many sources are in each state, the good ones first, then the worst."""
    found = Counter(state(row).name for row in rows)
    head = ["ok"] if found["ok"] else []
    rest = [name for name in STATES if name != "ok" and found[name]]
    return [(STATES[name], found[name]) for name in (*head, *rest)]


def age(row: SourceRow, now: datetime) -> timedelta | None:
    """How old the newest item is; None when the source never gave one with a date."""
    return None if row.newest_item is None else max(timedelta(0), now - row.newest_item)


def beats(row: SourceRow, now: datetime) -> float | None:
    """The newest item's age in rhythms of the source itself; over one means it is late."""
    old = age(row, now)
    if old is None or not row.rhythm_hours:
        return None
    return old / timedelta(hours=row.rhythm_hours)


def day_marks(row: SourceRow, today: date, count: int = 14) -> tuple[DayMark, ...]:
    """The last days, oldest first: items came, none came, it failed, or it was not asked."""
    known = {day: _mark(outcome, items) for day, outcome, items in row.days}
    return tuple(known.get(today - timedelta(back), "none") for back in reversed(range(count)))


def _mark(outcome: str, items: int) -> DayMark:
    if items > 0:
        return "items"
    if outcome in FAILED:
        return "failed"
    return "empty" if outcome and outcome != "offline" else "none"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sources the table shows."""

    text: str = ""
    kinds: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    attention: bool = False
    tags: frozenset[str] = frozenset()

    def takes(self, row: SourceRow) -> bool:
        """Whether a source is shown."""
        found = state(row)
        hay = f"{row.title} {row.publisher} {row.url} {row.language} {row.country} {row.id}"
        hay += " ".join(("", *row.tags))
        return (
            all(word in hay.casefold() for word in self.text.casefold().split())
            and (not self.kinds or row.kind in self.kinds)
            and (not self.tags or not self.tags.isdisjoint(row.tags))
            and (not self.languages or row.language in self.languages)
            and (not self.states or found.name in self.states)
            and (not self.attention or found.needs_attention)
        )
