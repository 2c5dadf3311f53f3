"""The ways in of the profile, from the menu: encrypt it, its users, back to plain.

Nothing is encrypted or made plain while it is in use: the window closes, `ui.app` does it, and
the program starts anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from osawatch.core import Core
from ui.tasks import Tasks
from ui.theme import Theme
from ui.vault.sealing import SealDialog
from ui.vault.users import UsersDialog
from ui.vault.words import text


class Doors(QObject):
    """`seal_asked`, `plain_asked` carry a passphrase; `agreed`: whether unsaved text may go."""

    seal_asked = Signal(str)
    plain_asked = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        window: QWidget,
        theme: Callable[[], Theme],
        agreed: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._core, self._tasks, self._window = core, tasks, window
        self._theme, self._agreed = theme, agreed

    def ask_to_seal(self) -> None:
        """A passphrase to encrypt the profile with."""
        question = SealDialog(self._theme(), self._window)
        if self._agreed() and question.exec() and question.secret:
            self.seal_asked.emit(question.secret)

    def show_users(self) -> None:
        """Who opens the profile; of a plain one it is said that nobody needs to."""
        if not self._core.encrypted:
            self.said.emit(text("plain_yet"))
            return
        self.show_users_of(self._core.profile.folder)

    def show_users_of(self, folder: Path) -> None:
        """The same, of the profile in this folder."""
        users = UsersDialog(
            folder, self._tasks, self._theme(), self._window,
            demanded=self._core.policies.demands_encryption(),
        )  # fmt: skip
        users.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        users.plain_asked.connect(self._on_plain)
        users.open()
        self.users = users

    def _on_plain(self, secret: str) -> None:
        if self._agreed():
            self.plain_asked.emit(secret)
