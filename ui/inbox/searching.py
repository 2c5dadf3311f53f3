"""What is done with saved searches: read with their counts, kept, let go; all in tasks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from osawatch.core import Core
from osawatch.model import Facets, Filter
from osawatch.searches import SavedSearch, named
from ui.inbox import ask
from ui.inbox.bar import FilterBar
from ui.inbox.saved import text
from ui.questions import Questions

Told = tuple[Facets, list[tuple[SavedSearch, int]]]


class Searching(QObject):
    """`said` carries words for a toast; `changed` when there is another search."""

    said = Signal(str)
    changed = Signal()

    def __init__(
        self, core: Core, questions: Questions, bar: FilterBar, view: Callable[[], Filter]
    ) -> None:
        super().__init__(bar)
        self._core, self._questions, self._bar, self._view = core, questions, bar, view
        bar.saved.keep_asked.connect(self.keep)
        bar.saved.dropped.connect(self.drop)

    def read(self) -> Told:
        """What there is to filter by, and the searches with their counts. Called in a task."""
        now = self._core.now()
        found = self._core.searches.sound()
        counts = [(one, len(self._core.card_ids(one.wanted(now)))) for one in found]
        return self._core.facets(), counts

    def keep(self) -> None:
        """Asks for a name and keeps what the bar shows."""
        name = ask.text(self._bar.window(), text("name"))
        if not name.strip():
            return
        wanted = replace(self._bar.filter(self._view()), since=None)
        days = self._bar.days()

        def kept() -> SavedSearch:
            search = named(name, wanted, days)
            self._core.searches.keep(search)
            return search

        self._questions.ask(kept, lambda search: self._tell(text("kept", search.name)))

    def drop(self, search: SavedSearch) -> None:
        """One less."""
        self._questions.ask(
            lambda: self._core.searches.drop(search.name),
            lambda _: self._tell(text("dropped", search.name)),
        )

    def _tell(self, words: str) -> None:
        self.said.emit(words)
        self.changed.emit()
