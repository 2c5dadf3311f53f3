"""A rule as it was read: frozen values, nothing computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from rules.conditions import Tree
from rules.model import CountryRole, Level, MeasureStatus, RuleStatus, Text, Tier
from rules.terms import Terms
from rules.yamlnodes import NOWHERE, Place

Kind = Literal["goods", "countries", "measures", "companies", "sanctions", "terms"]
AlertType = Literal[
    "any", "frequency", "spike", "silence", "new_value", "distinct", "change", "deadline"
]
FIELDS = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Selection:
    """One named selection: a reference to the watchlist, a shared list, or terms of its own."""

    name: str
    kind: Kind
    ids: frozenset[str] | None = None  # None = all
    role: CountryRole | None = None
    status: frozenset[MeasureStatus] = frozenset()
    not_status: frozenset[MeasureStatus] = frozenset()
    fields: frozenset[str] = frozenset(FIELDS)
    least: int = 1
    any_terms: Terms = field(default_factory=dict)
    all_terms: Terms = field(default_factory=dict)
    regexes: tuple[str, ...] = ()
    list_name: str = ""
    mentions: bool = False
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Near:
    """Selections that must stand together. `words` 0 = by `within`."""

    of: tuple[str, ...]
    within: Literal["sentence", "paragraph", "title", "words"] = "sentence"
    words: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """A test of one field: contains, startswith, endswith, re or equals."""

    field: str
    how: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exemption:
    """A known case that raises nothing. `until` is its last day.

    `by` wrote it and `second` confirmed what `seal` is the mark of (`rules.seconding`); one that
    `waits` for that hides nothing.
    """

    name: str
    when: tuple[When, ...]
    reason: str
    until: date | None = None
    place: Place = NOWHERE
    by: str = ""
    made: date | None = None
    second: str = ""
    confirmed: date | None = None
    seal: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Which items a rule looks at. Empty = any."""

    kinds: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    exclude_feeds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Realert:
    """When an open alert speaks again. `after` None with `never` False = the default."""

    after: timedelta | None = None
    never: bool = False
    most: timedelta | None = None
    on_level_increase: bool = True
    on_new_source_kind: bool = True


@dataclass(frozen=True, slots=True)
class Alerting:
    """How hits become alerts."""

    type: AlertType = "any"
    group_by: tuple[str, ...] = ()
    tier: Tier | None = None
    window: timedelta | None = None
    baseline: timedelta | None = None
    merge_window: timedelta | None = None
    duration: timedelta | None = None
    keep_open: timedelta | None = None
    ratio: float | None = None
    threshold: int = 1
    min_current: int = 1
    min_baseline: int = 0
    min_publishers: int = 1
    count: Literal["items", "publishers"] = "items"
    field: str = ""
    realert: Realert = Realert()


@dataclass(frozen=True, slots=True)
class Notify:
    """How an alert of this rule may interrupt."""

    desktop: bool = True
    digest: Literal["none", "daily", "weekly"] = "none"
    quiet_hours: Literal["respect", "ignore"] = "respect"


@dataclass(frozen=True, slots=True)
class Inhibition:
    """The general rule that hides this one when the named groups are equal."""

    rule: str
    equal: tuple[str, ...]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class TimedItem:
    """A test item at a time; repeated `times` times, `every` apart. `{n}` in it counts from 1."""

    at: timedelta
    text: Text
    every: timedelta | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Outage:
    """A time of a test in which the source failed: nobody looked."""

    at: timedelta
    duration: timedelta


@dataclass(frozen=True, slots=True)
class RuleTest:
    """A test written in the rule. `expect`: match, no-match, or counts of alerts and items.

    `realerts` counts how often an open alert speaks again. The clock stops at `until`, else at
    the last item.
    """

    name: str
    items: tuple[TimedItem, ...]
    expect: str = ""
    alerts: int | None = None
    item_count: int | None = None
    because: str = ""
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: Place = NOWHERE
    realerts: int | None = None
    until: timedelta | None = None
    outages: tuple[Outage, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether it speaks of alerts over time."""
        return self.expect == ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule file's document. `condition` is its text, `tree` what it means.

    `said` holds its title and guidance in other languages, by language.
    """

    id: str
    title: str
    level: Level
    status: RuleStatus
    condition: str
    tree: Tree
    selections: tuple[Selection, ...]
    near: tuple[Near, ...] = ()
    source: Source = Source()
    exceptions: tuple[Exemption, ...] = ()
    alert: Alerting = Alerting()
    notify: Notify = Notify()
    inhibited_by: tuple[Inhibition, ...] = ()
    tests: tuple[RuleTest, ...] = ()
    description: str = ""
    guidance: str = ""
    said: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    owner: str = ""
    author: str = ""
    date: str = ""
    modified: str = ""
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    falsepositives: tuple[str, ...] = ()
    related: tuple[tuple[str, str], ...] = ()
    show: tuple[str, ...] = ()
    enabled: bool = True
    file: str = ""
    line: int = 0
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def merge_window(self) -> timedelta | None:
        """Alerts of one group within this window are one."""
        return self.alert.merge_window

    @property
    def over_time(self) -> bool:
        """Whether an item alone does not tell if it speaks: others before it do."""
        plain = Alerting(type="any", realert=Realert(never=self.alert.realert.never))
        mine = self.alert
        return (mine.type, mine.min_publishers, mine.realert) != (
            plain.type, plain.min_publishers, plain.realert,
        )  # fmt: skip

    def in_language(self, language: str) -> tuple[str, str]:
        """Its title and guidance, each as it was written where the language lacks it."""
        title, guidance = self.said.get(language, ("", ""))
        return title or self.title, guidance or self.guidance

    def selection(self, name: str) -> Selection | None:
        """A selection by its name."""
        return next((one for one in self.selections if one.name == name), None)

    def at(self, key: str) -> Place:
        """Where a field stands, or a selection as `match.NAME`; else where its id stands."""
        return self.places.get(key) or self.places.get("id") or self.place
