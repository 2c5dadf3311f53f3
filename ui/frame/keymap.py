"""Keys as data: what each action's key is, what a person made of it, and what clashes.

A name is `group.action` ("triage.relevant"); the settings hold only what differs, "name=key".
An empty key means the action has none: it stays in the command palette.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QKeySequence

from ui.i18n import mark, say

TRIAGE, WINDOW, PLACE = "triage", "window", "place"
FIXED = "fixed."  # and the page whose key it is: `fixed.rules`
EVERYWHERE = (WINDOW, PLACE)
BARE = frozenset({"?"})  # no modifier, and yet everywhere: nobody searches for it
TEXTS = {
    "clash": mark("keys", "{0}: «{1}» and «{2}»"),
    "typing": mark("keys", "{0}: «{1}» would take it from who types; use Ctrl, Alt or F keys"),
    "many": mark("keys", "{0}: «{1}» takes one key, not several"),
}


@dataclass(frozen=True, slots=True)
class Bound:
    """An action with its key, in Qt's portable words."""

    group: str
    action: str
    key: str
    words: str
    default: str = ""

    @property
    def name(self) -> str:
        """As the settings call it."""
        return f"{self.group}.{self.action}"


def changed(stored: Iterable[str]) -> dict[str, str]:
    """What the settings hold, by name."""
    return {name: key for name, _, key in (line.partition("=") for line in stored)}


def bound(rows: Iterable[Bound], own: Mapping[str, str]) -> list[Bound]:
    """The rows with a person's own keys; what was set stands as the default beside it."""
    return [replace(row, key=own.get(row.name, row.key), default=row.key) for row in rows]


def stored(rows: Iterable[Bound]) -> tuple[str, ...]:
    """What the settings shall hold: only what differs."""
    return tuple(f"{row.name}={row.key}" for row in rows if row.key != row.default)


def conflicts(rows: Sequence[Bound]) -> list[str]:
    """What cannot be, in words: one key for two actions that can be meant at once."""
    found = [said for row in rows if (said := _fault(row))]
    seen: dict[str, list[Bound]] = {}
    for row in rows:
        if not row.key:
            continue
        for key in _keys(row):
            for other in seen.setdefault(key, []):
                if _meet(row, other):
                    told = _say("clash", row.key, other.words, row.words)
                    found.append(told)
            seen[key].append(row)
    return found


def _fault(row: Bound) -> str:
    if row.group.startswith(FIXED) or not row.key:
        return ""
    if QKeySequence(row.key).count() > 1:
        return _say("many", row.key, row.words)
    plain = "+" not in row.key.rstrip("+") and not _function(row.key)
    if row.group in EVERYWHERE and plain and row.key not in BARE:
        return _say("typing", row.key, row.words)
    return ""


def _function(key: str) -> bool:
    return key[:1] == "F" and key[1:].isdigit()


def _keys(row: Bound) -> list[str]:
    return [one.casefold() for one in row.key.split(" ")] if row.group.startswith(FIXED) else [
        row.key.casefold()
    ]  # fmt: skip


def _meet(one: Bound, other: Bound) -> bool:
    """Everywhere meets all; a page's own keys meet each other."""
    return one.group in EVERYWHERE or other.group in EVERYWHERE or one.group == other.group


def _say(key: str, *values: str) -> str:
    return say("keys", TEXTS[key]).format(*values)
