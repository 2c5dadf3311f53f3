"""What one partition brought to the rules: small, as text, so that it can travel and be kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from osawatch.backtest import Seen, take
from osawatch.store.replay import Past
from rules.counting import Occurrence
from rules.load import Pack
from rules.matcher import Matcher
from rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Partial:
    """The hits of a partition by rule, with the titles of the items hit."""

    items: int
    seen: Mapping[str, Seen]
    titles: Mapping[str, str]


def scan(pack: Pack, matcher: Matcher, found: Iterable[Past]) -> Partial:
    """Match the items of a partition."""
    seen = {rule.id: Seen(rule) for rule in pack.rules}
    titles: dict[str, str] = {}
    done = 0
    for item in found:
        done += 1
        if take(seen, matcher.match(item.text), item):
            titles[item.id] = item.text.title
    return Partial(done, seen, titles)


def dump(one: Partial) -> str:
    """As text; equal partials are equal texts."""
    rules = {
        name: {
            "items": sorted(seen.items),
            "exceptions": dict(sorted(seen.exceptions.items())),
            "groups": [
                [[list(pair) for pair in group], [_told(hit) for hit in hits]]
                for group, hits in sorted(seen.groups.items())
            ],
        }
        for name, seen in sorted(one.seen.items())
        if seen.items or seen.exceptions
    }
    said = {"items": one.items, "rules": rules, "titles": dict(sorted(one.titles.items()))}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def load(text: str, rules: Mapping[str, Rule]) -> Partial:
    """From text; ValueError, KeyError or TypeError when it is none."""
    said = json.loads(text)
    seen = {name: Seen(rule) for name, rule in rules.items()}
    for name, told in said["rules"].items():
        groups = {
            tuple((str(key), str(value)) for key, value in group): [_hit(hit) for hit in hits]
            for group, hits in told["groups"]
        }
        seen[name] = Seen(rules[name], groups, set(told["items"]), Counter(told["exceptions"]))
    return Partial(int(said["items"]), seen, said["titles"])


@dataclass(slots=True)
class Sum:
    """All partitions together, in any order."""

    seen: dict[str, Seen]
    titles: dict[str, str] = field(default_factory=dict)
    items: int = 0

    def add(self, one: Partial) -> None:
        """One partition more."""
        self.items += one.items
        self.titles |= one.titles
        for name, other in one.seen.items():
            mine = self.seen[name]
            mine.items |= other.items
            mine.exceptions.update(other.exceptions)
            for group, hits in other.groups.items():
                mine.groups.setdefault(group, []).extend(hits)

    def settle(self) -> None:
        """Occurrences by time: the order in which partitions came must not show."""
        for seen in self.seen.values():
            seen.groups = {
                group: sorted(hits, key=lambda hit: (hit.at, hit.item))
                for group, hits in sorted(seen.groups.items())
            }


def _told(one: Occurrence) -> list[Any]:
    return [
        one.at.isoformat(), one.item, one.publisher, one.kind, one.level, list(one.values),
        one.dated,
    ]  # fmt: skip


def _hit(row: list[Any]) -> Occurrence:
    at, item, publisher, kind, level, values, dated = row
    return Occurrence(
        datetime.fromisoformat(at), item, publisher, kind, level, tuple(values), bool(dated)
    )
