"""What the dialog of papers says."""

from __future__ import annotations

from ui.i18n import mark, say

CONTEXT = "papers"
TEXTS = {
    "title": mark("papers", "Write a paper"),
    "about": mark("papers", "About: {0}"),
    "span": mark("papers", "stories of {0} to {1}"),
    "note": mark(
        "papers",
        "Filled with what this desk knows. Change the text before it leaves: «# » begins a"
        " heading, «- » a point. Of a source whose licence is not open only title and link are in"
        " it.",
    ),
    "template": mark("papers", "Template"),
    "language": mark("papers", "Language"),
    "marking": mark("papers", "Marking"),
    "raised": mark("papers", "The marking is at least {0}: «{1}» carries it."),
    "no_marking": mark("papers", "No marking"),
    "text": mark("papers", "The paper, to be changed"),
    "edit": mark("papers", "Change the template…"),
    "copy": mark("papers", "Copy as text"),
    "copied": mark("papers", "Copied, without marks of headings"),
    "mail": mark("papers", "E-mail draft…"),
    "mailbox": mark("papers", "To which mailbox of a desk or unit? Nothing is sent from here."),
    "mailed": mark("papers", "The draft {0} is open in the mail program; nothing was sent"),
    "export": mark("papers", "Save as"),
    "txt": mark("papers", "Plain text"),
    "md": mark("papers", "Markdown"),
    "html": mark("papers", "Web page (HTML)"),
    "docx": mark("papers", "Word file (DOCX)"),
    "pdf": mark("papers", "PDF"),
    "saved": mark("papers", "Written: {0}"),
    "failed": mark("papers", "Not done: {0}"),
    "close": mark("papers", "Close"),
    "drop": mark("papers", "What you changed is not saved. Fill the template anew?"),
    "leave": mark("papers", "What you changed is not saved. Close anyway?"),
    "own": mark("papers", "{0} (this desk's own)"),
    "template_title": mark("papers", "Template: {0} ({1})"),
    "template_more": mark(
        "papers",
        "A field stands in double braces. One that does not exist is refused with its line. This"
        " desk's own text holds until you go back to the shipped one.",
    ),
    "fields": mark("papers", "Fields: {0}"),
    "template_text": mark("papers", "The text of the template"),
    "keep": mark("papers", "Keep"),
    "reset": mark("papers", "Back to the shipped text"),
    "cancel": mark("papers", "Cancel"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said
