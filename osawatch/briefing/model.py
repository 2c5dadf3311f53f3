"""What a briefing is made of: facts with their sources, then a document for any writer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from osawatch.acts import Measure
from osawatch.model import CardDetail, HistoryEntry, SourceRow

FORMATS = ("html", "pdf", "docx", "md")
MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a briefing is about. `ministry` "" = all; `marking` "" = none."""

    since: datetime
    until: datetime
    ministry: str = ""
    language: str = "en"
    marking: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Stories about a good and a country: in the span, and in one as long before it."""

    good: str
    country: str
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person did with an alert."""

    entry: HistoryEntry
    title: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a briefing says, before it is put into words."""

    asked: Asked
    made: datetime
    by: str
    cards: tuple[CardDetail, ...]
    open: tuple[CardDetail, ...]
    waking: tuple[CardDetail, ...]
    decided: tuple[Decided, ...]
    pairs: tuple[Pair, ...]
    ahead: tuple[tuple[str, str, Measure], ...]
    silent: tuple[SourceRow, ...]
    sources: int
    answered: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from; `url` "" = not on the web."""

    publisher: str
    title: str
    url: str
    published: str
    first_seen: str
    official: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its sources. `note` is the desk's own word on it."""

    title: str
    facts: tuple[str, ...]
    sources: tuple[Source, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column names the row. `caption` "" = the heading above says it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[int, ...] = ()
    """A figure for each row, to be drawn beside it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it; `empty` is said when there is nothing."""

    title: str
    lead: str
    parts: tuple[Entry | Table, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Document:
    """A briefing in words, in one language."""

    title: str
    subtitle: str
    language: str
    marking: str
    warning: str
    sections: tuple[Section, ...]
    words: dict[str, str]
    """The few words that writers need: source, first seen, official."""
