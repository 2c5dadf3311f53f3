"""What is decided about interrupting a person: values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from osawatch.acts import Measure

Act = Literal["notify", "wait", "never"]
Why = Literal[
    "now", "here", "digest-rule", "digest-desk", "quiet", "rule", "off", "level", "tier", "trial",
    "suppressed", "handled", "story", "stood", "reminders-off", "passed",
]  # fmt: skip
"""`now` told at once or when its time came; `here` the window was looked at; `stood` in the
inbox before anybody listened; `passed`: the day of a date came before its wait was over; the rest
see words."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the rule of an alert may interrupt (its `notify:`)."""

    desktop: bool = True
    digest: str = "none"
    quiet_hours: str = "respect"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be done with an alert now. `until`: when a wait is over, aware UTC."""

    act: Act
    why: Why
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A date that is `days` (30, 7, 1) or less away. `name` stands for its measure or case.

    `what`: one of agenda.dates.KINDS, case_step or case_date. Without a measure and a title it
    was told once and is not known any more.
    """

    day: date
    days: int
    what: str
    name: str
    measure: Measure | None = None
    title: str = ""

    @property
    def key(self) -> str:
        """One a date and step: a date that moved is another one."""
        return f"date:{self.day}:{self.days}:{self.what}:{self.name}"


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of the list: an alert or a date, what was decided, since when it is known here."""

    alert: str
    card: str
    title: str
    level: str
    since: datetime
    at: datetime
    verdict: Verdict
    reminder: Reminder | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a look brought: stories to tell by level (counts only), how many wait, all new ones.

    `dates`: those to tell, by days ahead; `near`: all that are a week away or less.
    """

    levels: dict[str, int] = field(default_factory=dict)
    waiting: int = 0
    new: int = 0
    dates: dict[int, int] = field(default_factory=dict)
    near: int = 0

    @property
    def count(self) -> int:
        """How many stories there are to tell."""
        return sum(self.levels.values())
