"""One sync: what is ours goes out, what others have comes in, in batches that each stand alone.

    hello -> (another identity: all from zero) -> items out -> events out -> items in -> packs in
          -> events in -> contact noted
Each batch moves its cursor in the transaction that keeps it: a cut anywhere costs one batch, which
goes again and counts once.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from feeds.model import SourceSpec
from osawatch import intake, triage
from osawatch.bundle import reading
from osawatch.bundle.exchange import Exchange
from osawatch.bundle.model import BundleRefused, Manifest
from osawatch.bundle.packing import lines
from osawatch.errors import BadInput
from osawatch.hub.link import Link
from osawatch.hub.model import Hello, HubDown, HubRefused, Synced
from osawatch.stages import Event
from osawatch.store import bundles, hub, sources
from osawatch.store.hub import Cursor, Row

BATCH = 1000
ITEMS = 200
CLOCK = timedelta(days=1)
NOTHING = Synced()
WRITERS = ("post", "hq")
Progress = Callable[[str, int], None]
"""What is going on ("items out", "events in", ...) and how many rows of it are done."""


@dataclass(slots=True)
class Sync:
    """A sync under way."""

    link: Link
    desk: Exchange
    progress: Progress
    cancel: threading.Event
    done: Synced = NOTHING

    def run(self) -> Synced:
        """All of it, or as far as it came; `done` holds that as well when the line breaks."""
        hello = self.link.hello()
        with self.desk.store.writing() as connection:
            fresh = hub.begin(connection, hello.identity)
            hub.note_role(connection, hello.identity, sends=_sends(hello))
        self.done = replace(self.done, from_zero=fresh)
        steps = self._steps(hello)
        for step in steps:
            while not self.cancel.is_set() and step(hello):
                pass
        if self.done.items_got or self.done.got:
            intake.index(self.desk.store)
            self.desk.news.settled()
        if self.cancel.is_set():
            return replace(self.done, cancelled=True)
        self._leave(hello)
        return self.done

    def _steps(self, hello: Hello) -> Sequence[Callable[[Hello], bool]]:
        """What this role does; the hub refuses the rest, so it is not tried."""
        out = [self._items_out] if _sends(hello) else []
        if hello.role in WRITERS:
            self._again(hello)
            out.append(self._events_out)
        into = [self._items_in, self._packs_in, self._events_in]
        return out if hello.role == "worker" else [*out, *into]

    # -- out

    def _items_out(self, hello: Hello) -> bool:
        with self.desk.store.reading() as connection:
            start = hub.sent(connection, hello.identity, "item")
            rows, last = hub.items(connection, start, ITEMS)
            if not rows:
                return False
            named = {hash_of(row): row for row in rows}
            missing = self.link.lacks(list(named))
            wanted = {name: _without_id(named[name]) for name in missing}
            specs = bundles.specs(connection, {str(one["source"]) for one in wanted.values()})
        self.link.put_items(specs, wanted)
        with self.desk.store.writing() as connection:
            hub.note_sent(connection, hello.identity, "item", last)
        self.done = replace(self.done, items_sent=self.done.items_sent + len(wanted))
        self.progress("items out", self.done.items_sent)
        return True

    def _again(self, hello: Hello) -> None:
        """What was refused before: a clock was set right, a post was named."""
        with self.desk.store.reading() as connection:
            rows = hub.held_events(connection)
        if rows:
            self._offered(rows, hello)

    def _events_out(self, hello: Hello) -> bool:
        with self.desk.store.reading() as connection:
            start = hub.sent(connection, hello.identity, "event")
            rows, last = hub.own_events(connection, start, BATCH)
        if not rows:
            return False
        self._offered(rows, hello, last)
        self.progress("events out", self.done.sent)
        return True

    def _offered(self, rows: Sequence[Row], hello: Hello, last: int | None = None) -> None:
        refused = dict(self.link.push(rows))
        through = [str(row["id"]) for row in rows if row["id"] not in refused]
        with self.desk.store.writing() as connection:
            hub.hold(connection, refused.items(), self.desk.clock())
            for start in range(0, len(through), 500):
                hub.release(connection, through[start : start + 500])
            if last is not None:
                hub.note_sent(connection, hello.identity, "event", last)
        self.done = replace(
            self.done, sent=self.done.sent + len(through), held=self.done.held + len(refused)
        )

    # -- in

    def _items_in(self, hello: Hello) -> bool:
        found = self.link.items(self._cursor(hello, "item"), ITEMS)
        if not found:
            return False
        now, told = self._now(hello), list(self.done.refused)
        sound = [row["line"] for _, row in found if _sound(row["line"], now, told)]
        named = sorted({str(one["source"]) for one in sound})
        specs = [spec for one in self.link.specs(named) for spec in _specs(one, told)]
        with self.desk.store.writing(durable=False) as connection:
            sources.add(connection, specs, origin="hub", on=False)
            standing = {one.spec.id for one in sources.standing(connection, named or [""])}
            told += [f"items of {one!r}: no such source" for one in named if one not in standing]
            content = {"items.jsonl": lines([x for x in sound if x["source"] in standing])}
            new, _, changes = self.desk.news_of(connection, content, now)
            hub.move(connection, hello.identity, "item", found[-1][0])
        self.desk.announce(changes)
        self.done = replace(
            self.done, items_got=self.done.items_got + new, refused=tuple(told[:50])
        )
        self.progress("items in", self.done.items_got)
        return True

    def _events_in(self, hello: Hello) -> bool:
        found = self.link.events(self._cursor(hello, "event"), BATCH)
        if not found:
            return False
        now, told = self._now(hello), list(self.done.refused)
        log = [one for _, row in found for one in _read(row, now, told)]
        with self.desk.store.writing() as connection:
            fresh, disputed = bundles.foreign(connection, log)
            changes = triage.receive(
                self.desk.store, self.desk.news.house.rules.rater, fresh, self.desk.clock()
            )
            hub.hold(connection, [(one.id, "conflict") for one in disputed], self.desk.clock())
            hub.move(connection, hello.identity, "event", found[-1][0])
        self.desk.announce(changes)
        self.done = replace(
            self.done, got=self.done.got + len(fresh), refused=tuple(told[:50]),
            held=self.done.held + len(disputed),
        )  # fmt: skip
        self.progress("events in", self.done.got)
        return True

    def _packs_in(self, hello: Hello) -> bool:
        """Rules and watchlists of headquarters: a signature that is not trusted changes nothing."""
        found = self.link.packs(self._cursor(hello, "pack"), 1)
        if not found:
            return False
        after, row = found[0]
        try:
            opened = self.desk.open(bytes(row["body"]))
            if not self._taken(opened.manifest):
                told = self.desk.take(opened)
                self.done = replace(
                    self.done, packs=(*self.done.packs, *told.files),
                    refused=(*self.done.refused, *told.left_out),
                )  # fmt: skip
        except (BundleRefused, BadInput) as error:
            self.done = replace(self.done, refused=(*self.done.refused, f"bundle: {error}"))
        with self.desk.store.writing() as connection:
            hub.move(connection, hello.identity, "pack", after)
        return True

    def _taken(self, one: Manifest) -> bool:
        with self.desk.store.reading() as connection:
            last = bundles.taken(connection, one.signer, one.channel)
        if last is None or (last.open and last.seq == one.seq):  # or not taken to its end
            return False
        return one.seq <= last.seq

    def _leave(self, hello: Hello) -> None:
        with self.desk.store.writing() as connection:
            hub.note_contact(connection, hello.identity, self.desk.clock())
            behind = hub.waiting(connection, hello.identity)
        self.link.note_contact(self.done.sent, self.done.got, behind)

    def _cursor(self, hello: Hello, stream: hub.Stream) -> Cursor:
        with self.desk.store.reading() as connection:
            return hub.cursor(connection, hello.identity, stream)

    def _now(self, hello: Hello) -> datetime:
        """Our clock, or the hub's if ours is behind: what others did is not of the future then."""
        return max(self.desk.clock(), hello.now)


def _sends(hello: Hello) -> bool:
    """Whether this role brings items."""
    return hello.role != "reader"


def synced(address: str, desk: Exchange, progress: Progress, cancel: threading.Event) -> Synced:
    """A whole sync. A hub that is down or says no is told in the result; the profile is whole."""
    under_way: Sync | None = None
    try:
        with Link(address) as link:
            under_way = Sync(link, desk, progress, cancel)
            return under_way.run()
    except (HubDown, HubRefused) as error:
        return replace(under_way.done if under_way else Synced(), down=str(error))


def hash_of(row: Row) -> str:
    """What an item says, hashed: who saw it first and when does not matter."""
    said = [row.get(name, "") for name in ("id", "url", "title", "summary")]
    text = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    return hashlib.sha256(text).hexdigest()


def _without_id(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "id"}


def _sound(line: Row, now: datetime, told: list[str]) -> bool:
    try:
        return bool(reading.batches(lines([line]), now))
    except BundleRefused as error:
        told.append(str(error))
        return False


def _specs(row: Row, told: list[str]) -> list[SourceSpec]:
    """One source, or none: one that cannot be used stops no items but its own."""
    try:
        return reading.specs(lines([row]))
    except BundleRefused as error:
        told.append(str(error))
        return []


def _read(row: Row, now: datetime, told: list[str]) -> list[Event]:
    """One event, or none: what one post spoilt stops nobody else's."""
    try:
        return reading.events(lines([row]), now)
    except BundleRefused as error:
        told.append(f"event {row['id']}: {error}")
        return []
