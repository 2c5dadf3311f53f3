"""The sentences about set-ups."""

from __future__ import annotations

from osawatch.setup.model import Step
from ui.i18n import mark, say
from ui.settings_fields import CONTEXT as SETTINGS
from ui.settings_fields import FIELDS, Field

CONTEXT = "setup"
TEXTS = {
    "export": mark("setup", "Write the desk's set-up…"),
    "import": mark("setup", "Take in a set-up…"),
    "title": mark("setup", "What this set-up would change"),
    "told": mark(
        "setup",
        "It adds and replaces, it takes nothing away. What was before is kept in the profile.",
    ),
    "nothing": mark("setup", "Nothing: the desk is set up like this already."),
    "part": mark("setup", "Part"),
    "name": mark("setup", "What"),
    "what": mark("setup", "Change"),
    "before": mark("setup", "Now"),
    "after": mark("setup", "Then"),
    "take": mark("setup", "Take it in"),
    "cancel": mark("setup", "Cancel"),
    "written": mark(
        "setup", "Set-up written: {0}. Together its parts may be more sensitive than each alone."
    ),
    "taken": mark("setup", "Set-up taken in: {0} changes. Before: {1}"),
    "taken_waits": mark(
        "setup",
        "Set-up taken in: {0} changes. Exceptions that wait for a second person: {1}, on the page "
        "Rules, Not seen. Before: {2}",
    ),
    "lines": mark("setup", "{0} lines"),
    "on": mark("setup", "on"),
    "off": mark("setup", "off"),
    "True": mark("setup", "yes"),
    "False": mark("setup", "no"),
}
PARTS = {
    "settings": mark("setup", "Setting"),
    "searches": mark("setup", "Search"),
    "rules": mark("setup", "Rules and watchlist"),
    "sources": mark("setup", "Source"),
    "switches": mark("setup", "Source on or off"),
}
WHATS = {
    "add": mark("setup", "added"),
    "change": mark("setup", "changed"),
    "policy": mark("setup", "stays: a policy decides it"),
    "waits": mark("setup", "waits for a second person"),
}
FIELD = {field.name: field for field in FIELDS}


def text(key: str, *values: object) -> str:
    """A sentence about set-ups, with its values put in."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


def row(step: Step) -> tuple[str, str, str, str, str]:
    """A step in words: part, name, what, before, after."""
    field = FIELD.get(step.name) if step.part == "settings" else None
    name = say(SETTINGS, field.title) if field else step.name
    before, after = (_value(step, field, one) for one in (step.before, step.after))
    return say(CONTEXT, PARTS[step.part]), name, say(CONTEXT, WHATS[step.what]), before, after


def _value(step: Step, field: Field | None, value: str) -> str:
    """How it stands, or would: a switch and a choice in words, of a file how long it is."""
    if step.part == "rules" and step.what != "waits":
        return text("lines", value) if value else ""
    if step.part == "switches" or value in ("True", "False"):
        return text(value)
    choices = {str(key): words for key, words in field.choices} if field else {}
    return say(SETTINGS, choices[value]) if value in choices else value
