"""The questions a page asks of the core: how many are under way, and one way to fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ui.i18n import wrong
from ui.tasks import Tasks

T = TypeVar("T")


class Questions(QObject):
    """`answered` after each answer has been shown, also when it was a failure.

    `failed` carries the words of what went wrong.
    """

    answered = Signal()
    failed = Signal(str)

    def __init__(self, tasks: Tasks, page: QObject) -> None:
        super().__init__(page)
        self._tasks, self._page = tasks, page
        self.open = 0  # questions without an answer yet

    def ask(self, call: Callable[[], T], done: Callable[[T], object]) -> None:
        """Calls in a task; `done` hears the answer on the GUI thread."""
        self.open += 1

        def told(result: T) -> None:
            self.open -= 1
            done(result)
            self.answered.emit()

        def failed(error: Exception) -> None:
            self.open -= 1
            self.failed.emit(wrong(error))
            self.answered.emit()

        self._tasks.run(self._page, call, told, failed)
