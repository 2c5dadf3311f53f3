"""Asks for the passphrase before anything of the profile is read. The key is made in a thread.

passphrase -> in      recovery code -> new passphrase -> new code to write down -> in
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from osawatch import sealed
from osawatch.errors import OsawatchError
from osawatch.sealed import Locked
from osawatch.vault import door, slots
from osawatch.vault.slots import Slot
from ui import icons
from ui.fitting import fit
from ui.i18n import wrong
from ui.tasks import Tasks
from ui.theme import T16, Theme
from ui.vault.asking import AskDialog, Asked, Said
from ui.vault.sealing import CodeDialog
from ui.vault.words import text
from ui.widgets import Button, Line, ink, label


class DoorDialog(QDialog):
    """`slot` is who came in, None = nobody did."""

    def __init__(self, folder: Path, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        fit(self)
        self.slot: Slot | None = None
        self._folder, self._tasks, self._theme = folder, tasks, theme
        self.asking: AskDialog | None = None
        self.code: CodeDialog | None = None
        self.setWindowTitle(text("title"))
        self.setWindowIcon(icons.icon(icons.APP, "", 64))
        self.setMinimumWidth(460)
        self.secret = Line()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(text("field"))
        self.secret.setAccessibleName(text("field"))
        self.problem = label("", wrap=True)
        ink(self.problem, theme.bad)
        self.enter = Button(text("open"), theme, "primary")
        self.secret.returnPressed.connect(self._ask)
        self.enter.clicked.connect(self._ask)
        leave = Button(text("quit"), theme)
        for button in (self.enter, leave):  # Return is heard by the line, once, and never leaves
            button.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self._lay_out(folder, leave)

    def _lay_out(self, folder: Path, leave: Button) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        told = label(text("told", _users(folder)), wrap=True)
        for part in (label(text("title"), T16, 600), told, self.secret, self.problem):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.enter)
        column.addLayout(row)
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        said = self.secret.text()
        if not said or not self.enter.isEnabled():
            return
        self.enter.setEnabled(False)
        self.problem.setText(text("opening"))
        self._tasks.run(
            self, partial(door.enter, self._folder, said), self._on_open, self._on_wrong
        )

    def _on_open(self, slot: Slot) -> None:
        if slot.kind == "recovery":
            self._ask_fresh(self.secret.text())
        else:
            self._let_in(slot)

    def _ask_fresh(self, code: str) -> None:
        """A code that was used may have been seen: it is exchanged before anybody comes in."""
        names = tuple(dict.fromkeys(_names(self._folder)))
        asked = Asked(
            text("recovered"), text("recovered_told"), text("recovered_do"),
            secret=False, name=True, fresh=True, names=names,
        )  # fmt: skip

        def work(said: Said) -> tuple[Slot, str]:
            return door.recover(self._folder, code, said.fresh, said.name)

        asking = AskDialog(asked, work, self._tasks, self._theme, self)
        asking.accepted.connect(lambda: self._on_recovered(asking.found))
        asking.rejected.connect(self._on_left)
        asking.open()
        self.asking = asking

    def _on_recovered(self, found: object) -> None:
        slot, code = cast("tuple[Slot, str]", found)
        self.code = CodeDialog(code)
        self.code.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.code.finished.connect(lambda _: self._let_in(slot))
        self.code.open()

    def _on_left(self) -> None:
        sealed.forget(self._folder)
        self.problem.setText(text("once"))
        self.enter.setEnabled(True)

    def _let_in(self, slot: Slot) -> None:
        self.slot = slot
        self.secret.clear()
        self.accept()

    def _on_wrong(self, error: Exception) -> None:
        told = "" if isinstance(error, Locked) and "wrong" in str(error) else wrong(error)
        if not isinstance(error, OsawatchError):
            told = repr(error)
        self.problem.setText(text("wrong", told).strip())
        self.enter.setEnabled(True)
        self.secret.selectAll()


def _users(folder: Path) -> str:
    """Names of those who can open it; a damaged key file is told by whoever tries."""
    try:
        return ", ".join(_names(folder))
    except Locked:
        return "?"


def _names(folder: Path) -> list[str]:
    return [one.name for one in slots.read(folder).slots if one.kind == "passphrase"]
