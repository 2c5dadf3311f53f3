"""A text in, a match out: the values that cross the border of this room."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from rules.asked import Asked

Level = Literal["info", "low", "medium", "high", "critical"]
RuleStatus = Literal["experimental", "test", "stable", "deprecated"]
MeasureStatus = Literal[
    "rumour", "considered", "proposed", "adopted", "in_force", "suspended", "lifted", "expired"
]
CountryRole = Literal["imposing", "supplier", "affected", "transit"]
Tier = Literal["A", "B", "C"]
DateKind = Literal["effective", "until", "deadline"]

LEVELS: tuple[Level, ...] = ("info", "low", "medium", "high", "critical")


class ListedName(NamedTuple):
    """A name of a sanctions list in a text: code points [start, end) of the field as given."""

    field: Literal["title", "summary"]
    start: int
    end: int
    list: str
    entity: str


@dataclass(frozen=True, slots=True)
class Text:
    """What is matched: the words of one item and what its source says about itself.

    `kind` is a source kind (news, official-gazette, ...); "" fits any rule. `listed` are the names
    of sanctions lists in it, found beforehand: what `watchlist: sanctions` stands for. `seen` is
    when it came here; None where nobody knows, as in a test of a rule.
    """

    title: str
    summary: str = ""
    language: str = ""
    kind: str = ""
    source: str = ""
    publisher: str = ""
    published: datetime | None = None
    url: str = ""
    listed: tuple[ListedName, ...] = ()
    seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the original text that made a selection true.

    `start` and `end` count code points in the field as given. `concept` is
    "good:gallium", "country:CN", "measure:export-ban", "company:ID", "sanctions:LIST:ID" or
    "term:SELECTION";
    `selection` is the rule's own name for it, "" outside a rule.
    """

    field: Literal["title", "summary"]
    start: int
    end: int
    text: str
    concept: str
    selection: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A country and the part it plays."""

    country: str
    role: CountryRole


@dataclass(frozen=True, slots=True)
class RuleHit(Asked):
    """A rule that fired. `groups` holds one mapping (as sorted pairs) per alert it asks for.

    A group names the rule's `group_by` selections and the concept each stands for, for
    example (("country", "CN"), ("good", "gallium")); "" where a selection has no concept.
    `tier` is the best tier of the goods in the hit (A notifies, B inbox, C trends only).
    `beyond` counts the groups left out because no item may ask for so many.
    """

    id: str
    title: str
    level: Level
    status: RuleStatus
    tier: Tier
    groups: tuple[tuple[tuple[str, str], ...], ...]
    evidence: tuple[Evidence, ...]
    because: str = ""
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the text and what happens then: a measure begins, ends, or comments are due.

    A date without a clock or zone. `precision` "month": `date` is the first of that month.
    `start` and `end` are the words of the date, code points in the field as given.
    """

    kind: DateKind
    date: date
    precision: Literal["day", "month"]
    field: Literal["title", "summary"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match(Asked):
    """All that is known about one text. `goods` is what it is about, `mentions` what it names.

    `dates` are read only where a rule fired.
    """

    goods: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    measure_status: dict[str, MeasureStatus] = field(default_factory=dict)
    entities: tuple[str, ...] = ()
    rules: tuple[RuleHit, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    silences: tuple[str, ...] = ()
    dates: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `rules check`: where, how bad, which lint, what to do. Counted from 1."""

    file: str
    line: int
    column: int
    level: Literal["error", "warning", "note"]
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.level} {self.code} {self.message}"
