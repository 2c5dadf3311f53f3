"""The menu of the window: what is done now and then, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QMenu

from ui.frame.words import text

ORDER = (
    "poll_now", "import", "copy_page", "print_page", "settings", "manual", "show_keys", "back_up",
    "check", "show_log", "diagnose", "about", "quit",
)  # fmt: skip
NAMES = {
    "show_keys": "keys",
    "back_up": "back_up_short",
    "check": "check_short",
}  # shorter than in the palette
Group = Sequence[tuple[str, Callable[[], object]]]


def fill(menu: QMenu, does: Mapping[str, Callable[[], object]], more: Sequence[Group]) -> None:
    """Of all that can be done what stands in the menu; then further groups, words and deed each."""
    for what in ORDER:
        menu.addAction(text(NAMES.get(what, what)), does[what])
    for group in more:
        menu.addSeparator()
        for words, do in group:
            menu.addAction(words, do)
