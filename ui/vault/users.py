"""Who and what opens an encrypted profile: one in, one out, another passphrase, a new code.

key file -> (task) slots -> rows      button -> question -> `osawatch.vault.door` (task) -> rows
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.vault import door, slots
from osawatch.vault.slots import Slot
from ui.fitting import fit
from ui.flow import Flow
from ui.i18n import wrong
from ui.tasks import Tasks
from ui.theme import T16, Theme
from ui.vault.asking import AskDialog, Asked, Said
from ui.vault.sealing import CodeDialog
from ui.vault.words import text
from ui.widgets import Button, ink, label

SIZE = (680, 400)
OPENS = ("passphrase", "recovery")  # kinds that open a profile without another machine's help


class UsersDialog(QDialog):
    """`plain_asked` carries the passphrase with which the profile shall be made plain."""

    plain_asked = Signal(str)

    def __init__(
        self, folder: Path, tasks: Tasks, theme: Theme, parent: QWidget, *, demanded: str = ""
    ) -> None:
        """`demanded`: the policy file that lets no profile be plain."""
        super().__init__(parent)
        fit(self)
        self._folder, self._tasks, self._theme = folder, tasks, theme
        self._slots: tuple[Slot, ...] = ()
        self._demanded = demanded
        self.asking: AskDialog | None = None
        self.code: CodeDialog | None = None
        self.setWindowTitle(text("users"))
        self.resize(*SIZE)
        asks: dict[str, Callable[[], None]] = {
            "add": self._ask_add, "change": self._ask_change, "drop": self._ask_drop,
            "renew": self._ask_renew, "keyring": self._ask_keyring, "escrow": self._ask_escrow,
            "plain": self._ask_plain,
        }  # fmt: skip
        self.buttons = {key: Button(text(key), theme) for key in asks}
        for key, ask in asks.items():
            self.buttons[key].setAutoDefault(False)
            self.buttons[key].clicked.connect(ask)
        self.table = _table()
        self.table.itemSelectionChanged.connect(self._on_picked)
        self.problem = label("", wrap=True)
        ink(self.problem, theme.bad)
        self._lay_out(theme)
        self._read()

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(text("users").rstrip("…"), T16, 600))
        column.addWidget(label(text("users_told"), wrap=True))
        column.addWidget(self.table, 1)
        what = QWidget()
        row = Flow(what, 8)
        for key in ("add", "change", "renew", "keyring", "escrow", "drop"):
            row.addWidget(self.buttons[key])
        column.addWidget(what)
        column.addWidget(self.problem)
        close = Button(text("close"), theme)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.buttons["plain"])
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        if self._demanded:
            self.buttons["plain"].setEnabled(False)
            self.buttons["plain"].setToolTip(text("plain_never", self._demanded))

    def _read(self) -> None:
        self._tasks.run(self, partial(slots.read, self._folder), self._on_read, self._on_wrong)

    def _on_read(self, vault: slots.Vault) -> None:
        self._slots = vault.slots
        self.table.setRowCount(len(self._slots))
        for row, slot in enumerate(self._slots):
            for place, words in enumerate(_cells(slot)):
                self.table.setItem(row, place, QTableWidgetItem(words))
        self._on_picked()

    def _on_picked(self) -> None:
        slot = self._picked()
        self.buttons["drop"].setEnabled(slot is not None and not self._last(slot))
        last = slot is not None and self._last(slot)
        self.buttons["drop"].setToolTip(text("drop_last") if last else "")

    def _picked(self) -> Slot | None:
        row = self.table.currentRow()
        chosen = self.table.selectionModel().hasSelection() and 0 <= row < len(self._slots)
        return self._slots[row] if chosen else None

    def _last(self, slot: Slot) -> bool:
        """Whether nobody could open the profile without it."""
        return not any(one.kind in OPENS for one in self._slots if one.id != slot.id)

    # -- what can be done

    def _ask_add(self) -> None:
        asked = Asked(text("add"), text("add_told"), text("add_do"), name=True, fresh=True)

        def work(said: Said) -> None:
            door.add_slot(self._folder, said.secret, "passphrase", said.name, said.fresh)

        self._ask(asked, work)

    def _ask_change(self) -> None:
        asked = Asked(text("change"), text("change_told"), text("change_do"), fresh=True)
        self._ask(asked, lambda said: door.change_passphrase(self._folder, said.secret, said.fresh))

    def _ask_drop(self) -> None:
        slot = self._picked()
        if slot is not None:
            told = text("drop_code" if slot.kind == "recovery" else "drop_told", slot.name)
            asked = Asked(text("drop"), told, text("drop_do"))
            self._ask(asked, lambda said: door.drop_slot(self._folder, said.secret, slot.id))

    def _ask_renew(self) -> None:
        asked = Asked(text("renew"), text("renew_told"), text("renew_do"))
        self._ask(asked, lambda said: door.renew_code(self._folder, said.secret), self._show_code)

    def _ask_keyring(self) -> None:
        asked = Asked(text("keyring"), text("keyring_told"), text("add_do"), name=True)

        def work(said: Said) -> None:
            door.add_slot(self._folder, said.secret, "keyring", said.name)

        self._ask(asked, work)

    def _ask_escrow(self) -> None:
        asked = Asked(
            text("escrow"), text("escrow_told"), text("add_do"), name=True, recipient=True
        )

        def work(said: Said) -> None:
            door.add_slot(self._folder, said.secret, "escrow", said.name, said.recipient)

        self._ask(asked, work)

    def _ask_plain(self) -> None:
        asked = Asked(text("plain"), text("plain_told"), text("plain_do"))

        def work(said: Said) -> str:
            door.check(self._folder, said.secret)  # wrong ones are told before the window closes
            return said.secret

        self._ask(asked, work, lambda secret: self.plain_asked.emit(str(secret)))

    def _ask(
        self,
        asked: Asked,
        work: Callable[[Said], object],
        done: Callable[[object], object] = lambda _: None,
    ) -> None:
        asking = AskDialog(asked, work, self._tasks, self._theme, self)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.accepted.connect(self._read)
        asking.accepted.connect(lambda: done(asking.found))
        asking.open()
        self.asking = asking

    def _show_code(self, code: object) -> None:
        self.code = CodeDialog(str(code))
        self.code.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.code.open()

    def _on_wrong(self, error: Exception) -> None:
        self.problem.setText(wrong(error))


def _cells(slot: Slot) -> tuple[str, str]:
    """Name and kind; a recovery code is nobody's."""
    return "–" if slot.kind == "recovery" else slot.name, text(f"kind_{slot.kind}")


def _table() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setHorizontalHeaderLabels([text("name"), text("kind")])
    table.setAccessibleName(text("users"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table
