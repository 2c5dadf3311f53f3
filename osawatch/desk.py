"""What the desk reads: cards, alerts, their stories and histories, put together from the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from osawatch.acts import Measure
from osawatch.fold import clock_of, undone
from osawatch.measures import standing
from osawatch.model import (
    Alert,
    AlertDetail,
    Card,
    CardDetail,
    Facet,
    Facets,
    Filter,
    HistoryEntry,
    Score,
    StoryItem,
)
from osawatch.scoring import Rater, told, unpack
from osawatch.stages import Event
from osawatch.store import cards as card_rows
from osawatch.store import contents, events, identity, measures, reading, series
from osawatch.store.database import Connection

SPARK_DAYS = 28
MOST_MEASURES, MOST_ITEMS = 8, 200
Said = Mapping[str, tuple[str, str]]  # by rule: its title and guidance in the reader's language


def page(connection: Connection, ids: Sequence[str], now: datetime) -> list[Card]:
    """These cards with the curve of their main good and country, and what their score says."""
    found = card_rows.page(connection, ids)
    pairs = {card.id: _pair(card) for card in found}
    curves = series.pairs(connection, pairs.values(), now, SPARK_DAYS)
    watched = series.looked(connection, now, SPARK_DAYS)
    named = [card.id for card in found]
    dates, weights = reading.dates(connection, named), reading.weights(connection, named)
    words = {card: told(*weights[card]) if card in weights else ("", "") for card in named}
    return [
        replace(
            card,
            dates=dates.get(card.id, ()),
            impact=words[card.id][0],
            confidence=words[card.id][1],
            daily=tuple(
                stories if looked or stories else None
                for stories, looked in zip(curves[pairs[card.id]], watched, strict=True)
            ),
        )
        for card in found
    ]


def card(
    connection: Connection, name: str, rater: Rater, said: Said, now: datetime
) -> CardDetail | None:
    """The preview of a card; a former id, an alert's or an item's leads to it as well."""
    found = reading.card_of(connection, name)
    shown = page(connection, [found], now) if found else []
    if not found or not shown:
        return None
    details = tuple(
        detail(connection, one, rater, said, now) for one in reading.of_card(connection, found)
    )
    history = sorted(
        {entry.id: entry for one in details for entry in one.history}.values(),
        key=lambda entry: entry.at,
    )
    return CardDetail(shown[0], details, _story(details), tuple(history))


def detail(
    connection: Connection, name: str, rater: Rater, said: Said, now: datetime
) -> AlertDetail:
    """An alert that stands, with all that explains it."""
    found = reading.alerts(connection, [name])[0]
    because, facts = reading.because(connection, name)
    score = rater.rate(unpack(facts), now) if facts else Score(found.score, "")
    history = log_of(connection, name)
    story = tuple(reading.story(connection, name, found.rule))
    dates = next((item.dates for item in story if item.dates), ())
    title, guidance = said.get(found.rule, (found.rule_title, ""))
    return AlertDetail(
        replace(found, score=_counts(found, score), dates=dates, rule_title=title),
        score,
        story,
        history,
        because,
        guidance,
        tuple(entry for entry in history if _is_note(entry)),
        _measures(connection, found, now),
    )


def _counts(alert: Alert, score: Score) -> float:
    """The score that lists go by: a person's, else the one of this moment."""
    return score.value if alert.override is None else alert.override.score


def _measures(connection: Connection, alert: Alert, now: datetime) -> tuple[Measure, ...]:
    """The measures of its countries on its goods, those it tells of first; by today's status."""
    told = set(contents.item_numbers(connection, alert.id))
    if alert.goods:
        known = measures.of(connection, alert.countries, alert.goods)
    else:
        known = measures.told_by(connection, alert.countries, sorted(told)[-MOST_ITEMS:])
    found = [
        replace(one, status=standing(one, now))
        for one in known
        if set(one.goods) & set(alert.goods) or not told.isdisjoint(one.items)
    ]
    found.sort(key=lambda one: one.announced, reverse=True)
    found.sort(key=lambda one: told.isdisjoint(one.items))
    return tuple(found[:MOST_MEASURES])


def log_of(connection: Connection, name: str) -> tuple[HistoryEntry, ...]:
    """The history of an alert and of those merged into it, oldest first."""
    family = identity.family(connection, name)
    lines = [event for log in events.of_alerts(connection, family).values() for event in log]
    dead = undone(lines)
    return tuple(_entry(event, dead) for event in sorted(lines, key=lambda one: one.hlc))


def listed(connection: Connection, wanted: Filter, me: Sequence[str]) -> list[Alert]:
    """The alerts a filter lets through."""
    return reading.alerts(connection, reading.alert_ids(connection, wanted, me))


def facets(connection: Connection, name: Callable[[str, str], str]) -> Facets:
    """What lists can be filtered by, each with its name for people."""
    present = reading.present(connection)
    good, country, measure, kind = (
        tuple(Facet(one, name(axis, one), count) for one, count in present[axis])
        for axis in ("good", "country", "measure", "kind")
    )
    sources = tuple(Facet(one, title, 0) for one, title in reading.speaking(connection))
    tags = tuple(Facet(one, one, count) for one, count in present["tag"])
    return Facets(good, country, measure, kind, sources, tags)


def _pair(card: Card) -> tuple[str, str]:
    return (card.goods[0] if card.goods else "", card.countries[0] if card.countries else "")


def _story(details: Iterable[AlertDetail]) -> tuple[StoryItem, ...]:
    """Each item of all alerts once, official ones first, with the marks of every rule."""
    found: dict[str, StoryItem] = {}
    for one in details:
        for item in one.story:
            known = found.get(item.id)
            marks = tuple(dict.fromkeys((*(known.marks if known else ()), *item.marks)))
            found[item.id] = replace(known or item, marks=marks)
    return tuple(sorted(found.values(), key=lambda item: (not item.official, bool(item.copy_of))))


def _is_note(entry: HistoryEntry) -> bool:
    return not entry.undone and bool(
        entry.kind == "note" or (entry.kind == "close" and entry.data.get("note"))
    )


def _entry(event: Event, dead: frozenset[str]) -> HistoryEntry:
    return HistoryEntry(
        event.id, clock_of(event.hlc), event.actor, event.post, event.kind, dict(event.data),
        event.id in dead,
    )  # fmt: skip
