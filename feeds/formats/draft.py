"""What every dialect has in common: a draft of raw strings, settled into an Item.

wire -> (a dialect's file) -> Draft -> settle: text, dates, addresses, hygiene -> Item
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from feeds import dates, links
from feeds.model import Item, Precision
from feeds.notes import Notes
from feeds.recipe import Recipe
from feeds.text import SUMMARY, TITLE, clean, literal, plain

MAX_ITEMS = 10_000
_NAME = 200
_FEW = 50
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")
# As the Official Journal says it in its English, Dutch, German, French, Spanish and Italian feeds.
_FOREIGN_CORRIGENDUM = re.compile(
    r"does not concern the English version|(?:heeft geen betrekking op|betreft niet) de Nederlandse"
    r"|betrifft nicht die deutsche|ne concerne pas la version française"
    r"|no (?:afecta|concierne) a la versión (?:en lengua )?española"
    r"|non riguarda la versione (?:in lingua )?italiana",
    re.IGNORECASE,
)
_OPENING = 120


@dataclass(slots=True)
class Draft:
    """An entry as the wire has it. `*_plain` says that a text is no markup."""

    title: str = ""
    title_plain: bool = False
    summary: str = ""
    summary_plain: bool = False
    link: str = ""
    guid: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    publisher: str = ""
    authors: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    base: str = ""
    line: int = 0


@dataclass(slots=True)
class Frame:
    """What is known of the document while its entries are read."""

    url: str
    now: datetime
    format: str = ""
    title: str = ""
    language: str = ""
    base: str = ""
    next_url: str = ""
    ttl_minutes: int = 0
    rest: frozenset[int] = frozenset()
    unordered: bool = False
    resume: str = ""
    recipe: Recipe = field(default_factory=Recipe)
    reason: str = ""
    partial: bool = False
    seen: int = 0
    """How many entries the document holds; more than `items` when some were left out."""
    hollow: int = 0
    """How many of them hold nothing to show."""
    notes: Notes = field(default_factory=Notes)
    items: list[Item] = field(default_factory=list)


def settle_all(drafts: Iterable[Draft], frame: Frame) -> None:
    """Settle the drafts into the frame; more than any feed holds are cut off, and it is said."""
    for draft in drafts:
        if frame.seen >= MAX_ITEMS:
            frame.notes.note(f"Only the first {MAX_ITEMS} entries are read", line=draft.line)
            frame.partial, frame.reason = True, "too_big"
            return
        frame.seen += 1
        item = settle(draft, frame)
        if item is not None:
            frame.items.append(item)


def settle(draft: Draft, frame: Frame) -> Item | None:
    """The item that a draft means; None (and a note) when it holds nothing to show."""
    url = _link(draft, frame)
    title, summary = _texts(draft, frame)
    if not (title or url):
        frame.hollow += 1
        frame.notes.note("An entry without title, text and link is left out", line=draft.line)
        return None
    celex = links.celex(url)
    if celex and _FOREIGN_CORRIGENDUM.search(f"{title} {summary}"):
        frame.notes.note("A corrigendum of other languages is left out", celex, draft.line)
        return None
    publisher = clean(draft.publisher, _NAME)
    title, publisher = _without_publisher(title, publisher, url)
    if celex:
        url = links.of_celex(celex)  # one act, whichever language's feed brought it
    published, precision = _date(draft.published, "published", draft, frame)
    updated, updated_precision = _date(draft.updated, "updated", draft, frame)
    return Item(
        source_format=frame.format,
        guid=celex or clean(draft.guid, 2 * TITLE),
        url=url,
        title=title,
        summary=summary,
        published=published,
        updated=updated,
        precision=precision if published else updated_precision,
        language=language(draft.language) or frame.language,
        publisher=publisher,
        authors=_names(draft.authors),
        categories=_names(draft.categories),
    )


def language(tag: str) -> str:
    """A language tag in its usual case ("en-GB"), "" when it is none."""
    tag = tag.strip()
    if not _LANGUAGE.match(tag):
        return ""
    first, *rest = tag.replace("_", "-").split("-")
    return "-".join([first.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower()


def _link(draft: Draft, frame: Frame) -> str:
    if not draft.link.strip():
        return ""
    base = links.absolute(draft.base, frame.base) if draft.base else ""
    url = links.absolute(draft.link, base or frame.base)
    if not url:
        example = clean(draft.link, 60)
        frame.notes.note("A link is no web address and is left out", example, draft.line, "link")
    return url


def _texts(draft: Draft, frame: Frame) -> tuple[str, str]:
    """Title and summary; an entry without a title opens with its first words."""
    title = (literal if draft.title_plain else plain)(draft.title, TITLE)
    summary = (literal if draft.summary_plain else plain)(draft.summary, SUMMARY)
    if len(summary) == SUMMARY and summary.endswith("…"):
        frame.notes.note(
            f"A text is cut at {SUMMARY} characters", title[:60], draft.line, "summary"
        )
    if not title and summary:
        title = summary if len(summary) <= _OPENING else _opening(summary)
    return title, summary


def _opening(summary: str) -> str:
    head = summary[: _OPENING - 1]
    at = head.rfind(" ")
    return (head[:at] if at > _OPENING // 2 else head) + "…"


def _without_publisher(title: str, publisher: str, url: str) -> tuple[str, str]:
    """Aggregators append « - Publisher» to a title, which spoils comparing titles."""
    if publisher and title.endswith(f" - {publisher}"):
        return title[: -len(publisher) - 3].rstrip(), publisher
    if not publisher and links.host(url) == "news.google.com" and " - " in title:
        title, _, publisher = title.rpartition(" - ")
    return title, publisher


def _date(text: str, name: str, draft: Draft, frame: Frame) -> tuple[datetime | None, Precision]:
    text = text.strip()
    if not text:
        return None, "second"
    stamp = dates.read(text)
    if stamp is None:
        frame.notes.note("A date cannot be read", clean(text, 60), draft.line, name)
        return None, "second"
    if not dates.plausible(stamp.at, frame.now):
        kind = "A date in the future" if stamp.at > frame.now else "A date before 1990"
        frame.notes.note(f"{kind} is left out", clean(text, 60), draft.line, name)
        return None, "second"
    if not stamp.zoned:
        frame.notes.note(
            "A date has no known zone: taken as UTC", clean(text, 60), draft.line, name
        )
    return stamp.at, stamp.precision


def _names(raw: list[str]) -> tuple[str, ...]:
    """Distinct, in order, plain."""
    return tuple(dict.fromkeys(name for text in raw[:_FEW] if (name := plain(text, _NAME))))
