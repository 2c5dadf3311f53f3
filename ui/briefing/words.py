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
    "ministry": mark("briefing", "Ministry"),
    "all": mark("briefing", "All ministries"),
    "language": mark("briefing", "Language"),
    "marking": mark("briefing", "Marking"),
    "no_marking": mark("briefing", "No marking"),
    "export": mark("briefing", "Export"),
    "again": mark("briefing", "Write anew"),
    "note": mark(
        "briefing",
        "From public sources. No classified material belongs here. The text can be changed before"
        " it is exported; what was changed goes out as it stands.",
    ),
    "writing": mark("briefing", "Writing…"),
    "saved": mark("briefing", "Saved as {0}"),
    "failed": mark("briefing", "Not written: {0}"),
    "preview": mark("briefing", "The briefing, as text that can be changed"),
    "html": mark("briefing", "Web page (HTML)"),
    "pdf": mark("briefing", "PDF"),
    "docx": mark("briefing", "Word (unchanged text only)"),
    "md": mark("briefing", "Markdown"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)
