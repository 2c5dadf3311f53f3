"""What rule files would have raised over the stored items: alerts a week, by group, and silences.

    rule files -> rules (with the profile's watchlist and overrides) -> Matcher
    stored items, a page at a time -> hits -> occurrences a group
      -> windows.judge (exceptions, merge, realert, windows) -> inhibition -> RuleRun

Nothing is written. No transaction is open while texts are matched.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.decide import EXCEPTION
from osawatch.errors import BadInput
from osawatch.store import observed, replay
from osawatch.store.database import Store
from osawatch.store.replay import Past
from rules import occurrences, windows
from rules.counting import Gap, Occurrence
from rules.load import Pack, rules_of
from rules.matcher import Matcher
from rules.model import Finding, Match
from rules.occurrences import Group, Moment
from rules.rule import Rule
from rules.windows import Alert

if TYPE_CHECKING:
    from osawatch.rulebook import Rulebook

Progress = Callable[[int, int], None]
WEEK = timedelta(days=7)
NOISY = 10.0  # alerts a week of one rule
SHOWN = 20  # groups and examples of a rule that are kept


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: which files, since when, and from how many alerts a week it is noise.

    `local` are overrides to take in the place of the profile's own.
    """

    paths: tuple[Path, ...]
    since: datetime
    noisy: float = NOISY
    local: Path | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """An alert that would have been raised. `group` as name=value."""

    raised: datetime
    group: tuple[str, ...]
    because: str
    title: str
    items: int


@dataclass(frozen=True, slots=True)
class RuleRun:
    """What one rule would have done. `hits` are items that met it; `quiet` counts their silences.

    `weeks` holds the alerts of each ISO week (its Monday), `groups` the busiest groups.
    """

    rule: str
    title: str
    level: str
    status: str
    type: str
    hits: int
    alerts: int
    a_week: float
    noisy: bool
    realerts: int
    merged: int
    excepted: int
    inhibited: int
    weeks: Mapping[str, int]
    groups: Mapping[str, int]
    exceptions: Mapping[str, int]
    quiet: Mapping[str, int]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class CardExample:
    """A card that would have come into the inbox: its first title, and what it is made of."""

    raised: datetime
    title: str
    alerts: int
    items: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """What is left once alerts of one story are one card. `hits`: items that met a rule.

    `weeks` holds the cards of each ISO week (its Monday).
    """

    hits: int
    alerts: int
    cards: int
    a_week: float
    weeks: Mapping[str, int]
    examples: tuple[CardExample, ...]


@dataclass(frozen=True, slots=True)
class BurstExample:
    """A pair ("" = all) in the news more than it should be; `stories` of seven days at its peak.

    `expected` is of the peak alone. `titles` are of the peak and the six days before it.
    """

    good: str
    country: str
    level: str
    start: date
    end: date
    peak: date
    p: float
    stories: int
    expected: float
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bursts:
    """What the detectors would have told of pairs of good and country, whatever rules were asked.

    `series` had a verdict on the last day, `days` are those that were looked at.
    """

    series: int
    days: int
    alerts: int
    watches: int
    a_week: float
    examples: tuple[BurstExample, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All rules that were asked for. `complete` is false when it was cancelled.

    Over an archive there are `cards` and `bursts` too; one that is missing is told in `untold`,
    and so are rules that could not speak.
    """

    since: datetime
    until: datetime
    items: int
    rules: tuple[RuleRun, ...]
    findings: tuple[Finding, ...] = ()
    complete: bool = True
    cards: Cards | None = None
    bursts: Bursts | None = None
    untold: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Seen:
    """What a rule met so far."""

    rule: Rule
    groups: dict[Group, list[Occurrence]] = field(default_factory=dict)
    items: set[str] = field(default_factory=set)
    exceptions: Counter[str] = field(default_factory=Counter)


def run(
    store: Store,
    rulebook: Rulebook,
    asked: Asked,
    now: datetime,
    progress: Progress | None = None,
    cancel: threading.Event | None = None,
) -> Report:
    """Replay the items since a time. `BadInput` when the files hold no rule that can run."""
    pack, wanted = packed(rulebook, asked.paths, asked.local)
    matcher, stop = Matcher(pack), cancel or threading.Event()
    seen = {rule.id: Seen(rule) for rule in pack.rules}
    titles: dict[str, str] = {}
    done, first = 0, now
    for item in items_of(store, asked.since, now, stop, progress or (lambda _done, _total: None)):
        done, first = done + 1, min(first, item.at)
        if take(seen, matcher.match(item.text), item):
            titles[item.id] = item.text.title
    span = max(now - max(asked.since, first), WEEK)
    told = judged(seen, gaps_of(store, asked.since, now), now)
    runs = tuple(
        summed(one.rule, (len(one.items), one.exceptions), told, asked, span, titles)
        for one in map(seen.__getitem__, wanted)
    )
    return Report(asked.since, now, done, runs, pack.findings, complete=not stop.is_set())


def packed(
    rulebook: Rulebook, paths: Sequence[Path], local: Path | None = None
) -> tuple[Pack, list[str]]:
    """The rules of the files, and those of the profile that may inhibit them."""
    mine = rulebook.pack
    found = rules_of(paths, mine.watchlist, local or rulebook.own.local)
    wanted = [replace(one, enabled=True) for one in found.rules if one.status != "deprecated"]
    if not wanted:
        told = next((one for one in found.findings if one.level == "error"), None)
        raise BadInput(
            told.message if told else "holds no rule that can run",
            file=told.file if told else ", ".join(map(str, paths)),
            line=told.line if told else 0,
        )
    names = [one.id for one in wanted]
    general = {one.rule for rule in wanted for one in rule.inhibited_by} - set(names)
    helping = [one for one in mine.rules if one.id in general]
    return Pack((*wanted, *helping), mine.watchlist, found.findings), names


def items_of(
    store: Store, since: datetime, until: datetime, stop: threading.Event, progress: Progress
) -> Iterator[Past]:
    """The stored items of a span in the order of time; no transaction is open between pages."""
    with store.reading() as connection:
        total = replay.count(connection, since, until)
    done, after = 0, None
    while not stop.is_set():
        progress(done, total)
        with store.reading() as connection:
            page = replay.page(connection, since, until, after)
        if not page:
            return
        yield from page
        done, after = done + len(page), replay.mark(page[-1])


def take(seen: Mapping[str, Seen], match: Match, item: Past) -> bool:
    """Note the hits of an item, and the exceptions that hid one; whether there was a hit."""
    moment = Moment(item.id, item.at, item.dated, item.official)
    for hit in match.rules:
        one = seen[hit.id]
        one.items.add(item.id)
        for group, occurrence in occurrences.of(one.rule, hit, match, item.text, moment):
            one.groups.setdefault(group, []).append(occurrence)
    for told in filter(None, map(EXCEPTION.match, match.silences)):
        if told[1] in seen:
            seen[told[1]].exceptions[told[2]] += 1
    return bool(match.rules)


def gaps_of(store: Store, since: datetime, now: datetime) -> tuple[Gap, ...]:
    """The UTC days on which nobody looked."""
    with store.reading() as connection:
        return observed.gaps(connection, since, now)


@dataclass(frozen=True, slots=True)
class Judged:
    """Alerts by rule with their group; what was hidden by a general rule; states and traces."""

    shown: Mapping[str, list[tuple[Group, Alert]]]
    hidden: Mapping[str, int]
    said: Mapping[str, Counter[str]]


def judged(seen: Mapping[str, Seen], gaps: Sequence[Gap], now: datetime) -> Judged:
    """What all occurrences together raise, and which of it a general rule hides."""
    raised = Raised()
    for one in seen.values():
        for group, found in one.groups.items():
            raised.judge(one.rule, group, found, gaps, now)
    return raised.shown({name: one.rule for name, one in seen.items()})


@dataclass(slots=True)
class Raised:
    """What is raised, a group at a time: the groups of all rules need not be there at once."""

    alerts: dict[str, list[tuple[Group, Alert]]] = field(default_factory=dict)
    said: dict[str, Counter[str]] = field(default_factory=dict)

    def judge(
        self, rule: Rule, group: Group, found: Sequence[Occurrence], gaps: Sequence[Gap],
        now: datetime,
    ) -> None:  # fmt: skip
        """All occurrences of one group of a rule."""
        verdict = windows.judge(rule.alert, found, now, gaps)
        self.alerts.setdefault(rule.id, []).extend((group, alert) for alert in verdict.alerts)
        self.said.setdefault(rule.id, Counter()).update(one.said for one in verdict.traces)

    def shown(self, rules: Mapping[str, Rule]) -> Judged:
        """Without what a general rule hides."""
        raised = {name: self.alerts.get(name, []) for name in rules}
        shown = {
            name: [
                (group, alert)
                for group, alert in alerts
                if not occurrences.hidden_by(rules[name], group, alert, raised, rules)
            ]
            for name, alerts in raised.items()
        }
        hidden = {name: len(raised[name]) - len(shown[name]) for name in raised}
        return Judged(shown, hidden, {name: self.said.get(name, Counter()) for name in rules})


def summed(
    rule: Rule,
    met: tuple[int, Counter[str]],
    told: Judged,
    asked: Asked,
    span: timedelta,
    titles: Mapping[str, str],
) -> RuleRun:
    """The line of one rule over a span of time. `met`: how many items, and its exceptions."""
    said, (hits, exceptions) = told.said[rule.id], met
    alerts = by_time(told.shown[rule.id])
    a_week = round(len(alerts) / (span / WEEK), 2)
    weeks = Counter(monday(alert.raised) for _, alert in alerts)
    groups = Counter(", ".join(_words(group)) for group, _ in alerts)
    quiet = {state: n for state, n in said.most_common() if state not in _SPOKEN}
    return RuleRun(
        rule.id, rule.title, rule.level, rule.status, rule.alert.type,
        hits=hits, alerts=len(alerts), a_week=a_week, noisy=a_week > asked.noisy,
        realerts=sum(len(alert.spoken) - 1 for _, alert in alerts), merged=said["merged"],
        excepted=exceptions.total(), inhibited=told.hidden[rule.id],
        weeks=dict(sorted(weeks.items())), groups=dict(groups.most_common(SHOWN)),
        exceptions=dict(exceptions), quiet=quiet,
        examples=tuple(_example(group, alert, titles) for group, alert in alerts[-SHOWN:]),
    )  # fmt: skip


def by_time(alerts: Sequence[tuple[Group, Alert]]) -> list[tuple[Group, Alert]]:
    """Alerts of a rule in the order in which they were raised."""
    return sorted(alerts, key=lambda pair: (pair[1].raised, pair[0]))


_SPOKEN = ("raised", "merged", "realert", "heard")


def _example(group: Group, alert: Alert, titles: Mapping[str, str]) -> Example:
    title = next((titles[name] for name in alert.items if name in titles), "")
    return Example(alert.raised, _words(group), alert.because, title, len(alert.items))


def _words(group: Group) -> tuple[str, ...]:
    return tuple(f"{name}={value or '?'}" for name, value in group)


def monday(moment: datetime) -> str:
    """The day its ISO week begins on."""
    day = moment.astimezone(UTC).date()
    return (day - timedelta(days=day.weekday())).isoformat()
