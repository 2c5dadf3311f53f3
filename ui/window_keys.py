"""All keys of the window in one list: triage, places, what can be done everywhere.

shipped keys + settings.keys -> rows -> shortcuts, the inbox's keys, the `?` sheet, the palette
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from ui import takeaway
from ui.chains import texts as chain
from ui.frame import keymap
from ui.frame.keymap import FIXED, PLACE, TRIAGE, WINDOW, Bound
from ui.frame.words import text
from ui.inbox import actions
from ui.items import words as item
from ui.places import PLACES, Place
from ui.rules.form import words as rule
from ui.watchlist import words as watched

KEYS = (
    ("F1", "manual"),
    ("F5", "poll_now"),
    ("Ctrl+O", "import"),
    ("Ctrl+Shift+C", "copy_page"),
    ("Ctrl+Shift+P", "print_page"),
    ("Ctrl+,", "settings"),
    ("Ctrl+L", "look_up"),
    ("Ctrl+K", "show_palette"),
    ("?", "show_keys"),
    ("", "change_keys"),
    ("", "show_log"),
    ("", "about"),
    ("Ctrl+Alt+L", "lock"),
    ("Ctrl+Alt+U", "switch_user"),
    ("", "users"),
    ("", "back_up"),
    ("", "check"),
    ("Ctrl+Q", "quit"),
)
# keys of a page's own: fixed, shown, and there to be clashed with
PAGES = (("chains", chain.KEYS, chain.text), ("taken", takeaway.KEYS, takeaway.text),
         ("items", item.KEYS, item.text), ("rules", rule.KEYS, rule.text),
         ("watchlist", watched.KEYS, watched.text))  # fmt: skip
log = logging.getLogger(__name__)


def shipped() -> list[Bound]:
    """As they come."""
    return [
        *(Bound(TRIAGE, what, key, actions.text(what)) for key, what in actions.KEYS),
        *(Bound(PLACE, one.key, one.keys, going(one)) for one in PLACES if not one.leads),
        *(Bound(WINDOW, what, key, text(what)) for key, what in KEYS),
        *(
            Bound(FIXED + page, what, key, said(what))
            for page, keys, said in PAGES
            for key, what in keys
        ),
    ]


def rows(own: Iterable[str]) -> list[Bound]:
    """With what the settings say. Keys that clash there are taken as shipped, all of them."""
    found = keymap.bound(shipped(), keymap.changed(own))
    if clashes := keymap.conflicts(found):
        log.warning("keys of the settings clash, so the shipped ones hold: %s", clashes[0])
        return keymap.bound(shipped(), {})
    return found


def of(found: Sequence[Bound], group: str) -> list[Bound]:
    """The rows of a group."""
    return [row for row in found if row.group == group]


def sheet(found: Sequence[Bound]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The groups of the `?` sheet: what has a key."""
    groups = ((text("inbox"), (TRIAGE,)), (text("everywhere"), (PLACE, WINDOW)))
    told = [(words, _shown(row for one in named for row in of(found, one)))
            for words, named in groups]  # fmt: skip
    pages = [(text(page), _shown(of(found, FIXED + page))) for page, _keys, _said in PAGES]
    return [*told, *pages]


def going(place: Place) -> str:
    """Going there, in words."""
    return text("go_to", text(place.words))


def _shown(found: Iterable[Bound]) -> tuple[tuple[str, str], ...]:
    return tuple((row.key, row.words) for row in found if row.key)
