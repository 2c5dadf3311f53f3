"""Values that pass between the stages of the pipeline and into the store. Frozen, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from osawatch.model import AlertStatus

Group = tuple[tuple[str, str], ...]
VerdictCode = Literal["new", "merged", "realert", "silent"]


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the append-only log. Events of one action share `hlc`; `subject` is an alert."""

    id: str
    hlc: str
    device: str
    dev_seq: int
    actor: str
    post: str
    kind: str
    subject: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """What the events of an alert add up to."""

    status: AlertStatus = "new"
    taken: bool = False
    assignee: str = ""
    relevant: bool | None = None
    reason: str = ""
    snooze: str = ""
    snoozed_until: datetime | None = None
    tags: tuple[str, ...] = ()
    merged_into: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An item on its way into the store, with the id that any desk would give it.

    `at` is when it happened: published, but never later than first seen.
    """

    id: str
    source: str
    format: str
    guid: str
    url: str
    title: str
    summary: str
    language: str
    kind: str
    publisher: str
    published: datetime | None
    updated: datetime | None
    precision: str
    first_seen: datetime
    at: datetime
    text_hash: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of an item that a document brings again."""

    n: int
    text_hash: str
    version: int


@dataclass(frozen=True, slots=True)
class Wish:
    """An alert that a rule asks for, for one group of concepts."""

    rule: str
    rule_title: str
    level: str
    tier: str
    trial: bool
    suppressed: str
    because: str
    group: Group


@dataclass(frozen=True, slots=True)
class Span:
    """An alert that stands already: its extent in time and what it has seen so far."""

    id: str
    start: datetime
    stop: datetime
    level: str
    official: bool
    stage: str
    publishers: int
    status: AlertStatus
    snooze: str = ""
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a wish and why: the trace that every silence leaves.

    `reason`: "" for a plain new alert; tier-c, trial, exception for one that stays aside;
    copy or window for a merge; level, official, stage, publisher for one that breaks through.
    """

    code: VerdictCode
    alert: str
    reason: str = ""
    absorbed: tuple[str, ...] = ()
