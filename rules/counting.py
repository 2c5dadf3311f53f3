"""What a window holds: counts, baselines and values over time. Pure.

A window that ends at t holds what came in (t - window, t].
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rules.model import Level
from rules.rule import Alerting

DAY = timedelta(days=1)
Told = tuple[str, str]  # the state that keeps it quiet ("" = true), and the figures


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An item that met a rule, for one group. `values`: those of the rule's `field`.

    `at` is when it happened as far as anybody knows; not `dated`: when it was first seen.
    `official`: the notice of an authority, which waits for no count.
    """

    at: datetime
    item: str
    publisher: str = ""
    kind: str = ""
    level: Level = "info"
    values: tuple[str, ...] = ()
    dated: bool = True
    official: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Time in which nobody looked: the source failed, the laptop slept or was offline."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Series:
    """Occurrences in order of time, and the gaps between observations."""

    seen: tuple[Occurrence, ...]
    gaps: tuple[Gap, ...] = ()
    _times: list[datetime] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._times.extend(one.at for one in self.seen)

    def within(self, after: datetime, until: datetime) -> tuple[Occurrence, ...]:
        """What came in (after, until]."""
        return self.seen[bisect_right(self._times, after) : bisect_right(self._times, until)]

    def at(self, moment: datetime) -> tuple[Occurrence, ...]:
        """What came at this moment."""
        return self.seen[bisect_left(self._times, moment) : bisect_right(self._times, moment)]

    def missed(self, start: datetime, end: datetime) -> timedelta:
        """How much of a time nobody looked; gaps that overlap count once."""
        total, reached = timedelta(), start
        for gap in sorted(self.gaps, key=lambda one: one.start):
            low, high = max(gap.start, reached), min(gap.end, end)
            if high > low:
                total += high - low
                reached = high
        return total

    def observed_until(self, start: datetime, lasting: timedelta) -> datetime:
        """When so much time since `start` will have been observed."""
        end = start + lasting
        for gap in sorted(self.gaps, key=lambda one: one.start):
            low = max(gap.start, start)
            if low < end and gap.end > low:
                end += gap.end - low
                start = gap.end  # what overlaps is not added twice
        return end


def test(alerting: Alerting, series: Series) -> Callable[[datetime], Told]:
    """The condition of a type that counts, as a question at a moment."""
    window = alerting.window or DAY
    asked = {"frequency": _frequency, "spike": _spike, "distinct": _distinct}[alerting.type]

    def told(moment: datetime) -> Told:
        now = series.within(moment - window, moment)
        state, figures = asked(alerting, series, moment, now)
        if not state and len({one.publisher for one in now}) < alerting.min_publishers:
            return "min_publishers", figures
        return state, figures

    return told


def _count(alerting: Alerting, seen: Iterable[Occurrence]) -> int:
    """Items, or publishers: one wire story that forty papers print is not forty stories."""
    if alerting.count == "publishers":
        return len({one.publisher for one in seen})
    return sum(1 for _ in seen)


def _frequency(
    alerting: Alerting, _series: Series, _at: datetime, now: tuple[Occurrence, ...]
) -> Told:
    count = _count(alerting, now)
    figures = f"count={count} threshold={alerting.threshold}"
    return ("" if count >= alerting.threshold else "threshold"), figures


def _distinct(
    alerting: Alerting, _series: Series, _at: datetime, now: tuple[Occurrence, ...]
) -> Told:
    values = sorted({value for one in now for value in one.values})
    figures = f"values={len(values)} threshold={alerting.threshold}: {', '.join(values[:12])}"
    return ("" if len(values) >= alerting.threshold else "threshold"), figures


def _spike(alerting: Alerting, series: Series, at: datetime, now: tuple[Occurrence, ...]) -> Told:
    """The window against the mean of the windows before it, as far as they were observed."""
    window, baseline = alerting.window or DAY, alerting.baseline or 7 * DAY
    wanted = max(1, baseline // window)
    counts = list(_slices(alerting, series, at - window, wanted))
    if 2 * len(counts) < wanted or sum(counts) < max(1, alerting.min_baseline):
        return "insufficient_history", f"baseline={sum(counts)} observed={len(counts)}/{wanted}"
    current, expected = _count(alerting, now), sum(counts) / len(counts)
    figures = f"current={current} expected={expected:.2f} ratio={current / expected:.1f}"
    if current < alerting.min_current:
        return "min_current", figures
    return ("" if current >= (alerting.ratio or 2) * expected else "ratio"), figures


def _slices(alerting: Alerting, series: Series, end: datetime, wanted: int) -> Iterator[int]:
    """Counts of the windows before `end`; one that was missed by half says nothing.

    What was before the first item is not known: a beginning is no spike.
    """
    window, first = alerting.window or DAY, series.seen[0].at
    for _ in range(wanted):
        start = end - window
        missed = series.missed(max(start, first), end) + max(first - start, timedelta())
        if 2 * missed < window:
            yield _count(alerting, series.within(start, end))
        end = start


def _any(_alerting: Alerting, series: Series) -> list[Told]:
    return [("", "") for _ in series.seen]


def _new_value(alerting: Alerting, series: Series) -> list[Told]:
    """A value that was not seen before within `baseline` (ever, without it)."""
    told: list[Told] = []
    last: dict[str, datetime] = {}
    for number, one in enumerate(series.seen):
        since = one.at - alerting.baseline if alerting.baseline else None
        before = series.within(since, one.at) if since else series.seen[:number]
        earlier = sum(1 for other in before if other.at < one.at)
        fresh = [
            value
            for value in one.values
            if value not in last or (since is not None and last[value] <= since)
        ]
        if not one.values:
            told.append(("no_value", ""))
        elif earlier < max(1, alerting.min_baseline):
            told.append(("insufficient_history", f"baseline={earlier}"))
        else:
            told.append(("" if fresh else "known_value", f"new={', '.join(fresh)}"))
        last.update(dict.fromkeys(one.values, one.at))
    return told


def _change(alerting: Alerting, series: Series) -> list[Told]:
    """Other values than the item before had, if that is not older than `window`."""
    told: list[Told] = []
    before: Occurrence | None = None
    for one in series.seen:
        if not one.values:
            told.append(("no_value", ""))
            continue
        if before is None or (alerting.window and one.at - before.at > alerting.window):
            told.append(("insufficient_history", ""))
        else:
            changed = set(one.values) != set(before.values)
            figures = f"from={', '.join(before.values)} to={', '.join(one.values)}"
            told.append(("" if changed else "unchanged", figures))
        before = one
    return told


EVENTS: Mapping[str, Callable[[Alerting, Series], list[Told]]] = {
    "any": _any,
    "new_value": _new_value,
    "change": _change,
}
