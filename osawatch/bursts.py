"""Which pairs of good and country are in the news more than they should be.

    counts a day + exposure -> detect.panel, all series side by side -> p
      -> detect.budget: the lines of a day over all of them -> watch | alert -> store.signals
      -> detect.episodes: a burst is told once
Pairs are judged together; goods and countries by themselves are further rows, never gatekeepers.
An official notice does not wait for any of this: its rule alerts at one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from osawatch import gpd
from osawatch.detect import budget, episodes
from osawatch.store import series, signals
from osawatch.store.database import Connection, Store
from osawatch.store.rows import DAY, day_of, seconds
from osawatch.store.signals import Judging, Unusual

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from osawatch.detect.panel import Array

HISTORY = 180
AGAIN = 8  # days judged anew: today, and the week in which late items come in
NOTED = 0.01  # a p from where on a day is kept: above it, no score is lifted
BALANCE = 90  # days that the balance of alerts looks back on

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Balance:
    """The false-alert budget, and what was seen of it in `BALANCE` days.

    `expected` false ones a week, by the share that may be chance; `told` episodes and those a
    person called `false`.
    """

    series: int
    expected: float
    told: int
    false: int
    when: datetime | None = None


def renew(store: Store, now: datetime, *, after: timedelta = timedelta(0)) -> bool:
    """Judge the last days of all series anew; False when too few days were observed for that.

    `after`: nor when they were judged more recently than that.
    """
    with store.reading() as connection:
        last = signals.last(connection)
        if last and timedelta(0) <= now - last.when < after:
            return False
        found = _found(connection, now)
    if found is None:
        return False
    with store.writing(durable=False) as connection:
        signals.keep(connection, found[0], day_of(seconds(now) // DAY - AGAIN + 1), found[1])
    return True


def _found(connection: Connection, now: datetime) -> tuple[list[Unusual], Judging] | None:
    days, today = HISTORY + AGAIN, seconds(now) // DAY
    looked = series.exposure(connection, now, days)
    if sum(one >= gpd.GLIMPSE for one in looked) < gpd.DAILY.least:
        return None
    pairs, counts = series.table(connection, now, days)
    if not pairs:
        return None
    judged = list(judge(pairs, counts, looked, day_of(today - days + 1).weekday()))
    found, judging = [], Judging(now, 0, 0.0, budget.ALERT_P)
    for back in range(AGAIN):
        chances, expected = judged[days - 1 - back]
        lines = budget.budget(chances)
        if not back:
            judging = Judging(now, sum(p == p for p in chances), lines.watch, lines.alert)
        week = counts[days - back - 7 : days - back].sum(axis=0).tolist()
        for n, p in enumerate(chances):
            if p <= max(NOTED, lines.watch):
                level = _level(connection, pairs[n], today - back, p, int(week[n]), lines)
                stories = int(counts[days - 1 - back, n])
                day = day_of(today - back)
                found.append(Unusual(day, *pairs[n], level, p, stories, expected[n]))
    return found, judging


@dataclass(frozen=True, slots=True)
class Burst:
    """A pair of good and country ("" = all) that is or was in the news more than it should be.

    `told`: the days it spoke on, and why (first, level, p).
    """

    good: str
    country: str
    level: str
    start: date
    end: date
    peak: date
    p: float
    told: tuple[tuple[date, str], ...]


def told(connection: Connection, now: datetime, days: int = BALANCE) -> list[Burst]:
    """The bursts of the last days over all series, the newest first."""
    found = []
    kept = signals.since(connection, now, days)
    for (good, country), run in groupby(kept, key=lambda one: (one.good, one.country)):
        for one in episodes.fold(episodes.Signal(day.day, day.level, day.p) for day in run):
            found.append(
                Burst(good, country, one.level, one.start, one.end, one.peak, one.p,
                      tuple(one.told))
            )  # fmt: skip
    return sorted(found, key=lambda one: (one.end, -one.p, one.good, one.country), reverse=True)


def balance(connection: Connection, now: datetime) -> Balance:
    """What the budget allows, and what was told."""
    last = signals.last(connection)
    found = told(connection, now)
    false = sum(
        signals.called_false(
            connection, (one.good, one.country), one.start,
            one.end + timedelta(days=episodes.QUIET),
        )
        for one in found
    )  # fmt: skip
    expected = budget.promised(budget.WATCH_SHARE, BALANCE, len(found))
    return Balance(
        last.series if last else 0, expected, len(found), false, last.when if last else None
    )


def judge(
    pairs: Sequence[Pair], counts: Iterable[Array], looked: Sequence[float], first_weekday: int
) -> Iterator[tuple[list[float], list[float]]]:
    """(p, expected) of each pair, day by day. NaN = no verdict. `counts`: a row a day."""
    import numpy as np

    from osawatch.detect.panel import Panel

    both = np.array([bool(good and land) for good, land in pairs])
    goods, lands = (_numbered(names) for names in zip(*pairs, strict=True))
    panels = [
        (np.flatnonzero(both), Panel(int(both.sum()), goods[both].tolist(), lands[both].tolist())),
        (np.flatnonzero(~both), Panel(int((~both).sum()))),
    ]
    for day, (row, exposure) in enumerate(zip(counts, looked, strict=True)):
        p, expected = np.full(len(pairs), np.nan), np.zeros(len(pairs))
        for which, panel in panels:
            if len(which):
                seen = exposure if exposure >= gpd.GLIMPSE else 0.0
                said = panel.step(row[which], seen, (first_weekday + day) % 7)
                p[which], expected[which] = said.p, np.nan_to_num(said.expected)
        yield p.tolist(), expected.tolist()


def _numbered(names: Sequence[str]) -> NDArray[np.int64]:
    import numpy as np

    place = {name: n for n, name in enumerate(sorted(set(names)))}
    return np.array([place[name] for name in names])


def _level(
    connection: Connection, pair: Pair, day: int, p: float, week: int, lines: budget.Budget
) -> str:
    if p > max(lines.watch, lines.alert):
        return ""
    sources = series.publishers(connection, *pair, day - 6, day)
    return budget.level(p, week, max(sources, 1), lines)
