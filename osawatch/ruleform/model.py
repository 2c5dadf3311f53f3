"""A rule as a form shows it: frozen values, all texts as they stand in the file.

What the form has no field for is no part of it: it is named in `Read.rest` and stays in the file.
`at` of a row is its place in the file's list, -1 for one that is not there yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Use = Literal["must", "one", "never", ""]  # "": named and told, not asked for
WATCHED = ("goods", "countries", "measures", "companies", "sanctions")
KINDS = (*WATCHED, "list", "words")
PLAIN = ("id", "title", "level", "status", "owner", "description", "guidance")
TIMES = (
    "type", "window", "threshold", "baseline", "ratio", "min_current", "min_baseline", "count",
    "field", "for", "keep_open", "merge_window", "min_publishers",
)  # fmt: skip
ANY = "xx"  # words that hold in every language


@dataclass(frozen=True, slots=True)
class Words:
    """Words to look for in one language, "xx" = in any. Never empty."""

    language: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One named selection: entries of the watchlist (none = all), a shared list, or words."""

    name: str
    kind: str
    chosen: tuple[str, ...] = ()
    role: str = ""
    status: tuple[str, ...] = ()
    not_status: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()
    title_only: bool = False
    use: Use = ""
    near: bool = False  # must stand together with the others that are near
    group: bool = False  # an alert for each of what it finds


@dataclass(frozen=True, slots=True)
class Exempt:
    """An exception: the first of its tests, why, and its last day. No value = hides nothing."""

    name: str
    where: str = "title"
    how: str = "contains"
    values: tuple[str, ...] = ()
    reason: str = ""
    until: str = ""
    at: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Sample:
    """A test of one item: its title, and whether the rule shall speak of it."""

    name: str
    title: str = ""
    language: str = ""
    fires: bool = True
    at: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Form:
    """All fields. `condition` holds the text of one that `use` of the parts cannot say."""

    id: str = ""
    title: str = ""
    level: str = ""
    status: str = ""
    owner: str = ""
    description: str = ""
    guidance: str = ""
    falsepositives: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    condition: str = ""
    within: str = ""  # how near, "" where no part is
    near_other: bool = False  # it is asked in more ways than one: the parts do not say it
    times: Mapping[str, str] = field(default_factory=dict)  # of TIMES, what stands there
    exceptions: tuple[Exempt, ...] = ()
    samples: tuple[Sample, ...] = ()


@dataclass(frozen=True, slots=True)
class Rest:
    """Keys that the form leaves alone. `of` is "", or the part or row that they belong to."""

    of: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a field stands in the text: lines and columns from 1, the end is not in it."""

    line: int
    column: int
    end_line: int
    end_column: int

    def holds(self, line: int, column: int) -> bool:
        """Whether a place stands in it."""
        return (self.line, self.column) <= (line, column) < (self.end_line, self.end_column)


@dataclass(frozen=True, slots=True)
class Read:
    """A text as a form. `form` is None when it cannot be shown; `why` says it.

    why: "" | syntax | several | no-rule | key. `spans` by field: a name of PLAIN, `part:NAME`,
    `times:KEY`, `exception:N`, `sample:N`, condition, falsepositives.
    """

    form: Form | None
    rest: tuple[Rest, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)
    why: str = ""
