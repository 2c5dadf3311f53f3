"""What an update of a list raises: items of its differences, alerts on watchlist companies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from feeds.lists.address import Address
from feeds.lists.model import ListEntry
from feeds.model import Document
from osawatch import intake
from osawatch.house import House
from osawatch.lists import news, watched
from osawatch.lists.diff import ListDiff
from osawatch.model import Changes
from osawatch.store import sources
from osawatch.store.lists import Version

Records = Sequence[ListEntry] | Callable[[Version], Sequence[ListEntry]]


def told(
    house: House, address: Address, found: ListDiff, records: int, digest: str
) -> intake.Taken | None:
    """Take in an item for each difference; None when there is none to tell of."""
    language = house.settings().language
    source = news.source(address, language)
    edition = news.Edition(address, language, house.clock().date(), records)
    items = news.items(found, edition)
    if not items:
        return None
    with house.store.writing() as connection:
        sources.add(connection, [source], origin="list", on=False)
    document = Document(news.FORMAT, items)
    taken = intake.take_in(house.desk(), source, [document], house.clock(), document=digest)
    intake.index(house.store)
    house.announce(taken.changes)
    return taken


def watch(house: House, address: Address, version: Version, records: Records) -> int:
    """The watchlist's companies against a list, if that was not done yet; the new alerts.

    `records` are those of the version, or the call that reads them.
    """
    companies = house.rules.pack.watchlist.companies
    noted = watched.stamp(companies, version.stamp)
    with house.store.reading() as connection:
        if not watched.due(connection, address, noted):
            return 0
    entries = records(version) if callable(records) else records
    found, present = watched.screen(companies, entries), frozenset(one.id for one in entries)
    desk = watched.Desk(
        house.rules.pack,
        house.rules.rater,
        house.settings().language,
        house.clock(),
        version.sha256,
    )
    with house.store.writing() as connection:
        raised, cards = watched.renew(connection, address, found, present, desk, noted)
    house.announce(Changes(alerts=frozenset(raised.touched), cards=frozenset(cards)))
    return len(raised.new)
