"""From facts to a document. Titles stand as published; nothing is said that no source says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from osawatch.briefing.model import (
    Decided,
    Document,
    Entry,
    Facts,
    Section,
    Source,
    Table,
)
from osawatch.briefing.words import SAID, code
from osawatch.gist import foreign, gist
from osawatch.model import Card, CardDetail, StoryItem

Name = Callable[[str, str], str]  # (axis, id) -> the name for people
MOST_SOURCES = 4


def compose(facts: Facts, name: Name) -> Document:
    """The briefing in the language that was asked for."""
    said = SAID[facts.asked.language]
    asked = facts.asked
    title = said["title"]
    if asked.ministry:
        title = f"{title} {said['ministry'].format(asked.ministry)}"
    subtitle = said["span"].format(
        f"{asked.since:%Y-%m-%d}", f"{asked.until:%Y-%m-%d}", _moment(facts.made),
        facts.by or said["nobody"],
    )  # fmt: skip
    sections = (
        _changed(facts, name, said),
        _picture(facts, name, said),
        _decisions(facts, said),
        _cards(facts.open, facts, name, said, "open"),
        _cards(facts.waking, facts, name, said, "waking"),
        _ahead(facts, name, said),
        _silent(facts, said),
    )
    words = {key: said[key] for key in ("sources", "official", "first_seen", "published")}
    return Document(
        title, subtitle, asked.language, asked.marking, said["warning"], sections, words
    )


def _changed(facts: Facts, name: Name, said: dict[str, str]) -> Section:
    high = sum(one.card.level in ("high", "critical") for one in facts.cards)
    lead = said["changed_lead"].format(len(facts.cards), high)
    entries = tuple(_entry(one, facts, name, said) for one in facts.cards)
    return Section(said["changed"], f"{lead} {said['estimate']}", entries, said["nothing_changed"])


def _cards(
    found: Iterable[CardDetail], facts: Facts, name: Name, said: dict[str, str], key: str
) -> Section:
    entries = tuple(_entry(one, facts, name, said) for one in found)
    return Section(said[key], "", entries, said[f"nothing_{key}"])


def _entry(one: CardDetail, facts: Facts, name: Name, said: dict[str, str]) -> Entry:
    card, language = one.card, facts.asked.language
    told = [
        said["level"].format(code(language, card.level)),
        ", ".join(name("good", good) for good in card.goods),
        ", ".join(name("country", land) for land in card.countries),
        ", ".join(name("measure", measure) for measure in card.measures),
        said["status"].format(code(language, card.measure_status)) if card.measure_status else "",
        _score(card, said),
        said["publishers"].format(card.publishers),
        said["owner"].format(", ".join(one.ministries)) if one.ministries else "",
        said["in_hand"].format(card.assignee) if card.assignee else "",
    ]
    told += [
        said["until"].format(alert.alert.snoozed_until[:10])
        for alert in one.alerts
        if alert.alert.status == "snoozed" and alert.alert.snoozed_until
    ][:1]
    ranked = sorted(one.story, key=lambda item: (not item.official, item.first_seen))
    shown = [item for item in ranked if not item.copy_of] or ranked
    if foreign(card.language, language):  # what it is about, from its concepts: no translation
        told.insert(0, gist(card, name, language, facts.made.date()))
    return Entry(
        card.title, tuple(part for part in told if part),
        tuple(_source(item) for item in shown[:MOST_SOURCES]),
    )  # fmt: skip


def _score(card: Card, said: dict[str, str]) -> str:
    """The score; a person's says whose it is and what was computed."""
    if (one := card.override) is None:
        return said["score"].format(f"{card.score:.0f}")
    return said["score_by"].format(f"{card.score:.0f}", one.who or "?", f"{one.computed:.0f}")


def _source(item: StoryItem) -> Source:
    """Title and link alone: press text belongs to its publisher."""
    form = "%Y-%m-%d" if item.precision == "day" else "%Y-%m-%d %H:%M"
    published = item.published.astimezone(UTC).strftime(form) if item.published else ""
    return Source(
        item.publisher or item.source_title, item.title, item.url, published,
        _moment(item.first_seen), item.official,
    )  # fmt: skip


def _picture(facts: Facts, name: Name, said: dict[str, str]) -> Section:
    rows = tuple(
        (name("good", one.good), name("country", one.country), str(one.now), str(one.before))
        for one in facts.pairs
    )
    head = (said["good"], said["country"], said["now"], said["before"])
    table = Table(said["picture"], head, rows, tuple(one.now for one in facts.pairs))
    parts = (table,) if rows else ()
    return Section(said["picture"], said["picture_lead"], parts, said["nothing_counted"])


def _decisions(facts: Facts, said: dict[str, str]) -> Section:
    rows = tuple(
        (_moment(one.entry.at), one.entry.actor or "?", _what(one, said), one.title)
        for one in facts.decided
    )
    head = (said["when"], said["who"], said["what"], said["about"])
    parts = (Table(said["decided"], head, rows),) if rows else ()
    return Section(said["decided"], "", parts, said["nothing_decided"])


def _what(one: Decided, said: dict[str, str]) -> str:
    data = one.entry.data
    if one.entry.kind == "rate":
        score = data.get("score")
        figure = f"{score:.0f}, {data.get('why', '')}" if isinstance(score, int | float) else ""
        return said["rate"].format(figure) if figure else said["unrate"]
    value = {
        "assign": data.get("who"), "snooze": data.get("until"), "tag": data.get("tag"),
        "close": said["relevant" if data.get("relevant") else "irrelevant"],
    }.get(one.entry.kind, "")  # fmt: skip
    return said.get(one.entry.kind, one.entry.kind).format(value or "")


def _ahead(facts: Facts, name: Name, said: dict[str, str]) -> Section:
    rows = tuple(
        (
            day, said[what],
            f"{name('country', one.country)}: {name('measure', one.measure)}",
            ", ".join(name("good", good) for good in one.goods), one.act,
        )
        for day, what, one in facts.ahead
    )  # fmt: skip
    head = (said["day"], said["what"], said["measure"], said["good"], said["act"])
    parts = (Table(said["ahead"], head, rows),) if rows else ()
    return Section(said["ahead"], "", parts, said["nothing_ahead"])


def _silent(facts: Facts, said: dict[str, str]) -> Section:
    language = facts.asked.language
    rows = tuple(
        (
            row.title, code(language, row.outcome),
            _moment(row.last_success) if row.last_success else said["never"],
        )
        for row in facts.silent
    )  # fmt: skip
    head = (said["source"], said["state"], said["since"])
    lead = said["silent_lead"].format(facts.answered, facts.sources)
    parts = (Table(said["silent"], head, rows),) if rows else ()
    return Section(said["silent"], lead, parts, said["all_answered"])


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M}"
