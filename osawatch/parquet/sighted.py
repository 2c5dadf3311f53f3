"""The items of one partition as news: which are copies, and what stories tell of on which day."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from osawatch.parquet import partial
from osawatch.parquet.copying import Copies
from osawatch.parquet.partial import Open, Pair, Told
from osawatch.store.counts import ALL_TOPICS, OWN, cells
from osawatch.store.items import concepts
from osawatch.store.replay import Past
from osawatch.store.rows import DAY, seconds
from rules.model import Match

Pairs = tuple[Pair, ...]
BARE: Pairs = ((ALL_TOPICS, ""),)  # what an item counts for that names nothing of ours


@dataclass(slots=True)
class Seen:
    """The items by their numbers, which are in the order of time; a story is its first item."""

    ids: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    copies: Copies = field(default_factory=Copies)
    earlier: list[str] = field(default_factory=list)  # the week before
    first: list[int] = field(default_factory=list)  # a story of each item: follow it to its root
    pairs: list[Pairs] = field(default_factory=list)
    joined: dict[int, set[str]] = field(default_factory=dict)  # item -> those it copies of before
    told_by: dict[tuple[int, Pairs, str], str] = field(default_factory=dict)
    known: dict[tuple[tuple[str, str], ...], Pairs] = field(default_factory=dict)

    def look_back(self, item: Past) -> None:
        """An item of a partition before."""
        self.copies.know(item.at, item.text.source, item.text.title, item.text.summary)
        self.earlier.append(item.id)

    def take(self, item: Past, match: Match) -> int:
        """The next item; its number."""
        number, text = len(self.ids), item.text
        twins = self.copies.add(item.at, text.source, text.title, text.summary)
        self.ids.append(item.id)
        self.at.append(seconds(item.at))
        self.first.append(number)
        self.pairs.append(() if text.source in OWN else self._pairs(match))
        for twin in twins:
            if twin < len(self.earlier):
                self.joined.setdefault(number, set()).add(self.earlier[twin])
            else:
                self._join(number, twin - len(self.earlier))
        if len(self.pairs[number]) > 1:
            key = (self.at[number] // DAY, self.pairs[number], text.publisher)
            self.told_by.setdefault(key, text.title)
        return number

    def root(self, number: int) -> int:
        """The first item of a story."""
        while self.first[number] != number:
            self.first[number] = self.first[self.first[number]]
            number = self.first[number]
        return number

    def _join(self, one: int, other: int) -> None:
        mine, theirs = self.root(one), self.root(other)
        self.first[max(mine, theirs)] = min(mine, theirs)

    def _pairs(self, match: Match) -> Pairs:
        """What an item counts for: all that it names, with its margins."""
        if not (match.goods or match.measures):
            return BARE
        named = tuple(concepts(match))
        if named not in self.known:
            found = (cell[:2] for cell in cells(named) if not cell[2])
            self.known[named] = tuple(dict.fromkeys(found))
        return self.known[named]

    def stories(self, edge: int) -> Iterator[str]:
        """Stories a day, and one by one those at an edge: with an item since `edge`, or joined."""
        roots = [self.root(number) for number in range(len(self.ids))]
        after: dict[int, list[str]] = {}
        before: dict[int, set[str]] = {}
        for number in range(bisect_left(self.at, edge), len(self.ids)):
            after.setdefault(roots[number], []).append(self.ids[number])
        for number, found in self.joined.items():
            before.setdefault(roots[number], set()).update(found)
        told = self._told(roots)
        at_edge = {*after, *before}
        yield from self._by_day(one for root, one in told.items() if root not in at_edge)
        for root in sorted(at_edge):
            said = Open(
                self.ids[root], self.at[root], sorted(before.get(root, ())), after.get(root, []),
                sorted((*pair, day) for pair, day in told[root].items()),
            )  # fmt: skip
            yield partial.line("S", said)

    def _told(self, roots: Sequence[int]) -> dict[int, Told]:
        """The pairs of each story with the day that it first says them; items are in order."""
        told: dict[int, Told] = {}
        for number, root in enumerate(roots):
            into, day = told.setdefault(root, {}), self.at[number] // DAY
            for pair in self.pairs[number]:
                into.setdefault(pair, day)
        return told

    def _by_day(self, stories: Iterable[Told]) -> Iterator[str]:
        days: dict[int, Counter[str]] = {}
        for told in stories:
            for pair, day in told.items():
                days.setdefault(day, Counter())[" ".join(pair)] += 1
        for day, counted in sorted(days.items()):
            yield partial.line("D", [day, dict(sorted(counted.items()))])

    def tellers(self) -> Iterator[str]:
        """Who told of which pairs on a day."""
        for (day, pairs, publisher), title in sorted(self.told_by.items()):
            found = [list(pair) for pair in pairs if pair[0] != ALL_TOPICS and any(pair)]
            yield partial.line("P", [day, found, publisher, title])
