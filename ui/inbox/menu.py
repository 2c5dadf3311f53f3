"""The menu of a story in the list: all that a key does to it, in groups, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QWidget

from ui.inbox.actions import text

GROUPS = (
    ("relevant", "outcome", "not_relevant", "snooze", "assign", "take", "reopen"),
    ("note", "tag", "rate", "case", "paper", "files"),
    ("choose", "merge", "unmerge"),
    ("open", "cite", "whole", "print", "watch", "whatif", "wrong"),
    ("undo",),
)
# moves and places: nothing that one does to a story
LEFT_OUT = ("next", "previous", "read_on", "search", "order")


def menu(keys: Mapping[str, str], do: Callable[[str], object], parent: QWidget) -> QMenu:
    """`keys`: the key of each act; `do` is called with the act that is chosen."""
    made = QMenu(parent)
    for group in GROUPS:
        if not made.isEmpty():
            made.addSeparator()
        for what in group:
            words, key = text(what).replace("&", "&&"), keys.get(what, "")
            action = made.addAction(f"{words}\t{key}" if key else words)
            action.setData(what)
            action.triggered.connect(lambda _=False, what=what: do(what))
    made.aboutToHide.connect(made.deleteLater)
    return made
