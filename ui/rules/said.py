"""A row of the list of rules: what is searched in it, and how a screen reader says it."""

from __future__ import annotations

from osawatch.model import RuleRow
from ui.rules.words import status, text


def fits(row: RuleRow, words: list[str]) -> bool:
    """Whether all words stand somewhere in it."""
    said = f"{row.id} {row.title} {row.owner} {row.condition} {row.description}".casefold()
    return all(word in said for word in words)


def spoken(row: RuleRow) -> str:
    """A row as a screen reader says it."""
    return ", ".join((row.title, status(row.status), text("alerts", row.alerts)))
