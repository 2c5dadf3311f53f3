"""All that can be done in the window by a key or by name: shortcuts, and the palette.

settings -> rows of keys -> shortcuts; the same rows -> palette, key sheet, dialog of keys
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from osawatch.core import Core
from osawatch.searches import SavedSearch
from ui import window_keys
from ui.frame.keymap import EVERYWHERE, FIXED, PLACE, TRIAGE, WINDOW, Bound
from ui.frame.palette import Command, Palette
from ui.frame.words import text
from ui.inbox.page import InboxPage
from ui.inbox.saved import text as searches
from ui.places import PLACES
from ui.theme import Theme
from ui.window.deeds import deeds
from ui.window.roads import Roads


class Commands:
    """`does`: what each action of the window does, by its name in the key sheet."""

    def __init__(
        self,
        core: Core,
        window: QWidget,
        theme: Callable[[], Theme],
        inbox: InboxPage,
        roads: Roads,
        does: Mapping[str, Callable[[], object]],
    ) -> None:
        self._core, self._window, self._theme = core, window, theme
        self._inbox, self._roads, self._does = inbox, roads, does
        self._bound: list[QShortcut] = []
        self.rows: list[Bound] = []
        self.also: Callable[[], Iterable[QAction]] = tuple  # what can be done only now and then
        self.bind()

    def bind(self) -> None:
        """The keys as the settings have them now, in the place of those before."""
        for shortcut in self._bound:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self.rows = window_keys.rows(self._core.settings().keys)
        goes: dict[str, Callable[[], object]] = {
            place.key: partial(self._roads.go, place.key) for place in PLACES
        }
        self._bound = [
            QShortcut(
                QKeySequence(row.key),
                self._window,
                (self._does if row.group == WINDOW else goes)[row.action],
            )
            for row in self.rows
            if row.key and row.group in EVERYWHERE
        ]
        triage = window_keys.of(self.rows, TRIAGE)
        self._inbox.list.set_keys({row.key: row.action for row in triage})

    def show_palette(self) -> None:
        """All that can be done; what a page can do only while it is on the screen."""
        palette = Palette(list(self._offered()), self._theme(), self._window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open()
        self.palette = palette

    def _offered(self) -> Iterable[Command]:
        keys = {row.name: row.key for row in self.rows}
        for what, do in self._does.items():
            yield Command(text(what), keys.get(f"{WINDOW}.{what}", ""), do)
        for action in self.also():
            if action.isVisible():
                yield Command(action.text(), "", action.trigger)
        for row in window_keys.of(self.rows, PLACE):
            yield Command(row.words, row.key, partial(self._roads.go, row.action))
        for one, _count in self._inbox.bar.saved.known:
            yield Command(searches("go", one.name), "", self._searching(one))
        if self._roads.at_inbox():
            for row in window_keys.of(self.rows, TRIAGE):
                yield Command(row.words, row.key, partial(self._inbox.doing.do, row.action))
        else:
            yield from self._of_page()

    def _of_page(self) -> Iterable[Command]:
        key, page = self._roads.here()
        place = next((one for one in PLACES if one.key == key), None)
        groups = (FIXED + key, FIXED + "taken")
        keys = {row.words: row.key for row in self.rows if row.group in groups}
        for words, do in deeds(page):
            yield Command(words, keys.get(words, ""), do, text(place.words) if place else "")

    def _searching(self, search: SavedSearch) -> Callable[[], object]:
        return partial(self._roads.show_search, search)
