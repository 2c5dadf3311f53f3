"""Tests over time: items replayed through matcher and windows, with a clock of the test's own.

items {at, every, times} -> texts at times -> Matcher.match -> occurrences a group
  -> windows.judge -> alerts, less those that another rule hides -> counts and reasons
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from rules import occurrences, windows
from rules.counting import Gap, Occurrence
from rules.load import Pack
from rules.matcher import Matcher
from rules.model import Match, Text
from rules.occurrences import Group, Moment
from rules.rule import Rule, RuleTest, TimedItem
from rules.windows import Alert, Judgement

START = datetime(2026, 1, 5, tzinfo=UTC)  # of every test's clock: a Monday
MOST_ITEMS = 20_000  # of one test


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule made of items over time: alerts a group, hidden ones, and every reason given."""

    alerts: tuple[tuple[Group, Alert], ...]
    hidden: tuple[tuple[Group, Alert], ...]
    reasons: frozenset[str]

    @property
    def items(self) -> int:
        """Items on alerts, each once."""
        return len({item for _, alert in self.alerts for item in alert.items})

    @property
    def realerts(self) -> int:
        """How often an open alert spoke again."""
        return sum(len(alert.spoken) - 1 for _, alert in self.alerts)


@dataclass(slots=True)
class Replay:
    """A matcher and its pack; texts that were read once are remembered."""

    matcher: Matcher
    pack: Pack
    _rules: Mapping[str, Rule] = field(init=False)
    _read: dict[tuple[Text, date | None], Match] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._rules = {
            rule.id: rule
            for rule in self.pack.rules
            if rule.enabled and rule.status != "deprecated"
        }

    def mistakes(self, rule: Rule, test: RuleTest) -> list[str]:
        """What went otherwise than a test expects."""
        if sum(item.times for item in test.items) > MOST_ITEMS:
            return [f"more than {MOST_ITEMS} items: make the test smaller"]
        found = self.outcome(rule, test)
        counts = (
            ("alerts", test.alerts, len(found.alerts)),
            ("items", test.item_count, found.items),
            ("realerts", test.realerts, found.realerts),
        )
        wrong = [
            f"expected {wanted} {name}, but there are {got}{_said(found)}"
            for name, wanted, got in counts
            if wanted is not None and wanted != got
        ]
        if test.because and test.because not in found.reasons:
            wrong.append(f"expected «{test.because}», but the reasons are{_said(found)}")
        return wrong

    def outcome(self, rule: Rule, test: RuleTest) -> Outcome:
        """The alerts that the items of a test make."""
        items = list(expanded(test.items))
        last = max((at for at, _ in items), default=START)
        until = START + test.until if test.until is not None else last
        gaps = tuple(Gap(START + one.at, START + one.at + one.duration) for one in test.outages)
        reasons: set[str] = set()
        general = {
            one.rule: self._judged(self._rules[one.rule], items, until, gaps, set())
            for one in rule.inhibited_by
            if one.rule in self._rules
        }
        found = self._judged(rule, items, until, gaps, reasons)
        shown: list[tuple[Group, Alert]] = []
        hidden: list[tuple[Group, Alert]] = []
        for group, alert in found:
            over = occurrences.hidden_by(rule, group, alert, general, self._rules)
            (hidden if over else shown).append((group, alert))
            reasons |= {"inhibited", over} if over else set()
        return Outcome(tuple(shown), tuple(hidden), frozenset(reasons - {"", "heard"}))

    def _judged(
        self,
        rule: Rule,
        items: list[tuple[datetime, Text]],
        until: datetime,
        gaps: tuple[Gap, ...],
        reasons: set[str],
    ) -> list[tuple[Group, Alert]]:
        found: list[tuple[Group, Alert]] = []
        for group, seen in self._groups(rule, items, reasons).items():
            judged: Judgement = windows.judge(rule.alert, seen, until, gaps)
            reasons |= {judged.state, *(one.said for one in judged.traces)}
            found += [(group, alert) for alert in judged.alerts]
        return found

    def _groups(
        self, rule: Rule, items: list[tuple[datetime, Text]], reasons: set[str]
    ) -> dict[Group, list[Occurrence]]:
        groups: dict[Group, list[Occurrence]] = {}
        for number, (at, text) in enumerate(items):
            match = self._match(text)
            hit = next((one for one in match.rules if one.id == rule.id), None)
            if hit is None:
                reasons |= self._silence(rule, text)
                continue
            when = Moment(f"{number:05}", at)
            for group, one in occurrences.of(rule, hit, match, text, when):
                groups.setdefault(group, []).append(one)
        return groups

    def _match(self, text: Text) -> Match:
        day = text.published and text.published.date()  # as far as exceptions look
        key = (replace(text, published=None), day)
        if key not in self._read:
            self._read[key] = self.matcher.match(text)
        return self._read[key]

    def _silence(self, rule: Rule, text: Text) -> set[str]:
        told = self.matcher.explain(rule.id, text)
        return {told.outcome, *(part.removeprefix("not ") for part in told.missing)}


def expanded(items: Iterable[TimedItem]) -> Iterator[tuple[datetime, Text]]:
    """Each repetition at its time; `{n}` in its words counts from 1."""
    for item in items:
        for number in range(item.times):
            at = START + item.at + number * (item.every or timedelta())
            yield at, _numbered(item.text, number + 1, at)


def _numbered(text: Text, number: int, at: datetime) -> Text:
    words = {
        name: getattr(text, name).replace("{n}", str(number))
        for name in ("title", "summary", "source", "publisher", "url")
    }
    return replace(text, published=text.published or at, **words)


def _said(found: Outcome) -> str:
    told = [
        f"{alert.because or 'raised'} after {alert.raised - START}" for _, alert in found.alerts
    ]
    reasons = ", ".join(sorted(found.reasons))
    return f": {'; '.join(told)} ({reasons})" if told else f": {reasons or 'none'}"
