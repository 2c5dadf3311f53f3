"""What the briefing page says."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "briefing"
TEXTS = {
    "title": mark("briefing", "Briefing"),
    "since": mark("briefing", "Since"),
    "week": mark("briefing", "7 days"),
    "month": mark("briefing", "30 days"),
    "quarter": mark("briefing", "90 days"),
    "this_month": mark("briefing", "This month"),
    "last_month": mark("briefing", "Last month"),
    "handover": mark("briefing", "Since the last handover"),
    "dates": mark("briefing", "From … to …"),
    "first": mark("briefing", "First day (UTC)"),
    "last": mark("briefing", "Last day (UTC), included"),
    "no_handover": mark("briefing", "No case was handed over yet: choose days."),
    "marking_told": mark(
        "briefing",
        "Marking: who may read it. On every page. The Traffic Light Protocol, or {0}.",
    ),
    "raised": mark("briefing", "The marking was raised to {0}: «{1}» carries it."),
    "back": mark("briefing", "Take back my changed text"),
    "ministry": mark("briefing", "Ministry"),
    "all": mark("briefing", "All ministries"),
    "language": mark("briefing", "Language"),
    "marking": mark("briefing", "Marking"),
    "no_marking": mark("briefing", "No marking"),
    "export": mark("briefing", "Export"),
    "paper": mark("briefing", "List from a template…"),
    "span": mark("briefing", "stories of {0} to {1}"),
    "again": mark("briefing", "Write anew"),
    "note": mark(
        "briefing",
        "From public sources. No classified material belongs here. The text can be changed before"
        " it is exported; what was changed goes out in every form.",
    ),
    "writing": mark("briefing", "Writing…"),
    "saved": mark("briefing", "Saved as {0}"),
    "failed": mark("briefing", "Not written: {0}"),
    "preview": mark("briefing", "The briefing, as text that can be changed"),
    "html": mark("briefing", "Web page (HTML)"),
    "pdf": mark("briefing", "PDF"),
    "docx": mark("briefing", "Word"),
    "md": mark("briefing", "Markdown"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)
