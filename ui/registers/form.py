"""The form of an entry: a field a column of the register; what is wrong is told at its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osawatch.errors import BadInput
from osawatch.registers.model import Column, Shape
from ui.fitting import fit
from ui.i18n import wrong
from ui.registers.words import caption, choice, text
from ui.settings_form import combo
from ui.theme import T11, T13, T16, Theme, font
from ui.widgets import Button, Line, ink, label

SIZE, LINES = (680, 720), 76
Editor = QLineEdit | QPlainTextEdit | QComboBox


class EntryDialog(QDialog):
    """`given` carries what was typed; who keeps it calls `done_` or `refuse`."""

    given = Signal(object)

    def __init__(
        self, shape: Shape, values: Mapping[str, str], title: str, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._theme, self._shape = theme, shape
        self.agree: Callable[[str], bool] = self._agreed
        self.setWindowTitle(title)
        self.resize(*SIZE)
        self.editors: dict[str, Editor] = {}
        self.wrongs: dict[str, QLabel] = {}
        inner = QWidget()
        fields = QVBoxLayout(inner)
        fields.setContentsMargins(0, 0, 12, 0)
        fields.setSpacing(4)
        for column in shape.columns:
            self._add(column, values.get(column.key, ""), fields)
        fields.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        self.problem = label("", T11, wrap=True)
        ink(self.problem, theme.bad)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(title.rstrip("…"), T16, 600))
        box.addWidget(area, 1)
        box.addWidget(self.problem)
        box.addLayout(self._foot())
        self._first = self.values()

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {key: _typed(editor) for key, editor in self.editors.items()}

    def refuse(self, error: Exception) -> None:
        """Tells what is wrong, at its field; the form stays open."""
        for old in self.wrongs.values():
            old.hide()
        at = error.field if isinstance(error, BadInput) else ""
        told = wrong(error, place=False)
        if at in self.wrongs:
            self.wrongs[at].setText(told)
            self.wrongs[at].show()
            self.editors[at].setFocus()
        self.problem.setText(text("fault", caption(at), told) if at in self.wrongs else told)

    def keep(self) -> None:
        """Gives what was typed."""
        self.given.emit(self.values())

    def reject(self) -> None:
        """Closes; what was typed is asked about first."""
        if self.values() == self._first or self.agree(text("leave")):
            super().reject()

    def _add(self, column: Column, value: str, fields: QVBoxLayout) -> None:
        said = caption(column.key)
        name = label(text("needed", said) if column.needed else said, T11, 500)
        ink(name, self._theme.text2)
        editor = self._editor(column, value)
        editor.setFont(font(T13))
        editor.setAccessibleName(said)
        name.setBuddy(editor)
        wrong = label("", T11, wrap=True)
        ink(wrong, self._theme.bad)
        wrong.hide()
        self.editors[column.key], self.wrongs[column.key] = editor, wrong
        for widget in (name, editor, wrong):
            fields.addWidget(widget)
        fields.addSpacing(8)

    def _editor(self, column: Column, value: str) -> Editor:
        if column.kind == "choice":
            box = combo(self._theme)
            for one in (*(() if column.needed else ("",)), *column.choices):
                box.addItem(choice(one), one)
            box.setCurrentIndex(max(0, box.findData(value)))
            return box
        if column.kind == "text":
            long = QPlainTextEdit(value)
            long.setTabChangesFocus(True)
            long.setFixedHeight(LINES)
            return long
        line = Line()
        line.setText(value)
        return line

    def _foot(self) -> QHBoxLayout:
        keep = Button(text("keep"), self._theme, "primary")
        keep.setDefault(True)
        keep.clicked.connect(self.keep)
        cancel = Button(text("cancel"), self._theme)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        return foot

    def _agreed(self, question: str) -> bool:
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        # Return says no: it loses nothing
        return QMessageBox.question(self, "OSAwatch", question, yes | no, no) == yes


def _typed(editor: Editor) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
