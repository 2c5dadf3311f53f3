"""One document of one source into the store.

    items | decide.identify | decide.fresh | spotting.compare | Matcher.match | stories.sketch
      -> ONE transaction: items, versions, sightings, stories, listed names, matches, alerts, what
         rules over time make of all they met, events, the state of the source with its validators,
         cards

Matching is done before the transaction; what another program, or a source that is stored with
this one (osawatch/storing.py), brought meanwhile is seen inside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from feeds.model import Document, Item, SourceSpec
from osawatch import decide, entries, stories, upkeep, verdicts
from osawatch.alerting import Raised, Stored, raise_alerts
from osawatch.hits import NewCheck
from osawatch.model import Changes, Person
from osawatch.naming import spotting
from osawatch.overtime import standing
from osawatch.scoring import Rater
from osawatch.stages import Entry, Known, Timed
from osawatch.store import copies, events, items, named, search, sources
from osawatch.store.counts import Counting
from osawatch.store.database import Connection, Store
from osawatch.store.rows import seconds
from rules.model import Match, Text

if TYPE_CHECKING:
    from osawatch.naming.book import Edition

NOTHING = Changes()


class Matching(Protocol):
    """What the pipeline needs of rules.matcher.Matcher."""

    def match(self, text: Text) -> Match:
        """All that is known about one text."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who takes in, and with which rules. `names`: those of the kept lists, None = none is kept."""

    store: Store
    matcher: Matching
    rater: Rater
    person: Person
    windows: dict[str, timedelta]
    timed: Timed = field(default_factory=Timed)
    names: Callable[[], Edition | None] = lambda: None


@dataclass(frozen=True, slots=True)
class Kept:
    """The bytes of an official document, to be kept as they were received."""

    url: str
    content_type: str
    body: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Catch:
    """An item that is new or changed, matched, compared with the lists and sketched."""

    entry: Entry
    match: Match
    sketch: stories.Sketch
    text: Text
    check: NewCheck | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What one transaction adds up. `joined`: stories that say something else now.

    `again`: items that their source told before, word by word, under other ids.
    """

    counting: Counting
    sketches: copies.Sketches
    joined: set[str] = field(default_factory=set)
    again: set[int] = field(default_factory=set)

    def settle(self) -> None:
        """Write it."""
        self.sketches.settle()
        self.counting.settle()


@dataclass(frozen=True, slots=True)
class Taken:
    """What a document brought."""

    new: int = 0
    changed: int = 0
    matched: int = 0
    alerts: int = 0
    seen_before: int = 0
    newest: datetime | None = None
    oldest: datetime | None = None
    changes: Changes = NOTHING
    polled: sources.Polled | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a source brought, read and matched against what the store held a moment ago.

    `wanted`: all ids that its items may have; `known`: what the store held under them.
    """

    source: SourceSpec
    all_items: Sequence[Item]
    wanted: frozenset[str]
    origin: entries.Origin
    polled: sources.Polled | None
    keep: Sequence[Kept]
    known: dict[str, Known]
    edition: Edition | None
    found: Sequence[Entry]
    catches: Sequence[Catch]


def take_in(
    desk: Desk,
    source: SourceSpec,
    documents: Sequence[Document],
    now: datetime,
    *,
    polled: sources.Polled | None = None,
    keep: Iterable[Kept] = (),
    document: str = "",
) -> Taken:
    """Store what is new in these documents, and how the poll went, in one transaction."""
    came = prepare(desk, source, documents, now, polled=polled, keep=keep, document=document)
    return store(desk, came)


def prepare(
    desk: Desk,
    source: SourceSpec,
    documents: Sequence[Document],
    now: datetime,
    *,
    polled: sources.Polled | None = None,
    keep: Iterable[Kept] = (),
    document: str = "",
) -> Incoming:
    """All of it that needs no transaction: `store` writes it."""
    all_items = [item for part in documents for item in part.items]
    origin = entries.origin(source, documents, now, document)
    wanted = _wanted(all_items, source.id)
    with desk.store.reading() as connection:
        known = items.known(connection, wanted, source.id)
    edition = desk.names() if all_items else None
    bare = Incoming(source, all_items, wanted, origin, polled, tuple(keep), known, edition, (), ())
    return _read(desk, bare)


def store(desk: Desk, came: Incoming) -> Taken:
    """Write it, in one transaction: its own, or that of the caller.

    What another source or program stored meanwhile is seen here; then it is read once more.
    """
    with desk.store.writing(durable=False) as connection:
        for one in came.keep:
            items.keep_document(
                connection, came.source.id, one.url, one.content_type, one.body, one.sha256,
                came.origin.seen,
            )  # fmt: skip
        own = [one.id for one in came.found]
        there = items.known(connection, came.wanted.union(own), came.source.id)
        known = {name: one for name, one in there.items() if name in came.wanted}
        if known != came.known:
            came = _read(desk, replace(came, known=known))
            there = items.known(connection, [one.id for one in came.found], came.source.id)
        ours = {one.id for one in came.found}
        return _store(
            connection, desk, came, {name: one for name, one in there.items() if name in ours}
        )


def noted(desk: Desk, source: str, polled: sources.Polled) -> Taken:
    """A poll that brought no document: how it went is all there is to keep."""
    with desk.store.writing(durable=False) as connection:
        sources.note(connection, source, polled)
    return Taken()


def met(store: Store, source: str, found: Sequence[Item]) -> bool:
    """Whether a source has brought one of these items before."""
    with store.reading() as connection:
        there = items.known(connection, _wanted(found, source), source)
    return any(one.carried for one in there.values())


def known(connection: Connection, source: str, item: Item) -> bool:
    """Whether this item is here, from whatever source: its address or guid, and such a title."""
    found = items.known(connection, _wanted([item], source), source)
    return any(decide.same_title(item.title, one) for one in found.values())


def index(store: Store, *, least: int = 1) -> None:
    """Bring the search index up to date, in short transactions, if so many items wait for it."""
    with store.reading() as connection:
        waiting = search.behind(connection)
    while waiting >= least:
        with store.writing(durable=False) as connection:
            if not search.catch_up(connection):
                return
        waiting -= search.BATCH


def _wanted(found: Iterable[Item], source: str) -> frozenset[str]:
    """All ids that these items may have."""
    return frozenset(name for item in found for name in decide.names(item, source) if name)


def _read(desk: Desk, came: Incoming) -> Incoming:
    """With its entries, and those that are new or changed matched; once for each."""
    found = entries.entries(came.all_items, came.origin, came.known)
    done = {one.entry: one for one in came.catches}
    catches = [
        done.get(entry) or _caught(desk.matcher, entry, _text(entry, came.source), came.edition)
        for entry in found
        if decide.fresh(entry.text_hash, came.known.get(entry.id)) != "seen"
    ]
    return replace(came, found=found, catches=catches)


def _caught(matcher: Matching, entry: Entry, own: Text, edition: Edition | None) -> Catch:
    check, text = None, own
    if edition is not None:
        check, text = spotting.compare(edition.names, own, matcher.match)
    sketch = stories.sketch(entry.title, entry.summary)
    return Catch(entry, matcher.match(text), sketch, own, check)


def _text(entry: Entry, source: SourceSpec) -> Text:
    return Text(
        entry.title, entry.summary, entry.language, source.kind, source.id, entry.publisher,
        entry.published, entry.url, seen=entry.first_seen,
    )  # fmt: skip


def _store(connection: Connection, desk: Desk, came: Incoming, there: dict[str, Known]) -> Taken:
    source, catches, now, edition = came.source, came.catches, came.origin.seen, came.edition
    raised = Raised()
    new = changed = 0
    numbers = {name: one.n for name, one in there.items()}
    tally = Tally(
        Counting(connection),
        copies.Sketches(connection, (one for catch in catches for one in catch.sketch.hashes)),
    )
    lists = named.edition(connection, edition.lists) if edition and catches else 0
    for catch in sorted(catches, key=lambda one: (one.entry.at, one.entry.id)):
        fresh = decide.fresh(catch.entry.text_hash, there.get(catch.entry.id))
        if fresh == "seen":
            continue
        stored = _store_item(connection, catch, source, there.get(catch.entry.id), tally)
        numbers[catch.entry.id] = stored.n
        there[catch.entry.id] = _now_known(there.get(catch.entry.id), catch.entry, stored, source)
        if catch.check is not None:
            named.keep(connection, stored.n, stored.version, now, lists, catch.check)
        raise_alerts(connection, stored, catch.match, desk.windows, raised, desk.timed)
        new, changed = new + (fresh == "new"), changed + (fresh == "changed")
    tally.settle()
    standing.judge(connection, desk.timed, raised, now)
    before = items.see(connection, source.id, numbers.values(), now)
    cards = settle(connection, desk, raised, tally.joined, now)
    observed = None
    if came.polled is not None:
        brought = changed or len({*numbers.values()}) - before - len(tally.again)
        observed = verdicts.observed(came.polled, came.found, before, new)
        observed = verdicts.heard(
            observed, len(tally.again), brought=brought > 0, found=len(came.found)
        )
        sources.note(connection, source.id, observed)
    taken = _taken(came.found, catches, raised, cards, new, changed, before)
    return replace(taken, polled=observed)


def _store_item(
    connection: Connection, catch: Catch, source: SourceSpec, known: Known | None, tally: Tally
) -> Stored:
    entry, version, copy = catch.entry, 1, False
    if known is None:
        n = items.add(connection, entry)
        copy = _find_story(connection, n, catch, tally)
    else:
        story = items.story(connection, known.n)
        n, version = _known_again(connection, known, entry, source)
        tally.counting.touch(n, [story])
        tally.joined.add(story)  # alerts that hold it say something else now
    named = items.note_match(connection, n, version, entry.at, catch.match)
    if known is None and not copy:
        tally.counting.alone(entry.source, seconds(entry.at), named)
    return Stored(
        n, entry.id, version, entry.at, source.official, entry.publisher, copy, catch.text,
        changed=known is not None and entry.text_hash not in known.hashes,
    )  # fmt: skip


def _now_known(known: Known | None, entry: Entry, stored: Stored, source: SourceSpec) -> Known:
    """What is known of an item once this text of it is stored."""
    hashes = (known.hashes if known else frozenset()) | {entry.text_hash}
    rank = min(known.rank, decide.rank(source)) if known else decide.rank(source)
    return Known(stored.n, entry.id, entry.source, entry.guid, entry.title, hashes, rank)


def _known_again(
    connection: Connection, known: Known, entry: Entry, source: SourceSpec
) -> tuple[int, int]:
    """A changed text, or one that another source carries: the better source speaks for it.

    The result are its number and version.
    """
    if decide.rank(source) < known.rank:
        items.adopt(connection, known.n, entry)
    if known.gone:
        return items.bring_back(connection, known.n, entry)
    if entry.text_hash not in known.hashes:
        return known.n, items.add_version(connection, known.n, entry)
    return known.n, items.version(connection, known.n)


def _find_story(connection: Connection, n: int, catch: Catch, tally: Tally) -> bool:
    """Whether a new item is a copy of others; then it is of their story."""
    entry, mine = catch.entry, catch.sketch
    there = tally.sketches.candidates(mine.hashes, entry.at, stories.REACH, entry.source)
    twins = {
        one.story
        for one in there
        if stories.near_copy(
            mine, stories.sketch(one.title, one.summary), same_source=one.source == entry.source
        )
    }
    if any(_told(entry, one) for one in there):
        tally.again.add(n)
    tally.sketches.add(n, mine.hashes, entry.at)
    if twins:
        tally.counting.born(n, entry.id)
        tally.counting.touch(n, twins)
        tally.joined.add(copies.join(connection, n, twins))
    return bool(twins)


def _told(entry: Entry, one: copies.Candidate) -> bool:
    """Whether a source said this before, word by word and of the same time if it tells one."""
    same = (one.source, one.title, one.summary) == (
        entry.source, entry.title, entry.summary[: copies.LETTERS],
    )  # fmt: skip
    return same and (entry.published is None or one.at == seconds(entry.at))


def settle(
    connection: Connection, desk: Desk, raised: Raised, joined: set[str], now: datetime
) -> set[str]:
    """Write the log of what was raised, and make the cards anew that it touched; their ids."""
    author = Person("osawatch", desk.person.post)
    events.append(connection, raised.log, author, now)
    return upkeep.renew(
        connection, raised.touched, desk.rater, now, stories=joined, cards=raised.cards
    )


def _taken(
    found: Sequence[Entry],
    catches: Sequence[Catch],
    raised: Raised,
    cards: set[str],
    new: int,
    changed: int,
    before: int,
) -> Taken:
    stamps = [entry.at for entry in found]
    return Taken(
        new, changed, sum(1 for one in catches if one.match.rules), len(raised.new), before,
        max(stamps, default=None), min(stamps, default=None),
        Changes(
            alerts=frozenset(raised.touched | raised.gone), cards=frozenset(cards),
            items=frozenset(one.entry.id for one in catches),
        ),
    )  # fmt: skip
