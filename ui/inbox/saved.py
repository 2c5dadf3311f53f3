"""The button with the saved searches: one to look at, to keep the present one, to let one go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from osawatch.searches import SavedSearch
from ui.i18n import mark, say
from ui.theme import Theme
from ui.widgets import Button

TEXTS = {
    "searches": mark("inbox", "Searches"),
    "save": mark("inbox", "Save this search…"),
    "name": mark("inbox", "A name for this search"),
    "none": mark("inbox", "None saved yet"),
    "remove": mark("inbox", "Remove"),
    "row": mark("inbox", "{0}  ({1})"),
    "kept": mark("inbox", "Search saved: {0}"),
    "dropped": mark("inbox", "Search removed: {0}"),
    "go": mark("inbox", "Search: {0}"),
}


def text(key: str, *values: object) -> str:
    """A sentence of the searches."""
    said = say("inbox", TEXTS[key])
    return said.format(*values) if values else said


class SavedButton(Button):
    """`asked` and `dropped` carry a SavedSearch; `keep_asked`: the present one."""

    asked = Signal(object)
    dropped = Signal(object)
    keep_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(text("searches"), theme, "filter")
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.known: tuple[tuple[SavedSearch, int], ...] = ()
        self._active = False
        self._menu.aboutToShow.connect(self._build)

    def learn(self, searches: Sequence[tuple[SavedSearch, int]]) -> None:
        """The saved ones, each with how many stories it finds now."""
        self.known = tuple(searches)

    def allow(self, *, active: bool) -> None:
        """Whether there is anything to keep: a list that is not filtered is no search."""
        self._active = active

    def _build(self) -> None:
        menu = self._menu
        menu.clear()
        for search, count in self.known:
            action = menu.addAction(text("row", _plain(search.name), count))
            action.triggered.connect(lambda _=False, one=search: self.asked.emit(one))
        if not self.known:
            menu.addAction(text("none")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(text("save"), self.keep_asked.emit).setEnabled(self._active)
        if self.known:
            less = menu.addMenu(text("remove"))
            for search, _count in self.known:
                action = less.addAction(_plain(search.name))
                action.triggered.connect(lambda _=False, one=search: self.dropped.emit(one))


def _plain(name: str) -> str:
    """A name with an ampersand is not a shortcut."""
    return name.replace("&", "&&")
