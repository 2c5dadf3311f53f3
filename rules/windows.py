"""Items over time in, alerts with their reasons out: the types of alert that count. Pure.

    occurrences of one group | spread what came undated after an outage
      | events (any, new_value, change) or a condition over time (frequency, spike, distinct)
        or the observed time since the last item (silence), or the time to a day (deadline)
      | for, min_publishers | merge_window, keep_open | realert -> Judgement

All state is rebuilt from the occurrences given, never remembered: a restart changes nothing. A gap
is time in which nobody looked; it is neither silence nor part of a baseline. Each occurrence
leaves a trace: raised, merged, realert, or the state that kept it quiet:

| state | means |
|---|---|
| insufficient_history | the baseline holds too little to judge by; never fires |
| min_current, ratio, threshold | the count is too low |
| min_publishers | too few publishers so far |
| pending | true, but not yet `for` long |
| known_value, unchanged, no_value | nothing new in `field` |
| heard | no silence: something came |
| not_yet, passed, no_date | the day is far off; it was over already; no day is named |
| cannot_tell | silent for long enough by the clock, but not all of it was observed |

Counts are of the press: an official notice speaks at once where a rule waits for a frequency, a
spike or more publishers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from rules import counting, deadlines
from rules.counting import Gap, Occurrence, Series
from rules.model import LEVELS
from rules.rule import Alerting, Realert

MERGE = timedelta(hours=72)  # where a rule names no merge_window
BACKLOG = timedelta(hours=1)  # after a gap: what comes undated so soon has waited


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time an alert speaks: when it is raised, and when it speaks again (`reason`)."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert of one group. `start` to `stop` is its extent; `spoken[0]` is the raising.

    `ahead`: the day it warns of is not over.
    """

    start: datetime
    stop: datetime
    items: tuple[str, ...]
    because: str
    spoken: tuple[Spoken, ...]
    ahead: bool = False

    @property
    def raised(self) -> datetime:
        """When it was raised."""
        return self.spoken[0].at


@dataclass(frozen=True, slots=True)
class Trace:
    """What became of an item: raised, merged, realert, or the state that kept it quiet."""

    item: str
    at: datetime
    said: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The alerts of a group, what became of each item, and the state at the end."""

    alerts: tuple[Alert, ...]
    traces: tuple[Trace, ...]
    state: str


@dataclass(slots=True)
class _Open:
    """An alert while it grows; not raised yet while `spoken` is empty."""

    start: datetime
    stop: datetime
    items: list[Occurrence] = field(default_factory=list)
    because: str = ""
    spoken: list[Spoken] = field(default_factory=list)
    step: timedelta | None = None

    def done(self) -> Alert:
        names = tuple(dict.fromkeys(one.item for one in self.items))
        return Alert(self.start, self.stop, names, self.because, tuple(self.spoken))


def judge(
    alerting: Alerting,
    seen: Iterable[Occurrence],
    until: datetime,
    gaps: Sequence[Gap] = (),
) -> Judgement:
    """The alerts that these occurrences of one group make up to `until`."""
    ordered = sorted(spread(seen, gaps), key=lambda one: (one.at, one.item))
    series = Series(tuple(one for one in ordered if one.at <= until), tuple(gaps))
    if alerting.type == "silence":
        return _silences(alerting, series, until)
    if alerting.type == "deadline":
        return _deadlines(alerting, series, until)
    if alerting.type in ("frequency", "spike", "distinct"):
        return _conditions(alerting, series, until)
    return _events(alerting, series)


def spread(seen: Iterable[Occurrence], gaps: Sequence[Gap]) -> list[Occurrence]:
    """What came without a date of its own right after a gap happened some time in it.

    It is laid evenly over the gap: a backlog is no spike, and its time was no silence.
    """
    found = list(seen)
    for gap in gaps:
        late = [
            number
            for number, one in enumerate(found)
            if not one.dated and gap.end <= one.at <= gap.end + BACKLOG
        ]
        for place, number in enumerate(late, 1):
            shift = (gap.end - gap.start) * place / (len(late) + 1)
            found[number] = replace(found[number], at=gap.start + shift)
    return found


# -- any, new_value, change: an item is an event or none


def _events(alerting: Alerting, series: Series) -> Judgement:
    told = counting.EVENTS[alerting.type](alerting, series)
    merge = alerting.merge_window or MERGE
    opened: list[_Open] = []
    traces = []
    for one, (state, because) in zip(series.seen, told, strict=True):
        if state:
            traces.append(Trace(one.item, one.at, state))
            continue
        if not opened or one.at > opened[-1].stop + merge:
            opened.append(_Open(one.at, one.at, because=because))
        traces.append(Trace(one.item, one.at, _join(opened[-1], one, alerting)))
    raised = tuple(one.done() for one in opened if one.spoken)
    return Judgement(raised, tuple(traces), traces[-1].said if traces else "heard")


def _join(alert: _Open, one: Occurrence, alerting: Alerting) -> str:
    """Put an item on an alert; what became of it."""
    again = _again(alert, one, alerting.realert) if alert.spoken else ""
    alert.items.append(one)
    alert.stop = max(alert.stop, one.at)
    if alert.spoken:
        if again:
            alert.spoken.append(Spoken(one.at, again))
        return "realert" if again else "merged"
    few = len({item.publisher for item in alert.items}) < alerting.min_publishers
    if few and not one.official:
        return "min_publishers"
    alert.spoken.append(Spoken(one.at, "new"))
    return "raised"


def _again(alert: _Open, one: Occurrence, realert: Realert) -> str:
    """Why an alert that was raised speaks again, or ""."""
    worst = max(LEVELS.index(item.level) for item in alert.items)
    if realert.on_level_increase and LEVELS.index(one.level) > worst:
        return "level"
    kinds = {item.kind for item in alert.items}
    if realert.on_new_source_kind and one.kind not in (*kinds, "", "news"):
        return "source_kind"
    if realert.after is None or realert.never:
        return ""
    step = alert.step or realert.after
    if one.at - alert.spoken[-1].at < step:
        return ""
    alert.step = min(step * 2, realert.most) if realert.most else step
    return "after"


# -- frequency, spike, distinct: a condition that is true for a while


def _conditions(alerting: Alerting, series: Series, until: datetime) -> Judgement:
    """Looked at when an item comes, where it may become true, and when one leaves the window."""
    test: Callable[[datetime], tuple[str, str]] = counting.test(alerting, series)
    window = alerting.window or timedelta(days=1)
    coming = {one.at for one in series.seen}
    moments = sorted(coming | {at + window for at in coming if at + window <= until})
    run = _Run(alerting, window)
    traces: list[Trace] = []
    for moment in moments:
        run.elapse(moment, series)
        state, because = test(moment)
        notice = alerting.type != "distinct" and any(one.official for one in series.at(moment))
        if state and notice:
            state, because = "", "official"
        if state or moment in coming or run.since:
            run.judge(moment, state, because, series, at_once=notice)
        for one in series.at(moment):
            traces.append(Trace(one.item, one.at, run.receive(one, state)))
    run.elapse(until, series)
    raised = tuple(one.done() for one in run.opened)
    return Judgement(raised, tuple(traces), run.state)


@dataclass(slots=True)
class _Run:
    """A condition on its way through time."""

    alerting: Alerting
    window: timedelta
    opened: list[_Open] = field(default_factory=list)
    since: datetime | None = None  # the condition has been true since
    held: bool = False  # and an alert of it stands
    because: str = ""
    state: str = "heard"

    def elapse(self, moment: datetime, series: Series) -> None:
        """What falls due before the next look: `for` is over."""
        due = self.since and self.since + (self.alerting.duration or timedelta())
        if due and not self.held and due <= moment:
            self._raise(due, series)

    def judge(
        self, moment: datetime, state: str, because: str, series: Series, *, at_once: bool
    ) -> None:
        """Take what is true from now on; what speaks `at_once` does not wait to last."""
        if state:
            self._end(moment)
            self.state = state
            return
        if self.since is None:
            self.since, self.because = moment, because
        self.state = "raised" if self.held else "pending"
        if self.held:
            self.opened[-1].stop = moment
        elif at_once:
            self._raise(moment, series)
        else:
            self.elapse(moment, series)

    def receive(self, one: Occurrence, state: str) -> str:
        """What became of an item that came at this look."""
        if not self.opened:
            return state or "pending"
        alert = self.opened[-1]
        kept = alert.stop + (self.alerting.keep_open or timedelta())
        if not self.held and one.at > kept:
            return state or "pending"
        if alert.spoken[-1].at == one.at and one in alert.items:
            return "raised" if len(alert.spoken) == 1 else "realert"
        if one in alert.items:
            return "merged"
        again = _again(alert, one, self.alerting.realert)
        alert.items.append(one)
        if again:
            alert.spoken.append(Spoken(one.at, again))
        return "realert" if again else "merged"

    def _raise(self, at: datetime, series: Series) -> None:
        """A new alert, or the last one going on."""
        items = series.within(at - self.window, at)
        self.held, self.state = True, "raised"
        merge = max(self.alerting.merge_window or MERGE, self.alerting.keep_open or timedelta())
        if self.opened and at <= self.opened[-1].stop + merge:
            alert = self.opened[-1]
            alert.items += [one for one in items if one not in alert.items]
            alert.stop = max(alert.stop, at)
            return
        begun = items[0].at if items else at
        self.opened.append(_Open(begun, at, list(items), self.because, [Spoken(at, "new")]))

    def _end(self, moment: datetime) -> None:
        if self.held:
            self.opened[-1].stop = max(self.opened[-1].stop, moment)
        self.since, self.held = None, False


# -- deadline: a day that items name comes near


def _deadlines(alerting: Alerting, series: Series, until: datetime) -> Judgement:
    named, without = deadlines.days(series)
    traces = {one.item: Trace(one.item, one.at, without.get(one.item, "")) for one in series.seen}
    raised = []
    for day, items in named.items():
        due = deadlines.due(alerting, day, items)
        if due > until:
            traces |= {one.item: Trace(one.item, one.at, "not_yet") for one in items}
            continue
        because = f"{alerting.field} {day.isoformat()}"
        alert = _Open(due, max(due, items[-1].at), because=because)
        for one in items:
            first = one.at <= due
            if first or not alert.spoken:
                alert.items.append(one)
                said = "raised" if not alert.spoken else "merged"
                alert.spoken = alert.spoken or [Spoken(due, "new")]
            else:
                said = _join(alert, one, alerting)
            traces[one.item] = Trace(one.item, one.at, said)
        raised.append(replace(alert.done(), ahead=day >= until.astimezone(UTC).date()))
    state = "raised" if any(one.ahead for one in raised) else "not_yet" if named else "no_date"
    return Judgement(tuple(raised), tuple(traces.values()), state)


# -- silence: nothing came


def _silences(alerting: Alerting, series: Series, until: datetime) -> Judgement:
    window = alerting.window or timedelta(days=1)
    merge = alerting.merge_window or MERGE
    opened: list[_Open] = []
    state = "insufficient_history"
    ends = [*(one.at for one in series.seen[1:]), until]
    for one, end in zip(series.seen, ends, strict=bool(series.seen)):
        due = series.observed_until(one.at, window)
        if not _known(alerting, series, one.at):
            state = "insufficient_history"
        elif due > end:
            state = "cannot_tell" if end - one.at >= window else "heard"
        else:
            state = "raised"
            _silent(opened, one, due, end, merge)
    traces = tuple(Trace(one.item, one.at, "heard") for one in series.seen)
    return Judgement(tuple(one.done() for one in opened), traces, state)


def _silent(
    opened: list[_Open], one: Occurrence, due: datetime, end: datetime, merge: timedelta
) -> None:
    if opened and due <= opened[-1].stop + merge:
        opened[-1].items.append(one)
        opened[-1].stop = end
        return
    because = f"silent since {one.at:%Y-%m-%dT%H:%MZ}"
    opened.append(_Open(due, end, [one], because, [Spoken(due, "new")]))


def _known(alerting: Alerting, series: Series, at: datetime) -> bool:
    """Whether enough was heard before for its silence to mean something."""
    since = at - alerting.baseline if alerting.baseline else series.seen[0].at - timedelta(1)
    return len(series.within(since, at)) >= max(1, alerting.min_baseline)
