"""Asks for what a change of the ways in takes, and does it.

words typed -> the work, in a task (Argon2id takes its time) -> `found`, accepted
The dialog stays until it is done: a new recovery code that nobody is shown would be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from osawatch.errors import OsawatchError
from osawatch.sealed import Locked
from osawatch.vault.slots import SHORTEST
from ui.fitting import fit
from ui.i18n import wrong
from ui.tasks import Tasks
from ui.theme import T16, Theme
from ui.vault.words import text
from ui.widgets import Button, Line, ink, label

WIDTH = 480


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its words, and which lines it has. `names`: whose it may be, to choose from."""

    title: str
    told: str
    do: str
    secret: bool = True
    name: bool = False
    fresh: bool = False
    recipient: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a person typed."""

    secret: str = ""
    name: str = ""
    fresh: str = ""
    recipient: str = ""


class AskDialog(QDialog):
    """Accepted = done; `found` is what the work gave back."""

    def __init__(
        self,
        asked: Asked,
        work: Callable[[Said], object],
        tasks: Tasks,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        fit(self)
        self.found: object = None
        self._asked, self._work, self._tasks = asked, work, tasks
        self.setWindowTitle(asked.title)
        self.setMinimumWidth(WIDTH)
        self.secret, self.first, self.second = _hidden("now"), _hidden("fresh"), _hidden("again")
        self.recipient = Line(text("recipient"))
        self.recipient.setAccessibleName(text("recipient"))
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems(asked.names)
        self.name.setAccessibleName(text("name"))
        if (line := self.name.lineEdit()) is not None:
            line.setPlaceholderText(text("name"))
        self.problem = label("", wrap=True)
        ink(self.problem, theme.bad)
        self.do, self.leave = Button(asked.do, theme, "primary"), Button(text("cancel"), theme)
        for button in (self.do, self.leave):  # Return is heard by the lines, once
            button.setAutoDefault(False)
        self.do.clicked.connect(self._ask)
        self.leave.clicked.connect(self.reject)
        self._lay_out(asked)

    def _lay_out(self, asked: Asked) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(asked.title.rstrip("…"), T16, 600, wrap=True))
        column.addWidget(label(asked.told, wrap=True))
        for line, shown in (
            (self.secret, asked.secret), (self.name, asked.name),
            (self.recipient, asked.recipient), (self.first, asked.fresh),
            (self.second, asked.fresh),
        ):  # fmt: skip
            if shown:
                column.addWidget(line)
            else:
                line.hide()
        for line in (self.secret, self.recipient, self.first, self.second):
            line.returnPressed.connect(self._ask)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.do)
        column.addLayout(row)

    def _ask(self) -> None:
        if not self.do.isEnabled():
            return
        said = Said(
            self.secret.text(), self.name.currentText().strip(), self.first.text(),
            self.recipient.text().strip(),
        )  # fmt: skip
        if fault := self._fault(said):
            self.problem.setText(fault)
            return
        self._enable(on=False)
        self.problem.setText(text("working"))
        self._tasks.run(self, partial(self._work, said), self._on_done, self._on_wrong)

    def _fault(self, said: Said) -> str:
        """What is missing, in words; empty when it can be done."""
        asked = self._asked
        if asked.secret and not said.secret:
            return text("no_secret")
        if asked.name and not said.name:
            return text("no_name")
        if asked.recipient and not said.recipient:
            return text("no_recipient")
        if asked.fresh and len(said.fresh) < SHORTEST:
            return text("too_short", SHORTEST)
        if asked.fresh and said.fresh != self.second.text():
            return text("differ")
        return ""

    def _enable(self, *, on: bool) -> None:
        lines = (self.secret, self.name, self.recipient, self.first, self.second)
        for part in (*lines, self.do, self.leave):
            part.setEnabled(on)

    def _on_done(self, found: object) -> None:
        self.found = found
        self._enable(on=True)
        for line in (self.secret, self.first, self.second):
            line.clear()
        self.accept()

    def _on_wrong(self, error: Exception) -> None:
        told = wrong(error) if isinstance(error, OsawatchError | OSError) else repr(error)
        if isinstance(error, Locked) and "wrong" in str(error):
            told = text("wrong_now")
        self._enable(on=True)
        self.problem.setText(told)
        self.secret.selectAll()
        self.secret.setFocus()

    def reject(self) -> None:
        """Not while it works: it would be done, and nobody told."""
        if self.do.isEnabled():
            super().reject()


def _hidden(key: str) -> QLineEdit:
    line = Line(text(key))
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(text(key))
    return line
