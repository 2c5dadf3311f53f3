"""What the morning page and the page of dates say."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from ui.i18n import mark, say

CONTEXT = "morning"
TEXTS = {
    "title": mark("morning", "Morning"),
    "since": mark("morning", "since {0}"),
    "seen": mark("morning", "I have seen this"),
    "new": mark("morning", "New since your last visit"),
    "none": mark("morning", "Nothing new."),
    "more": mark("morning", "{0} more stand in the inbox."),
    "coming": mark("morning", "Dates of the next 14 days"),
    "no_dates": mark("morning", "No date is known."),
    "silent": mark("morning", "Sources that are silent"),
    "silent_told": mark("morning", "From these no news means «cannot tell», not «all quiet»."),
    "all_well": mark("morning", "All sources answer as they should."),
    "end": mark("morning", "That is all since {0}."),
    "never_polled": mark("morning", "No source has been asked yet: this is no quiet day."),
    "polled": mark("morning", "Sources were asked last at {0}."),
    "marked": mark("morning", "Noted: you have seen everything up to {0}"),
    "dates": mark("morning", "Deadlines"),
    "day": mark("morning", "Day"),
    "what": mark("morning", "What"),
    "measure": mark("morning", "Measure"),
    "goods": mark("morning", "Goods"),
    "act": mark("morning", "Act"),
    "zone": mark("morning", "Day of"),
    "remind": mark("morning", "Reminder"),
    "remind_notify": mark("morning", "told"),
    "remind_wait": mark("morning", "waits"),
    "remind_never": mark("morning", "not told"),
    "remind_next": mark("morning", "next {0}"),
    "reminders": mark("morning", "Reminders {0} days before, as a notice and under Notices."),
    "reminders_some": mark(
        "morning",
        "Reminders {0} days before. Those from farther off stand under Notices only: their level"
        " is below the one that Settings name.",
    ),
    "reminders_low": mark(
        "morning",
        "No reminder interrupts: the level of all is below the one that Settings name. They stand"
        " under Notices.",
    ),
    "reminders_off": mark("morning", "No reminders: they are switched off in Settings."),
    "reminders_none": mark("morning", "No reminders: Settings say that nothing interrupts."),
    "calendar": mark("morning", "Calendar file (.ics)"),
    "saved": mark("morning", "Saved as {0}"),
    "failed": mark("morning", "Not written: {0}"),
    "effective": mark("morning", "takes effect"),
    "suspended_until": mark("morning", "suspension ends"),
    "expiry": mark("morning", "ends"),
    "deadline": mark("morning", "last day for comments"),
    "case_step": mark("morning", "step of a case"),
    "case_late": mark("morning", "late: step of a case"),
    "case_date": mark("morning", "day of a case"),
    "case_silent": mark("morning", "a case's search is silent"),
    "case_blind": mark("morning", "a case's search: cannot tell"),
    "work": mark("morning", "In your cases"),
    "past": mark("morning", "{0} (past)"),
    "views": mark("morning", "List or month"),
    "list": mark("morning", "List"),
    "month": mark("morning", "Month"),
    "month_before": mark("morning", "The month before"),
    "month_after": mark("morning", "The month after"),
    "today": mark("morning", "today"),
    "more_dates": mark("morning", "{0} more"),
    "so_many_dates": mark("morning", "{0} dates"),
    "nothing_ahead": mark("morning", "No dates ahead"),
    "nothing_more": mark(
        "morning", "Dates come from notices that name them, and from the shipped list of measures."
    ),
    "end_more": mark(
        "morning", "That is not all since {0}: {1} more stories stand in the inbox, not shown here."
    ),
    "marked_more": mark(
        "morning", "Noted up to {0}; {1} stories that were not shown here stand in the inbox"
    ),
    "chose_not": mark("morning", "What we chose not to see last month"),
    "hidden": mark("morning", "{0}: {1} items by {2} exceptions"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)


def day(one: date) -> str:
    """A day as the language of the window writes it."""
    return QLocale().toString(QDate(one.year, one.month, one.day), "ddd d MMM yyyy")


def month_year(one: date) -> str:
    """«November 2026»."""
    return QLocale().toString(QDate(one.year, one.month, 1), "MMMM yyyy")
