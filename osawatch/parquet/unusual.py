"""The detectors over an archive: which pairs of good and country were in the news unusually much.

    stories a day -> exposure -> bursts.judge, all series side by side -> the lines of each day
      -> pairs that may speak -> how many publishers told of them -> episodes
Nobody kept which source was observed when, so that exposure is what a day brought by what a day
brings usually (`series.SETTLED` counts as at the desk); a day nobody looked on has none.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from osawatch import bursts, gpd
from osawatch.backtest import SHOWN, WEEK, BurstExample, Bursts
from osawatch.detect import budget, episodes
from osawatch.parquet.model import Index
from osawatch.parquet.partial import Pair, Partial
from osawatch.parquet.together import Days
from osawatch.store.counts import ALL_TOPICS
from osawatch.store.rows import day_of
from osawatch.store.series import SETTLED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEVEN = 7
TITLES = 3


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of a pair that may speak. `week`: stories of seven days."""

    pair: Pair
    day: int
    p: float
    expected: float
    week: int
    lines: budget.Budget


@dataclass(slots=True)
class _Tellers:
    publishers: set[str] = field(default_factory=set)
    titles: list[tuple[int, str]] = field(default_factory=list)


def found(days: Days, index: Index, partials: Iterable[Partial], span: timedelta) -> Bursts | None:
    """The bursts; None when too few days were observed for a verdict."""
    if not days:
        return None
    looked = exposure(days, index)
    if sum(one >= gpd.GLIMPSE for one in looked) < gpd.DAILY.least:
        return None
    pairs = sorted(
        {pair for told in days.values() for pair in told if pair[0] != ALL_TOPICS and any(pair)}
    )
    if not pairs:
        return None
    unusual, series = _unusual(days, pairs, looked)
    tellers = _tellers(unusual, partials)
    made = list(_episodes(unusual, tellers))
    levels = [one.level for one in made]
    return Bursts(
        series, sum(one >= gpd.GLIMPSE for one in looked), levels.count("alert"),
        levels.count("watch"), round(len(made) / (span / WEEK), 2),
        tuple(sorted(made, key=lambda one: (one.start, one.p, one.good, one.country))[-SHOWN:]),
    )  # fmt: skip


def exposure(days: Days, index: Index) -> list[float]:
    """How much was looked at from the first day to the last; 1 on a usual day, 0 = nobody did."""
    first, last = min(days), max(days)
    seen = [days.get(day, {}).get((ALL_TOPICS, ""), 0) for day in range(first, last + 1)]
    some = sorted(one for one in seen if one)
    usual = some[len(some) // 2] if some else 1
    return [
        (one + SETTLED) / (usual + SETTLED) if one and _observed(first + n, index) else 0.0
        for n, one in enumerate(seen)
    ]


def _observed(day: int, index: Index) -> bool:
    return index.days is None or day_of(day).isoformat() in index.days


def _rows(days: Days, pairs: Sequence[Pair]) -> Iterator[NDArray[np.float64]]:
    import numpy as np

    place = {pair: n for n, pair in enumerate(pairs)}
    for day in range(min(days), max(days) + 1):
        row = np.zeros(len(pairs))
        for pair, stories in days.get(day, {}).items():
            if pair in place:
                row[place[pair]] = stories
        yield row


def _unusual(days: Days, pairs: Sequence[Pair], looked: Sequence[float]) -> tuple[list[_Day], int]:
    """The days of pairs that may speak, and how many pairs had a verdict on the last day."""
    first, series = min(days), 0
    recent: deque[NDArray[np.float64]] = deque(maxlen=SEVEN)

    def kept() -> Iterator[NDArray[np.float64]]:
        for row in _rows(days, pairs):
            recent.append(row)
            yield row

    unusual = []
    told = bursts.judge(pairs, kept(), looked, day_of(first).weekday())
    for number, (chances, expected) in enumerate(told):
        lines = budget.budget(chances)
        series = sum(p == p for p in chances)
        for n, p in enumerate(chances):
            if p <= max(lines.watch, lines.alert):
                week = int(sum(row[n] for row in recent))
                unusual.append(_Day(pairs[n], first + number, p, expected[n], week, lines))
    return unusual, series


def _tellers(
    unusual: Sequence[_Day], partials: Iterable[Partial]
) -> dict[tuple[Pair, int], _Tellers]:
    """Who told of these pairs in the seven days up to these."""
    wanted: dict[int, dict[Pair, list[int]]] = {}
    for one in unusual:
        for day in range(one.day - SEVEN + 1, one.day + 1):
            wanted.setdefault(day, {}).setdefault(one.pair, []).append(one.day)
    told: dict[tuple[Pair, int], _Tellers] = {(one.pair, one.day): _Tellers() for one in unusual}
    for part in partials:
        for teller in part.tellers():
            asked = wanted.get(teller.day, {})
            for pair in teller.pairs:
                for day in asked.get(pair, ()):
                    into = told[pair, day]
                    into.publishers.add(teller.publisher)
                    into.titles = _newest([*into.titles, (-teller.day, teller.title)])
    return told


def _newest(titles: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The newest titles, each once."""
    days: dict[str, int] = {}
    for day, title in sorted(titles):
        days.setdefault(title, day)
    return [(day, title) for title, day in days.items()][:TITLES]


def _episodes(
    unusual: Sequence[_Day], tellers: dict[tuple[Pair, int], _Tellers]
) -> Iterator[BurstExample]:
    for pair, run in groupby(sorted(unusual, key=lambda one: (one.pair, one.day)), _pair):
        by_day = {one.day: one for one in run}
        signals = (
            episodes.Signal(day_of(day), _level(one, tellers[pair, day]), one.p)
            for day, one in by_day.items()
        )
        for burst in episodes.fold(signals):
            peak = next(one for day, one in by_day.items() if day_of(day) == burst.peak)
            titles = tuple(title for _, title in tellers[pair, peak.day].titles)
            yield BurstExample(
                *pair, burst.level, burst.start, burst.end, burst.peak, burst.p, peak.week,
                round(peak.expected, 4), titles,
            )  # fmt: skip


def _level(one: _Day, tellers: _Tellers) -> str:
    return budget.level(one.p, one.week, max(len(tellers.publishers), 1), one.lines)


def _pair(one: _Day) -> Pair:
    return one.pair
