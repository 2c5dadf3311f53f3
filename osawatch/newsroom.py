"""Where news comes in: from the network, from files, from the sample desk.

Parsers and the network are imported when they are first needed: a window opens before that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from feeds.model import Document, Item, SourceSpec
from osawatch import lock
from osawatch.errors import UnknownId
from osawatch.house import House
from osawatch.model import Changes, FileResult, Person, PollProgress, PollReport
from osawatch.store import named, screenings, series, sources
from osawatch.store.database import Connection
from osawatch.store.series import DayCount
from osawatch.store.sources import Standing

if TYPE_CHECKING:
    from osawatch.discovery import Glimpse, Look
    from osawatch.intake import Desk
    from osawatch.poll import Fetching

Progress = Callable[[PollProgress], None]
BURSTS_AFTER = timedelta(minutes=30)  # by itself it judges all series no more often


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The use cases by which news come in."""

    house: House

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
        from osawatch.situation import desk as situations

        with lock.held(self.house.profile.lock):
            if due and (shut := self.house.shut()):  # snoozes end and days pass all the same
                return self._swept(PollReport((), offline=shut), after=BURSTS_AFTER)
            asked = self._asked(wanted)
            if due:
                now = self.house.clock()
                with self.house.store.reading() as connection:
                    fast = situations.fast(connection, now)
                asked = [one for one in asked if poll.due(one, now, fast)]
            watch = poll.Watch(
                progress or (lambda _: None), self.house.announce, cancel or threading.Event()
            )
            with self._asking(save_raw) as fetcher:
                report = poll.run(self.house.desk(), fetcher, asked, self.house.clock, watch)
            return self._swept(report, after=BURSTS_AFTER if due else timedelta(0))

    def look(self, url: str, *, local: bool = False) -> Look:
        """What stands at an address: a feed, or a page with the feeds that it names."""
        from osawatch import discovery

        with self._asking() as fetcher:
            return discovery.look(fetcher, url, local=local)

    def preview(
        self,
        url: str,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> Glimpse:
        """What would come in from an address now, matched with the rules of today; none is kept.

        Rules that look at items over time are left out: one look says nothing of them.
        """
        from osawatch import discovery

        raises, stopped = partial(_raises, self.house.desk()), (cancel or threading.Event()).is_set
        with self._asking() as fetcher:
            return discovery.glimpse(
                fetcher, url, raises, stopped, progress or (lambda _done, _whole: None)
            )

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
            self.house.desk(),
            [Path(file) for file in files],
            self._asked([source])[0].spec if source else None,
            self.house.clock,
            progress=progress or (lambda _: None),
            cancel=cancel or threading.Event(),
        ):
            results.append(result)
            changes |= self.house.announce(touched)
        return results, changes | self.settled()

    def settled(self) -> Changes:
        """What follows from news that came without a poll.

        Stories meet, ends pass, days stand out, and every row shows the score of its preview.
        """
        from osawatch import upkeep

        self._catch_up()
        with self.house.store.writing(durable=False) as connection:
            touched = upkeep.sweep(connection, self.house.rules.rater, self.house.clock())
            touched |= self._follow(connection) | self._over_time(connection)
        changes = self.house.announce(Changes(cards=frozenset(touched)))
        self._judge()
        return changes

    def receive(self, spec: SourceSpec, body: bytes, at: datetime) -> tuple[FileResult, Changes]:
        """Bytes that a source published at this time; unknown sources are added, switched off."""
        from osawatch import ingest

        with self.house.store.writing(durable=False) as connection:
            sources.add(connection, [spec], origin="sample", on=False)
        result, changes = ingest.receive(self.house.desk(), spec, body, at, name=spec.url)
        return result, self.house.announce(changes) | self._regrouped()

    def observed(self, names: Sequence[str], since: datetime, until: datetime) -> None:
        """These sources were looked at all that time: their silence is a zero, not a gap."""
        with self.house.store.writing(durable=False) as connection:
            for name in names:
                sources.observe(connection, name, since, until)

    def import_counts(self, lines: Sequence[DayCount]) -> None:
        """Take daily counts from elsewhere as history for the trends."""
        with self.house.store.writing() as connection:
            series.import_counts(connection, lines)

    def _follow(self, connection: Connection) -> set[str]:
        """Follow the life of measures; an end that has passed raises an alert."""
        from osawatch import lives

        rules, known = self.house.rules, self.house.rules.known()
        lives.follow(connection, known)
        language = self.house.settings().language

        def name(axis: str, key: str) -> str:
            return rules.name(axis, key, language)

        return lives.ring(connection, known, rules.rater, name, language, self.house.clock())

    def _catch_up(self) -> None:
        """Rules over time that are new, or others than before, read what the store holds."""
        timed = self.house.rules.timed()
        if timed.rules:
            from osawatch.overtime import history

            history.catch_up(self.house.store, timed, self.house.rules.pack, self.house.clock())

    def _over_time(self, connection: Connection) -> set[str]:
        """What rules over time say now: silences begin, what had to last has lasted."""
        timed, now = self.house.rules.timed(), self.house.clock()
        if not timed.rules:
            return set()
        from osawatch import upkeep
        from osawatch.overtime import standing
        from osawatch.store import events

        raised = standing.sweep(connection, timed, now)
        events.append(connection, raised.log, Person("osawatch", self.house.settings().post), now)
        return upkeep.renew(
            connection, raised.touched, self.house.rules.rater, now, cards=raised.cards
        )

    def _regrouped(self) -> Changes:
        """Stories that are told in other words meet, acts find their measures."""
        from osawatch import lives, upkeep

        with self.house.store.writing(durable=False) as connection:
            touched = upkeep.regroup(connection)
            lives.follow(connection, self.house.rules.known())
        return self.house.announce(Changes(cards=frozenset(touched)))

    @contextmanager
    def _asking(self, save_raw: Path | None = None) -> Iterator[Fetching]:
        """A fetcher for one use; with a folder, all that it is answered is kept there."""
        from osawatch.raw import Saving

        with self.house.asking() as fetcher:
            yield Saving(fetcher, save_raw, self.house.clock) if save_raw else fetcher

    def _asked(self, wanted: Sequence[str]) -> list[Standing]:
        with self.house.store.reading() as connection:
            found = sources.standing(connection, wanted)
        unknown = set(wanted) - {one.spec.id for one in found}
        if unknown:
            raise UnknownId("source", min(unknown))
        return found

    def _swept(self, report: PollReport, after: timedelta) -> PollReport:
        from osawatch import upkeep

        self._catch_up()
        with self.house.store.writing() as connection:
            screenings.purge(connection, self.house.clock())
            named.purge(connection, self.house.clock())
            touched = upkeep.sweep(connection, self.house.rules.rater, self.house.clock())
            touched |= self._follow(connection) | self._over_time(connection)
        self.house.announce(Changes(cards=frozenset(touched)))
        self._judge(after)
        return report

    def _judge(self, after: timedelta = timedelta(0)) -> None:
        """Which pairs of good and country are in the news more than they should be."""
        from osawatch import bursts, upkeep

        if bursts.renew(self.house.store, self.house.clock(), after=after):
            with self.house.store.writing(durable=False) as connection:
                touched = upkeep.lift(connection, self.house.rules.rater, self.house.clock())
            self.house.announce(Changes(cards=frozenset(touched)))


def _raises(desk: Desk, item: Item, document: Document) -> bool:
    """Whether an item would raise an alert that nothing sets aside."""
    from osawatch import decide
    from rules.model import Text

    language = item.language or document.language
    match = desk.matcher.match(
        Text(
            item.title, item.summary, language, "news", "", item.publisher, item.published,
            item.url,
        )
    )  # fmt: skip
    return any(
        not (one.trial or one.suppressed or one.rule in desk.timed.rules)
        for one in decide.wishes(match)
    )
