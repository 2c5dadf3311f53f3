"""All items: what was seen, what became of each, and an alert raised by hand where no rule did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from osawatch.model import Changes, Person
from osawatch.rulebook import Rulebook
from osawatch.seen import ItemRow, Nearly, RuleVerdict, Seen, SeenFilter
from osawatch.store import listing
from osawatch.store.database import Store

Told = TypeVar("Told", Nearly, RuleVerdict)


@dataclass(slots=True)
class Archive:
    """The items of one profile."""

    store: Store
    rules: Rulebook
    person: Callable[[], Person]
    clock: Callable[[], datetime]
    announce: Callable[[Changes], Changes]
    language: Callable[[], str]

    def ids(self, wanted: SeenFilter) -> list[int]:
        """The numbers of the items a filter lets through, newest first."""
        with self.store.reading() as connection:
            return listing.ids(connection, wanted)

    def sources(self) -> list[tuple[str, str]]:
        """(id, title) of each source that has items."""
        with self.store.reading() as connection:
            return listing.sources(connection)

    def page(self, numbers: Sequence[int]) -> list[ItemRow]:
        """A page of items; those that are gone are left out."""
        with self.store.reading() as connection:
            return listing.page(connection, numbers)

    def item(self, n: int) -> Seen | None:
        """An item with what became of it; what rules nearly fired is for `nearly` to say."""
        with self.store.reading() as connection:
            rows = listing.page(connection, [n])
            return Seen(rows[0], self._named(listing.verdicts(connection, n))) if rows else None

    def numbered(self, item: str) -> int | None:
        """The number of the item with this id, None = there is none."""
        with self.store.reading() as connection:
            return listing.number(connection, item)

    def nearly(self, n: int) -> list[Nearly]:
        """The rules that did not fire on an item for want of one thing."""
        with self.store.reading() as connection:
            texts = [listing.text(connection, row) for row in listing.page(connection, [n])]
        return list(self._named(self.rules.nearly(texts[0]))) if texts else []

    def raise_by_hand(self, n: int, level: str, why: str) -> Changes:
        """An alert from an item in which no rule saw one."""
        from osawatch import byhand  # the pipeline is not needed to open a window

        rater, now = self.rules.rater, self.clock()
        return self.announce(byhand.raise_one(self.store, rater, self.person(), n, level, why, now))

    def _named(self, found: Iterable[Told]) -> tuple[Told, ...]:
        """The same, each rule by its title in the language of the settings."""
        said = self.rules.said(self.language())
        return tuple(
            replace(one, title=said[one.rule][0]) if one.rule in said else one for one in found
        )
