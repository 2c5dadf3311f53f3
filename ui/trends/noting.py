"""From a note of the chart to its measure: the story in the inbox, else look-up."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from osawatch.core import Core
from osawatch.noted import Noted
from ui.tasks import Tasks
from ui.trends.series import Names
from ui.trends.words import note_words, text


class Noting(QObject):
    """Signals: card_chosen(id of a story), lookup_asked(name of the good or country)."""

    card_chosen = Signal(str)
    lookup_asked = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._core, self._tasks, self._widget = core, tasks, parent
        self.menu: QMenu | None = None

    def open(self, good: str, country: str, day: date, names: Names) -> None:
        """What is noted on a day; several measures are offered in a menu."""
        name = names("good", good) if good else names("country", country)
        call = partial(self._core.figures.noted.between, good, country, day, day)
        self._tasks.run(self, call, lambda found: self._on_found(found, name, names))

    def _on_found(self, found: tuple[Noted, ...], name: str, names: Names) -> None:
        if len(found) == 1:
            self._go(found[0], name)
        elif found:
            self._offer(found, name, names)

    def _offer(self, found: tuple[Noted, ...], name: str, names: Names) -> None:
        self.menu = menu = QMenu(self._widget)
        for one in found:
            said = note_words(one.status, one.measure, names)
            words = text("noted", said, one.act) if one.act else said
            entry = menu.addAction(words.replace("&", "&&"))  # or a letter becomes a key
            entry.triggered.connect(partial(self._on_taken, one, name))
        menu.popup(QCursor.pos())

    def _on_taken(self, one: Noted, name: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002
        self._go(one, name)

    def _go(self, one: Noted, name: str) -> None:
        if one.card:
            self.card_chosen.emit(one.card)
        else:
            self.lookup_asked.emit(name)
