"""The use cases of grades.

a grade + why -> kept beside the shipped one -> open alerts of the source wait -> rated in parts
closed as «this was wrong», or an item called so -> a proposal -> a person accepts or rejects it

What waits is kept in the store: a program that ends in between goes on at its next poll.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from osawatch import upkeep
from osawatch.errors import BadInput, UnknownId
from osawatch.fold import clock_of, ordered, undone
from osawatch.graded import GRADES, Given, Proposal, Why, Wrong, lower
from osawatch.model import Changes, Person
from osawatch.scoring import Rater
from osawatch.store import events, grades, identity
from osawatch.store.database import Connection, Store
from osawatch.store.rows import seconds

AT_ONCE = 100  # alerts rated in one transaction: others write in between
Progress = Callable[[int, int], None]


def _quiet(_done: int, _all: int) -> None:
    """Nobody looks."""


@dataclass(frozen=True, slots=True)
class Grading:
    """The use cases of one profile."""

    store: Store
    rater: Callable[[], Rater]
    person: Callable[[], Person]
    clock: Callable[[], datetime]
    announce: Callable[[Changes], Changes]

    def of(self, source: str) -> list[Given]:
        """What was decided on a source's grade, the newest first."""
        with self.store.reading() as connection:
            _require(grades.shipped(connection, source), source)
            return grades.history(connection, source)

    def standing(self) -> dict[str, Given]:
        """The grades in use that are the desk's own, by source."""
        with self.store.reading() as connection:
            return grades.standing(connection)

    def proposals(self) -> list[Proposal]:
        """Sources whose reports a person called wrong since their grade was last decided."""
        with self.store.reading() as connection:
            found = {one[0]: one for one in grades.wrong(connection)}
            for source, title, grade, wrong in _marked(connection):
                before = found[source][3] if source in found else ()
                found[source] = (source, title, grade, (*before, wrong))
        return [
            Proposal(source, title, grade, down, wrong)
            for source, title, grade, wrong in found.values()
            if (down := lower(grade))
        ]

    def set(
        self,
        source: str,
        grade: str,
        why: str,
        progress: Progress = _quiet,
        cancel: threading.Event | None = None,
    ) -> int:
        """Give a source a grade, "" = the shipped one again; how many alerts were rated anew."""
        return self._decide(source, grade, why, "edit", progress, cancel)

    def accept(
        self,
        source: str,
        why: str,
        progress: Progress = _quiet,
        cancel: threading.Event | None = None,
    ) -> int:
        """Lower a grade as it was proposed."""
        return self._decide(
            source, self._proposed(source).proposed, why, "accepted", progress, cancel
        )

    def reject(self, source: str, why: str) -> None:
        """Leave the grade; what was called wrong so far proposes nothing any more."""
        found = self._proposed(source)
        self._keep(source, found.grade, _reason(why), "rejected")
        self.announce(Changes(sources=frozenset({source})))

    def _proposed(self, source: str) -> Proposal:
        with self.store.reading() as connection:
            _require(grades.shipped(connection, source), source)
        for one in self.proposals():
            if one.source == source:
                return one
        raise BadInput(f"nothing is proposed for {source!r}", field="source")

    def _decide(
        self,
        source: str,
        grade: str,
        why: str,
        what: Why,
        progress: Progress,
        cancel: threading.Event | None,
    ) -> int:
        if grade and (len(grade) != 1 or grade not in GRADES):
            raise BadInput(f"{grade!r} is not one of {' '.join(GRADES)}", field="grade")
        self._keep(source, grade, _reason(why), what)
        done = self._rate(progress, cancel)
        self.announce(Changes(sources=frozenset({source})))
        return done

    def _keep(self, source: str, grade: str, why: str, what: Why) -> None:
        person = self.person()
        given = Given(source, grade, person.name, person.post, self.clock(), why, what)
        with self.store.writing() as connection:
            _require(grades.shipped(connection, source), source)
            grades.keep(connection, given)

    def _rate(self, progress: Progress, cancel: threading.Event | None) -> int:
        """All that waits, a part at a time; what is left when cancelled goes on with a poll."""
        done, whole = 0, self._waiting()
        while whole and not (cancel and cancel.is_set()):
            with self.store.writing(durable=False) as connection:
                some, cards = upkeep.regrade(connection, self.rater(), self.clock(), AT_ONCE)
            self.announce(Changes(cards=frozenset(cards)))
            done += some
            progress(min(done, whole), whole)
            if not some:
                break
        return done

    def _waiting(self) -> int:
        with self.store.reading() as connection:
            return grades.waiting(connection)


def _marked(connection: Connection) -> Iterator[tuple[str, str, str, Wrong]]:
    """Items called wrong since their source was decided on: (source, title, grade, what)."""
    for subject in grades.marked(connection):
        alert = identity.resolve(connection, subject)
        log = ordered(events.of_alerts(connection, [alert])[alert]) if alert else []
        dead = undone(log)
        last = {str(one.data.get("item", "")): one for one in log
                if one.kind == "wrong" and one.id not in dead}  # fmt: skip
        for item, said in last.items():
            told = grades.reporter(connection, item)
            at = clock_of(said.hlc).replace(microsecond=0)
            if told is not None and said.data.get("on", True) is True and seconds(at) > told[4]:
                yield told[0], told[1], told[2], Wrong(alert or subject, told[3], at)


def _require(shipped: str | None, source: str) -> None:
    if shipped is None:
        raise UnknownId("source", source)


def _reason(why: str) -> str:
    said = why.strip()
    if not said:
        raise BadInput("is missing: a grade needs a reason", field="why")
    return said
