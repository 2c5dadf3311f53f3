"""All that was seen: each item with what became of it, and why it raised nothing if it did not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from osawatch.model import Mark

# alert: in the inbox; aside: on trial or suppressed; counted: a rule over time met it, and does not
# speak yet; denied: a rule or a reading said no;
# found: something of the watchlist, but no rule; nothing: nothing of the watchlist
Fate = Literal["alert", "aside", "counted", "denied", "found", "nothing"]


@dataclass(frozen=True, slots=True)
class SeenFilter:
    """What a list of items shows. Empty means any; `silent` = of the watchlist, and no alert."""

    text: str = ""
    source: str = ""
    only: Literal["all", "raised", "silent"] = "all"
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item. `at` is when it was published, but never later than first seen.

    `published` is what its source says, None where it says nothing.
    """

    n: int
    id: str
    title: str
    summary: str
    url: str
    language: str
    publisher: str
    source: str
    kind: str
    official: bool
    state_media: bool
    at: datetime
    first_seen: datetime
    precision: str
    fate: Fate
    goods: tuple[str, ...]
    mentions: tuple[str, ...]
    countries: tuple[str, ...]
    measures: tuple[str, ...]
    silences: tuple[str, ...]
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class RuleVerdict:
    """A rule that fired. `became`: (code, reason, alert) of each wish, in the words of decide."""

    rule: str
    title: str
    level: str
    because: str
    became: tuple[tuple[str, str, str], ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Nearly:
    """A rule that did not fire for want of one thing: `has` what is true, `lacks` what is not."""

    rule: str
    title: str
    level: str
    has: tuple[str, ...]
    lacks: str


@dataclass(frozen=True, slots=True)
class Seen:
    """An item with all that explains what became of it."""

    row: ItemRow
    rules: tuple[RuleVerdict, ...]
    nearly: tuple[Nearly, ...] = ()
