"""Where one can go in the window: the rows of the rail, in their order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A row: its key, its icon, its words (in frame.words), how it stands, its shortcut.

    `child`: a view of the inbox. `leads`: a heading, which goes where its first child goes.
    Every other place has a page of that name in `ui.pages.Pages`.
    """

    key: str
    icon: str
    words: str
    child: bool = False
    leads: str = ""
    keys: str = ""


PLACES = (
    Place("head", "inbox", "inbox", leads="inbox"),
    Place("inbox", "new", "new", child=True, keys="Ctrl+1"),
    Place("mine", "mine", "mine", child=True),
    Place("snoozed", "snooze", "snoozed", child=True),
    Place("trial", "trial", "trial", child=True),
    Place("suppressed", "suppressed", "suppressed", child=True),
    Place("closed", "check", "closed", child=True),
    Place("morning", "bookmark", "morning", keys="Ctrl+0"),
    Place("notices", "bell", "notices", keys="Ctrl+Shift+N"),
    Place("items", "all", "items", keys="Ctrl+2"),
    Place("trends", "trends", "trends", keys="Ctrl+3"),
    Place("country", "globe", "country", keys="Ctrl+H"),
    Place("cases", "case", "cases"),
    Place("situation", "situation", "situation"),
    Place("registers", "register", "registers"),
    Place("records", "archive", "records"),
    Place("watchlist", "watchlist", "watchlist", keys="Ctrl+Shift+W"),
    Place("dependency", "dependency", "dependency", keys="Ctrl+6"),
    Place("chains", "chain", "chains", keys="Ctrl+G"),
    Place("deadlines", "snooze", "deadlines", keys="Ctrl+7"),
    Place("sources", "sources", "sources", keys="Ctrl+4"),
    Place("rules", "rules", "rules", keys="Ctrl+5"),
    Place("briefing", "briefing", "briefing", keys="Ctrl+8"),
    Place("exchange", "import", "exchange", keys="Ctrl+9"),
)
VIEWS = tuple(place.key for place in PLACES if place.child)
