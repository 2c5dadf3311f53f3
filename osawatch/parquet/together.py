"""All partitions together: stories, in the order of time, from what was kept of each.

    S, D lines -> near-copies over the edges of partitions -> stories a day by pair
    H lines    -> tellings.Line, a week at a time, as at the desk -> the story of each hit
Partitions are read one after another; what stays is counts by pair and day, four bytes a hit, and
the stories of a week.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from osawatch import tellings
from osawatch.parquet.partial import Hit, Open, Pair, Partial, Told
from osawatch.stages import Telling

Read = Callable[[], Iterator[Partial]]  # all partitions in the order of time, each time anew
Days = dict[int, dict[Pair, int]]  # day -> stories by pair
AHEAD = 2000  # hits between two looks at what can be forgotten


@dataclass(slots=True)
class _Story:
    """A story at the edge of partitions; `into` is set when it turned out to be an earlier one."""

    at: int
    id: str
    told: Told
    last: int  # partition
    into: _Story | None = None

    def root(self) -> _Story:
        one = self
        while one.into is not None:
            one = one.into
        return one


@dataclass(frozen=True, slots=True)
class Counted:
    """Stories a day by pair, and near-copies whose first one lies in another partition."""

    days: Days
    copies: Mapping[str, str]


@dataclass(slots=True)
class _Edges:
    days: Days = field(default_factory=dict)
    live: dict[str, _Story] = field(default_factory=dict)  # an item that may be copied -> story
    joined: dict[str, _Story] = field(default_factory=dict)
    standing: dict[str, _Story] = field(default_factory=dict)

    def take(self, number: int, one: Partial) -> None:
        """The next partition."""
        for day, told in one.closed():
            for key, stories in told.items():
                good, _, land = key.partition(" ")
                self._add(day, (good, land), stories)
        for found in one.open():
            self._open(number, found)

    def _open(self, number: int, one: Open) -> None:
        told = {(good, land): day for good, land, day in one.told}
        story = _Story(one.at, one.id, told, number)
        self.standing[one.id] = story
        for name in one.before:
            if name in self.live:  # else its partition was left out by a run that was stopped
                story = self._join(story, self.live[name].root())
        story.last = number
        for name in one.after:
            self.live[name] = story

    def _join(self, one: _Story, other: _Story) -> _Story:
        if one is other:
            return one
        first, then = sorted((one, other), key=lambda story: (story.at, story.id))
        then.into = first
        for pair, day in then.told.items():
            first.told[pair] = min(day, first.told.get(pair, day))
        then.told = {}
        self.joined[then.id] = then
        return first

    def close(self, before: int) -> None:
        """Count the stories that no partition from now on can add to: the last is before it."""
        for name, story in list(self.standing.items()):
            if story.root().last < before:
                del self.standing[name]
                for pair, day in story.told.items():
                    self._add(day, pair, 1)
        self.live = {name: one for name, one in self.live.items() if one.root().last >= before}

    def _add(self, day: int, pair: Pair, stories: int) -> None:
        counted = self.days.setdefault(day, {})
        counted[pair] = counted.get(pair, 0) + stories


def counted(partials: Iterable[Partial], reaches: Sequence[int]) -> Counted:
    """Stories a day. `reaches`: the first partition before each that lies within a week of it."""
    edges = _Edges()
    for number, one in enumerate(partials):
        edges.close(reaches[number])
        edges.take(number, one)
    edges.close(len(reaches))
    return Counted(edges.days, {name: one.root().id for name, one in edges.joined.items()})


def topics(
    partials: Iterable[Partial],
    copies: Mapping[str, str],
    goes_on: Callable[[int], bool] = lambda _done: True,
) -> array[int]:
    """The story of each hit, in whatever words, as the number of its first hit.

    `goes_on` is asked now and then, with how many there are so far; short when it says no.
    """
    line = tellings.Line()
    found = array("I")
    numbers: dict[str, tuple[int, int]] = {}  # story -> its number, its last time
    for number, hit in enumerate(one for part in partials for one in part.hits()):
        topic = line.place(_telling(hit, copies))
        first, _ = numbers.get(topic, (number, 0))
        numbers[topic] = (first, hit.at)
        found.append(first)
        if number % AHEAD == 0:
            if not goes_on(number):
                break
            over = hit.at - tellings.REACH
            numbers = {name: one for name, one in numbers.items() if one[1] >= over}
    return found


def _telling(hit: Hit, copies: Mapping[str, str]) -> Telling:
    return Telling(
        0, hit.id, hit.at, copies.get(hit.copies, hit.copies), hit.title, hit.text,
        hit.language[:2], frozenset(hit.goods), frozenset(hit.acting), frozenset(hit.named),
        frozenset(hit.measures), hit.ended, hit.act,
    )  # fmt: skip
