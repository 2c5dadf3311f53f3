"""Records of measures: what people know of them beside the acts, with a source each.

    measure (by id, its beginning, or act) + detail -> checked -> kept -> shown in look-up and here

A measure is made anew from what items say; what is added hangs on its act's number, else on its id.
What hangs on nothing any more is `lost`: told of, never thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from babel import Locale

from osawatch.acts import Detail, Measure, NewDetail
from osawatch.errors import BadInput, UnknownId
from osawatch.model import Changes, Person
from osawatch.store import details, measures
from osawatch.store.database import Store

SHORTEST = 4  # letters of an id that name it
AMOUNTS = ("quota", "used")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Use:
    """How far a quota is used: both in one unit; `share` may be above 1."""

    quota: Detail
    used: Detail
    share: float


@dataclass(frozen=True, slots=True)
class Record:
    """A measure with what people added. `reactions`: (relation, measure) to and from others."""

    measure: Measure
    details: tuple[Detail, ...]
    use: Use | None = None
    reactions: tuple[tuple[str, Measure], ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """The use cases of one profile."""

    store: Store
    person: Callable[[], Person]
    clock: Callable[[], datetime]
    announce: Callable[[Changes], Changes]

    def every(self) -> list[Record]:
        """All measures with what was added to them."""
        with self.store.reading() as connection:
            return records(measures.every(connection), details.every(connection))

    def measures(self) -> list[Measure]:
        """All measures that this desk knows of, by country."""
        with self.store.reading() as connection:
            return measures.every(connection)

    def lost(self) -> list[Detail]:
        """What was added to measures that are not known any more."""
        with self.store.reading() as connection:
            known, added = measures.every(connection), details.every(connection)
        return [one for one in added if not any(belongs(one, measure) for measure in known)]

    def show(self, name: str) -> Record:
        """A measure by id, its beginning, or act; `UnknownId`, `BadInput` for several."""
        found = self.every()
        names = [one.measure for one in found]
        wanted = _named(name, names)
        return next(one for one in found if one.measure.id == wanted.id)

    def add(self, name: str, new: NewDetail) -> str:
        """Add a detail with its source; `BadInput` names the field that is wrong."""
        with self.store.writing() as connection:
            known = measures.every(connection)
            measure = _named(name, known)
            checked = _checked(new, measure, known)
            key = details.add(connection, measure, checked, self.person(), self.clock())
        self.announce(Changes(settings=True))
        return key

    def withdraw(self, names: Sequence[str]) -> None:
        """Take details back: all of them, or none when one is unknown."""
        with self.store.writing() as connection:
            for name in names:
                if not details.withdraw(connection, name, self.person(), self.clock()):
                    raise UnknownId("detail", name)
        self.announce(Changes(settings=True))


def records(
    known: Sequence[Measure], added: Sequence[Detail], wanted: Collection[str] | None = None
) -> list[Record]:
    """Measures with what hangs on them, in the order given; `wanted` ids, None = all."""
    links = _links(known, added)
    made = []
    for measure in known:
        if wanted is None or measure.id in wanted:
            mine = tuple(one for one in added if belongs(one, measure))
            made.append(Record(measure, mine, use(mine), tuple(links.get(measure.id, ()))))
    return made


def belongs(one: Detail, measure: Measure) -> bool:
    """Whether a detail hangs on a measure: by the number of its act, else by its id."""
    return one.act == measure.act if one.act else one.measure == measure.id


def use(added: Iterable[Detail]) -> Use | None:
    """How far the quota is used: the last word on each, in one unit."""
    quota = _last(added, "quota", "")
    used = _last(added, "used", quota.unit) if quota else None
    if quota is None or used is None or not quota.amount or used.amount is None:
        return None
    return Use(quota, used, used.amount / quota.amount)


def _last(added: Iterable[Detail], kind: str, unit: str) -> Detail | None:
    fit = [one for one in added if one.kind == kind and unit in ("", one.unit)]
    return max(fit, key=lambda one: (one.day, one.at), default=None)


def _links(
    known: Sequence[Measure], added: Sequence[Detail]
) -> dict[str, list[tuple[str, Measure]]]:
    """«answered-by» and «answers» by measure: what people linked, and what acts say themselves."""
    by_name = {name: one for one in known for name in (one.id, one.act) if name}
    pairs: dict[tuple[str, str], tuple[Measure, Measure]] = {}
    for one in added:
        first, second = by_name.get(one.act or one.measure), by_name.get(one.value)
        if one.kind == "reaction" and first and second:
            pairs[first.id, second.id] = first, second
    for answer in known:
        for relation, act in answer.links:
            answered = by_name.get(act) if relation == "retaliates" else None
            if answered:
                pairs[answered.id, answer.id] = answered, answer
    found: dict[str, list[tuple[str, Measure]]] = {}
    for answered, answer in pairs.values():
        found.setdefault(answered.id, []).append(("answered-by", answer))
        found.setdefault(answer.id, []).append(("answers", answered))
    return found


def _named(name: str, known: Sequence[Measure]) -> Measure:
    exact = [one for one in known if name in (one.id, one.act)]
    found = exact or [one for one in known if len(name) >= SHORTEST and one.id.startswith(name)]
    if not found:
        raise UnknownId("measure", name)
    if len(found) > 1:
        raise BadInput(f"{name!r} is the beginning of {len(found)} measures", field="measure")
    return found[0]


def _checked(new: NewDetail, measure: Measure, known: Sequence[Measure]) -> NewDetail:
    new = replace(
        new, source=_line(new.source), value=_line(new.value), unit=_line(new.unit),
        day=_line(new.day), note=_line(new.note),
    )  # fmt: skip
    if not new.source:
        raise BadInput("say where this is from", field="source")
    if new.day and not _is_day(new.day):
        raise BadInput(f"{new.day!r} is no day: YYYY-MM-DD", field="day")
    if new.kind in AMOUNTS:
        return _measured(new)
    if not new.value:
        raise BadInput("is missing", field="value")
    if new.kind == "destination":
        return replace(new, value=_country(new.value))
    if new.kind == "reaction":
        return replace(new, value=_reaction(new.value, measure, known))
    return new


def _line(words: str) -> str:
    return _SPACES.sub(" ", words).strip()


def _measured(new: NewDetail) -> NewDetail:
    if new.amount is None or not 0 <= new.amount < float("inf"):
        raise BadInput("give an amount of 0 or more", field="amount")
    if not new.unit:
        raise BadInput("give the unit of the amount", field="unit")
    return new


def _country(value: str) -> str:
    code = value.upper()
    if code != "EU" and (len(code) != 2 or code not in Locale("en").territories):
        raise BadInput(f"{value!r} is not a two-letter country code", field="value")
    return code


def _reaction(value: str, measure: Measure, known: Sequence[Measure]) -> str:
    """The measure that answers this one; it is another country's."""
    other = _named(value, known)
    if other.country == measure.country:
        raise BadInput("a reaction is another country's measure", field="value")
    return other.act or other.id


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
