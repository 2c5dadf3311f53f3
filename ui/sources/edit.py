"""Changing what a source is, how often it is asked, and its tags.

row -> fields -> core.sources.edit in a task -> said; a shipped value stands beside the desk's
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from osawatch.core import Core
from osawatch.model import SourceEdit, SourceRow
from ui.fitting import fit
from ui.i18n import wrong
from ui.sources import words
from ui.sources.fields import Fields
from ui.sources.form_words import text
from ui.sources.words import isolate, kind_word
from ui.tasks import Tasks
from ui.theme import T11, T16, Theme
from ui.widgets import Button, ink, label

WIDE = 560
NAMES = {"title": "name", "poll_minutes": "minutes"}


class EditSource(QDialog):
    """One source. `said` carries what was done."""

    said = Signal(str)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        row: SourceRow,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._tasks, self._row, self._theme = core, tasks, row, theme
        self.setWindowTitle(text("edit_title", row.title))
        self.setMinimumWidth(WIDE)
        self.fields = Fields(theme, paced=True)
        self.fields.show_edit(
            SourceEdit(
                row.title, row.kind, row.language, row.country, row.official, row.poll_minutes,
                row.tags,
            )
        )  # fmt: skip
        self.note = label(text("floor"), T11, wrap=True)
        self.shipped = label(self._shipped(), T11, wrap=True)
        self.shipped.setVisible(bool(row.shipped))
        self.save = Button(text("save"), theme, "primary")
        self.again = Button(text("again"), theme)
        self.again.setVisible(bool(row.shipped))
        self.cancel = Button(text("cancel"), theme)
        for button in (self.again, self.cancel):  # Return in a line saves
            button.setAutoDefault(False)
        self.save.setDefault(True)
        self._lay_out()
        self.save.clicked.connect(lambda: self._run(self.fields.edit()))
        self.again.clicked.connect(lambda: self._run(SourceEdit(shipped=True)))
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(text("edit_title", isolate(self._row.title)), T16, 600, wrap=True))
        column.addWidget(self.fields)
        for part in (self.note, self.shipped):
            ink(part, self._theme.text2)
            column.addWidget(part)
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)

    def _shipped(self) -> str:
        named = [
            text("one_shipped", text(NAMES.get(name, name)), isolate(_value(name, value)))
            for name, value in self._row.shipped
        ]
        return text("shipped", "; ".join(named))

    def _run(self, wanted: SourceEdit) -> None:
        source, title = self._row.id, isolate(wanted.title or self._row.title)
        self.save.setEnabled(False)

        def done(_: object) -> None:
            self.said.emit(text("changed", title))
            self.accept()

        self._tasks.run(
            self, lambda: self._core.sources.edit(source, wanted), done, self._on_failed
        )  # fmt: skip

    def _on_failed(self, error: Exception) -> None:
        self.note.setText(words.text("not_done", wrong(error)))
        ink(self.note, self._theme.bad)
        self.save.setEnabled(True)


def _value(name: str, value: str) -> str:
    if name == "official":
        return text(value)
    return kind_word(value) if name == "kind" else value or text("nothing")
