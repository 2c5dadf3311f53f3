"""Names against the lists of a profile, for the record: who asked, what for, and what came of it.

    name, kind, purpose -> (a purpose is needed for people) -> Screener -> hits, open
      -> a person confirms or rejects each -> what was not confirmed goes after 30 days

A hit on a natural person stands in no notification and no export before a person confirmed it:
hits live in tables of their own that nothing but this module reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osawatch.errors import BadInput, UnknownId
from osawatch.lists.desk import Lists
from osawatch.screening.model import Hit, Subject
from osawatch.screening.screener import THRESHOLD, Screener
from osawatch.screening.why import why
from osawatch.store import named, screenings
from osawatch.store.screenings import NewHit, StoredHit

PEOPLE = ("person", "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for one subject; `ids` name the hits in the record, in the same order."""

    subject: Subject
    hits: tuple[Hit, ...]
    ids: tuple[str, ...]


def screen(
    lists: Lists, subjects: Sequence[Subject], purpose: str, threshold: float = THRESHOLD
) -> list[Answer]:
    """Screen against all lists that are kept. People need a purpose, else `BadInput`."""
    purpose = " ".join(purpose.split())
    if not purpose and any(one.kind in PEOPLE for one in subjects):
        raise BadInput("say what a person is screened for", field="--purpose")
    entries = [entry for _, found in lists.current() for entry in found]
    if not entries:
        raise BadInput("no list is kept yet: run `sanctions update` first", field="sanctions")
    found = Screener(entries).screen_all(subjects, threshold)
    sweep(lists)
    return [
        Answer(one, hits, _recorded(lists, one, hits, purpose))
        for one, hits in zip(subjects, found, strict=True)
    ]


def hits(lists: Lists, state: str = "open") -> list[StoredHit]:
    """The hits on record: open, confirmed or rejected; "" = all."""
    sweep(lists)
    with lists.house.store.reading() as connection:
        return screenings.hits(connection, state)


def confirmed(lists: Lists) -> list[StoredHit]:
    """What may stand in an export: a person has looked at it."""
    return hits(lists, "confirmed")


def decide(lists: Lists, names: Sequence[str], state: str) -> None:
    """A person confirms or rejects hits of both kinds: all, or none when one is unknown."""
    person, now = lists.house.person(), lists.house.clock()
    with lists.house.store.writing() as connection:
        for name in names:
            if not any(
                rows.decide(connection, name, state, person, now) for rows in (screenings, named)
            ):
                raise UnknownId("hit", name)


def log(lists: Lists) -> list[dict[str, object]]:
    """Who asked, when and what for."""
    with lists.house.store.reading() as connection:
        return screenings.log(connection)


def sweep(lists: Lists) -> int:
    """Take away what nobody confirmed in 30 days; the number of hits."""
    with lists.house.store.writing() as connection:
        return screenings.purge(connection, lists.house.clock())


def _recorded(
    lists: Lists, subject: Subject, found: Sequence[Hit], purpose: str
) -> tuple[str, ...]:
    new = [
        NewHit(hit.entry.list, hit.entry.id, hit.entry.name, hit.score, why(hit)) for hit in found
    ]
    asked = (subject.name, subject.kind)
    with lists.house.store.writing() as connection:
        return tuple(
            screenings.add(
                connection, lists.house.person(), asked, purpose, new, lists.house.clock()
            )
        )
