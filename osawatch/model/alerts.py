"""Alerts and the cards they stand on, with all that explains them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from osawatch.acts import Measure
from osawatch.model.scores import Confidence, Impact, Override, Score
from rules.model import Dated

AlertStatus = Literal["new", "seen", "in_hand", "closed", "snoozed", "expired"]


@dataclass(frozen=True, slots=True)
class RoleOf:
    """A country's part in an alert: imposing, supplier, affected or transit."""

    country: str
    role: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Evidence in one item: code points [start, end) of `field` (title or summary)."""

    field: str
    start: int
    end: int
    text: str
    concept: str
    selection: str = ""


@dataclass(frozen=True, slots=True)
class StoryItem:
    """One item under an alert, as the preview shows it."""

    id: str
    title: str
    summary: str
    url: str
    publisher: str
    source: str
    source_title: str
    kind: str
    official: bool
    grade: str
    language: str
    published: datetime | None
    precision: str
    first_seen: datetime
    copy_of: str = ""
    marks: tuple[Mark, ...] = ()
    state_media: bool = False
    goods: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    measure_status: str = ""
    dates: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One event of the log in the words of codes: kind and data. `at` is aware UTC."""

    id: str
    at: datetime
    actor: str
    post: str
    kind: str
    data: dict[str, object]
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """A rule, a good and a country within a merge window; the unit of log and command line.

    `score` and `level` are a person's where `override` says so; `ruled` is the level of the rule.
    """

    id: str
    card: str
    title: str
    level: str
    score: float
    status: AlertStatus
    rule: str
    rule_title: str
    tier: str
    trial: bool
    suppressed: str
    goods: tuple[str, ...]
    countries: tuple[str, ...]
    roles: tuple[RoleOf, ...]
    measures: tuple[str, ...]
    measure_status: str
    publishers: int
    items: int
    official: bool
    language: str
    first_seen: datetime
    last_seen: datetime
    assignee: str = ""
    reason: str = ""
    snoozed_until: str = ""
    tags: tuple[str, ...] = ()
    dates: tuple[Dated, ...] = ()
    override: Override | None = None
    ruled: str = ""


@dataclass(frozen=True, slots=True)
class AlertDetail:
    """An alert with all that explains it. `score` is the computed one, whoever overrides it."""

    alert: Alert
    score: Score
    story: tuple[StoryItem, ...]
    history: tuple[HistoryEntry, ...]
    because: str = ""
    guidance: str = ""
    notes: tuple[HistoryEntry, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A story with its alerts: one row of the inbox.

    `daily` is 28 days, oldest first, None = not observed. `override` is the newest one among its
    alerts. `impact` and `confidence` are what the formula says, "" = not rated.
    """

    id: str
    title: str
    language: str
    level: str
    score: float
    status: AlertStatus
    unread: bool
    goods: tuple[str, ...]
    countries: tuple[str, ...]
    measures: tuple[str, ...]
    measure_status: str
    publishers: int
    items: int
    official: bool
    first_seen: datetime
    last_seen: datetime
    assignee: str
    alerts: tuple[str, ...]
    daily: tuple[int | None, ...] = ()
    reason: str = ""
    dates: tuple[Dated, ...] = ()
    override: Override | None = None
    impact: Impact = ""
    confidence: Confidence = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that a good's suppliers are told by: of one source, stage or code, and its years."""

    good: str
    scope: str
    stage: str
    code: str
    period: str
    source: str
    shares: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class CardDetail:
    """The preview: the card, its alerts from highest score to lowest, official items first."""

    card: Card
    alerts: tuple[AlertDetail, ...]
    story: tuple[StoryItem, ...]
    history: tuple[HistoryEntry, ...]
    ministries: tuple[str, ...] = ()
    suppliers: tuple[tuple[str, str, float | None], ...] = ()
    listed: tuple[Listed, ...] = ()
