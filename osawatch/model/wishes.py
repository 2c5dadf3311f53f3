"""What a person asks of alerts: which of them to see, and what to do with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

View = Literal["inbox", "mine", "snoozed", "trial", "suppressed", "closed", "all"]
Reason = Literal[
    "old-news", "wrong-good", "wrong-country", "duplicate", "rule-too-wide", "known", "not-ours",
    "measure-ended", "was-wrong", "",
]  # fmt: skip
REASONS: tuple[Reason, ...] = (
    "old-news",
    "wrong-good",
    "wrong-country",
    "duplicate",
    "rule-too-wide",
    "known",
    "not-ours",
    "measure-ended",
    "was-wrong",
)
OUTCOMES = ("reported", "forwarded", "no-action")  # what came of a relevant one; "" = not said yet


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list shows. Empty means any. `text` is a full-text query as a person types it."""

    view: View = "inbox"
    text: str = ""
    goods: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    level: str = ""
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    order: Literal["newest", "score"] = "newest"
    assignee: str = ""
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One key press or command on alerts.

    `kind`: seen, take, assign, close, reopen, snooze, note, tag, merge, unmerge, rate, wrong.

    `data` by kind: assign {who}, close {relevant: bool, reason (of a relevant one: its outcome),
    note, to}, snooze {until}, note {text}, tag {tag, on}, merge {into}, rate {score: 0-100 or
    None = the computed one again, why}, wrong {item: what it said was wrong, on: bool, note}.
    """

    kind: str
    alerts: tuple[str, ...]
    data: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an action on several cards would touch: their alerts, and cards by level and status.

    `people` are those who have one of them in hand.
    """

    cards: int
    alerts: tuple[str, ...]
    levels: dict[str, int]
    statuses: dict[str, int]
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One value a list can be filtered by: its id, its name for people, how many alerts have it."""

    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What is present in the store, most frequent first."""

    goods: tuple[Facet, ...] = ()
    countries: tuple[Facet, ...] = ()
    measures: tuple[Facet, ...] = ()
    kinds: tuple[Facet, ...] = ()
    sources: tuple[Facet, ...] = ()
    tags: tuple[Facet, ...] = ()
