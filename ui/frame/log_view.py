"""The log of the profile, also where it is sealed: to look, to search, to copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from osawatch import sealed
from ui.fitting import fit
from ui.frame.words import text
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import T13, T16, Theme, font
from ui.widgets import Button, Search, Toggle, ink, label

MOST = 5_000
GRAVE = (" WARNING ", " ERROR ", " CRITICAL ")
SIZE = (980, 640)


def read(path: Path) -> list[str]:
    """The newest lines of the log and of the one before it; a log that is not there is empty."""
    found: list[str] = []
    for one in (path.with_name(f"{path.name}.1"), path):
        if one.exists():
            found += sealed.log_lines(one)
    return found[-MOST:]


def fitting(lines: list[str], typed: str, *, grave: bool) -> list[str]:
    """Those that hold all typed words; `grave`: warnings and worse, with what belongs to them.

    A line without a level is the rest of the one before: a trace goes with its error.
    """
    asked, out, holds = typed.casefold().split(), [], False
    for line in lines:
        if line[:2] == "20" or any(mark in line[:60] for mark in GRAVE):
            holds = not grave or any(mark in line[:60] for mark in GRAVE)
        if holds or not grave:
            out.append(line)
    return [line for line in out if all(word in line.casefold() for word in asked)]


class LogView(QDialog):
    """Read in a task. Escape closes it."""

    def __init__(self, path: Path, tasks: Tasks, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("log"))
        self.resize(*SIZE)
        self._path, self._lines = path, list[str]()
        self.search = Search(text("log_search"), theme, 280)
        self.grave = Toggle(text("log_grave"), theme)
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setFont(font(T13, mono=True))
        self.shown.setAccessibleName(text("log"))
        self.shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.told = label(text("log_told"), wrap=True)
        ink(self.told, theme.text2)
        self.copy = Button(text("log_copy"), theme)
        self.done_button = Button(text("close"), theme, "primary")
        self.search.textChanged.connect(lambda _: self._show())
        self.grave.toggled.connect(lambda _: self._show())
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.shown.toPlainText())
        )
        self.done_button.clicked.connect(self.accept)
        self._lay_out()
        self.questions = Questions(tasks, self)
        self.questions.failed.connect(self.shown.setPlainText)
        self.questions.ask(lambda: read(path), self._on_read)

    def _lay_out(self) -> None:
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(label(text("log"), T16, 600))
        top.addSpacing(12)
        top.addWidget(self.search)
        top.addWidget(self.grave)
        top.addStretch(1)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.copy)
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.shown, 1)
        column.addLayout(foot)

    def _on_read(self, lines: list[str]) -> None:
        self._lines = lines
        self._show()

    def _show(self) -> None:
        found = fitting(self._lines, self.search.text(), grave=self.grave.isChecked())
        self.shown.setPlainText("\n".join(found) if found else text("log_none"))
        bar = self.shown.verticalScrollBar()
        bar.setValue(bar.maximum())
