"""What the page of situations says."""

from __future__ import annotations

from datetime import datetime, timedelta

from osawatch.situation.model import Situation
from ui import words
from ui.i18n import mark, say

CONTEXT = "situation"
TEXTS = {
    "title": mark("situation", "Situation"),
    "which": mark("situation", "Which situation"),
    "new": mark("situation", "New situation…"),
    "add": mark("situation", "Add a line…"),
    "report": mark("situation", "Situation report…"),
    "act": mark("situation", "Change"),
    "extend": mark("situation", "Longer…"),
    "extend_ask": mark("situation", "How many hours from now on? (1 to 336)"),
    "end": mark("situation", "End it now"),
    "undo": mark("situation", "Take back"),
    "sure": mark("situation", "How sure"),
    "confirmed": mark("situation", "confirmed"),
    "unconfirmed": mark("situation", "unconfirmed"),
    "rumour": mark("situation", "rumour"),
    "all": mark("situation", "all"),
    "list": mark("situation", "Timeline, the newest first"),
    "at": mark("situation", "When"),
    "certainty": mark("situation", "How sure"),
    "who": mark("situation", "Who"),
    "text": mark("situation", "What"),
    "line": mark("situation", "desk"),
    "official": mark("situation", "official"),
    "said": mark("situation", "said by a person"),
    "guessed": mark("situation", "by its source"),
    "none": mark("situation", "No situation"),
    "none_more": mark(
        "situation",
        "For hours or days in which things move fast: chosen sources are asked as often as is"
        " polite, and what they bring stands on one timeline. It ends by itself.",
    ),
    "nothing": mark("situation", "Nothing on the timeline yet"),
    "nothing_more": mark(
        "situation", "Its sources are asked every five minutes at most. You can add a line."
    ),
    "runs": mark("situation", "runs until {0} ({1} left); {2} sources as fast as is polite"),
    "ended": mark("situation", "ended {0} by itself: its sources have their own pace again"),
    "ended_by": mark("situation", "ended {0} by {1}: its sources have their own pace again"),
    "over": mark("situation", "«{0}» has ended by itself: its sources have their own pace again"),
    "silent": mark("situation", "Do not answer: {0}. No news from them means «cannot tell»."),
    "reports": mark("situation", "Reports that left: {0}"),
    "report_n": mark("situation", "{0} ({1}, as of {2})"),
    "hours": mark("situation", "{0} h {1} min"),
    "failed": mark("situation", "Not done: {0}"),
    "kept": mark("situation", "Kept"),
    "back": mark("situation", "Taken back"),
    "nothing_back": mark("situation", "There is nothing of yours to take back"),
    "nobody": mark("situation", "not named"),
    "line_ask": mark("situation", "What happened? In a line, with its source."),
    "name": mark("situation", "What is the situation called?"),
    "sources": mark("situation", "Sources to ask as fast as is polite"),
    "find": mark("situation", "Find sources"),
    "for": mark("situation", "For how many hours (1 to 336)"),
    "goods": mark("situation", "Only these goods (ids of the watchlist, with commas; none = all)"),
    "countries": mark("situation", "Only these countries (two letters, with commas; none = all)"),
    "keep": mark("situation", "Begin"),
    "cancel": mark("situation", "Cancel"),
    "no_hours": mark("situation", "Not a number of hours: {0}"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def state(one: Situation, now: datetime) -> str:
    """How it stands, in a line."""
    if one.runs(now):
        return text("runs", words.clock(one.until), left(one.until - now), len(one.sources))
    ended = words.clock(one.ended or one.until)
    return text("ended_by", ended, one.ended_by) if one.ended_by else text("ended", ended)


def left(span: timedelta) -> str:
    """Hours and minutes."""
    minutes = max(0, int(span.total_seconds() // 60))
    return text("hours", minutes // 60, f"{minutes % 60:02d}")


def reports(one: Situation) -> str:
    """The reports that left, the last first; "" for none."""
    named = [
        text("report_n", x.number, x.post or x.by or text("nobody"), words.clock(x.at))
        for x in reversed(one.reports)
    ]
    return text("reports", ", ".join(named)) if named else ""
