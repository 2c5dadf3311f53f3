"""Other keys: one line an action, what clashes is told while one types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.fitting import fit
from ui.frame.keymap import FIXED, Bound, conflicts
from ui.frame.keys import named
from ui.i18n import mark, say
from ui.theme import T11, T13, T16, Theme, font
from ui.widgets import Button, ink, label

TEXTS = {
    "title": mark("keys", "Change keys"),
    "told": mark("keys", "Press the key in its field; an empty field leaves an action to Ctrl+K."),
    "reset": mark("keys", "As shipped"),
    "save": mark("keys", "Save"),
    "cancel": mark("keys", "Cancel"),
    "was": mark("keys", "shipped: {0}"),
    "key": mark("keys", "Key for: {0}"),
}
WIDTH, HEIGHT = 720, 640


def text(key: str, *values: object) -> str:
    """A sentence of the dialog, with its values put in."""
    said = say("keys", TEXTS[key])
    return said.format(*values) if values else said


class KeysDialog(QDialog):
    """Works on a copy. `rows()` are what a person made of it."""

    def __init__(self, rows: Sequence[Bound], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("title"))
        self.resize(WIDTH, HEIGHT)
        self._rows, self._theme = list(rows), theme
        self.edits: dict[str, QKeySequenceEdit] = {}
        self.problem = label("", T13, 500, wrap=True)
        ink(self.problem, theme.bad)
        told = label(text("told"), wrap=True)
        ink(told, theme.text2)
        self.reset = Button(text("reset"), theme, "quiet")
        self.cancel = Button(text("cancel"), theme)
        self.save = Button(text("save"), theme, "primary")
        for button in (self.reset, self.cancel, self.save):
            button.setAutoDefault(False)  # Return is a key like others here
        self.reset.clicked.connect(self._on_reset)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (label(text("title"), T16, 600), told):
            column.addWidget(part)
        column.addWidget(self._area(), 1)
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self._on_changed()

    def rows(self) -> list[Bound]:
        """The actions with the keys that stand in the fields."""
        return [
            replace(row, key=self._typed(row)) if row.name in self.edits else row
            for row in self._rows
        ]

    def _typed(self, row: Bound) -> str:
        return self.edits[row.name].keySequence().toString()

    def _area(self) -> QScrollArea:
        inner = QWidget()
        inner.setStyleSheet(f"#was {{ color: {self._theme.text3}; }}")  # one for all: read once
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for place, row in enumerate(one for one in self._rows if not one.group.startswith(FIXED)):
            edit = QKeySequenceEdit(QKeySequence(row.key), inner)
            edit.setMaximumSequenceLength(1)
            edit.setClearButtonEnabled(True)
            edit.setFont(font(T13))
            edit.setMinimumWidth(150)
            edit.setAccessibleName(text("key", row.words))
            edit.keySequenceChanged.connect(lambda _: self._on_changed())
            was = label(text("was", named(row.default) if row.default else "–"), T11)
            was.setObjectName("was")
            self.edits[row.name] = edit
            for at, part in enumerate((label(row.words, T13, wrap=True), edit, was)):
                part.setParent(inner)  # before it is laid out: its look is found once
                grid.addWidget(part, place, at)
        grid.setColumnStretch(0, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _on_changed(self) -> None:
        found = conflicts(self.rows())
        self.problem.setText("\n".join(found[:4]))
        self.save.setEnabled(not found)

    def _on_reset(self) -> None:
        for row in self._rows:
            if row.name in self.edits:
                self.edits[row.name].setKeySequence(QKeySequence(row.default))
