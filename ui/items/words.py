"""The sentences of the page of all items."""

from __future__ import annotations

from osawatch.seen import Seen
from ui import words
from ui.i18n import mark, say

CONTEXT = "items"
KEYS = (("Y", "cite"),)
SINCE = ("", "1", "7", "30", "365")  # days
TEXTS = {
    "title": mark("items", "All items"),
    "search": mark("items", "Search all items"),
    "all": mark("items", "All"),
    "raised": mark("items", "In an alert"),
    "silent": mark("items", "Of the watchlist, no alert"),
    "count": mark("items", "{0} items"),
    "none": mark("items", "No items"),
    "none_more": mark(
        "items",
        "Menu, Poll now asks the sources; menu, Read files… takes saved ones."
        " Every item stands here.",
    ),
    "became": mark("items", "What became of it"),
    "why": mark("items", "Why it raised nothing"),
    "nearly": mark("items", "What it nearly met"),
    "looking": mark("items", "Looking at all rules…"),
    "no_rule": mark("items", "No rule came within one step of it."),
    "found": mark("items", "What was found in it"),
    "goods": mark("items", "Goods"),
    "mentions": mark("items", "Only named"),
    "countries": mark("items", "Countries"),
    "measures": mark("items", "Measures"),
    "lacks": mark("items", "{0}: has {1}, lacks {2}"),
    "watch": mark("items", "Watch words…"),
    "watch_ask": mark("items", "Which words should be watched?"),
    "by_hand": mark("items", "Raise an alert by hand"),
    "by_hand_why": mark("items", "Why this deserves an alert"),
    "raised_by_hand": mark("items", "Alert raised"),
    "show": mark("items", "Show its alert"),
    "source": mark("items", "Source"),
    "published": mark("items", "Published"),
    "first_seen": mark("items", "First seen"),
    "state_media": mark("items", "state media"),
    "open": mark("items", "Open the source"),
    "cite": mark("items", "Copy a citation"),
    "cited": mark("items", "Citation copied"),
    "any_source": mark("items", "All sources"),
    "which_source": mark("items", "Of which source"),
    "since": mark("items", "Since when"),
    "any_time": mark("items", "Any time"),
    "1": mark("items", "Last 24 hours"),
    "7": mark("items", "Last 7 days"),
    "30": mark("items", "Last 30 days"),
    "365": mark("items", "Last year"),
    "none_here": mark("items", "Nothing passes the filters"),
    "none_here_more": mark("items", "Other words, another source or a longer time may find some."),
}
FATES = {
    "alert": mark("items", "In the inbox"),
    "aside": mark("items", "Set aside"),
    "counted": mark("items", "Counted"),
    "denied": mark("items", "Denied"),
    "found": mark("items", "No rule"),
    "nothing": mark("items", "Not of the watchlist"),
}
TOLD = {
    "alert": mark("items", "It is part of an alert in the inbox."),
    "aside": mark("items", "It is part of an alert that stands aside: on trial or suppressed."),
    "counted": mark(
        "items", "A rule that looks at items over time counts it; it does not speak yet."
    ),
    "denied": mark("items", "Something was found, but the text or an exception speaks against it."),
    "found": mark("items", "Something of the watchlist stands in it, but no rule fired."),
    "nothing": mark("items", "Nothing of the watchlist stands in it."),
}
BECAME = {
    "new": mark("items", "a new alert"),
    "merged": mark("items", "joined an alert that stood already"),
    "realert": mark("items", "joined an alert and opened it again"),
    "silent": mark("items", "no alert"),
}
REASONS = {
    "copy": mark("items", "a copy of an item seen before"),
    "window": mark("items", "same rule and group within the merge window"),
    "level": mark("items", "a higher level"),
    "official": mark("items", "the first official source"),
    "stage": mark("items", "a further stage of the measure"),
    "publisher": mark("items", "a new publisher"),
    "joined": mark("items", "one put aside and an open one turned out to be one"),
    "trial": mark("items", "the rule is on trial"),
    "waited": mark("items", "it waited until the rule spoke"),
    "again": mark("items", "long after it was closed"),
    "after": mark("items", "the rule speaks again after a while"),
    "source_kind": mark("items", "another kind of source"),
    "threshold": mark("items", "too few so far"),
    "min_current": mark("items", "too few so far"),
    "ratio": mark("items", "not more than usual"),
    "min_publishers": mark("items", "too few publishers so far"),
    "pending": mark("items", "true, but not yet for long enough"),
    "known_value": mark("items", "nothing new in it"),
    "unchanged": mark("items", "nothing changed"),
    "no_value": mark("items", "it does not name what the rule watches"),
    "heard": mark("items", "heard: no silence"),
    "cannot_tell": mark("items", "cannot tell: not all of the time was observed"),
    "insufficient_history": mark("items", "too little history to judge by"),
    "not_yet": mark("items", "its day is not near yet"),
    "passed": mark("items", "its day was over already"),
    "no_date": mark("items", "it names no such day"),
    "unread": mark("items", "the rule is still reading what the store holds"),
}


def text(key: str, *values: object) -> str:
    """A sentence of this page."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def fate(code: str) -> str:
    """What became of an item, in a word or two."""
    return say(CONTEXT, FATES[code])


def told(code: str) -> str:
    """What became of an item, as a sentence."""
    return say(CONTEXT, TOLD[code])


def verdicts(found: Seen) -> list[tuple[str, str]]:
    """(rule, what became of its wish and why) of each rule that fired."""
    lines = []
    for one in found.rules:
        for code, reason, _alert in one.became or (("silent", "", ""),):
            why = REASONS.get(reason) or words.SUPPRESSED.get(reason.partition(":")[0], "")
            said = say(CONTEXT, BECAME.get(code, code))
            known = say(CONTEXT if reason in REASONS else words.CONTEXT, why) if why else reason
            lines.append((one.title, f"{said}: {known}" if known else said))
    return lines


def levels() -> list[tuple[str, str]]:
    """The levels of an alert, the highest first."""
    return [(level, words.word(words.LEVELS, level)) for level in reversed(list(words.LEVELS))]
