"""Which of a day's series may speak: a budget of false alerts in place of a number of sigmas.

Benjamini and Hochberg, J R Stat Soc B 57 (1995), 289-300: of all that speaks, no more than a share
q is chance, however many series there are. Days without a verdict are no part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WATCH_SHARE = 0.20
WATCH_STORIES = 3  # in seven days
WATCH_SOURCES = 2  # independent ones
WATCH_P = 1e-3  # and at most that: with few series a share of a day's alerts is many a year
ALERT_SHARE = 0.05
ALERT_STORIES = 2  # a first story of a pair has its rule to speak for it, and is no burst
ALERT_P = 1e-5  # speaks whatever the others do
ALERT_MOST = 1e-4


@dataclass(frozen=True, slots=True)
class Budget:
    """The lines of one day: a p at or below one of them speaks. 0 = nothing does."""

    watch: float
    alert: float


def line(chances: Sequence[float | None], share: float) -> float:
    """The highest p that Benjamini and Hochberg let through at `share`; 0 when none.

    None (and NaN) = no verdict.
    """
    known = sorted(p for p in chances if p is not None and p == p)
    passed = [p for rank, p in enumerate(known, 1) if p <= share * rank / len(known)]
    return passed[-1] if passed else 0.0


def budget(chances: Sequence[float | None], share: float = WATCH_SHARE) -> Budget:
    """The lines of a day over all its series; `share` is what a person set for watching."""
    alert = min(line(chances, ALERT_SHARE), ALERT_MOST)
    return Budget(min(line(chances, share), WATCH_P), max(alert, ALERT_P))


def level(p: float | None, stories: int, sources: int, lines: Budget) -> str:
    """What a series says today: "alert", "watch" or "".

    `stories` of seven days and their independent `sources`: a single story is no burst.
    """
    if p is None or p != p:
        return ""
    if p <= lines.alert and stories >= ALERT_STORIES:
        return "alert"
    many = stories >= WATCH_STORIES and sources >= WATCH_SOURCES
    return "watch" if many and p <= lines.watch else ""


def promised(share: float, days: float, spoken: float) -> float:
    """False alerts a week to be expected when so many alerts were spoken in so many days."""
    return share * spoken * 7 / days if days > 0 else 0.0
