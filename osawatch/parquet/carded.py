"""From alerts to cards: what a person would have seen, one card a story. Pure.

An alert whose first story is held by an earlier one stands on that one's card, if it began within
a week of the card: the law of `upkeep.recard`, over alerts that are all known beforehand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from osawatch import decide
from osawatch.backtest import SHOWN, WEEK, CardExample, Cards, monday
from osawatch.tellings import REACH
from rules.occurrences import Group
from rules.windows import Alert

WITHIN = timedelta(seconds=REACH)


@dataclass(slots=True)
class _Card:
    """A card while alerts come. `start`: of its first alert; `raised`: when it was first seen."""

    start: datetime
    raised: datetime
    first: str
    rules: set[str] = field(default_factory=set)
    alerts: int = 0
    items: set[str] = field(default_factory=set)


def cards(
    shown: Mapping[str, Sequence[tuple[Group, Alert]]],
    rules: Sequence[str],
    topics: Sequence[int],
    hits: int,
    span: timedelta,
) -> tuple[Cards, list[str]]:
    """The cards of these rules' alerts; and the hits whose titles its examples need, in order."""
    ordered = sorted(
        (
            (alert.start, decide.alert_id(rule, group, alert.start), rule, alert)
            for rule in rules
            for group, alert in shown[rule]
        ),
        key=lambda one: one[:2],
    )
    held: dict[int, _Card] = {}  # story -> the card of the first alert that holds an item of it
    made: dict[int, _Card] = {}
    for start, _, rule, alert in ordered:
        first = topics[int(alert.items[0])]
        card = held.get(first)
        if card is None or start - card.start > WITHIN:
            card = made.setdefault(first, _Card(start, alert.raised, alert.items[0]))
        card.raised = min(card.raised, alert.raised)
        card.rules.add(rule)
        card.alerts += 1
        card.items.update(alert.items)
        for item in alert.items:
            held.setdefault(topics[int(item)], card)
    by_time = sorted(made.values(), key=lambda one: (one.raised, one.first))
    last = by_time[-SHOWN:]
    weeks = Counter(monday(one.raised) for one in by_time)
    examples = tuple(
        CardExample(one.raised, "", one.alerts, len(one.items), tuple(sorted(one.rules)))
        for one in last
    )
    a_week = round(len(by_time) / (span / WEEK), 2)
    told = Cards(hits, len(ordered), len(by_time), a_week, dict(sorted(weeks.items())), examples)
    return told, [one.first for one in last]
