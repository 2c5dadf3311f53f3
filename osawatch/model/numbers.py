"""A daily series, and a rule with what it raised."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


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
