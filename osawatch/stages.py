"""Values that pass between the stages of the pipeline and into the store. Frozen, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from osawatch.model import AlertStatus, Override
from rules.model import Match

if TYPE_CHECKING:
    from rules.counting import Occurrence
    from rules.rule import Rule

Group = tuple[tuple[str, str], ...]
Place = tuple[str, Group]  # a rule and one of its groups
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
    merged_into: str = ""  # what its own log says; osawatch/merging.py settles circles
    merged_at: str = ""  # the place of that line among all lines
    closed_at: datetime | None = None
    apart: bool = False  # a person took it off its card: its story is one of its own
    apart_from: str = ""  # what it was merged into by hand until then
    apart_item: str = ""  # its first item then, and the near-copy story of that one
    apart_story: str = ""
    override: Override | None = None


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
    """What the store knows of an item that a document brings again. `hashes` of all versions.

    `rank` orders the sources that carry it: official ones first, then by grade. `carried`: this
    source brought it before. `gone`: its term is over, and `title` is a hash of what it was called.
    """

    n: int
    id: str
    source: str
    guid: str
    title: str
    hashes: frozenset[str]
    rank: tuple[bool, str, str] = (True, "F", "")
    carried: bool = True
    gone: bool = False


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
    lowered: bool = False  # by a person, below what rule and formula say


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


@dataclass(frozen=True, slots=True)
class Timed:
    """What the pipeline has to know of rules that look further than one item. By id.

    `rules` judge items over time; `inhibited` may be hidden by an alert of one of `general`.
    """

    rules: Mapping[str, Rule] = field(default_factory=dict)
    inhibited: Mapping[str, Rule] = field(default_factory=dict)
    general: Mapping[str, Rule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Met:
    """An occurrence in the store: the number of its item, and what became of it so far."""

    n: int
    one: Occurrence
    tier: str
    because: str
    said: str
    alert: str


@dataclass(frozen=True, slots=True)
class Member:
    """An item of an alert with what was found in it. Times in seconds."""

    n: int
    id: str
    title: str
    language: str
    publisher: str
    official: bool
    grade: str
    at: int
    first_seen: int
    story: str
    match: Match
    summary: str = ""  # its beginning


@dataclass(frozen=True, slots=True)
class Telling:
    """An item as stories are made of it. `at` in seconds; `copies` is its near-copy story.

    `acting` are the countries that impose, supply or are hit, the first kind that is named;
    `named` are all countries. `ended`: the measure is lifted, suspended or has expired. `act`: the
    number of the act that its title names.
    """

    n: int
    id: str
    at: int
    copies: str
    title: str
    text: str
    language: str
    goods: frozenset[str]
    acting: frozenset[str]
    named: frozenset[str]
    measures: frozenset[str]
    ended: bool = False
    act: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over all items of an alert. Times in seconds."""

    items: int
    publishers: int
    start: int
    stop: int
    first_seen: int
    last_seen: int
    official: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """The derived columns of an alert. `grades` holds one grade an independent source."""

    lead: int
    first: int
    title: str
    language: str
    goods: tuple[str, ...]
    countries: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    measures: tuple[str, ...]
    measure_status: str
    start: int
    stop: int
    first_seen: int
    last_seen: int
    publishers: int
    items: int
    official: bool
    grades: str
    concepts: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Facts:
    """What a score is made of; kept with the alert so that it can be recomputed and disputed.

    `grades` holds one Admiralty letter for each independent source, `newest` seconds since 1970.
    """

    goods: tuple[str, ...]
    countries: tuple[str, ...]
    measures: tuple[str, ...]
    status: str
    grades: str
    official: bool
    novelty: float
    newest: int
    p: float = 1.0
    reach: str = "all"
