"""Work on the GUI thread that would hold it too long at once: a piece in each turn of its loop."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer


class InTurns(QObject):
    """Goes through one piece of work at a time; another one that begins takes its place."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._work: Generator[None, None, None] | None = None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._on_turn)

    def begin(self, work: Generator[None, None, None]) -> None:
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
        if self._work is not None:
            self._work.close()
        self._work = None
        self._turn.stop()

    def _on_turn(self) -> None:
        work = self._work
        if work is None:
            return
        try:
            next(work)
        except StopIteration:
            self._work = None if self._work is work else self._work
        else:
            self._turn.start()
