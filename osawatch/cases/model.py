"""A case as it stands, and the words that are allowed in it. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Status = Literal["open", "waiting", "closed"]
STATUSES = ("open", "waiting", "closed")
KINDS = ("alert", "negotiation", "expiry", "visit", "other")
# Ways to make a dependence smaller: motion 35 925 V nr. 97, as in the pack's instruments.
OPTIONS = ("diversification", "friendshoring", "nearshoring", "reshoring", "strategic-stocks")
ANSWERS = ("yes", "no", "unclear")
# What the cabinet weighs before it acts: letter on open strategic autonomy, section 3.2, note 23.
TESTS = (
    "proportional",
    "least-distorting",
    "case-by-case",
    "risks-vs-certainty-vs-cost",
    "eu-first",
)


@dataclass(frozen=True, slots=True)
class Step:
    """Something to be done. `due` is a day or ""; `answer` is what came back on it."""

    id: str
    text: str
    who: str = ""
    due: str = ""
    done: datetime | None = None
    answer: str = ""
    answered: datetime | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Who was told, when and by whom."""

    who: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """How one decision test was answered, last."""

    answer: str
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day that matters to a case: a round of talks, an expiry, a visit."""

    id: str
    day: str
    text: str


@dataclass(frozen=True, slots=True)
class Handover:
    """A case that was offered to somebody, who has not confirmed it yet."""

    id: str
    to: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Left:
    """A paper that left the desk: no words of it, only what it was and its SHA-256."""

    template: str
    form: str
    marking: str
    sha256: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Case:
    """What the events of a case add up to. `holder` is who answers for it."""

    id: str
    title: str
    opened: datetime
    by: str
    holder: str
    updated: datetime
    status: Status = "open"
    outcome: str = ""
    next: str = ""
    alerts: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    steps: tuple[Step, ...] = ()
    tests: Mapping[str, Weighed] = field(default_factory=dict)
    handover: Handover | None = None
    papers: tuple[Left, ...] = ()
    kind: str = "alert"
    dates: tuple[Day, ...] = ()
    search: Mapping[str, Any] = field(default_factory=dict)
    """What is looked for, as `searches.plain` writes it; {} = nothing."""
    silence: int = 0
    """Days without a story of the search after which it says so; 0 = never."""
    options: Mapping[str, Weighed] = field(default_factory=dict)
