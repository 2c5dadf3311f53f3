"""The watchlist's companies against a list that has just been updated: who is on it now.

    companies -> Screener over the list -> standing before? -> begun, moved, ended
      -> begun: an alert of the built-in rule `company-listed`; ended: it is closed, with its reason

Each pair of record and company is told once. When a list is first kept, who stands on it is noted
and no news. A record that comes back under another key with the same name has moved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from feeds.lists.address import Address
from feeds.lists.model import Identifier, ListEntry
from feeds.model import SourceSpec
from osawatch import upkeep
from osawatch.alerting import Raised, Stored, raise_alerts
from osawatch.decide import digest
from osawatch.hits import Standing
from osawatch.model import Person
from osawatch.scoring import Rater
from osawatch.screening.model import Hit, Subject
from osawatch.screening.screener import Screener
from osawatch.screening.why import why
from osawatch.stages import Entry
from osawatch.store import events, items, measures, sources, watched
from osawatch.store.database import Connection
from rules.model import Evidence, Match, RuleHit, Tier

RULE, TITLE = "company-listed", "A company of the watchlist stands on a sanctions list"
THRESHOLD = 0.9
SOURCE = SourceSpec(
    id="watched-companies", title="Watchlist against sanctions lists", url="",
    kind="sanctions", format="calendar", grade="A",
)  # fmt: skip
SAID = {
    "en": {
        "title": "{list}: {company}, a company of the watchlist, is listed as «{name}»",
        "text": "Record {list_id}:{entity}. {why}. Score {score:.2f}.",
        "removed": "no longer on the list: {list}, version of {day}",
        "unlike": "the record no longer names it: {list}, version of {day}",
        "unwatched": "the company is no longer on the watchlist",
    },
    "nl": {
        "title": "{list}: {company}, een bedrijf van de volglijst, is vermeld als «{name}»",
        "text": "Vermelding {list_id}:{entity}. {why}. Score {score:.2f}.",
        "removed": "staat niet meer op de lijst: {list}, versie van {day}",
        "unlike": "de vermelding noemt het niet meer: {list}, versie van {day}",
        "unwatched": "het bedrijf staat niet meer op de volglijst",
    },
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What is needed beside the list: the loaded pack, its rater, a language, the time.

    `document` is the hash of the version.
    """

    pack: Any  # rules.load.Pack
    rater: Rater
    language: str
    now: datetime
    document: str = ""


def subjects(companies: Mapping[str, Any]) -> list[Subject]:
    """The companies of a watchlist as they are screened."""
    found = []
    for key, one in companies.items():
        names = list(dict.fromkeys(term.text for group in one.names.values() for term in group))
        numbers = tuple(Identifier(kind, value) for kind, value in one.identifiers.items())
        lands = (one.country,) if one.country else ()
        if names:
            found.append(Subject(key, names[0], tuple(names[1:]), "entity", lands, (), numbers))
    return found


def stamp(companies: Mapping[str, Any], version: str) -> str:
    """What a screening depends on: equal stamps, equal results."""
    whole = repr([(one.id, one.name, one.aliases, one.countries, one.identifiers)
                  for one in subjects(companies)])  # fmt: skip
    return hashlib.blake2b(f"{whole}\x00{version}".encode(), digest_size=8).hexdigest()


def screen(
    companies: Mapping[str, Any], entries: Iterable[ListEntry]
) -> dict[tuple[str, str], Hit]:
    """Who is on the list, by (entity, company). A natural person is no company."""
    asked = subjects(companies)
    screener = Screener(one for one in entries if one.kind != "person")
    return {
        (hit.entry.id, subject.id): hit
        for subject, hits in zip(asked, screener.screen_all(asked, THRESHOLD), strict=True)
        for hit in hits
        if hit.score >= THRESHOLD
    }


def renew(
    connection: Connection,
    address: Address,
    found: Mapping[tuple[str, str], Hit],
    present: frozenset[str],
    desk: Desk,
    noted: str,
) -> tuple[Raised, set[str]]:
    """Bring the record up to date; the alerts it made, and the cards that changed.

    `present` are the keys of all records of the list; `noted` is the stamp of this screening.
    """
    first = not measures.noted(connection, _key(address))
    measures.note(connection, _key(address), noted)
    before = {(one.entity, one.company): one for one in watched.standing(connection, address.list)}
    begun = [pair for pair in found if pair not in before]
    ended = [one for pair, one in before.items() if pair not in found]
    ended = [one for one in ended if not _moved(connection, one, begun, found)]
    raised = Raised()
    for pair in begun:
        item = "" if first else _raise(connection, address, pair[1], found[pair], desk, raised)
        watched.begin(connection, _row(address.list, pair, found[pair], item, desk.now))
    log = [draft for one in ended for draft in _end(connection, address, one, present, desk)]
    events.append(connection, [*raised.log, *log], Person("osawatch"), desk.now)
    touched = raised.touched | {draft[1] for draft in log}
    cards = upkeep.renew(connection, touched, desk.rater, desk.now, cards=raised.cards)
    return raised, cards


def due(connection: Connection, address: Address, noted: str) -> bool:
    """Whether this screening was not made yet."""
    return measures.noted(connection, _key(address)) != noted


def _key(address: Address) -> str:
    return f"watched-{address.list}"


def _moved(
    connection: Connection,
    old: Standing,
    begun: list[tuple[str, str]],
    found: Mapping[tuple[str, str], Hit],
) -> bool:
    """Whether a record goes on under another key: some publishers number anew."""
    for pair in begun:
        if pair[1] == old.company and found[pair].entry.name == old.name:
            watched.move(connection, old, pair[0])
            begun.remove(pair)
            return True
    return False


def _row(list_id: str, pair: tuple[str, str], hit: Hit, item: str, now: datetime) -> Standing:
    return Standing(
        list_id, pair[0], pair[1], hit.entry.name, round(hit.score, 3), why(hit), now, item=item
    )


def _raise(
    connection: Connection, address: Address, company: str, hit: Hit, desk: Desk, raised: Raised
) -> str:
    """An item of our own and its alert; the result is the item's id."""
    now, watch = desk.now, desk.pack.watchlist.companies[company]
    item = digest("listed", address.list, hit.entry.id, company, now.date().isoformat())
    if items.known(connection, [item], SOURCE.id):  # off the list and on it again in a day
        item = digest("listed", item, now.isoformat())
    sources.add(connection, [SOURCE], origin="list", on=False)
    title, text = _words(address, hit, desk.language)
    entry = Entry(
        item, SOURCE.id, SOURCE.format, item, "", title, text, desk.language, SOURCE.kind,
        SOURCE.title, now, None, "second", now, now, digest(title, text),
        desk.document,
    )  # fmt: skip
    n = items.add(connection, entry)
    items.see(connection, SOURCE.id, [n], now)
    match = _match(watch, hit, title, desk.pack.watchlist.goods)
    items.note_match(connection, n, 1, now, match)
    stored = Stored(n, item, 1, now, official=True, publisher=SOURCE.title, copy=False)
    raise_alerts(connection, stored, match, {}, raised)
    return item


def _words(address: Address, hit: Hit, language: str) -> tuple[str, str]:
    said = SAID.get(language, SAID["en"])
    title = said["title"].format(
        list=address.called(language), company=hit.asked, name=hit.entry.name
    )
    text = said["text"].format(
        list_id=address.list, entity=hit.entry.id, why=why(hit), score=hit.score
    )
    return title, text


def _match(watch: Any, hit: Hit, title: str, goods: Mapping[str, Any]) -> Match:
    known = tuple(good for good in watch.goods if good in goods)
    tier: Tier = min((goods[good].tier for good in known), default="B")
    lands = (watch.country,) if watch.country else ()
    record = f"{hit.entry.list}:{hit.entry.id}"
    at = title.find(hit.asked)
    mark = Evidence("title", at, at + len(hit.asked), hit.asked, f"company:{watch.id}", "company")
    groups = ((("company", watch.id), ("record", record)),)
    rule = RuleHit(RULE, TITLE, "high", "stable", tier, groups, (mark,), f"{record}: {why(hit)}")
    return Match(goods=known, countries=lands, entities=(watch.id,), rules=(rule,))


def _end(
    connection: Connection, address: Address, old: Standing, present: frozenset[str], desk: Desk
) -> Sequence[tuple[str, str, dict[str, object]]]:
    """Note why it stands no more; its alert is closed, if it was told and nobody closed it."""
    code = "removed" if old.entity not in present else "unlike"
    if old.company not in desk.pack.watchlist.companies:
        code = "unwatched"
    watched.end(connection, old, code, desk.now)
    said = SAID.get(desk.language, SAID["en"])[code]
    note = said.format(list=address.called(desk.language), day=desk.now.date().isoformat())
    data: dict[str, object] = {"relevant": True, "reason": "", "note": note}
    return [("close", alert, data) for alert in watched.open_alerts(connection, old.item, RULE)]
