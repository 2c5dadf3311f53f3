"""Follows measures in the store: reads new items for acts, folds, and says when an end has passed.

store.measures.unread -> notices.read -> sightings -> measures.fold (a country at a time)
  -> measures.ended -> an alert of the built-in rule `measure-ended`, on an item of the calendar

The end of a measure, or of its suspension, that passes without a later act seen is news that
nobody publishes: the alert says what ended, on which day there, and what was not seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from feeds.model import SourceSpec
from osawatch import measures, notices, upkeep
from osawatch.acts import Fact, Known, Measure
from osawatch.alerting import Raised, Stored, raise_alerts
from osawatch.decide import digest
from osawatch.gist import ENDS, Name
from osawatch.model import Person
from osawatch.scoring import Rater
from osawatch.stages import Entry
from osawatch.store import events, items, sources
from osawatch.store import measures as rows
from osawatch.store.database import Connection
from rules import dates
from rules.model import Match, MeasureStatus, Role, RuleHit, Text, Tier

RULE, TITLE = "measure-ended", "A measure or its suspension has ended, and no later act was seen"
CALENDAR = SourceSpec(
    id="calendar", title="Calendar of measures", url="", kind="", format="calendar", grade="C"
)
LOOK_BACK = timedelta(days=180)  # ends that passed before are history, not news
SINCE = "measures-since"  # when this desk began to watch
FACTS = "measures-facts"


def follow(connection: Connection, known: Known) -> None:
    """Read what is new and put the measures of the countries it tells of together again."""
    lands = _changed_facts(connection, known.facts)
    while found := rows.unread(connection):
        for row in found:
            lands |= rows.countries(connection, row.n)
            told = notices.read(_page(row), _dated(row), known.decided)
            rows.keep(connection, row, told)
            lands |= {one.country for one in told}
    for land in sorted(lands):
        rows.replace(connection, land, folded(connection, known.facts, land))


def folded(connection: Connection, facts: Iterable[Fact], land: str) -> list[Measure]:
    """The measures of a country as its facts and sightings make them."""
    mine = [one for one in facts if one.countries[:1] == (land,)]
    return measures.fold(mine, rows.sightings(connection, land))


def differences(connection: Connection, facts: Collection[Fact]) -> list[str]:
    """Measures that do not say what their sightings say, one line each."""
    lands = rows.all_countries(connection) | {one.countries[0] for one in facts if one.countries}
    kept = {one.id: one for one in rows.every(connection)}
    fresh = {one.id: one for land in lands for one in folded(connection, facts, land)}
    return [
        f"measure {name}: does not say what its acts say"
        for name in sorted(kept.keys() | fresh.keys())
        if kept.get(name) != fresh.get(name)
    ]


def ring(
    connection: Connection,
    known: Known,
    rater: Rater,
    name: Name,
    language: str,
    now: datetime,
) -> set[str]:
    """Raise an alert for each end that passed while this desk watched; the cards that changed.

    What ended before is history: the preview says that its last day has passed.
    """
    raised, began, first = Raised(), _since(connection, now), (now - LOOK_BACK).date()
    for one in rows.every(connection):
        end = measures.ended(one, now)
        if end is not None and end[1] >= first and end != measures.ended(one, began):
            _raise(connection, one, end, known, raised, _words(one, end, name, language), now)
    if not raised.touched:
        return set()
    events.append(connection, raised.log, Person("osawatch"), now)
    return upkeep.renew(connection, raised.touched, rater, now, cards=raised.cards)


def _since(connection: Connection, now: datetime) -> datetime:
    """When this desk began to watch; earlier versions kept the day alone."""
    if not rows.noted(connection, SINCE):
        rows.note(connection, SINCE, now.isoformat())
    began = datetime.fromisoformat(rows.noted(connection, SINCE))
    return began if began.tzinfo else began.replace(tzinfo=UTC)


def _changed_facts(connection: Connection, facts: tuple[Fact, ...]) -> set[str]:
    """The countries to look at because the shipped list is another one than last time."""
    form = hashlib.blake2b(repr(facts).encode(), digest_size=8).hexdigest()
    if rows.noted(connection, FACTS) == form:
        return set()
    rows.note(connection, FACTS, form)
    before = {one.country for one in rows.every(connection)}
    return (
        before
        | rows.all_countries(connection)
        | {one.countries[0] for one in facts if one.countries}
    )


def _page(row: rows.Row) -> notices.Page:
    return notices.Page(row.n, row.id, row.at, row.official, row.title, row.summary, row.url)


def _dated(row: rows.Row) -> Match:
    """The dates of an official text are read even where no rule fired."""
    if row.match.dates or not row.match.measures:
        return row.match
    when = datetime.fromtimestamp(row.at, UTC)
    text = Text(row.title, row.summary, row.language, published=when)
    return replace(row.match, dates=dates.found(text))


def _words(one: Measure, end: tuple[str, date], name: Name, language: str) -> tuple[str, str]:
    """Title and text of the calendar's item."""
    said = ENDS.get(language, ENDS["en"])
    kind, day = end
    goods = ", ".join(name("good", good) for good in one.goods)
    measure = name("measure", one.measure).split(" / ")[0]
    title = said[kind].format(one.country, measure, day.isoformat(), goods)
    origin = one.act or one.source or one.announced
    return title, said["why"].format(day.isoformat(), one.zone, origin, one.last_seen, one.text)


def _raise(
    connection: Connection,
    one: Measure,
    end: tuple[str, date],
    known: Known,
    raised: Raised,
    words: tuple[str, str],
    now: datetime,
) -> None:
    kind, day = end
    item = digest("ended", one.id, day.isoformat())
    if items.known(connection, [item], CALENDAR.id):
        return
    sources.add(connection, [CALENDAR], origin="calendar", on=False)
    n = items.add(connection, _entry(item, words, now))
    items.see(connection, CALENDAR.id, [n], now)
    match = _match(one, kind, known.tiers, words[1])
    items.note_match(connection, n, 1, now, match)
    stored = Stored(n, item, 1, now, official=False, publisher=CALENDAR.title, copy=False)
    raise_alerts(connection, stored, match, {}, raised)


def _entry(item: str, words: tuple[str, str], now: datetime) -> Entry:
    title, text = words
    return Entry(
        item, CALENDAR.id, CALENDAR.format, item, "", title, text, "", "", CALENDAR.title, now,
        None, "second", now, now, digest(title, text),
    )  # fmt: skip


def _match(one: Measure, kind: str, tiers: Mapping[str, Tier], because: str) -> Match:
    status: MeasureStatus = "in_force" if kind == "suspension" else "expired"
    goods = one.goods or ("",)
    tier: Tier = min((tiers.get(good, "B") for good in goods), default="B")
    groups = tuple(
        (("country", one.country), ("good", good), ("measure", one.measure)) for good in goods
    )
    hit = RuleHit(RULE, TITLE, "high", "stable", tier, groups, (), because)
    return Match(
        goods=one.goods, countries=(one.country,), measures=(one.measure,),
        roles=(Role(one.country, "imposing"),), measure_status={one.measure: status},
        rules=(hit,),
    )  # fmt: skip
