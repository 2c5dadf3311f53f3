"""Several chosen stories: counted once a person stops choosing, and told what would change.

choice.changed -> a pause -> core.chosen (task) -> the panel
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from osawatch.core import Core
from osawatch.model import Chosen
from ui.inbox.beside import Beside
from ui.inbox.bulk import BulkPanel
from ui.inbox.choice import Choice
from ui.questions import Questions

COUNT_MS = 150


class Several(QObject):
    """`let_go` leaves one story chosen."""

    def __init__(
        self,
        core: Core,
        questions: Questions,
        choice: Choice,
        bulk: BulkPanel,
        beside: Beside,
        let_go: Callable[[], None],
    ) -> None:
        super().__init__(beside)
        self._core, self._questions = core, questions
        self._choice, self._bulk, self._beside, self._let_go = choice, bulk, beside, let_go
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)
        self._counting.timeout.connect(self._count)
        choice.changed.connect(self._on_choice)
        bulk.let_go.connect(let_go)

    def plan(self, what: str, found: Chosen, then: Callable[[], None]) -> None:
        """Shows what an action would change; `then` when a person says so."""

        def agreed() -> None:
            self._let_go()
            then()

        self._beside.show_several(on=True)
        self._bulk.show_plan(what, found, agreed)

    def _on_choice(self, count: int) -> None:
        several = count > 1
        self._beside.show_several(on=several)
        if several and not self._bulk.asking():
            self._bulk.show_count(count)
            self._counting.start()

    def _count(self) -> None:
        ids = self._choice.ids()
        if len(ids) > 1 and not self._bulk.asking():
            self._questions.ask(lambda: self._core.chosen(ids), self._on_counted)

    def _on_counted(self, found: Chosen) -> None:
        if found.cards == self._choice.count() and not self._bulk.asking():
            self._bulk.show_chosen(found)
