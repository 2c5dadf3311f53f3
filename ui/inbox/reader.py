"""Reads the rows of the inbox in tasks.

    ask(filter) -> newest hits -> rows      at once: a person who types waits for the first rows
                -> all hits    -> rows      when the typing pauses
One question at a time; of those asked meanwhile only the last one counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from osawatch.attached import Attachment
from osawatch.core import Core
from osawatch.hits import Told
from osawatch.model import Card, CardDetail, Filter
from ui.inbox import chain
from ui.names import needed
from ui.rows import RowsModel
from ui.tasks import Tasks

SIGHT = 48  # rows that are read with the ids: those in sight and some more
NEWEST, PAUSE_MS = 500, 250


@dataclass(frozen=True, slots=True)
class Rows:
    """Ids in order, the rows in sight, and the rows that were read anew."""

    ids: list[str]
    cards: list[Card]
    stale: frozenset[str]


Story = tuple[CardDetail, dict[tuple[str, str], str], chain.Context, Told, list[Attachment]]
"""A story, the names of what it is about, what follows from it, the listed names in its items, the
files that were put to it."""


def story(core: Core, card: str) -> Story | None:
    """What the preview shows of a story, None when it is gone. Called in a task."""
    detail = core.card(card)
    if detail is None:
        return None
    told = core.listed.of([item.id for item in detail.story])
    return detail, needed(core, detail), chain.read(core, detail), told, files(core, detail)


def files(core: Core, detail: CardDetail) -> list[Attachment]:
    """The files of all alerts of a story, each once."""
    found = [file for name in detail.card.alerts for file in core.attaching.of(name)]
    return list({one.id: one for one in found}.values())


class Reader(QObject):
    """`read` carries Rows; `failed` an error."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, core: Core, tasks: Tasks, model: RowsModel) -> None:
        super().__init__(model)
        self._core, self._tasks, self._model = core, tasks, model
        self._next: tuple[Filter, int] | None = None
        self._searched: tuple[Filter, int] | None = None
        self._busy, self._question = False, 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._all)

    def ask(self, wanted: Filter, first: int) -> None:
        """What a filter lets through; rows from `first` on are in sight."""
        self._next = (wanted, first)
        self._pause.stop()
        if not self._busy:
            self._start()

    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._busy or self._next is not None or self._pause.isActive()

    def _start(self) -> None:
        if self._next is None:
            return
        (wanted, first), self._next = self._next, None
        self._busy = True
        self._question += 1
        search = bool(wanted.text.strip())
        self._searched = (wanted, first) if search else None
        self._read(wanted, first, NEWEST if search else 0, self._answered)

    def _answered(self, found: Rows | Exception) -> None:
        self._busy = False
        if self._searched and not self._next:
            self._pause.start()
        self._tell(found)
        self._start()

    def _all(self) -> None:
        """All hits. It may take a while, and what is typed meanwhile does not wait for it."""
        if self._searched is None:
            return
        (wanted, first), question = self._searched, self._question

        def answered(found: Rows | Exception) -> None:
            if question == self._question:
                self._tell(found)
            elif isinstance(found, Rows):
                self._model.forget(found.stale)

        self._read(wanted, first, 0, answered)

    def _tell(self, found: Rows | Exception) -> None:
        (self.read if isinstance(found, Rows) else self.failed).emit(found)

    def _read(
        self, wanted: Filter, first: int, newest: int, done: Callable[[Rows | Exception], None]
    ) -> None:
        known, stale = self._model.fresh(), self._model.stale()

        def read() -> Rows:
            ids = self._core.card_ids(wanted, newest=newest)
            sight = [key for key in ids[first : first + SIGHT] if key not in known]
            return Rows(ids, self._core.cards(sight), stale)

        def failed(error: Exception) -> None:
            self._model.forget(stale)
            done(error)

        self._tasks.run(self, read, done, failed)
