"""Names that are new on a list, looked for in items that were here before it.

    an update of a list -> records that came, or got another name -> a round, waiting
    poll, or `sanctions older --go` -> stored items of the last days, a page at a time
      -> names of all kept lists, of which those of the round count -> findings
      -> rules that speak now and did not before -> alerts, by the same way as of new items
      -> ONE transaction a page: findings, alerts, how far the round is

So it can be stopped at any page, and goes on from there. What is found says after which list.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from osawatch import intake, lock
from osawatch.alerting import Raised, Stored, raise_alerts
from osawatch.errors import UnknownId
from osawatch.hits import NewCheck
from osawatch.house import House
from osawatch.lists import news
from osawatch.lists.diff import ListDiff
from osawatch.model import Changes
from osawatch.naming import spotting
from osawatch.overtime import standing
from osawatch.store import named, replay, rounds
from osawatch.store.database import Connection
from osawatch.store.replay import Past
from osawatch.store.rounds import Round, State
from rules.model import Match

if TYPE_CHECKING:
    from osawatch.naming.book import Edition

Progress = Callable[[int, int, str], None]
"""Items looked at, items in all, the list."""


@dataclass(frozen=True, slots=True)
class Met:
    """An item that names something new: its findings, and what rules say that did not before."""

    item: Past
    check: NewCheck
    match: Match | None


@dataclass(frozen=True, slots=True)
class Older:
    """The use cases of one profile."""

    house: House

    def rounds(self, state: str = "") -> list[Round]:
        """The rounds in this state, "" = any, oldest first."""
        with self.house.store.reading() as connection:
            return rounds.every(connection, state)

    def run(self, progress: Progress | None = None, cancel: threading.Event | None = None) -> None:
        """Carry on with what waits. Raises `Busy` when another program polls this profile."""
        if not self.rounds("waiting"):
            return
        with lock.held(self.house.profile.lock):
            for one in self.rounds("waiting"):
                self._round(one, progress or (lambda _done, _total, _list: None), cancel)

    def settle(self, n: int, state: State) -> None:
        """Stop a round for good, or let one that was stopped wait again."""
        with self.house.store.writing() as connection:
            if not rounds.settle(connection, n, state, self.house.clock()):
                raise UnknownId("round", str(n))

    def _round(self, one: Round, progress: Progress, cancel: threading.Event | None) -> None:
        edition = self.house.names.current()
        if edition is None or _lacking(edition, one.list):
            return  # its names cannot be read now: it goes on waiting
        with self.house.store.writing() as connection:
            total = one.looked + _left(connection, one)
            rounds.size(connection, one.n, total)
        looked = one.looked
        for page in self._pages(one):
            progress(looked, total, one.list)
            if cancel is not None and cancel.is_set():
                return
            if not self._page(one, edition, page):
                return
            looked += len(page)
        self.settle(one.n, "done")

    def _pages(self, one: Round) -> Iterator[list[Past]]:
        """No transaction is open between pages."""
        after = one.mark
        while True:
            with self.house.store.reading() as connection:
                page = replay.page(connection, one.since, one.until, after)
            if not page:
                return
            yield page
            after = replay.mark(page[-1])

    def _page(self, one: Round, edition: Edition, page: Sequence[Past]) -> bool:
        """False: somebody stopped the round meanwhile."""
        desk, now = self.house.desk(), self.house.clock()
        met = [found for item in page if (found := looked_at(desk, edition, one, item))]
        raised = Raised()
        with self.house.store.writing(durable=False) as connection:
            if rounds.standing(connection, one.n) != "waiting":
                return False
            kept = sum(_kept(connection, each, one, desk, raised, now) for each in met)
            standing.judge(connection, desk.timed, raised, now)
            cards = intake.settle(connection, desk, raised, set(), now)
            counts = (len(page), kept, len(raised.new))
            rounds.advance(connection, one, replay.mark(page[-1]), counts, now)
        self.house.announce(
            Changes(
                alerts=frozenset(raised.touched | raised.gone), cards=frozenset(cards),
                items=frozenset(each.item.id for each in met),
            )
        )  # fmt: skip
        return True


def ask(house: House, list_id: str, found: ListDiff, received: datetime) -> None:
    """Have the names that an update brought looked for in older items, if the settings want it."""
    days = house.settings().older_days
    new = newly_named(found)
    if not days or not new:
        return
    span = (received - timedelta(days=days), received)
    with house.store.writing() as connection:
        rounds.add(connection, list_id, new, span, received)


def newly_named(found: ListDiff) -> frozenset[str]:
    """The records that came, and those that got a name or a number they did not have."""
    came = {one.id for one in found.added if one.active}
    for change in found.changed:
        names = {name.text for name in change.new.names} - {name.text for name in change.old.names}
        numbers = set(change.new.identifiers) - set(change.old.identifiers)
        back = change.new.active and not change.old.active
        if change.new.active and (names or numbers or back):
            came.add(change.id)
    return frozenset(came)


def looked_at(desk: intake.Desk, edition: Edition, one: Round, item: Past) -> Met | None:
    """What an older item names of the round; None = nothing, or the list itself told of it.

    A rule speaks only where it does so because of what is new: what it said of this item when it
    came in, or what a person did about that, is not said again.
    """
    if item.text.source == news.source_id(one.list):
        return None
    check, text = spotting.compare(edition.names, item.text, desk.matcher.match)
    told = tuple(each for each in check.told if _of(one, each.list, each.entity))
    if not told:
        return None
    new = tuple(each for each in text.listed if _of(one, each.list, each.entity))
    match = None
    if new:
        before = desk.matcher.match(item.text)
        known = {hit.id for hit in before.rules}
        both = tuple(dict.fromkeys((*item.text.listed, *new)))
        after = desk.matcher.match(replace(item.text, listed=both))
        rules = tuple(hit for hit in after.rules if hit.id not in known)
        silences = tuple(each for each in after.silences if each not in before.silences)
        match = replace(after, rules=rules, silences=silences) if rules else None
    return Met(item, NewCheck(told), match)


def _kept(
    connection: Connection, met: Met, one: Round, desk: intake.Desk, raised: Raised, now: datetime
) -> int:
    item = met.item
    place = named.place(connection, item.n)
    if place is None:
        return 0  # gone since
    version, copy = place
    kept = named.more(connection, (item.n, version), now, met.check.told, one.received)
    if kept and met.match is not None:
        stored = Stored(
            item.n, item.id, version, item.at, item.official, item.text.publisher, copy, item.text
        )
        after = (one.list, one.received)
        raise_alerts(connection, stored, met.match, desk.windows, raised, desk.timed, after=after)
    return kept


def _of(one: Round, list_id: str, entity: str) -> bool:
    return list_id == one.list and entity in one.entities


def _lacking(edition: Edition, list_id: str) -> bool:
    return not any(each.list == list_id and not each.fault for each in edition.lists)


def _left(connection: Connection, one: Round) -> int:
    return replay.count(connection, one.since, one.until, one.mark)
