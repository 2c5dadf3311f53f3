"""Work on the GUI thread that would hold it too long at once: a piece in each turn of its loop."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from inspect import GEN_RUNNING, getgeneratorstate

from PySide6.QtCore import QObject, QTimer, Signal

Step = Callable[[], object]
Work = Generator[None, None, None]


def steps(taken: Iterable[Step]) -> Work:
    """Work of one step a turn."""
    for step in taken:
        step()
        yield


class InTurns(QObject):
    """Goes through one piece of work at a time; another one that begins takes its place.

    `done` when all of it is done; work that is dropped says nothing.
    """

    done = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._work: Work | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._on_turn)

    def begin(self, work: Work) -> None:
        """Its first piece comes with the next turn; what has not ended of other work is dropped."""
        self.drop()
        self._work = work
        self._turn.start()

    def busy(self) -> bool:
        """Whether something is left to do."""
        return self._work is not None

    def finish(self) -> None:
        """All that is left, now."""
        while self._work is not None:
            self._on_turn()

    def drop(self) -> None:
        """What has not ended never does, and puts away what it made."""
        work, self._work = self._work, None
        self._turn.stop()
        if work is not None and getgeneratorstate(work) != GEN_RUNNING:
            work.close()

    def _on_turn(self) -> None:
        work = self._work
        if work is None:
            return
        try:
            ended = next(work, self) is self
        except BaseException:
            self._work = None if self._work is work else self._work
            raise
        if self._work is not work:  # a piece of it made way for other work
            work.close()
        elif ended:
            self._work = None
            self._turn.stop()
            self.done.emit()
        else:
            self._turn.start()
