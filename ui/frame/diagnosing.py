"""The file for a helper, asked for in the menu: where to -> made in a task -> said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from osawatch.core import Core
from ui import faces, saving
from ui.frame.words import text
from ui.questions import Questions
from ui.tasks import Tasks

NAME = "osawatch-diagnosis.json"


class Diagnosing(QObject):
    """`said` carries words for a toast."""

    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._core, self._window = core, window
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self.said)

    def ask(self) -> None:
        """Asks where to."""
        target = saving.ask(
            self._window,
            self._core.policies,
            self._questions.failed.emit,
            text("diagnose"),
            NAME,
            "*.json",
        )
        if target:
            self.write(target)

    def write(self, target: Path) -> None:
        """Writes it."""
        self.said.emit(text("diagnosing"))
        lacks = [one.name for one in faces.lacking()]
        self._questions.ask(
            lambda: _written(self._core, target, lacks),
            lambda _: self.said.emit(text("diagnosed", target.name)),
        )


def _written(core: Core, target: Path, lacks: list[str]) -> object:
    """In a task, and loaded there: a window opens before that."""
    from osawatch.diagnose import written

    return written(core, target, {"scripts_without_a_font": lacks})
