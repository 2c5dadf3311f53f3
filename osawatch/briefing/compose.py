"""From facts to a document. Titles stand as published; nothing is said that no source says."""

from __future__ import annotations

from collections.abc import Iterable

from osawatch.briefing import compose_cases, compose_leads, compose_picture
from osawatch.briefing.compose_parts import MOST_SOURCES, Name, cited, moment, source
from osawatch.briefing.model import Coming, Document, Entry, Facts, Section, Table
from osawatch.briefing.origin import ranked
from osawatch.briefing.words import SAID, code
from osawatch.cases.markings import floor, together
from osawatch.model import Card, CardDetail, SourceRow


def compose(facts: Facts, name: Name) -> Document:
    """The briefing in the language that was asked for."""
    said = SAID[facts.asked.language]
    asked = facts.asked
    title = said["title"]
    if asked.ministry:
        title = f"{title} {said['ministry'].format(asked.ministry)}"
    subtitle = said["span"].format(
        f"{asked.since:%Y-%m-%d}", f"{asked.until:%Y-%m-%d}", moment(facts.made),
        facts.by or said["nobody"],
    )  # fmt: skip
    sections = (
        _changed(facts, name, said),
        compose_picture.section(facts, name, said),
        _cards(facts.open, facts, name, said, "open"),
        compose_cases.section(facts, said),
        compose_cases.decisions(facts, said),
        _cards(facts.waking, facts, name, said, "waking"),
        _ahead(facts, name, said),
        compose_leads.leads(facts, said),
        _silent(facts, said),
    )
    words = {key: said[key] for key in ("sources", "official", "first_seen", "published")}
    return Document(
        title, subtitle, asked.language, asked.marking, said["warning"], sections, words,
        together=together(facts.stories, len(facts.taken), asked.language),
        floor=floor(facts.taken, facts.watchlist),
    )  # fmt: skip


def _changed(facts: Facts, name: Name, said: dict[str, str]) -> Section:
    high = sum(one.card.level in ("high", "critical") for one in facts.cards)
    lead = said["changed_lead"].format(len(facts.cards), high)
    entries = tuple(entry(one, name, facts.asked.language) for one in facts.cards)
    return Section(said["changed"], f"{lead} {said['estimate']}", entries, said["nothing_changed"])


def _cards(
    found: Iterable[CardDetail], facts: Facts, name: Name, said: dict[str, str], key: str
) -> Section:
    entries = tuple(entry(one, name, facts.asked.language) for one in found)
    return Section(said[key], "", entries, said[f"nothing_{key}"])


def entry(one: CardDetail, name: Name, language: str) -> Entry:
    """A story in facts, with its sources."""
    card, said = one.card, SAID[language]
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
    return Entry(
        card.title, tuple(part for part in told if part),
        tuple(source(item) for item in ranked(one.story)[:MOST_SOURCES]),
    )  # fmt: skip


def _score(card: Card, said: dict[str, str]) -> str:
    """The score; a person's says whose it is and what was computed."""
    if (one := card.override) is None:
        return said["score"].format(f"{card.score:.0f}")
    return said["score_by"].format(f"{card.score:.0f}", one.who or "?", f"{one.computed:.0f}")


def _ahead(facts: Facts, name: Name, said: dict[str, str]) -> Section:
    rows = tuple(
        (
            one.day, said[one.what],
            f"{name('country', one.measure.country)}: {name('measure', one.measure.measure)}",
            ", ".join(name("good", good) for good in one.measure.goods), one.measure.act,
            _known(one, said),
        )
        for one in facts.ahead
    )  # fmt: skip
    head = tuple(said[key] for key in ("day", "what", "measure", "good", "act", "source"))
    parts = (Table(said["ahead"], head, rows),) if rows else ()
    return Section(said["ahead"], "", parts, said["nothing_ahead"])


def _known(one: Coming, said: dict[str, str]) -> str:
    """The item that told of it, or the shipped list and its date."""
    if one.source is not None:
        return cited(one.source, said)
    return said["listed"].format(one.measure.source or "?", one.measure.known_on or "?")


def _silent(facts: Facts, said: dict[str, str]) -> Section:
    language = facts.asked.language
    rows = tuple(
        (
            row.title, code(language, row.outcome) if _asked(row, facts) else said["not_asked"],
            moment(row.last_success) if row.last_success else said["never"],
        )
        for row in facts.silent
    )  # fmt: skip
    head = (said["source"], said["state"], said["since"])
    lead = said["silent_lead"].format(facts.answered, facts.sources)
    if not any(_asked(row, facts) for row in facts.silent) and not facts.answered:
        return Section(said["silent"], lead, (), said["none_asked"])
    parts = (Table(said["silent"], head, rows),) if rows else ()
    return Section(said["silent"], lead, parts, said["all_answered"])


def _asked(row: SourceRow, facts: Facts) -> bool:
    return row.last_polled is not None and row.last_polled >= facts.asked.since
