"""The keys of triage as data: what each does to the story that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from osawatch.model import OUTCOMES, REASONS, Action, Card, Holder
from ui import words
from ui.i18n import mark, say

CONTEXT = "triage"
Make = Callable[[tuple[str, ...]], Action]
TEXTS = {
    "next": mark("triage", "Next story"),
    "previous": mark("triage", "Previous story"),
    "read_on": mark("triage", "Read on, then the next story"),
    "relevant": mark("triage", "Relevant"),
    "outcome": mark("triage", "Relevant, with its outcome"),
    "files": mark("triage", "Files of the story"),
    "whatif": mark("triage", "What is hit if it stops"),
    "cite": mark("triage", "Copy a citation of the source"),
    "whole": mark("triage", "Copy the whole story as text"),
    "print": mark("triage", "Print the story, or save it as PDF"),
    "order": mark("triage", "Newest first, or worst first"),
    "done_whole": mark("triage", "Story copied"),
    "done_print": mark("triage", "Saved: {0}"),
    "done_outcome": mark("triage", "Marked relevant: {0}"),
    "done_cite": mark("triage", "Citation copied"),
    "to_whom": mark("triage", "Forwarded to whom? (may stay empty)"),
    "not_relevant": mark("triage", "Not relevant, then the reason"),
    "snooze": mark("triage", "Snooze"),
    "assign": mark("triage", "Assign"),
    "take": mark("triage", "Take in hand"),
    "tag": mark("triage", "Tag"),
    "merge": mark("triage", "Put the chosen stories together"),
    "unmerge": mark("triage", "Take apart what was put together"),
    "choose": mark("triage", "Choose it as well (with Shift and arrows too)"),
    "reopen": mark("triage", "Reopen"),
    "note": mark("triage", "Note"),
    "rate": mark("triage", "Set the score by hand"),
    "wrong": mark("triage", "One report was wrong, or was not after all"),
    "why_wrong": mark("triage", "What was wrong in it?"),
    "done_wrong": mark("triage", "Called wrong; Sources proposes a lower grade for its source"),
    "done_not_wrong": mark("triage", "Not wrong after all"),
    "done_rate": mark("triage", "Score set: {0}"),
    "done_unrate": mark("triage", "Computed score again"),
    "case": mark("triage", "Add to a case"),
    "paper": mark("triage", "Write a paper about it"),
    "narrow": mark("triage", "Rule too wide: close, and narrow the rule"),
    "wide": mark("triage", "Rule too wide: close, and leave the rule"),
    "watch": mark("triage", "Watch the picked words, or others"),
    "which_words": mark("triage", "Which words should be watched?"),
    "undo": mark("triage", "Take back"),
    "search": mark("triage", "Search"),
    "open": mark("triage", "Open the source"),
    "done_relevant": mark("triage", "Marked relevant; P says what came of it"),
    "done_not": mark("triage", "Marked not relevant: {0}"),
    "done_snooze": mark("triage", "Snoozed"),
    "done_assign": mark("triage", "Assigned to {0}"),
    "done_take": mark("triage", "Taken in hand"),
    "done_reopen": mark("triage", "Reopened"),
    "done_case": mark("triage", "In the case: {0}"),
    "new_case": mark("triage", "New case…"),
    "case_title": mark("triage", "What is the matter?"),
    "done_note": mark("triage", "Note kept"),
    "done_tag": mark("triage", "Tagged {0}"),
    "done_untag": mark("triage", "Tag {0} taken off"),
    "done_merge": mark("triage", "Put together"),
    "done_unmerge": mark("triage", "Taken apart"),
    "done_many": mark("triage", "{0}: {1} stories"),
    "several": mark("triage", "Choose two or more stories first: X, or Shift and arrows"),
    "which_tag": mark("triage", "Tag (with - before it: take it off)"),
    "done_undo": mark("triage", "Taken back"),
    "moved": mark("triage", "Another story has come under the cursor; nothing was done"),
    "nothing": mark("triage", "There is nothing to take back"),
    "day": mark("triage", "until tomorrow"),
    "week": mark("triage", "for a week"),
    "until_day": mark("triage", "until a day…"),
    "not_short": mark("triage", "Not relevant"),
    "who": mark("triage", "Assign to"),
    "give_role": mark("triage", "{0} (function)"),
    "give_post": mark("triage", "{0} (post)"),
    "give_other": mark("triage", "{0}"),
    "give_else": mark("triage", "Another name…"),
    "what": mark("triage", "Note"),
    "leave": mark("triage", "This opens {0} in your browser, outside OSAwatch."),
    "links_closed": mark("triage", "Links are not opened here: the policy {0} says so"),
    "no_address": mark("triage", "This item has no address that can be opened"),
}
# key, what it does; the order of the key sheet
KEYS = (
    ("J", "next"),
    ("K", "previous"),
    ("Space", "read_on"),
    ("C", "relevant"),
    ("P", "outcome"),
    ("N", "not_relevant"),
    ("S", "snooze"),
    ("A", "assign"),
    ("I", "take"),
    ("R", "reopen"),
    ("E", "note"),
    ("L", "rate"),
    ("F", "case"),
    ("B", "paper"),
    ("T", "tag"),
    ("M", "merge"),
    ("U", "unmerge"),
    ("X", "choose"),
    ("Z", "undo"),
    ("O", "open"),
    ("W", "watch"),
    ("V", "whatif"),
    ("Y", "cite"),
    ("G", "whole"),
    ("Ctrl+P", "print"),
    ("H", "files"),
    ("Q", "wrong"),
    ("/", "search"),
    ("D", "order"),
)
# the letter after N; an unmarked Return means no reason
REASON_KEYS = {
    "O": "old-news", "K": "known", "G": "wrong-good", "C": "wrong-country", "D": "duplicate",
    "F": "not-ours", "E": "measure-ended",
    "B": "was-wrong",
}  # fmt: skip
OUTCOME_KEYS = {"R": OUTCOMES[0], "F": OUTCOMES[1], "N": OUTCOMES[2]}
MOST_HOLDERS = 9
A_DAY = "day"  # a snooze whose day is asked for
TOO_WIDE, NARROW = REASONS[4], "narrow"


def text(key: str, *values: object) -> str:
    """A sentence of triage, with its values put in."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def reasons() -> tuple[tuple[str, str, str], ...]:
    """Letter, words and value of each reason; that a rule is too wide leads on to the rule."""
    return (
        *((key, words.word(words.REASONS, one), one) for key, one in REASON_KEYS.items()),
        ("R", text("narrow"), NARROW),
        ("W", text("wide"), TOO_WIDE),
    )


def outcomes() -> tuple[tuple[str, str, str], ...]:
    """Letter, words and value of each outcome."""
    return tuple(
        (key, words.word(words.REASONS, one), one) for key, one in OUTCOME_KEYS.items()
    )  # fmt: skip


def holders(known: Sequence[Holder]) -> tuple[tuple[str, str, str], ...]:
    """Digit, words and name of who can have a story in hand; 0 asks for another name."""
    return (
        *(
            (str(number), text(f"give_{one.kind}", one.name), one.name)
            for number, one in enumerate(known[:MOST_HOLDERS], 1)
        ),
        ("0", text("give_else"), ""),
    )


def snoozes() -> tuple[tuple[str, str, str], ...]:
    """Letter, words and value of each snooze."""
    now = datetime.now(UTC)
    day, week = (now + timedelta(days=days) for days in (1, 7))
    return (
        ("1", text("day"), day.isoformat()),
        ("7", text("week"), week.isoformat()),
        ("D", text("until_day"), A_DAY),
        ("P", words.word(words.CONDITIONS, "publisher"), "publisher"),
        ("O", words.word(words.CONDITIONS, "official"), "official"),
        ("L", words.word(words.CONDITIONS, "level"), "level"),
    )


def make(kind: str, **data: object) -> Make:
    """An action that waits for its alerts."""
    return lambda alerts: Action(kind, alerts, data)


def tag(said: str) -> tuple[Make, str]:
    """What a person typed as a tag, and the words for having done it."""
    name = said.lstrip("-").strip()
    if said.startswith("-"):
        return make("tag", tag=name, on=False), text("done_untag", name)
    return make("tag", tag=name, on=True), text("done_tag", name)


def seen(card: Card) -> Action:
    """Read because it was shown: nothing that undo looks for."""
    return Action("seen", card.alerts, {"passive": True})
