"""What the core hands out and takes in: frozen values named for their stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from osawatch.acts import Measure
from rules.model import Dated

AlertStatus = Literal["new", "seen", "in_hand", "closed", "snoozed", "expired"]
View = Literal["inbox", "mine", "snoozed", "trial", "suppressed", "closed", "all"]
Band = Literal["info", "low", "medium", "high", "critical"]
Network = Literal["online", "scheduled", "offline"]
Reason = Literal[
    "old-news", "wrong-good", "wrong-country", "duplicate", "rule-too-wide", "known", "not-ours",
    "measure-ended", "was-wrong", "",
]  # fmt: skip

BANDS: tuple[Band, ...] = ("info", "low", "medium", "high", "critical")
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


def band(score: float) -> Band:
    """The band of a score 0-100: info, low, medium, high, critical at 0/20/40/60/80."""
    return BANDS[min(4, max(0, int(score // 20)))]


@dataclass(frozen=True, slots=True)
class Person:
    """Who works here; each event carries it."""

    name: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who can have a story in hand."""

    kind: Literal["role", "post", "other"]
    name: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The profile's settings. `countries` are the post's countries of accreditation."""

    name: str = ""
    post: str = ""
    role: str = ""  # the function: "trade desk"
    signs_as: str = "name"  # what stands beside decisions: name, role or post (osawatch/signing.py)
    countries: tuple[str, ...] = ()
    language: str = "en"
    time_zone: str = "UTC"
    network: Network = "online"
    hours: str = ""  # of the network when it is "scheduled": osawatch/policy/hours.py
    hosts: tuple[str, ...] = ()  # that may be asked; none = all
    certificate: str = ""  # a PEM file, shown to `certificate_hosts` alone
    certificate_hosts: tuple[str, ...] = ()
    proxy: str = ""
    contact: str = ""
    theme: str = "system"
    text_percent: int = 100  # what was asked for; it holds from the next start on
    filter_to_post: bool = True
    ready: bool = False
    lock_minutes: int = 10
    highest_marking: str = ""  # briefings above it are not made; "" = no limit
    notify_level: str = "info"  # alerts below it interrupt nobody; "off" = none does
    notify_digest: str = "none"  # none = at once, daily, weekly (Mondays)
    digest_at: str = "08:00"
    quiet_from: str = ""  # both times of day, or no quiet hours
    quiet_until: str = ""
    quiet_weekend: bool = False
    keys: tuple[str, ...] = ()  # other keys than the shipped ones: "triage.relevant=K"
    older_days: int = 90  # names new on a list are looked for in items of so many days; 0 = none
    autostart: bool = False  # what was asked for; what the session does stands in its own files


@dataclass(frozen=True, slots=True)
class Changes:
    """Which ids a write touched; listeners redraw only what they show."""

    alerts: frozenset[str] = frozenset()
    cards: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    settings: bool = False
    undoable: str = ""

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.alerts | other.alerts,
            self.cards | other.cards,
            self.sources | other.sources,
            self.items | other.items,
            self.settings or other.settings,
            other.undoable or self.undoable,
        )


def merged(told: Iterable[Changes]) -> Changes:
    """All of these as one; `|` again and again would copy the ids each time."""
    every = list(told)
    return Changes(
        frozenset().union(*(one.alerts for one in every)),
        frozenset().union(*(one.cards for one in every)),
        frozenset().union(*(one.sources for one in every)),
        frozenset().union(*(one.items for one in every)),
        any(one.settings for one in every),
        next((one.undoable for one in reversed(every) if one.undoable), ""),
    )


@dataclass(frozen=True, slots=True)
class Score:
    """0-100, round down for show. `parts` are the factors; `vector` recomputes and disputes it."""

    value: float
    vector: str
    parts: dict[str, float] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """The score (0-100) and level that a person gave instead of the computed ones, and why.

    `computed` and `ruled` are what the formula and the rule said when it was given.
    """

    score: float
    level: str
    why: str
    who: str
    post: str
    at: datetime
    computed: float
    ruled: str

    @property
    def lowers(self) -> bool:
        """Whether it makes the alert weigh less than the machine would."""
        known: tuple[str, ...] = BANDS
        said = self.level in known and self.ruled in known
        below = said and known.index(self.level) < known.index(self.ruled)
        return self.score < self.computed or below


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
    alerts.
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
class SourceRow:
    """A source and its health. `rhythm_hours` is its usual gap between items, None = unknown.

    `grade` is the one in use; the desk may have one of its own beside the shipped one.
    """

    id: str
    title: str
    publisher: str
    country: str
    language: str
    kind: str
    format: str
    url: str
    grade: str
    official: bool
    state_media: bool
    enabled: bool
    poll_minutes: int
    outcome: str
    outcome_detail: str
    last_polled: datetime | None
    last_success: datetime | None
    next_poll: datetime | None
    newest_item: datetime | None
    rhythm_hours: float | None
    items: int
    days: tuple[tuple[date, str, int], ...] = ()
    supported: bool = True
    notes: str = ""
    moved_to: str = ""
    shipped_grade: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class PollProgress:
    """Sent after each source: n of m done."""

    done: int
    total: int
    source: str
    outcome: str
    older: bool = False
    """Items that were here, compared with new names of the list `source`."""


@dataclass(frozen=True, slots=True)
class PollResult:
    """One source of a poll."""

    id: str
    outcome: str
    http: int
    bytes: int
    seconds: float
    new: int
    matched: int
    alerts: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PollReport:
    """A whole poll. `cancelled` is true when a person stopped it: the rest was not asked.

    `offline` says why nothing of the world could be reached, "" when it could.
    """

    sources: tuple[PollResult, ...]
    cancelled: bool = False
    changes: Changes = Changes()
    offline: str = ""


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file of an ingest. `outcome` is parsed, partial or refused."""

    file: str
    outcome: str
    reason: str
    format: str
    items: int
    new: int
    matched: int
    alerts: int


@dataclass(frozen=True, slots=True)
class TrendDay:
    """One UTC day. `counts` by measure id ("" = no measure); None in `total` = not observed.

    `kinds` are the same stories by source kind; empty when the core did not split them. `polled`
    are the stories of all topics that were seen that day.
    """

    day: date
    counts: dict[str, int]
    total: int | None
    coverage: float
    expected: float | None = None
    upper: float | None = None
    p: float | None = None
    kinds: dict[str, int] = field(default_factory=dict)
    polled: int | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """A daily series of distinct stories for a good, a country or a measure."""

    good: str
    country: str
    measure: str
    days: tuple[TrendDay, ...]
    notes: tuple[tuple[date, str, str], ...] = ()


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


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as the list of rules shows it, with what it did: alerts of the last 30 days."""

    id: str
    title: str
    level: str
    status: str
    owner: str = ""
    description: str = ""
    guidance: str = ""
    condition: str = ""
    file: str = ""
    line: int = 0
    enabled: bool = True
    alerts: int = 0
