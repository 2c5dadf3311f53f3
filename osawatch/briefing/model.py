"""What a briefing is made of: facts with their sources, then a document for any writer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from osawatch.acts import Measure
from osawatch.cases.leadtime import Lead, Middle
from osawatch.cases.markings import ANY, Floor
from osawatch.cases.model import Case
from osawatch.model import CardDetail, HistoryEntry, SourceRow, StoryItem

FORMATS = ("html", "pdf", "docx", "md")


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
    """Alerts about a good and a country ("" = any): in the span, and in one as long before it."""

    good: str
    country: str
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the span: its first day, alerts that are new in it, days that were looked at."""

    day: date
    now: int
    days: int
    observed: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Alerts counted by good, by country, by both, and over time."""

    goods: tuple[Pair, ...]
    countries: tuple[Pair, ...]
    pairs: tuple[Pair, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person did with an alert or a case; `source` of the alert, None = of a case."""

    entry: HistoryEntry
    title: str
    source: StoryItem | None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case with the items that its alerts rest on, official ones first."""

    case: Case
    story: tuple[StoryItem, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """A day ahead: what happens then to a measure, and the item that said so, if one did."""

    day: str
    what: str
    measure: Measure
    source: StoryItem | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a briefing says, before it is put into words."""

    asked: Asked
    made: datetime
    by: str
    cards: tuple[CardDetail, ...]
    open: tuple[CardDetail, ...]
    waking: tuple[CardDetail, ...]
    cases: tuple[CaseFacts, ...]
    decided: tuple[Decided, ...]
    picture: Picture
    ahead: tuple[Coming, ...]
    silent: tuple[SourceRow, ...]
    sources: int
    answered: int
    leads: tuple[tuple[Case, Lead], ...] = ()
    medians: tuple[Middle, Middle] = (Middle(None, 0, 0), Middle(None, 0, 0))
    """To the official act and to its force, over the closed cases of all time."""
    watchlist: str = ""
    """The marking that the desk gives its watchlist, which chose all of this."""

    @property
    def taken(self) -> tuple[Case, ...]:
        """The cases of which anything is told, each once."""
        found = [*(one.case for one in self.cases), *(case for case, _ in self.leads)]
        return tuple({one.id: one for one in found}.values())

    @property
    def stories(self) -> int:
        """How many stories are told."""
        return len({one.card.id for one in (*self.cards, *self.open, *self.waking)})


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
    dense: bool = False
    """Made to fit one page when it is printed."""
    together: str = ""
    """What it is put together from, and that this may say more than each part; "" = of one."""
    floor: Floor = ANY
    """The lowest marking that its parts leave it."""
