"""The files of a story: listed, one more, one saved to a place. None is ever opened from here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.attached import Attachment
from osawatch.core import Core
from osawatch.writing import write
from ui import saving, words
from ui.fitting import fit
from ui.i18n import mark, say
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import T13, T16, Theme, font
from ui.widgets import Button, label

TEXTS = {
    "title": mark("files", "Files of this story"),
    "told": mark("files", "They stand in the profile (10 MB each at most) and in its backups."),
    "row": mark("files", "{0}  ·  {1} kB  ·  {2}"),
    "add": mark("files", "Add a file…"),
    "save": mark("files", "Save as…"),
    "close": mark("files", "Close"),
}
NUMBER = Qt.ItemDataRole.UserRole


def text(key: str, *values: object) -> str:
    """A sentence about files, with its values put in."""
    said = say("files", TEXTS[key])
    return said.format(*values) if values else said


class FilesDialog(QDialog):
    """Works on the first alert of a story, and shows the files of all."""

    def __init__(
        self, core: Core, tasks: Tasks, alerts: tuple[str, ...], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._alerts = core, alerts
        self.setWindowTitle(text("title"))
        self.resize(560, 380)
        self.problem = label(text("told"), wrap=True)
        self.list = QListWidget()
        self.list.setFont(font(T13))
        self.list.setAccessibleName(text("title"))
        self.add = Button(text("add"), theme, "primary", "plus")
        self.save = Button(text("save"), theme)
        self.done_button = Button(text("close"), theme)
        self.add.clicked.connect(self._ask_add)
        self.save.clicked.connect(self._ask_save)
        self.done_button.clicked.connect(self.accept)
        self.list.currentRowChanged.connect(lambda row: self.save.setEnabled(row >= 0))
        self._lay_out()
        self.questions = Questions(tasks, self)
        self.questions.failed.connect(self.problem.setText)
        self.read()

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (label(text("title"), T16, 600), self.problem, self.list):
            column.addWidget(part)
        for button in (self.add, self.save):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column.addLayout(foot)

    def read(self) -> None:
        """The files, in a task."""
        self.questions.ask(self._read, self._show)

    def put(self, file: Path) -> None:
        """One more."""
        self._then(lambda: self._core.attaching.put(self._alerts[0], file))

    def save_as(self, number: int, target: Path) -> None:
        """A copy, readable by its owner alone."""

        def copy() -> None:
            self._core.policies.refuse_media(target)
            write(target, self._core.attaching.body(number))

        self._then(copy)

    def _then(self, call: Callable[[], object]) -> None:
        self.questions.ask(call, lambda _: self.read())

    def _read(self) -> list[Attachment]:
        found = [file for alert in self._alerts for file in self._core.attaching.of(alert)]
        return list({one.id: one for one in found}.values())

    def _show(self, found: list[Attachment]) -> None:
        self.list.clear()
        for one in found:
            said = text("row", words.foreign(one.name), max(1, one.size // 1000), one.actor)
            item = QListWidgetItem(said)
            item.setToolTip(one.sha256)
            item.setData(NUMBER, (one.id, one.name))
            self.list.addItem(item)
        self.save.setEnabled(False)

    def _ask_add(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, text("add"))
        if chosen:
            self.put(Path(chosen))

    def _ask_save(self) -> None:
        if self.list.currentRow() < 0:
            return
        number, name = self.list.currentItem().data(NUMBER)
        target = saving.ask(self, self._core.policies, self.problem.setText, text("save"), name)
        if target:
            self.save_as(number, target)
