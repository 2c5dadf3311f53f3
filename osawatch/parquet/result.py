"""From what was kept of each partition to the report: one pass after another, in bounded memory.

    1 together.counted   near-copies over the edges, stories a day
    2 together.topics    the story of each hit
    3 drawer by drawer   occurrences by rule and group -> windows.judge -> inhibition
    4 carded, unusual    cards and bursts; titles of the examples alone are read again
The order of all of it is that of time, so that the result does not tell where it was computed.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise
from pathlib import Path

from osawatch import sealed, stories
from osawatch.backtest import (
    SHOWN,
    WEEK,
    Asked,
    Bursts,
    Cards,
    Judged,
    Raised,
    Report,
    by_time,
    summed,
)
from osawatch.parquet import carded, partial, together, unusual
from osawatch.parquet.model import Index, Partition
from osawatch.parquet.partial import Head, Partial
from rules.counting import Gap, Occurrence
from rules.load import Pack
from rules.occurrences import Group
from rules.rule import Rule

GoesOn = Callable[[int, int], bool]
DRAWER = 500_000  # occurrences that are judged at once: some 250 MB
FEW_DAYS = "few-days"
OVERLAP = "overlap"  # of files in time: their items are not one line
STOPPED = "stopped"
LISTS = "lists"  # names of sanctions lists are in no archive: such a rule is deaf


def report(
    index: Index, done: Sequence[tuple[Partition, Path]], pack: Pack, names: Sequence[str],
    asked: Asked, goes_on: GoesOn = lambda _done, _all: True,
) -> Report:  # fmt: skip
    """What these rules would have raised. `done`: partitions of the index and where they are kept.

    `goes_on` is told how many items that met a rule are in their stories, of so many.
    `names`: the rules that were asked for; the others of the pack may hide their alerts.
    """
    kept = [path for _, path in done]
    heads = [one.head for one in _read(kept)]
    rules = {rule.id: rule for rule in pack.rules}
    first = min(one.first for one in index.partitions)
    until = max(one.last for one in index.partitions)
    span = max(until - max(asked.since, first), WEEK)
    judged = _judged(kept, heads, rules, _gaps(index, asked.since, until), until)
    told = _stories(index, done, judged, names, span, (sum(one.hits for one in heads), goes_on))
    titles = _titles(kept, {*told.wanted, *_examples(judged, names)})
    runs = tuple(
        summed(rules[name], _met(heads, name), judged, asked, span, titles) for name in names
    )
    untold = told.untold | {name: LISTS for name in names if _needs_lists(rules[name])}
    return Report(
        asked.since, until, sum(one.items for one in heads), runs, pack.findings,
        complete=len(done) == len(index.partitions) and STOPPED not in untold.values(),
        cards=_titled(told, titles), bursts=told.bursts, untold=untold,
    )  # fmt: skip


def _read(kept: Sequence[Path]) -> Iterator[Partial]:
    return (partial.load(sealed.read_text(path)) for path in kept)


# -- alerts


def _judged(
    kept: Sequence[Path],
    heads: Sequence[Head],
    rules: Mapping[str, Rule],
    gaps: Sequence[Gap],
    until: datetime,
) -> Judged:
    """All occurrences, a drawer at a time; hits are numbered through."""
    raised = Raised()
    firsts = list(accumulate((one.hits for one in heads), initial=0))
    drawers = max(1, -(-sum(one.occurrences for one in heads) // DRAWER))
    for drawer in range(drawers):
        found: dict[tuple[str, Group], list[Occurrence]] = {}
        for number, one in enumerate(_read(kept)):
            for rule, group, seen in one.groups(drawer, drawers, firsts[number]):
                found.setdefault((rule, group), []).extend(seen)
        for (rule, group), seen in sorted(found.items(), key=lambda pair: pair[0]):
            raised.judge(rules[rule], group, seen, gaps, until)
    return raised.shown(rules)


def _met(heads: Sequence[Head], rule: str) -> tuple[int, Counter[str]]:
    exceptions = Counter[str]()
    for one in heads:
        exceptions.update(one.exceptions.get(rule, {}))
    return sum(one.met[rule] for one in heads), exceptions


def _needs_lists(rule: Rule) -> bool:
    return any(one.kind == "sanctions" for one in rule.selections)


# -- stories


@dataclass(frozen=True, slots=True)
class _Told:
    """Cards, the hits whose titles their examples need, bursts, and what is missing and why."""

    cards: Cards | None = None
    wanted: Sequence[str] = ()
    bursts: Bursts | None = None
    untold: dict[str, str] = field(default_factory=dict)


def _stories(
    index: Index,
    done: Sequence[tuple[Partition, Path]],
    judged: Judged,
    names: Sequence[str],
    span: timedelta,
    heard: tuple[int, GoesOn],
) -> _Told:
    parts, kept = [part for part, _ in done], [path for _, path in done]
    if any(then.first < one.last for one, then in pairwise(parts)):
        return _Told(untold={"cards": OVERLAP, "bursts": OVERLAP})
    counted = together.counted(_read(kept), _reaches(parts))
    hits, goes_on = heard
    topics = together.topics(_read(kept), counted.copies, lambda done: goes_on(done, hits))
    if len(topics) < hits:
        return _Told(untold={"cards": STOPPED, "bursts": STOPPED})
    cards, wanted = carded.cards(judged.shown, names, topics, hits, span)
    bursts = unusual.found(counted.days, index, _read(kept), span)
    return _Told(cards, wanted, bursts, {} if bursts else {"bursts": FEW_DAYS})


def _reaches(parts: Sequence[Partition]) -> list[int]:
    """For each partition the first one that holds something of the week before it."""
    return [
        next(n for n, one in enumerate(parts) if one.last >= part.first - stories.REACH)
        for part in parts
    ]


# -- examples


def _examples(judged: Judged, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        for _, alert in by_time(judged.shown[name])[-SHOWN:]:
            yield alert.items[0]


def _titled(told: _Told, titles: Mapping[str, str]) -> Cards | None:
    if told.cards is None:
        return None
    pairs = zip(told.cards.examples, told.wanted, strict=True)
    return replace(
        told.cards, examples=tuple(replace(one, title=titles[hit]) for one, hit in pairs)
    )


def _titles(kept: Sequence[Path], wanted: Collection[str]) -> dict[str, str]:
    """The titles of hits, by their name among all."""
    found, left, first = {}, deque(sorted(map(int, wanted))), 0
    for one in _read(kept):
        end = first + one.head.hits
        if left and left[0] < end:
            for number, hit in enumerate(one.hits(), first):
                if left and number == left[0]:
                    found[partial.name(left.popleft())] = hit.title
        first = end
    return found


# -- days nobody looked on


def _gaps(index: Index, since: datetime, until: datetime) -> tuple[Gap, ...]:
    """The UTC days of the archive on which nobody looked."""
    if index.days is None:
        return ()
    first = max(since, min((one.first for one in index.partitions), default=since))
    day = first.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    found = []
    while day < until:
        if day.date().isoformat() not in index.days:
            found.append(Gap(day, min(day + timedelta(days=1), until)))
        day += timedelta(days=1)
    return tuple(found)
