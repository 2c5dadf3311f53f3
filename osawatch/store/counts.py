"""Distinct stories a day for each good x country x measure and all margins, kept as items come in.

    stories touched -> their cells before | after -> the difference, in the transaction of the items
A story counts once in each cell: on the day its first item was published that says so. So forty
papers that print one text are one story, and a late item goes to the day it was published.

Cells: "" = any; measure "-" = none named; good "*" = all topics, what was seen of the world at all.
What the desk itself says (an end that passed, a company on a list) is no news and does not count.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, product, repeat
from operator import itemgetter

from osawatch.store.rows import DAY, marks

ALL_TOPICS = "*"
NO_MEASURE = "-"
OWN = ("calendar", "watched-companies")  # the sources that the desk itself writes
_PART = 500

Cell = tuple[str, str, str]
Told = dict[Cell, int]  # the day a story first says it
Progress = Callable[[int, int], None]  # so many items of so many


class Counting:
    """What one transaction does to the counts: look before, settle after."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._before: dict[str, Told] = {}
        self._items: list[int] = []
        self._change: Counter[tuple[Cell, int]] = Counter()

    def born(self, item: int, story: str) -> None:
        """A new item that joins other stories: `touch` comes next."""
        self._before.setdefault(story, {})
        self._items.append(item)

    def alone(self, source: str, at: int, named: Iterable[tuple[str, str]]) -> None:
        """A new item that is a story of its own, as most are: what it counts for is known.

        `at` in seconds, `named` its (axis, concept) as stored. A later item may `touch` it.
        """
        if source not in OWN:
            self._change.update(zip(cells(named), repeat(at // DAY), strict=False))

    def touch(self, item: int, stories: Iterable[str]) -> None:
        """These stories are about to change, and this item will be in what becomes of them."""
        new = set(stories) - self._before.keys()
        if new:
            found = told(self._connection, new)
            self._before |= {story: found.get(story, {}) for story in new}
        self._items.append(item)

    def settle(self) -> None:
        """Write the difference."""
        after = told(self._connection, _stories(self._connection, self._items))
        change = self._change
        for cells in after.values():
            change.update(cells.items())
        for cells in self._before.values():
            change.subtract(cells.items())
        _apply(self._connection, change)


def told(connection: sqlite3.Connection, stories: Iterable[str]) -> dict[str, Told]:
    """The cells of these stories, with the first day of each."""
    found: dict[str, Told] = {}
    wanted = sorted(stories)
    for start in range(0, len(wanted), _PART):
        part = wanted[start : start + _PART]
        rows = connection.execute(
            "SELECT i.n, i.story, i.at, c.axis, c.concept FROM items i"
            f" LEFT JOIN concepts c ON c.item = i.n WHERE i.story IN ({marks(part)})"
            " AND i.source NOT IN (?, ?) ORDER BY i.n",
            (*part, *OWN),
        )
        for _, of_item in groupby(rows, key=itemgetter(0)):
            held = list(of_item)
            _, story, at, *_ = held[0]
            named = [(axis, concept) for *_, axis, concept in held if axis is not None]
            _earliest(found.setdefault(story, {}), cells(named), at // DAY)
    return found


def cells(named: Iterable[tuple[str, str]]) -> list[Cell]:
    """All cells an item counts in, by the (axis, concept) that it names."""
    axes: dict[str, list[str]] = {"good": [""], "country": [""], "measure": []}
    some = False
    for axis, concept in dict.fromkeys(named):  # a date that was mended is a second row
        axes[axis].append(concept)
        some = True
    if not some:
        return [(ALL_TOPICS, "", "")]
    measures = ["", *(axes["measure"] or [NO_MEASURE])]
    return [(ALL_TOPICS, "", ""), *product(axes["good"], axes["country"], measures)]


def rebuild(connection: sqlite3.Connection, progress: Progress = lambda _done, _total: None) -> int:
    """Count all items anew, in the transaction of the caller; the result is what was wrong."""
    fresh = count(connection, progress)
    wrong = _differing(connection, fresh)
    if not wrong:
        return 0
    connection.execute("DELETE FROM series_days")
    connection.execute("DELETE FROM series")
    numbers = {cell: n for n, cell in enumerate(sorted({cell for cell, _ in fresh}), 1)}
    connection.executemany(
        "INSERT INTO series VALUES(?, ?, ?, ?)", ((n, *cell) for cell, n in numbers.items())
    )
    connection.executemany(
        "INSERT INTO series_days VALUES(?, ?, ?)",
        sorted((numbers[cell], day, stories) for (cell, day), stories in fresh.items()),
    )
    return wrong


def differences(connection: sqlite3.Connection) -> int:
    """How many counts are not what the items say."""
    return _differing(connection, count(connection))


def count(
    connection: sqlite3.Connection, progress: Progress = lambda _done, _total: None
) -> Counter[tuple[Cell, int]]:
    """(cell, day) -> stories over all items. Reads indexes alone, never a text."""
    days, shared = _days(connection), _shared(connection)
    total = len(days)
    found: Counter[tuple[Cell, int]] = Counter()
    stories: dict[int, Told] = {}
    for done, (n, said, day) in enumerate(_said(connection, days), 1):
        if n in shared:
            _earliest(stories.setdefault(shared[n], {}), said, day)
        else:
            found.update(zip(said, repeat(day), strict=False))
        if done % 20_000 == 0:
            progress(done, total)
    for one in stories.values():
        found.update(one.items())
    progress(total, total)
    return found


def _said(
    connection: sqlite3.Connection, days: dict[int, int]
) -> Iterator[tuple[int, list[Cell], int]]:
    """Each item that counts, its cells and its day; takes them out of `days`."""
    known: dict[tuple[tuple[str, str], ...], list[Cell]] = {}
    for n, named in _named(connection):
        day = days.pop(n, None)
        if day is None:
            continue  # the desk's own
        if named not in known:
            known[named] = cells(named)
        yield n, known[named], day
    yield from ((n, cells(()), day) for n, day in days.items())  # they are a part of all topics


def _days(connection: sqlite3.Connection) -> dict[int, int]:
    """The day of each item that counts."""
    own = {n for (n,) in connection.execute("SELECT n FROM items WHERE source IN (?, ?)", OWN)}
    rows = connection.execute("SELECT n, at FROM items ORDER BY at")
    return {n: at // DAY for n, at in rows if n not in own}


def _shared(connection: sqlite3.Connection) -> dict[int, int]:
    """A number for the story of each item that is not alone in it."""
    found: dict[int, int] = {}
    last, before = "", 0
    for number, (story, n) in enumerate(
        connection.execute("SELECT story, n FROM items ORDER BY story"), 1
    ):
        if story == last:
            found[n] = found.setdefault(before, number)
        last, before = story, n
    return found


def _named(
    connection: sqlite3.Connection,
) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    rows = connection.execute("SELECT item, axis, concept FROM concepts ORDER BY item")
    for n, of_item in groupby(rows, key=itemgetter(0)):
        yield n, tuple((axis, concept) for _, axis, concept in of_item)


def _differing(connection: sqlite3.Connection, fresh: Counter[tuple[Cell, int]]) -> int:
    missing, wrong = len(fresh), 0
    for good, country, measure, day, stories in connection.execute(
        "SELECT s.good, s.country, s.measure, d.day, d.stories"
        " FROM series_days d JOIN series s ON s.n = d.series"
    ):
        truth = fresh.get(((good, country, measure), day), 0)
        missing -= truth > 0
        wrong += truth != stories
    return missing + wrong


def _earliest(into: Told, found: Iterable[Cell], day: int) -> None:
    for cell in found:
        if day < into.get(cell, day + 1):
            into[cell] = day


def _stories(connection: sqlite3.Connection, numbers: list[int]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(numbers), _PART):
        part = numbers[start : start + _PART]
        rows = connection.execute(f"SELECT story FROM items WHERE n IN ({marks(part)})", part)
        found |= {row[0] for row in rows}
    return found


def _apply(connection: sqlite3.Connection, change: Counter[tuple[Cell, int]]) -> None:
    moved = [(*cell, day, by) for (cell, day), by in change.items() if by]
    connection.executemany(
        "INSERT INTO series(good, country, measure) VALUES(?, ?, ?) ON CONFLICT DO NOTHING",
        {one[:3] for one in moved},
    )
    connection.executemany(
        "INSERT INTO series_days SELECT n, ?4, ?5 FROM series"
        " WHERE good = ?1 AND country = ?2 AND measure = ?3"
        " ON CONFLICT(series, day) DO UPDATE SET stories = stories + excluded.stories",
        moved,
    )
    if any(one[-1] < 0 for one in moved):
        connection.executemany(
            "DELETE FROM series_days WHERE day = ?4 AND stories = 0 AND series = (SELECT n"
            " FROM series WHERE good = ?1 AND country = ?2 AND measure = ?3)",
            [one[:4] for one in moved if one[-1] < 0],
        )
