"""One partition through the rules: what is worked out where the partition lies.

    items | Matcher.match -> occurrences by rule and group
          | copying.Copies -> stories of near-copies, with a week of the partitions before
          | pairs of good and country -> stories a day
      -> partial.dump
Stories told in other words need all hits in the order of time: osawatch.parquet.together.
"""

from __future__ import annotations

import gc
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from osawatch import stories
from osawatch.decide import EXCEPTION
from osawatch.parquet import partial
from osawatch.parquet.partial import Head, Hit
from osawatch.parquet.sighted import Seen
from osawatch.retelling import act_of
from osawatch.stages import Telling
from osawatch.store.replay import Past
from osawatch.store.rows import seconds
from osawatch.store.tellings import LETTERS
from osawatch.tellings import first_paragraph, telling
from rules import occurrences
from rules.counting import Occurrence
from rules.load import Pack
from rules.matcher import Matcher
from rules.model import Match
from rules.occurrences import Group, Moment
from rules.rule import Rule


@contextmanager
def settled() -> Iterator[None]:
    """Keep the collector off what stays: among a matcher's objects it took half of the time."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def scan(
    pack: Pack, matcher: Matcher, before: Iterable[Past], found: Iterable[Past], last: datetime
) -> str:
    """The text of a partition. `before`: the week before it; `last`: the time of its last item."""
    met, seen = _Met({rule.id: rule for rule in pack.rules}), Seen()
    for item in before:
        seen.look_back(item)
    for item in found:
        match = matcher.match(item.text)
        number = seen.take(item, match)
        if match.rules or match.silences:
            met.take(number, item, match)
    head = met.head
    head.items = len(seen.ids)
    told = seen.stories(seconds(last - stories.REACH))
    return partial.dump(head, [*told, *met.hits(seen), *seen.tellers(), *met.groups()])


@dataclass(slots=True)
class _Met:
    """What the rules met."""

    rules: dict[str, Rule]
    head: Head = field(default_factory=Head)
    found: list[tuple[int, Telling]] = field(default_factory=list)
    by_group: dict[tuple[str, Group], list[tuple[int, Occurrence]]] = field(default_factory=dict)

    def take(self, number: int, item: Past, match: Match) -> None:
        """Note the hits of an item, and the exceptions that hid one."""
        for told in filter(None, map(EXCEPTION.match, match.silences)):
            self.head.exceptions.setdefault(told[1], Counter())[told[2]] += 1
        if not match.rules:
            return
        moment = Moment(item.id, item.at, item.dated, item.official)
        for hit in match.rules:
            self.head.met[hit.id] += 1
            for group, one in occurrences.of(self.rules[hit.id], hit, match, item.text, moment):
                self.by_group.setdefault((hit.id, group), []).append((self.head.hits, one))
                self.head.occurrences += 1
        self.head.hits += 1
        text = (item.text.title, item.text.summary[:LETTERS], item.text.language)
        one_act = act_of(item.text.title)
        self.found.append(
            (number, telling(number, item.id, seconds(item.at), "", text, match, one_act))
        )

    def hits(self, seen: Seen) -> Iterator[str]:
        """The items that met a rule, as stories are told from them."""
        for number, one in self.found:
            said = Hit(
                one.at, one.id, one.title, first_paragraph(one.text), one.language,
                seen.ids[seen.root(number)], sorted(one.goods), sorted(one.acting),
                sorted(one.named), sorted(one.measures), one.ended, one.act,
            )  # fmt: skip
            yield partial.line("H", said)

    def groups(self) -> Iterator[str]:
        """Occurrences by rule and group."""
        for (rule, group), found in sorted(self.by_group.items(), key=lambda one: one[0]):
            key = [list(pair) for pair in group]
            drawer = zlib.crc32(f"{rule} {key}".encode())
            said = [rule, key, [partial.told(number, one) for number, one in found]]
            yield partial.line(f"G{drawer:08x}", said)
