"""Situations of a profile: read, and changed by events that name who did it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from osawatch import undoing
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Changes, Person
from osawatch.situation.fold import fold
from osawatch.situation.model import CERTAINTIES, MOST_HOURS, Report, Situation
from osawatch.store import events, sources
from osawatch.store.database import Connection, Store
from osawatch.store.events import Draft

PREFIX = "situation:"


class Situations:
    """Every act is one transaction; what is wrong with it is `BadInput` and changes nothing."""

    def __init__(
        self,
        kept: Store,
        person: Callable[[], Person],
        clock: Callable[[], datetime],
        announce: Callable[[Changes], Changes],
    ) -> None:
        self._store, self._person, self._clock = kept, person, clock
        self._announce = announce

    # -- reading

    def every(self) -> list[Situation]:
        """All, those that run first, then the newest."""
        now = self._clock()
        with self._store.reading() as connection:
            found = _every(connection)
        return sorted(found, key=lambda one: (one.runs(now), one.opened, one.id), reverse=True)

    def one(self, name: str) -> Situation:
        """A situation; the beginning of its id is enough when it is the only one."""
        with self._store.reading() as connection:
            return _found(connection, name)

    # -- acting

    def open(
        self,
        title: str,
        names: Sequence[str],
        hours: int,
        *,
        goods: Sequence[str] = (),
        countries: Sequence[str] = (),
    ) -> Situation:
        """Begin: these sources are asked as fast as is polite, for so many hours."""
        said = " ".join(title.split())
        if not said:
            raise BadInput("is missing", field="title")
        if not names:
            raise BadInput("names no source", field="sources")
        until = self._clock() + timedelta(hours=_hours(hours))
        case = f"{PREFIX}{uuid.uuid4()}"

        def drafts(connection: Connection) -> list[Draft]:
            unknown = next((x for x in names if x not in sources.known_ids(connection)), "")
            if unknown:
                raise UnknownId("source", unknown)
            data: dict[str, object] = {
                "title": said, "until": until.isoformat(timespec="seconds"),
                "sources": list(dict.fromkeys(names)), "goods": list(goods),
                "countries": list(countries),
            }  # fmt: skip
            return [("situation_open", case, data)]

        return self._write(drafts)

    def line(self, name: str, text: str, certainty: str) -> Situation:
        """Something to the timeline, and how sure it is."""
        _sure(certainty)
        if not text.strip():
            raise BadInput("is missing", field="text")
        return self._act(name, "situation_line", {"text": text.strip(), "certainty": certainty})

    def mark(self, name: str, of: str, certainty: str) -> Situation:
        """How sure a line or a story (by the id of its item) is, by now."""
        _sure(certainty)
        if not of.strip():
            raise BadInput("is missing", field="of")

        def drafts(connection: Connection) -> list[Draft]:
            one = _found(connection, name)
            named = [x.id for x in one.lines if x.id.startswith(of)]
            what = named[0] if len(named) == 1 else of
            return [("situation_mark", one.id, {"of": what, "certainty": certainty})]

        return self._write(drafts)

    def extend(self, name: str, hours: int) -> Situation:
        """So many hours more from now on; what has ended does not run again."""
        until = self._clock() + timedelta(hours=_hours(hours))

        def drafts(connection: Connection) -> list[Draft]:
            one = _found(connection, name)
            if not one.runs(self._clock()):
                raise BadInput("has ended: open another one", field="situation")
            said = until.isoformat(timespec="seconds")
            return [("situation_extend", one.id, {"until": said})]

        return self._write(drafts)

    def end(self, name: str) -> Situation:
        """End it now."""

        def drafts(connection: Connection) -> list[Draft]:
            one = _found(connection, name)
            if one.ended:
                raise BadInput("has ended already", field="situation")
            return [("situation_end", one.id, {})]

        return self._write(drafts)

    def report(self, name: str, text: str, digest: str) -> Report:
        """A report that left: the next number of this post; the same text again is the same one."""
        person = self._person()

        def drafts(connection: Connection) -> list[Draft]:
            one = _found(connection, name)
            data: dict[str, object] = {
                "number": next_number(one, person.post), "text": text, "sha256": digest
            }  # fmt: skip
            return [("situation_report", one.id, data)]

        known = next(
            (x for x in self.one(name).reports if (x.sha256, x.post) == (digest, person.post)), None
        )
        return known or self._write(drafts).reports[-1]

    def settle(self) -> list[Situation]:
        """End those whose time is up; which ones. Whoever asks first writes it on the log."""
        now = self._clock()
        with self._store.reading() as connection:  # asked every minute, and seldom to write
            if not _over(connection, now):
                return []
        with self._store.writing() as connection:
            over = _over(connection, now)
            made: list[Draft] = [("situation_end", one.id, {"by_time": True}) for one in over]
            events.append(connection, made, Person("osawatch", self._person().post), now)
            found = [_found(connection, one.id) for one in over]
        if found:
            self._announce(Changes(settings=True))
        return found

    def undo(self) -> int:
        """Takes back the last act of this person on any situation."""
        with self._store.writing() as connection:
            last = undoing.back(
                connection, self._person(), self._clock(),
                lambda one: one.kind.startswith("situation_"),
            )  # fmt: skip
        self._announce(Changes(settings=True))
        return len(last)

    # -- inside

    def _act(self, name: str, kind: str, data: dict[str, object]) -> Situation:
        return self._write(lambda connection: [(kind, _found(connection, name).id, data)])

    def _write(self, drafts: Callable[[Connection], list[Draft]]) -> Situation:
        with self._store.writing() as connection:
            made = drafts(connection)
            events.append(connection, made, self._person(), self._clock())
            found = _found(connection, made[0][1])
        self._announce(Changes(settings=True))
        return found


def fast(connection: Connection, now: datetime) -> frozenset[str]:
    """The sources that are asked as fast as is polite at this time."""
    running = (one for one in _every(connection) if one.runs(now))
    return frozenset(source for one in running for source in one.sources)


def next_number(one: Situation, post: str) -> int:
    """The number of the next report of a post."""
    return max((x.number for x in one.reports if x.post == post), default=0) + 1


def _every(connection: Connection) -> list[Situation]:
    logs = events.by_subject(connection, PREFIX, "situation;")
    return [one for log in logs.values() if (one := fold(log)) is not None]


def _over(connection: Connection, now: datetime) -> list[Situation]:
    return [one for one in _every(connection) if one.ended is None and now >= one.until]


def _found(connection: Connection, name: str) -> Situation:
    logs = events.by_subject(connection, PREFIX, "situation;")
    short = name.removeprefix(PREFIX)
    keys = [key for key in logs if short and key.removeprefix(PREFIX).startswith(short)]
    one = fold(logs[keys[0]]) if len(keys) == 1 else None
    if one is None:
        raise UnknownId("situation", name)
    return one


def _sure(certainty: str) -> None:
    if certainty not in CERTAINTIES:
        told = f"{certainty!r} is not one of {', '.join(CERTAINTIES)}"
        raise BadInput(told, field="certainty")


def _hours(hours: int) -> int:
    if not 1 <= hours <= MOST_HOURS:
        raise BadInput(f"{hours} is not from 1 to {MOST_HOURS} hours", field="hours")
    return hours
