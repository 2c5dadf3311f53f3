"""Near-copies within a stretch of an archive: the search of `store.copies`, in memory. Pure.

    items in the order of time -> their sketches of the last week -> those that share a hash
      -> stories.near_copy -> the item joins their stories
What lies more than `stories.REACH` back is forgotten, so that memory holds a week and no more.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from osawatch import stories
from osawatch.store.copies import CROWD, LETTERS, MOST


@dataclass(frozen=True, slots=True)
class _Kept:
    at: datetime
    source: str
    title: str
    summary: str
    hashes: tuple[int, ...]


class Copies:
    """The items of a week by the hashes of their sketches; moves forward only."""

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}
        self._with: dict[int, deque[int]] = {}  # hash -> items, oldest first
        self._oldest = self._next = 0

    def add(self, at: datetime, source: str, title: str, summary: str) -> list[int]:
        """The numbers of the earlier items that this one copies; it gets the next number."""
        self._forget(at)
        text = summary[:LETTERS]
        mine = stories.sketch(title, text)
        twins = [n for n in self._candidates(mine.hashes, source) if self._copy(n, mine, source)]
        self._keep(_Kept(at, source, title, text, mine.hashes))
        return twins

    def know(self, at: datetime, source: str, title: str, summary: str) -> None:
        """An item of before, whose own story is told elsewhere."""
        text = summary[:LETTERS]
        self._keep(_Kept(at, source, title, text, stories.sketch(title, text).hashes))

    def _keep(self, one: _Kept) -> None:
        self._kept[self._next] = one
        for key in one.hashes:
            self._with.setdefault(key, deque()).append(self._next)
        self._next += 1

    def _copy(self, number: int, mine: stories.Sketch, source: str) -> bool:
        other = self._kept[number]
        theirs = stories.sketch(other.title, other.summary)
        return stories.near_copy(mine, theirs, same_source=other.source == source)

    def _candidates(self, hashes: Sequence[int], source: str) -> list[int]:
        """Those that share most hashes; where a hash stands for a crowd, the nearest in time."""
        found = [(key, self._with[key]) for key in hashes if key in self._with]
        if not found:
            return []  # as for most texts
        shared: Counter[int] = Counter()
        crowd = sum(len(numbers) for _, numbers in found) >= CROWD
        by_title = {n for key, numbers in found if key < 0 for n in numbers}
        for key, numbers in found:
            if crowd:
                shared.update(self._nearest(key, numbers, source))
            else:
                shared.update(n for n in numbers if n in by_title or self._kept[n].source != source)
        return sorted(shared, key=lambda n: (-shared[n], n))[:MOST]

    def _nearest(self, key: int, numbers: deque[int], source: str) -> list[int]:
        found: list[int] = []
        for looked, n in enumerate(reversed(numbers)):
            if looked >= 5 * CROWD or len(found) >= CROWD // 2:
                break
            if key < 0 or self._kept[n].source != source:
                found.append(n)
        return found

    def _forget(self, now: datetime) -> None:
        while self._oldest < self._next and self._kept[self._oldest].at < now - stories.REACH:
            gone = self._kept.pop(self._oldest)
            for key in gone.hashes:
                numbers = self._with[key]
                numbers.popleft()
                if not numbers:
                    del self._with[key]
            self._oldest += 1
