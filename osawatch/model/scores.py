"""How much an alert weighs: by the formula, and by a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Band = Literal["info", "low", "medium", "high", "critical"]
Impact = Literal["severe", "serious", "limited", ""]
Confidence = Literal["firm", "fair", "weak", ""]
BANDS: tuple[Band, ...] = ("info", "low", "medium", "high", "critical")


def band(score: float) -> Band:
    """The band of a score 0-100: info, low, medium, high, critical at 0/20/40/60/80."""
    return BANDS[min(4, max(0, int(score // 20)))]


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
