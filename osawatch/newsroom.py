"""Where news comes in: from the network, from files, from the sample desk.

Parsers and the network are imported when they are first needed: a window opens before that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.model import SourceSpec
from osawatch import lock
from osawatch.errors import UnknownId
from osawatch.model import Changes, FileResult, Person, PollProgress, PollReport, Settings
from osawatch.paths import Profile
from osawatch.rulebook import Rulebook
from osawatch.store import screenings, sources
from osawatch.store.database import Connection, Store
from osawatch.store.sources import Standing

if TYPE_CHECKING:
    from osawatch.discovery import Look
    from osawatch.intake import Desk
    from osawatch.poll import Fetching

Progress = Callable[[PollProgress], None]
BURSTS_AFTER = timedelta(minutes=30)  # by itself it judges all series no more often


@dataclass(frozen=True, slots=True)
class Newsroom:
    """`fetch` is for tests: a network of their own."""

    profile: Profile
    store: Store
    rules: Rulebook
    settings: Callable[[], Settings]
    clock: Callable[[], datetime]
    fetch: Fetching | None
    announce: Callable[[Changes], Changes]

    def poll(
        self,
        wanted: Sequence[str],
        *,
        due: bool,
        progress: Progress | None,
        cancel: threading.Event | None,
        save_raw: Path | None,
    ) -> PollReport:
        """Ask these sources, or all that are on. Raises `Busy` when another program does."""
        from osawatch import poll

        with lock.held(self.profile.lock):
            asked = self._asked(wanted)
            if due:
                asked = [one for one in asked if poll.due(one, self.clock())]
            watch = poll.Watch(
                progress or (lambda _: None), self.announce, cancel or threading.Event()
            )
            with self._asking(save_raw) as fetcher:
                report = poll.run(self._desk(), fetcher, asked, self.clock, watch)
            return self._swept(report, after=BURSTS_AFTER if due else timedelta(0))

    def look(self, url: str, *, local: bool) -> Look:
        """What stands at an address that may become a source."""
        from osawatch import discovery

        with self._asking() as fetcher:
            return discovery.look(fetcher, url, local=local)

    def read(
        self,
        files: Sequence[Path],
        *,
        source: str,
        progress: Progress | None,
        cancel: threading.Event | None,
    ) -> tuple[list[FileResult], Changes]:
        """Read files as if a source had served them."""
        from osawatch import ingest

        results, changes = [], Changes()
        for result, touched in ingest.run(
            self._desk(),
            [Path(file) for file in files],
            self._asked([source])[0].spec if source else None,
            self.clock,
            progress=progress or (lambda _: None),
            cancel=cancel or threading.Event(),
        ):
            results.append(result)
            changes |= self.announce(touched)
        return results, changes | self.settled()

    def settled(self) -> Changes:
        """What follows from news that came without a poll.

        Stories meet, ends pass, days stand out, and every row shows the score of its preview.
        """
        from osawatch import upkeep

        self._catch_up()
        with self.store.writing(durable=False) as connection:
            touched = upkeep.sweep(connection, self.rules.rater, self.clock())
            touched |= self._follow(connection) | self._over_time(connection)
        changes = self.announce(Changes(cards=frozenset(touched)))
        self._judge()
        return changes

    def desk(self) -> Desk:
        """Who takes in, with today's rules."""
        return self._desk()

    def receive(self, spec: SourceSpec, body: bytes, at: datetime) -> tuple[FileResult, Changes]:
        """Bytes that a source published at this time; unknown sources are added, switched off."""
        from osawatch import ingest

        with self.store.writing(durable=False) as connection:
            sources.add(connection, [spec], origin="sample", on=False)
        result, changes = ingest.receive(self._desk(), spec, body, at, name=spec.url)
        return result, self.announce(changes) | self._regrouped()

    def _follow(self, connection: Connection) -> set[str]:
        """Follow the life of measures; an end that has passed raises an alert."""
        from osawatch import lives

        rules, known = self.rules, self.rules.known()
        lives.follow(connection, known)
        language = self.settings().language

        def name(axis: str, key: str) -> str:
            return rules.name(axis, key, language)

        return lives.ring(connection, known, rules.rater, name, language, self.clock())

    def _catch_up(self) -> None:
        """Rules over time that are new, or others than before, read what the store holds."""
        timed = self.rules.timed()
        if timed.rules:
            from osawatch.overtime import history

            history.catch_up(self.store, timed, self.rules.pack, self.clock())

    def _over_time(self, connection: Connection) -> set[str]:
        """What rules over time say now: silences begin, what had to last has lasted."""
        timed, now = self.rules.timed(), self.clock()
        if not timed.rules:
            return set()
        from osawatch import upkeep
        from osawatch.overtime import standing
        from osawatch.store import events

        raised = standing.sweep(connection, timed, now)
        events.append(connection, raised.log, Person("osawatch", self.settings().post), now)
        return upkeep.renew(connection, raised.touched, self.rules.rater, now, cards=raised.cards)

    def _regrouped(self) -> Changes:
        """Stories that are told in other words meet, acts find their measures."""
        from osawatch import lives, upkeep

        with self.store.writing(durable=False) as connection:
            touched = upkeep.regroup(connection)
            lives.follow(connection, self.rules.known())
        return self.announce(Changes(cards=frozenset(touched)))

    def _desk(self) -> Desk:
        from osawatch.intake import Desk

        mine, rules = self.settings(), self.rules
        rules.refresh()  # what was saved a moment ago counts for what comes in now
        person = Person(mine.name, mine.post)
        return Desk(self.store, rules, rules.rater, person, rules.windows(), rules.timed())

    @contextmanager
    def _asking(self, save_raw: Path | None = None) -> Iterator[Fetching]:
        """A fetcher for one use; with a folder, all that it is answered is kept there."""
        from osawatch.raw import Saving

        fetcher = self.fetch or self._fetcher()
        try:
            yield Saving(fetcher, save_raw, self.clock) if save_raw else fetcher
        finally:
            if fetcher is not self.fetch:
                fetcher.close()

    def _fetcher(self) -> Fetching:
        from feeds.fetch import Fetcher

        mine = self.settings()
        return Fetcher(network=mine.network, proxy=mine.proxy, contact=mine.contact)

    def _asked(self, wanted: Sequence[str]) -> list[Standing]:
        with self.store.reading() as connection:
            found = sources.standing(connection, wanted)
        unknown = set(wanted) - {one.spec.id for one in found}
        if unknown:
            raise UnknownId("source", min(unknown))
        return found

    def _swept(self, report: PollReport, after: timedelta) -> PollReport:
        from osawatch import upkeep

        self._catch_up()
        with self.store.writing() as connection:
            screenings.purge(connection, self.clock())
            touched = upkeep.sweep(connection, self.rules.rater, self.clock())
            touched |= self._follow(connection) | self._over_time(connection)
        self.announce(Changes(cards=frozenset(touched)))
        self._judge(after)
        return report

    def _judge(self, after: timedelta = timedelta(0)) -> None:
        """Which pairs of good and country are in the news more than they should be."""
        from osawatch import bursts, upkeep

        if bursts.renew(self.store, self.clock(), after=after):
            with self.store.writing(durable=False) as connection:
                touched = upkeep.lift(connection, self.rules.rater, self.clock())
            self.announce(Changes(cards=frozenset(touched)))
