"""A burst is told once: from signals day by day to episodes, and to the days that speak again.

An episode opens with its first signal and closes after seven quiet days. While it is open only
more speaks: a hundredth of the probability, a higher level, a measure or a kind of source that is
new to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

QUIET = 7  # days without a signal that close an episode
FURTHER = 100.0  # times less probable than what was told
LEVELS = ("", "watch", "alert")


@dataclass(frozen=True, slots=True)
class Signal:
    """A day of a series that may speak."""

    day: date
    level: str
    p: float
    measures: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass
class Episode:
    """A burst: from `start` to the last signal; `told` are the days that spoke, and why."""

    start: date
    end: date
    peak: date
    level: str
    p: float
    measures: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    told: list[tuple[date, str]] = field(default_factory=list)
    told_p: float = 1.0


def fold(signals: Iterable[Signal], quiet: int = QUIET) -> list[Episode]:
    """The episodes of one series, oldest first; signals come in the order of days."""
    found: list[Episode] = []
    for one in signals:
        if not one.level:
            continue
        if not found or (one.day - found[-1].end).days > quiet:
            found.append(Episode(one.day, one.day, one.day, "", 1.0))
        _extend(found[-1], one)
    return found


def _extend(episode: Episode, one: Signal) -> None:
    why = _why(episode, one)
    if why:
        episode.told.append((one.day, why))
        episode.told_p = one.p
    if one.p < episode.p:
        episode.p, episode.peak = one.p, one.day
    episode.level = max(episode.level, one.level, key=LEVELS.index)
    episode.measures |= one.measures
    episode.kinds |= one.kinds
    episode.end = one.day


def _why(episode: Episode, one: Signal) -> str:
    """What is new about this day, "" for nothing."""
    if not episode.told:
        return "first"
    if LEVELS.index(one.level) > LEVELS.index(episode.level):
        return "level"
    if one.p * FURTHER <= episode.told_p:
        return "p"
    if one.measures - episode.measures:
        return "measure"
    return "kind" if one.kinds - episode.kinds else ""
