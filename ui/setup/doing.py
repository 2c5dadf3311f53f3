"""The two ways of a set-up, each begun by a question for a file; the work is done in tasks.

export: file? -> core.setup.give -> written
import: file? -> core.setup.plan -> dialog -> core.setup.take -> what changed
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from osawatch.core import Core
from osawatch.setup.model import Step
from ui import saving
from ui.questions import Questions
from ui.setup.words import text
from ui.tasks import Tasks
from ui.theme import Theme

NAME = "osawatch-setup.json"


class SetupDoing(QObject):
    """`said` carries words for a toast."""

    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._core, self._window = core, window
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self.said)

    def ask_export(self) -> None:
        """Asks where to."""
        target = saving.ask(
            self._window,
            self._core.policies,
            self._questions.failed.emit,
            text("export"),
            NAME,
            "*.json",
        )
        if target:
            self.export(target)

    def export(self, target: Path) -> None:
        """Writes it."""

        def give() -> None:
            from osawatch.writing import write

            self._core.policies.refuse_media(target)
            write(target, self._core.setup.give())

        self._questions.ask(give, lambda _: self.said.emit(text("written", target.name)))

    def ask_import(self, theme: Theme) -> None:
        """Asks for the file."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, text("import"), "", "*.json")
        if chosen:
            self.look(Path(chosen), theme)

    def look(self, file: Path, theme: Theme) -> None:
        """What it would change, shown; then, if a person says so, taken in."""

        def plan() -> tuple[bytes, tuple[Step, ...]]:
            self._core.policies.refuse_media(file)
            body = file.read_bytes()
            return body, self._core.setup.plan(body, file.name)

        self._questions.ask(plan, lambda told: self._show(*told, file.name, theme))

    def _show(self, body: bytes, steps: tuple[Step, ...], name: str, theme: Theme) -> None:
        from ui.setup.dialog import SetupDialog

        self.dialog = SetupDialog(steps, theme, self._window)
        if self.dialog.exec() == QDialog.DialogCode.Accepted:
            self._questions.ask(lambda: self._core.setup.take(body, name), self._taken)

    def _taken(self, told: tuple[tuple[Step, ...], Path]) -> None:
        steps, kept = told
        waits = sum(one.what == "waits" for one in steps)
        done = len(steps) - waits
        if waits:
            self.said.emit(text("taken_waits", done, waits, kept.name))
        else:
            self.said.emit(text("taken", done, kept.name))
