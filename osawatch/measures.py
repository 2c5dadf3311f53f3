"""The life of a measure: announced, in force, suspended until, expired, followed by another. Pure.

fold   facts of the shipped list, sightings by time -> measures with their steps
ended  whether the end of a suspension or of a measure has passed with no later act seen

A sighting belongs to the measure of its act number; without one to the measure of the same
country and kind on one of the same goods. An act that suspends, lifts or extends changes the acts
it names by number, else the measure it agrees with. The fold depends on the set of sightings and
not on the order in which they were stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from osawatch.acts import Fact, Measure, Sighting, Step
from osawatch.actwords import ZONES
from osawatch.decide import STAGES, digest
from osawatch.notices import numbers, zone_of

RELIEF = ("suspended", "lifted", "expired")
MAKES = frozenset({"proposed", "adopted", "in_force", *RELIEF})  # a rumour alone is no measure
BY_RELATION = {"suspends": "suspended", "lifts": "lifted"}
SAME_START = timedelta(days=45)  # two reports of one beginning differ by less
_LISTED = re.compile(r"(?P<list>\d{1,3}(?:(?:, | and )\d{1,3})*)/(?P<year>20\d\d)")


@dataclass(slots=True)
class _Book:
    """The measures of one country while they are put together."""

    by_id: dict[str, Measure] = field(default_factory=dict)
    by_act: dict[str, str] = field(default_factory=dict)
    by_kind: dict[tuple[str, str], set[str]] = field(default_factory=dict)  # (measure, good)

    def put(self, one: Measure, acts: Iterable[str] = ()) -> None:
        self.by_id[one.id] = one
        for act in (one.act, *acts):
            if act:
                self.by_act.setdefault(act, one.id)
        for good in one.goods:
            self.by_kind.setdefault((one.measure, good), set()).add(one.id)

    def alike(self, seen: Sighting) -> list[Measure]:
        """Measures of the same kind on one of the same goods, other acts than its own."""
        names = {name for good in seen.goods for name in self.by_kind.get((seen.measure, good), ())}
        found = [self.by_id[name] for name in names]
        found = [one for one in found if not (one.act and one.act == seen.act)]
        return sorted(found, key=lambda one: _distance(one, seen))


def _distance(one: Measure, seen: Sighting) -> tuple[bool, int, int, str]:
    """Those that stand before those that ended; most goods in common; the latest."""
    shared = len(set(one.goods) & set(seen.goods))
    day = date.fromisoformat(one.announced).toordinal() if one.announced else 0
    return one.status in ("lifted", "expired"), -shared, -day, one.id


def fold(facts: Iterable[Fact], sightings: Iterable[Sighting]) -> list[Measure]:
    """All measures, by country, day of announcement and id."""
    books: dict[str, _Book] = {}
    for fact in facts:
        one = _from_fact(fact)
        books.setdefault(one.country, _Book()).put(one, _acts_of(fact, one.country))
    for seen in sorted(sightings, key=lambda one: (one.at, one.id, one.country, one.measure)):
        _take(books.setdefault(seen.country, _Book()), seen)
    found = [one for book in books.values() for one in book.by_id.values()]
    return sorted(found, key=lambda one: (one.country, one.announced, one.id))


def _from_fact(fact: Fact) -> Measure:
    country = fact.countries[0] if fact.countries else ""
    named = numbers(fact.text)
    steps = [Step(fact.day, "in_force", text=fact.text)]
    if fact.until:
        steps.append(Step(fact.until, "until"))
    suspended = fact.status == "suspended"
    return Measure(
        digest("known", fact.day, country, fact.measure, *fact.goods), country, fact.measure,
        fact.goods, status=fact.status, announced=fact.day, effective=fact.day,
        suspended_until=fact.until if suspended else "", expiry="" if suspended else fact.until,
        zone=ZONES.get(country, "UTC"), steps=tuple(steps), text=fact.text, source=fact.source,
        check=fact.check, links=tuple(("named", act) for _, _, act in named),
        act=next(iter(_acts_of(fact, country)), ""), last_seen=fact.known_on or fact.day,
        known_on=fact.known_on,
    )  # fmt: skip


def _acts_of(fact: Fact, country: str) -> list[str]:
    """The numbers an entry of the list begins with: «China 56, 61 and 62/2025: …»."""
    place = _LISTED.search(fact.text.partition(":")[0])
    if place is None or country != "CN":
        return []
    return [f"CN:{place['year']}/{int(one)}" for one in re.findall(r"\d+", place["list"])]


def _take(book: _Book, seen: Sighting) -> None:
    """One sighting: first what it does to other measures, then the measure that it is."""
    changed = _targets(book, seen)
    for relation, one in changed:
        book.put(_changed(one, relation, seen))
    mine = _mine(book, seen, changed)
    if mine is not None:
        links = tuple((relation, one.act or one.id) for relation, one in changed)
        links += tuple(ref for ref in seen.refs if ref[1] not in {link[1] for link in links})
        book.put(_told(mine, seen, links, changes=bool(changed)))


def _targets(book: _Book, seen: Sighting) -> list[tuple[str, Measure]]:
    named = [
        (relation, book.by_id[book.by_act[act]])
        for relation, act in seen.refs
        if act in book.by_act and relation != "retaliates"
    ]
    if named or seen.status not in RELIEF:
        return named
    relation = "lifts" if seen.status in ("lifted", "expired") else "suspends"
    return [(relation, one) for one in book.alike(seen)[:1]]


def _mine(book: _Book, seen: Sighting, changed: Sequence[tuple[str, Measure]]) -> Measure | None:
    """The measure that a sighting tells of: by number, by agreement, or a new one."""
    if seen.act:
        known = book.by_act.get(seen.act)
        if not known and not seen.measure:  # it is of the kind of what it changes
            seen = replace(seen, measure=next((one.measure for _, one in changed), ""))
        return book.by_id[known] if known else _new(seen)
    if changed:
        return None  # it tells of what another act does
    alike = book.alike(seen)
    if alike and not _another(alike[0], seen):
        return alike[0]
    return _new(seen) if seen.status in MAKES and seen.goods else None


def _another(one: Measure, seen: Sighting) -> bool:
    """Whether this is one of its own: after the end of the old one, or from a later day on."""
    if seen.status not in MAKES:
        return False
    if one.status in ("lifted", "expired"):
        return True
    if not (one.effective and seen.effective):
        return False
    apart = date.fromisoformat(seen.effective) - date.fromisoformat(one.effective)
    return apart > SAME_START


def _new(seen: Sighting) -> Measure:
    name = (
        digest("act", seen.act)
        if seen.act
        else digest("measure", seen.country, seen.measure, *seen.goods, seen.day)
    )
    return Measure(
        name, seen.country, seen.measure, seen.goods, seen.act, announced=seen.day,
        zone=ZONES.get(seen.country, "UTC"),
    )  # fmt: skip


def _changed(one: Measure, relation: str, seen: Sighting) -> Measure:
    """A measure after another act: suspended, lifted, extended, amended."""
    seen_again = replace(one, items=_items(one, seen), last_seen=max(one.last_seen, seen.day))
    if _old(one, seen):
        return seen_again
    status = BY_RELATION.get(relation, one.status)
    held, expiry = one.suspended_until, one.expiry
    if relation == "suspends" or (relation == "extends" and one.status == "suspended"):
        held = _later(held, seen, extends=relation == "extends")
    elif relation == "extends":
        expiry = _later(expiry, seen, extends=True)
    if (status, held, expiry) == (one.status, one.suspended_until, one.expiry) and not seen.act:
        return seen_again  # told once more
    step = Step(seen.day, relation, seen.act, seen.id)
    return replace(
        seen_again, status=status, suspended_until=held, expiry=expiry,
        steps=_with(one.steps, step),
    )  # fmt: skip


def _old(one: Measure, seen: Sighting) -> bool:
    """Whether an item is older than the shipped list, which tells how its story went on."""
    return bool(one.source) and seen.day <= one.known_on


def _later(known: str, seen: Sighting, *, extends: bool) -> str:
    """The new last day: an official one, the first that is told, or a later one of an extension."""
    if not seen.until or (known and not seen.official and not (extends and seen.until > known)):
        return known
    return seen.until


def _told(
    one: Measure, seen: Sighting, links: tuple[tuple[str, str], ...], *, changes: bool
) -> Measure:
    """A measure after one more item on itself. An official word on a day counts more."""
    status = one.status
    if not changes and not _old(one, seen):
        status = _further(one.status, seen.status, official=seen.official)
    if changes and not status:
        status = "adopted"  # the act that suspends another one is itself in force
    steps = one.steps
    if status != one.status and not changes:
        steps = _with(steps, Step(seen.day, seen.status or status, seen.act, seen.id))
    elif not steps:
        steps = (Step(seen.day, status or "announced", seen.act, seen.id),)
    relieved = seen.status == "suspended" and not changes
    return replace(
        one,
        status=status,
        steps=steps,
        effective=_better(one.effective, "" if relieved else seen.effective, seen),
        suspended_until=_better(one.suspended_until, seen.until if relieved else "", seen),
        expiry=_better(one.expiry, "" if relieved or changes else seen.until, seen),
        deadline=_better(one.deadline, seen.deadline, seen),
        codes=tuple(dict.fromkeys((*one.codes, *seen.codes)))[:60],
        goods=tuple(sorted({*one.goods, *seen.goods})) if seen.act else one.goods,
        links=tuple(dict.fromkeys((*one.links, *links))),
        items=_items(one, seen),
        announced=min(one.announced or seen.day, seen.day),
        last_seen=max(one.last_seen, seen.day),
    )


def _further(known: str, said: str, *, official: bool) -> str:
    """Relief is believed, its end only from an official source: news tell of old measures too.

    Otherwise a status only moves on.
    """
    if not said or said == known:
        return known
    if said in RELIEF or not known:
        return said
    if known in RELIEF:
        return said if official else known
    if said not in STAGES or known not in STAGES:
        return said
    return max(known, said, key=STAGES.index)


def _better(known: str, said: str, seen: Sighting) -> str:
    return said if said and (not known or seen.official) else known


def _with(steps: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """One more step, unless it was told already."""
    known = {(one.day, one.what) for one in steps} | {
        (one.act, one.what) for one in steps if one.act
    }
    if (step.day, step.what) in known or (step.act, step.what) in known:
        return steps
    return tuple(sorted((*steps, step), key=lambda one: (one.day, one.what)))


def _items(one: Measure, seen: Sighting) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*one.items, seen.item)))[-200:]


# -- its end


def today(one: Measure, now: datetime) -> date:
    """The day it is where the measure was issued."""
    return now.astimezone(zone_of(one.zone)).date()


def ended(one: Measure, now: datetime) -> tuple[str, date] | None:
    """What has ended, "suspension" or "measure", and on which day was the last of it."""
    if one.status == "suspended" and one.suspended_until:
        kind, last = "suspension", one.suspended_until
    elif one.expiry and one.status in ("adopted", "in_force", "proposed"):
        kind, last = "measure", one.expiry
    else:
        return None
    day = date.fromisoformat(last)
    return (kind, day) if day < today(one, now) else None


def standing(one: Measure, now: datetime) -> str:
    """The status by today: what was adopted is in force from its day on."""
    if one.status == "adopted" and one.effective:
        return "in_force" if date.fromisoformat(one.effective) <= today(one, now) else "adopted"
    return one.status
