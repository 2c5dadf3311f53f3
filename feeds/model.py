"""What a source published, as plain frozen values. No decision is taken here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Precision = Literal["second", "day"]
FileOutcome = Literal["parsed", "partial", "refused"]
PollOutcome = Literal[
    "ok",
    "not_modified",
    "empty",
    "stale",
    "blocked",
    "moved",
    "gone",
    "not_a_feed",
    "format_changed",
    "tls",
    "dns",
    "timeout",
    "too_big",
    "redirect",
    "private_address",
    "not_allowed",
    "rate_limited",
    "http_error",
    "damaged",
    "parser_died",
    "offline",
]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a document, in plain text.

    `guid` is the source's own id, "" when it gave none. Times are aware UTC; a stamp
    that names only a day has `precision` "day" and stands at midnight UTC. A missing
    date stays None: the time of first sight belongs to the core.
    """

    source_format: str
    guid: str = ""
    url: str = ""
    title: str = ""
    summary: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    precision: Precision = "second"
    language: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a document that was not as it should be. `line` is 1-based, 0 = unknown."""

    message: str
    line: int = 0
    field: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed body. `outcome` says how far to trust it; a refused one says why in `reason`.

    `reason` is a poll outcome word ("blocked", "not_a_feed", "empty", "damaged",
    "format_changed", "too_big", "parser_died") or "" when all is well.
    """

    format: str
    items: tuple[Item, ...] = ()
    outcome: FileOutcome = "parsed"
    reason: str = ""
    title: str = ""
    language: str = ""
    problems: tuple[Problem, ...] = ()
    next_url: str = ""
    ttl_minutes: int = 0
    rest: frozenset[int] = frozenset()
    """Hours of the week, 0 = Monday 0:00 UTC, in which the feed asks not to be asked."""
    unordered: bool = False
    """Its pages stand in no known order: one that holds an entry seen before is not the last."""
    resume: str = ""
    """Where the next poll goes on, of a feed that is read once from its beginning."""


@dataclass(frozen=True, slots=True)
class SourceSpec:
    """A source as the catalogue or a person describes it.

    `format`: rss | atom | json-api | html | csv | xml; `grade`: Admiralty letter A..F;
    `local` marks a source that may stand on the loopback interface; `recipe` says how a page or
    table is read (feeds/recipe.py); `url` may hold `{since}` and `{until}` (feeds/asking.py);
    `licence` "open" = its text may be passed on, "" = only title and link (docs/sources.md).
    """

    id: str
    title: str
    url: str
    publisher: str = ""
    country: str = ""
    language: str = ""
    kind: str = "news"
    format: str = "rss"
    status: str = "inferred"
    auth: str = "none"
    poll_minutes: int = 60
    grade: str = "F"
    official: bool = False
    state_media: bool = False
    tier: str = "extra"
    start: bool = False
    local: bool = False
    user_agent: str = ""
    notes: str = ""
    recipe: str = ""
    licence: str = ""
