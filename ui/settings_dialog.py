"""The settings, in a dialog drawn from the declared fields. It works on a copy."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from osawatch.model import Settings
from ui.fitting import fit
from ui.i18n import mark, say
from ui.settings_fields import CONTEXT, GROUPS
from ui.settings_form import SettingsForm
from ui.theme import T16, Theme
from ui.widgets import Button, label

WIDTH, ROOM = 860, 60
LEAST, AROUND = 80, 140  # of the fields; the height of title and buttons
TITLE = mark("settings", "Settings")
SAVE = mark("settings", "Save")
CANCEL = mark("settings", "Cancel")


class SettingsDialog(QDialog):
    """All fields. `answer` is None unless the person pressed Save."""

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(say(CONTEXT, TITLE))
        self.form = _fitting(theme, self.screen().availableSize().width() - 2 * ROOM)
        self.form.show_settings(settings)
        self.save = Button(say(CONTEXT, SAVE), theme, "primary")
        self.cancel = Button(say(CONTEXT, CANCEL), theme)
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(label(say(CONTEXT, TITLE), T16, 600))
        area = QScrollArea()  # at twice the size of text the form is higher than a screen
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.form)
        column.addWidget(area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column.addLayout(row)
        self._fit(area)

    def _fit(self, area: QScrollArea) -> None:
        wanted, most = self.form.sizeHint(), self.screen().availableSize()
        width = min(max(WIDTH, wanted.width() + ROOM), most.width() - ROOM)
        area.setMinimumHeight(LEAST)
        self.resize(width, wanted.height() + AROUND)

    def _on_save(self) -> None:
        problems = self.form.problems()
        self.form.problem.setText(" ".join(problems))
        if not problems:
            self.accept()

    def answer(self) -> Settings | None:
        """The changed copy, or None when nothing is to be saved."""
        accepted = self.result() == QDialog.DialogCode.Accepted
        return self.form.value() if accepted else None


def _fitting(theme: Theme, most: int) -> SettingsForm:
    """The form in as many columns as there is room for: words are longer in another language."""
    for columns in (3, 2):
        form = SettingsForm(GROUPS, theme, columns=columns)
        if form.minimumSizeHint().width() <= most:
            return form
        form.deleteLater()
    return SettingsForm(GROUPS, theme, columns=1)
