"""The keys of triage as data: what each does to the story that is chosen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from osawatch.model import REASONS, Action, Card
from ui import words
from ui.i18n import mark, say

CONTEXT = "triage"
TEXTS = {
    "next": mark("triage", "Next story"),
    "previous": mark("triage", "Previous story"),
    "read_on": mark("triage", "Read on, then the next story"),
    "relevant": mark("triage", "Relevant"),
    "not_relevant": mark("triage", "Not relevant, then the reason"),
    "snooze": mark("triage", "Snooze"),
    "assign": mark("triage", "Assign"),
    "take": mark("triage", "Take in hand"),
    "reopen": mark("triage", "Reopen"),
    "note": mark("triage", "Note"),
    "undo": mark("triage", "Take back"),
    "search": mark("triage", "Search"),
    "open": mark("triage", "Open the source"),
    "done_relevant": mark("triage", "Marked relevant"),
    "done_not": mark("triage", "Marked not relevant: {0}"),
    "done_snooze": mark("triage", "Snoozed"),
    "done_assign": mark("triage", "Assigned to {0}"),
    "done_take": mark("triage", "Taken in hand"),
    "done_reopen": mark("triage", "Reopened"),
    "done_note": mark("triage", "Note kept"),
    "done_undo": mark("triage", "Taken back"),
    "nothing": mark("triage", "There is nothing to take back"),
    "day": mark("triage", "until tomorrow"),
    "week": mark("triage", "for a week"),
    "not_short": mark("triage", "Not relevant"),
    "who": mark("triage", "Assign to"),
    "what": mark("triage", "Note"),
    "leave": mark("triage", "This opens {0} in your browser, outside OSAwatch."),
    "no_address": mark("triage", "This item has no address that can be opened"),
}
# key, what it does; the order of the key sheet
KEYS = (
    ("J", "next"),
    ("K", "previous"),
    ("Space", "read_on"),
    ("C", "relevant"),
    ("N", "not_relevant"),
    ("S", "snooze"),
    ("A", "assign"),
    ("T", "take"),
    ("R", "reopen"),
    ("E", "note"),
    ("Z", "undo"),
    ("O", "open"),
    ("/", "search"),
)
# the letter after N; an unmarked Return means no reason
REASON_KEYS = {"O": REASONS[0], "G": REASONS[1], "C": REASONS[2], "D": REASONS[3], "R": REASONS[4]}


def text(key: str, *values: object) -> str:
    """A sentence of triage, with its values put in."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def snoozes() -> tuple[tuple[str, str, str], ...]:
    """Letter, words and value of each snooze."""
    now = datetime.now(UTC)
    day, week = (now + timedelta(days=days) for days in (1, 7))
    return (
        ("1", text("day"), day.isoformat()),
        ("7", text("week"), week.isoformat()),
        ("P", words.word(words.CONDITIONS, "publisher"), "publisher"),
        ("O", words.word(words.CONDITIONS, "official"), "official"),
        ("L", words.word(words.CONDITIONS, "level"), "level"),
    )


def close(card: Card, *, relevant: bool, reason: str = "") -> Action:
    """A decision on all alerts of a story."""
    return Action("close", card.alerts, {"relevant": relevant, "reason": reason})


def seen(card: Card) -> Action:
    """Read because it was shown: nothing that undo looks for."""
    return Action("seen", card.alerts, {"passive": True})
