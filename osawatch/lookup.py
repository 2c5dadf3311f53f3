"""Look-up: what the desk knows of a good, a country or a company, and how far it has looked.

typed words or digits -> subjects (by name in any language, by customs code) -> dossier
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from osawatch import measures as life
from osawatch.acts import Detail, Measure
from osawatch.hits import Standing as OnList
from osawatch.model import Alert, Filter, SourceRow
from osawatch.records import Record, records
from osawatch.rulebook import Rulebook, country_name
from osawatch.store import details, measures, reading, sources, watched
from osawatch.store.database import Store
from rules.fold import fold

MOST, ALERTS = 40, 50
CODE = re.compile(r"[\d. ]{4,}")
Kind = Literal["good", "country", "company"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be looked up; `matched` is the word or code that led to it."""

    kind: Kind
    key: str
    name: str
    matched: str


@dataclass(frozen=True, slots=True)
class Share:
    """A supplier's share (0..1, None = named without a figure) at one link of the chain."""

    good: str
    country: str
    share: float | None
    scope: str
    stage: str
    period: str
    source: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure and how it stands today; `ended` when its last day has passed unnoticed.

    `record` is what people added to it: quota, exemptions, route, users, reactions.
    """

    measure: Measure
    status: str
    ended: bool
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A source that is on, and when it answered last; None = never."""

    title: str
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far this desk has looked: sources that are on and answered, items they brought.

    `checked` names each of them, the last that answered first; those that never did end it.
    `off`: sources of which nothing is read.
    """

    on: int
    answered: int
    silent: tuple[str, ...]
    last: datetime | None
    items: int
    checked: tuple[Checked, ...] = ()
    off: int = 0


@dataclass(frozen=True, slots=True)
class Searched:
    """What a name was looked for in: entries of the watchlist. `dated`: of the shipped measures.

    `items`: all that are kept, also those of files and of sources that are off.
    """

    goods: int
    countries: int
    companies: int
    measures: int
    dated: str
    items: int
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known. Measures are sorted: in force, suspended, announced, over.

    `listings` are a company's on sanctions lists, those that stand first. `alerts` are the newest
    of those whose ids are `raised`.
    """

    subject: Subject
    names: tuple[tuple[str, str], ...]
    codes: tuple[str, ...]
    ministries: tuple[str, ...]
    shares: tuple[Share, ...]
    standings: tuple[Standing, ...]
    alerts: tuple[Alert, ...]
    coverage: Coverage
    as_of: datetime
    listings: tuple[OnList, ...] = ()
    raised: tuple[str, ...] = ()


ORDER = (
    "in_force", "suspended", "adopted", "proposed", "considered", "rumour", "expired", "lifted",
)  # fmt: skip


class Lookup:
    """Answers for one profile. The index of names is made when it is first asked."""

    def __init__(self, store: Store, rules: Rulebook, clock: Callable[[], datetime]) -> None:
        self._store, self._rules, self._clock = store, rules, clock
        self._index: tuple[object, list[tuple[str, Subject]]] | None = None

    def subjects(self, typed: str, language: str = "en") -> list[Subject]:
        """What the words may mean, the best first: whole names, beginnings, then parts."""
        if CODE.fullmatch(typed.strip()):
            return self._by_code(re.sub(r"\D", "", typed), language)
        asked = fold(typed).strip()
        if not asked:
            return []
        ranked: dict[tuple[str, str], tuple[int, int, Subject]] = {}
        for words, subject in self._names(language):
            if asked not in words:
                continue
            rank = 0 if words == asked else 1 if words.startswith(asked) else 2
            known = ranked.get((subject.kind, subject.key))
            if known is None or (rank, len(words)) < known[:2]:
                ranked[subject.kind, subject.key] = (rank, len(words), subject)
        best = sorted(ranked.values(), key=lambda one: (*one[:2], one[2].key))
        return [one[2] for one in best[:MOST]]

    def searched(self) -> Searched:
        """What a name or code was looked for in, and how far this desk has looked at all."""
        known = self._rules.pack.watchlist
        with self._store.reading() as connection:
            every = measures.every(connection)
            rows = sources.rows(connection, self._clock())
        return Searched(
            len(known.goods), len(known.countries), len(known.companies), len(every),
            max((one.known_on for one in every), default=""),
            sum(row.items for row in rows), coverage(rows),
        )  # fmt: skip

    def dossier(self, subject: Subject) -> Dossier:
        """What is known of a subject today."""
        now, pack = self._clock(), self._rules.pack
        goods, countries = self.scope(subject)
        with self._store.reading() as connection:
            every, added = measures.every(connection), details.every(connection)
            known = [one for one in every if _about(one, goods, countries)]
            wanted = Filter(view="all", goods=goods, countries=countries)
            ids = reading.alert_ids(connection, wanted) if goods or countries else []
            alerts = tuple(reading.alerts(connection, ids[:ALERTS]))
            looked = coverage(sources.rows(connection, now))
            company = subject.key if subject.kind == "company" else ""
            listings = tuple(watched.every(connection, company)) if company else ()
        standings = tuple(standings_of(known, now, _told(known, every, added)))
        good = pack.watchlist.goods.get(subject.key) if subject.kind == "good" else None
        return Dossier(
            subject, _names(good, subject), _codes(good), self._rules.ministries(goods),
            tuple(self._shares(subject, goods)), standings, alerts, looked, now,
            listings, tuple(ids),
        )  # fmt: skip

    def scope(self, subject: Subject) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The goods and countries a subject stands for."""
        watchlist = self._rules.pack.watchlist
        if subject.kind == "good":
            return (subject.key,), ()
        if subject.kind == "country":
            return (), (subject.key,)
        return tuple(watchlist.companies[subject.key].goods), ()

    def _shares(self, subject: Subject, goods: Iterable[str]) -> list[Share]:
        watchlist = self._rules.pack.watchlist
        land = subject.key if subject.kind == "country" else ""
        wanted = watchlist.goods if land else goods
        found = [
            Share(key, one.country, one.share, one.scope, one.stage, one.period, one.source)
            for key in wanted
            if key in watchlist.goods
            for one in watchlist.goods[key].suppliers
            if not land or one.country == land
        ]
        return sorted(found, key=lambda one: (-(one.share or 0.0), one.good, one.scope))

    def _by_code(self, digits: str, language: str) -> list[Subject]:
        found = []
        for key, good in self._rules.pack.watchlist.goods.items():
            for code in good.codes:
                known = code.cn8 or code.hs6
                if known.startswith(digits) or digits.startswith(code.hs6 or "-"):
                    name = self._rules.name("good", key, language)
                    found.append(Subject("good", key, name, known))
                    break
        return found[:MOST]

    def _names(self, language: str) -> list[tuple[str, Subject]]:
        pack = self._rules.pack
        made = (id(pack), language)
        if self._index is None or self._index[0] != made:
            self._index = (made, list(self._made(language)))
        return self._index[1]

    def _made(self, language: str) -> Iterable[tuple[str, Subject]]:
        watchlist = self._rules.pack.watchlist
        for key, good in watchlist.goods.items():
            name = self._rules.name("good", key, language)
            words = {*good.names.values(), key.replace("-", " "), good.symbol, good.cas}
            words |= {term.text for group in good.terms.values() for term in group}
            for word in sorted(words - {""}):
                yield fold(word).strip(), Subject("good", key, name, word)
        for key, country in watchlist.countries.items():
            name = country_name(key, language)
            for word in sorted({*country.names.values(), key, country.iso3} - {""}):
                yield fold(word).strip(), Subject("country", key, name, word)
        for key, company in watchlist.companies.items():
            words = {term.text for group in company.names.values() for term in group}
            name = min(words, key=len) if words else key
            for word in sorted(words):
                yield fold(word).strip(), Subject("company", key, name, word)


def coverage(rows: Iterable[SourceRow]) -> Coverage:
    """How far sources that are on have answered."""
    every = list(rows)
    on = [row for row in every if row.enabled]
    answered = [row for row in on if row.last_success is not None]
    silent = [row for row in on if row.last_success is None]
    answered.sort(key=lambda row: row.last_success.timestamp() if row.last_success else 0.0)
    return Coverage(
        len(on), len(answered), tuple(row.title for row in silent),
        answered[-1].last_success if answered else None, sum(row.items for row in on),
        tuple(Checked(row.title, row.last_success) for row in (*reversed(answered), *silent)),
        len(every) - len(on),
    )  # fmt: skip


def _about(one: Measure, goods: tuple[str, ...], countries: tuple[str, ...]) -> bool:
    return bool(set(one.goods) & set(goods)) or one.country in countries


def _names(good: object, subject: Subject) -> tuple[tuple[str, str], ...]:
    names = getattr(good, "names", None)
    return tuple(sorted(names.items())) if names else (("", subject.name),)


def _codes(good: object) -> tuple[str, ...]:
    return tuple(code.cn8 or code.hs6 for code in getattr(good, "codes", ()))


def _told(
    known: Sequence[Measure], every: Sequence[Measure], added: Sequence[Detail]
) -> dict[str, Record]:
    """What people added to these measures, and which others answer them."""
    wanted = {one.id for one in known}
    return {one.measure.id: one for one in records(every, added, wanted)}


def standings_of(
    found: Iterable[Measure], now: datetime, told_of: Mapping[str, Record]
) -> list[Standing]:
    """Measures as they stand at a time: in force first, then suspended, announced, over."""
    told = [
        Standing(
            one, life.standing(one, now), life.ended(one, now) is not None, told_of.get(one.id)
        )
        for one in found
    ]
    last = len(ORDER)
    return sorted(
        told,
        key=lambda one: (
            ORDER.index(one.status) if one.status in ORDER else last,
            one.measure.effective or one.measure.announced,
            one.measure.id,
        ),
    )
