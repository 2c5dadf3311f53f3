"""The sentences about notices. None of them holds a word of an item."""

from __future__ import annotations

from collections.abc import Mapping

from osawatch.interruption import Notice, Told
from osawatch.model import BANDS
from ui import words
from ui.i18n import mark, say

CONTEXT = "notices"
TEXTS = {
    "title": mark("notices", "Notices"),
    "hint": mark("notices", "What was told, what waits, and why the rest did not"),
    "which": mark("notices", "Which notices"),
    "all": mark("notices", "All"),
    "notify": mark("notices", "Told"),
    "wait": mark("notices", "Waits"),
    "never": mark("notices", "Not told"),
    "at": mark("notices", "When"),
    "act": mark("notices", "Told?"),
    "why": mark("notices", "Why"),
    "level": mark("notices", "Level"),
    "story": mark("notices", "Story"),
    "none": mark("notices", "No notice yet"),
    "none_more": mark(
        "notices",
        "Each new alert is listed here from its first minute: told, waiting or not told, and why;"
        " each date too that is 30, 7 or 1 days ahead. Settings say which levels interrupt,"
        " and when it is quiet.",
    ),
    "none_here": mark("notices", "Nothing of this kind"),
    "settings": mark("notices", "Settings…"),
    "rule": mark("notices", "Rule"),
    "until": mark("notices", "until {0}"),
    "one": mark("notices", "1 new story to look at"),
    "many": mark("notices", "{0} new stories to look at"),
    "more": mark("notices", "{0} alerts in all are new in the inbox"),
    "one_date": mark("notices", "1 date is near"),
    "many_dates": mark("notices", "{0} dates are near"),
    "within_30": mark("notices", "{0} within 30 days"),
    "within_7": mark("notices", "{0} within 7 days"),
    "within_1": mark("notices", "{0} today or tomorrow"),
    "date": mark("notices", "{0}, {1}: {2}"),
    "date_here": mark("notices", "The window was in front: it said so itself"),
    "date_gone": mark("notices", "a measure or case that is not known any more"),
    "failed": mark("notices", "That did not work: {0}"),
}
WHYS = {
    "now": mark("notices", "New, or its time had come"),
    "here": mark("notices", "The window was in front: it stood in the inbox at once"),
    "digest-rule": mark("notices", "Its rule asks for a digest"),
    "digest-desk": mark("notices", "The settings ask for a digest"),
    "quiet": mark("notices", "Quiet hours"),
    "rule": mark("notices", "Its rule interrupts nobody"),
    "off": mark("notices", "The settings say: no notices"),
    "level": mark("notices", "Below the level that the settings name"),
    "tier": mark("notices", "No good that interrupts: inbox only"),
    "trial": mark("notices", "A rule on trial never interrupts"),
    "suppressed": mark("notices", "Suppressed: see there for the reason"),
    "handled": mark("notices", "Someone has dealt with it already"),
    "story": mark("notices", "Its story was told already"),
    "stood": mark("notices", "It stood in the inbox before this program listened: no news"),
    "reminders-off": mark("notices", "The settings say: no reminders of dates"),
    "passed": mark("notices", "Its day came before quiet hours or the digest let it through"),
}


def text(key: str, *values: object) -> str:
    """A sentence about notices, with its values put in."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def why(notice: Notice) -> str:
    """The reason, and until when a wait is."""
    verdict = notice.verdict
    of_date = notice.reminder is not None and verdict.why == "here"
    said = text("date_here") if of_date else say(CONTEXT, WHYS[verdict.why])
    if verdict.act == "wait" and verdict.until:
        return f"{said}, {text('until', words.clock(verdict.until))}"
    return said


def bubble(told: Told) -> str:
    """What is shown outside the window: figures and levels only. "" = there is nothing to tell."""
    stories = of_stories(told.levels, told.new) if told.count else ""
    return "\n".join(part for part in (stories, of_dates(told.dates)) if part)


def of_dates(days: Mapping[int, int]) -> str:
    """How many dates are how near, "" = none: never which."""
    count = sum(days.values())
    if not count:
        return ""
    first = text("one_date") if count == 1 else text("many_dates", count)
    return f"{first} ({', '.join(text(f'within_{one}', days[one]) for one in sorted(days))})"


def of_stories(levels: Mapping[str, int], new: int) -> str:
    """How many stories are new, and how high."""
    count = sum(levels.values())
    first = text("one") if count == 1 else text("many", count)
    parts = [
        f"{levels[level]} {words.word(words.LEVELS, level)}"
        for level in reversed(BANDS)
        if levels.get(level)
    ]
    told = f"{first} ({', '.join(parts)})"
    return f"{told}\n{text('more', new)}" if new > count else told
