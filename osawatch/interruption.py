"""What is decided about interrupting a person: values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Act = Literal["notify", "wait", "never"]
Why = Literal[
    "now", "here", "digest-rule", "digest-desk", "quiet", "rule", "off", "level", "tier", "trial",
    "suppressed", "handled", "story", "stood",
]  # fmt: skip
"""`now` told at once or when its time came; `here` the window was looked at; `stood` in the
inbox before anybody listened; the rest see words."""


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
class Notice:
    """A line of the list: an alert, what was decided, and since when it is known here."""

    alert: str
    card: str
    title: str
    level: str
    since: datetime
    at: datetime
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """What a look brought: stories to tell by level (counts only), how many wait, all new ones."""

    levels: dict[str, int] = field(default_factory=dict)
    waiting: int = 0
    new: int = 0

    @property
    def count(self) -> int:
        """How many stories there are to tell."""
        return sum(self.levels.values())
