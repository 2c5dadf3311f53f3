"""News that nobody decided on goes when its term is over; a person lets it go, or chose the clock.

days of the schedule -> what is older and to which nothing points (`over`) -> a person, a reason
  -> a page of items a transaction, and how far it is (`end`) -> one line in the log
A kill between two pages leaves a whole store, and the log tells what had gone by then.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from osawatch import decide
from osawatch.errors import BadInput
from osawatch.filing.lines import ERASURE, gone, required
from osawatch.filing.model import Gone, Over, Schedule
from osawatch.model import Changes, Person
from osawatch.stages import Event
from osawatch.store import copies, events, retention, search, thinning
from osawatch.store.database import Connection, Store
from osawatch.store.rows import at

Progress = Callable[[int, int], None]
"""So many numbers of so many looked at."""
ONE = threading.Lock()  # a person and the clock at once: the second finds what the first left
GAP_S = 0.005  # between two pages, for whoever waits to write
GOING = "items-going"
"""What a run let go so far: its line is written when it ends."""


def silent(_done: int, _whole: int) -> None:
    """Nobody asked how far it is."""


class Thinning:
    """What the schedule says of items."""

    def __init__(
        self,
        kept: Store,
        schedule: Callable[[], Schedule],
        person: Callable[[], Person],
        clock: Callable[[], datetime],
        announce: Callable[[Changes], Changes],
        hub: Callable[[], bool],
    ) -> None:
        """`hub`: whether the profile uses one."""
        self._hub = hub
        self._store, self._schedule, self._person = kept, schedule, person
        self._clock, self._announce = clock, announce

    def days(self) -> int:
        """The term, 0 = none is set."""
        return self._schedule().items

    def over(self, progress: Progress = silent, cancel: threading.Event | None = None) -> Over:
        """What would go now; nothing is changed. Once `cancel` is set: as far as it came."""
        days, before = self._term()
        cited, seen, held = thinning.Cited(), list[int](), 0
        edge = self._edge(before)
        for after, until in self._pages(edge.over, progress, cancel):
            with self._store.reading() as connection:
                found = thinning.free(connection, after, until, before, cited.of(connection))
            seen += [when for n, _, when in found if n <= edge.last]
            held += sum(n > edge.last for n, _, _ in found)
        first, last = (at(min(seen)), at(max(seen))) if seen else (None, None)
        return Over(days, len(seen), first, last, held, edge.by if held else "")

    def end(
        self, why: str, progress: Progress = silent, cancel: threading.Event | None = None
    ) -> Gone:
        """Let it go. Once `cancel` is set the pages that went stay gone, and the log says so."""
        said = required(why, "why")
        with ONE:
            return self._end(said, progress, cancel)

    def left(self) -> list[Gone]:
        """What a run let go whose line is not written yet: it goes on, or it was killed."""
        with self._store.reading() as connection:
            going = retention.read(connection, GOING)
            return [gone(self._line(connection))] if going.get("items") else []

    # -- inside

    def _end(self, said: str, progress: Progress, cancel: threading.Event | None) -> Gone:
        days, before = self._term()
        cited, names = thinning.Cited(), set[str]()
        with self._store.reading() as connection:
            cited.of(connection)  # the long look at the log, while others may write
        with self._store.writing(durable=False) as connection:
            self._tell(connection)  # of a run that was killed
            copies.forget(connection, before, least=1)
            self._note(connection, {"why": said, "days": days, "items": 0})
        for after, until in self._pages(self._edge(before).last, progress, cancel):
            with self._store.writing(durable=False, checked=False) as connection:
                last = min(until, thinning.edge(connection, before, hub=self._hub()).last)
                found = thinning.free(connection, after, last, before, cited.of(connection))
                self._let_go(connection, found)
            names.update(name for _, name, _ in found)
            time.sleep(GAP_S)
        if names:
            self._tidy(cancel)
        with self._store.writing() as connection:
            line = self._line(connection)
            self._tell(connection)
        self._announce(Changes(items=frozenset(names)))
        return gone(line)

    def _term(self) -> tuple[int, datetime]:
        days = self._schedule().items
        if not days:
            raise BadInput("no term is set: `records schedule --items DAYS`", field="items")
        return days, self._clock() - timedelta(days=days)

    def _edge(self, before: datetime) -> thinning.Edge:
        with self._store.reading() as connection:
            return thinning.edge(connection, before, hub=self._hub())

    def _pages(
        self, last: int, progress: Progress, cancel: threading.Event | None
    ) -> Iterator[tuple[int, int]]:
        """(after, until) of the numbers, page by page; what came meanwhile is too new."""
        after = 0
        while after < last and not (cancel is not None and cancel.is_set()):
            with self._store.reading() as connection:
                until = thinning.page(connection, after, last)
            yield after, until
            progress(until, last)
            after = until

    def _let_go(self, connection: Connection, found: Sequence[thinning.Found]) -> None:
        if not found:
            return
        thinning.empty(connection, [n for n, _, _ in found], decide.titled)
        so_far = retention.read(connection, GOING)
        days = [f"{at(when):%Y-%m-%d}" for *_, when in found]
        here = {
            "items": int(str(so_far.get("items", 0))) + len(found),
            "since": min(*days, str(so_far.get("since", days[0]))),
            "until": max(*days, str(so_far.get("until", days[0]))),
        }
        self._note(connection, {**so_far, **here})

    def _tidy(self, cancel: threading.Event | None) -> None:
        """Words of what went stand in no part of the index any more; nothing hangs on it."""
        first = more = True
        while more and not (cancel is not None and cancel.is_set()):
            with self._store.writing(durable=False) as connection:
                more = search.tidy(connection, first=first)
            first = False
            time.sleep(GAP_S)

    def _note(self, connection: Connection, said: Mapping[str, Any]) -> None:
        person = self._person()
        told = {"by": person.name, "post": person.post, "at": self._clock().isoformat()}
        retention.keep(connection, {**told, **said}, GOING)

    def _tell(self, connection: Connection) -> None:
        """Write the line of what went; nothing is written of nothing."""
        line = self._line(connection)
        if line.data.get("items"):
            person = Person(line.actor, line.post)
            draft = (line.kind, line.subject, dict(line.data))
            events.append(connection, [draft], person, self._clock())
        retention.drop(connection, GOING)

    def _line(self, connection: Connection) -> Event:
        """The line of a run as far as it came, with no word of what went."""
        going = retention.read(connection, GOING)
        told = ("why", "days", "items", "since", "until")
        data = {key: going[key] for key in told if key in going}
        when = datetime.fromisoformat(str(going.get("at") or self._clock().isoformat()))
        reading = f"{int(when.timestamp() * 1000)}.0"
        return Event(
            "", reading, "", 0, str(going.get("by", "")), str(going.get("post", "")), ERASURE,
            f"{ERASURE}:{uuid.uuid4()}", data,
        )  # fmt: skip
