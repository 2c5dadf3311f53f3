"""The preview follows the cursor: the chosen story is read, shown, and counts as seen in a while.

cursor -> read (task) -> preview; a second later -> seen
a change of the shown story -> stale -> read again, now and then
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from osawatch.core import Core
from osawatch.model import Card, Changes
from ui.inbox import actions, explain
from ui.inbox.nearly import Near
from ui.inbox.preview import Preview
from ui.inbox.reader import Story, story
from ui.names import Names
from ui.questions import Questions
from ui.tasks import Tasks

SEEN_MS = 1200
AGAIN_MS = 2500  # a story that grows all the while is drawn anew now and then


class Showing(QObject):
    """`card` and `chosen`: the story where the cursor stands, and its id."""

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        questions: Questions,
        preview: Preview,
        names: Names,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._core, self._tasks, self._questions, self._page = core, tasks, questions, page
        self._preview, self._names = preview, names
        self.card: Callable[[], Card | None] = lambda: None
        self.chosen: Callable[[], str] = str
        self.shown = ""
        self._stale = False
        self._seen = self._timer(SEEN_MS, self._mark_seen)
        self._again = self._timer(AGAIN_MS, self.read)
        self.near = Near(core, tasks, self._first, self)
        self.near.read.connect(preview.show_nearly)
        preview.decided.connect(self._on_decided)

    def read(self) -> None:
        """Reads the chosen story again."""
        card, self._stale = self.chosen(), False
        self._questions.ask(lambda: story(self._core, card), self._on_detail)

    def follow(self) -> None:
        """The cursor stands where it stood: read what is not shown, or no more true."""
        if self.shown != self.chosen():
            self.read()
        elif self._stale and not self._again.isActive():
            self._again.start()

    def touch(self, changes: Changes) -> None:
        """Something has changed, maybe what is shown."""
        if changes.settings:
            self.near.forget()
        self._stale |= self.chosen() in changes.cards or changes.settings

    def clear(self) -> None:
        """There is no story."""
        self.shown = ""
        self._preview.clear()

    def _on_detail(self, found: Story | None) -> None:
        chosen = self.chosen()
        if found is None or found[0].card.id != chosen:
            return  # gone, or the cursor has moved on
        self._names.add(found[1])
        if self.shown != chosen:
            self._seen.start()
        self.shown = chosen
        self._preview.show_in_turns(found[0], *found[2:])
        self.near.follow()

    def _first(self) -> str:
        detail = self._preview.detail
        return explain.first(detail) if detail and self._page.isVisible() else ""

    def _on_decided(self, hits: list[str], state: str) -> None:
        """A person's word on listed names; the preview is drawn anew."""
        self._questions.ask(lambda: self._core.listed.decide(hits, state), lambda _: self.read())

    def _mark_seen(self) -> None:
        card = self.card()
        if card and card.unread and self._page.isVisible():
            self._tasks.run(self, lambda: self._core.triage(actions.seen(card)), lambda _: None)

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer
