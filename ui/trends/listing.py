"""The stories of chosen days in the list beside the chart, a page at a time.

chosen days -> core.card_ids + a page of cards (a task) -> rows; scrolled down -> the next page
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from osawatch.core import Core
from osawatch.model import Trend
from ui.tasks import Tasks
from ui.trends.reading import Asked, Stories, between, stories_of
from ui.trends.side import Side


class Listing(QObject):
    """Signals: listed() once rows stand there, stories_asked(a Filter), failed(why)."""

    listed = Signal()
    stories_asked = Signal(object)
    failed = Signal(Exception)

    def __init__(self, core: Core, tasks: Tasks, side: Side) -> None:
        super().__init__(side)
        self._core, self._tasks, self._side = core, tasks, side
        self._asked, self._chosen = Asked(), Trend("", "", "", ())
        self._waiting = False
        side.model.wanted.connect(self._on_page)
        side.list_asked.connect(self._on_list)

    def show(self, asked: Asked, chosen: Trend) -> None:
        """Reads and lists the stories of these days; no days: nothing happens."""
        if not chosen.days:
            return
        self._asked, self._chosen, self._waiting = asked, chosen, True
        self._side.summary.show_days(chosen)
        wanted = between(asked, chosen.days[0].day, chosen.days[-1].day)
        self._tasks.run(
            self,
            partial(stories_of, self._core, wanted),
            lambda found: self._on_stories(found, chosen),
            self.failed.emit,
        )

    def drop(self) -> None:
        """Other rows are shown: what is on its way is not wanted any more."""
        self._chosen, self._waiting = Trend("", "", "", ()), False

    def ready(self) -> bool:
        """Whether what was chosen last is listed."""
        return not self._waiting

    def _on_stories(self, found: Stories, chosen: Trend) -> None:
        if chosen is self._chosen:
            self._side.show_stories(found, chosen)
            self._waiting = False
            self.listed.emit()

    def _on_page(self, ids: tuple[str, ...]) -> None:
        call = partial(self._core.cards, ids)
        self._tasks.run(self, call, partial(self._side.model.append, ids), self.failed.emit)

    def _on_list(self) -> None:
        days = self._chosen.days
        if days:
            self.stories_asked.emit(between(self._asked, days[0].day, days[-1].day))
