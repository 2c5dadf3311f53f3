"""What is done to a profile while its window is closed: a small one says that it goes on.

call (a task) -> a bar without an end -> what came of it, or the error
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout

from ui import icons
from ui.tasks import Tasks
from ui.theme import T16, Theme
from ui.vault.words import text
from ui.widgets import label

WIDTH = 460
T = TypeVar("T")


class Shut(QDialog, Generic[T]):
    """Nobody leaves it before the work has ended: the profile would be half of each."""

    def __init__(self, title: str, call: Callable[[], T], theme: Theme) -> None:
        super().__init__()
        self._call = call
        self._found: list[T] = []
        self._error: Exception | None = None
        self.setWindowTitle(title)
        self.setWindowIcon(icons.icon(icons.APP, "", 64))
        self.setMinimumWidth(WIDTH)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(4)
        bar.setAccessibleName(title)
        bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.empty}; border: 0; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        for part in (label(title, T16, 600), label(text("shut"), wrap=True), bar):
            column.addWidget(part)

    def result_of(self, app: QObject) -> T:
        """Calls, shows itself meanwhile, and gives what came of it; an error is raised."""
        tasks = Tasks(app)
        tasks.run(self, self._call, self._on_done, self._on_wrong)
        self.exec()
        tasks.close()
        if self._error is not None:
            raise self._error
        return self._found[0]

    def _on_done(self, found: T) -> None:
        self._found.append(found)
        self.accept()

    def _on_wrong(self, error: Exception) -> None:
        self._error = error
        self.accept()

    def reject(self) -> None:
        """Not by a key, nor by its frame."""
