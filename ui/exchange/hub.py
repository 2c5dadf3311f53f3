"""The hub on the exchange page: how it stands, who has come how far, and a sync.

refresh -> status (task) -> shown      sync -> core.hub.sync (task, apart) --steps--> told -> status
"""

from __future__ import annotations

import threading
from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.errors import BadInput, OsawatchError
from osawatch.hub.model import Contact, HubRefused, Status, Synced
from ui.exchange.hub_words import text
from ui.i18n import translated, wrong
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import T13, Theme
from ui.widgets import Button, ink, label

COLUMNS = ("post", "account", "at", "sent", "got", "behind")
NUMBERS = ("sent", "got", "behind")
ROWS = 8  # of the table before it scrolls


class HubPart(QWidget):
    """`said` carries words for a toast."""

    said = Signal(str)
    answered = Signal()
    _step = Signal(str, int)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._core, self._cancel = core, threading.Event()
        self._syncing = False
        self.questions = Questions(tasks, self)
        self.questions.answered.connect(self.answered)
        self.questions.failed.connect(self._on_failed)
        self._step.connect(lambda what, count: self.progress.setText(text(what, count)))
        self._build(theme)

    def refresh(self) -> None:
        """Asks how it stands; a hub that is down takes its time, and nobody waits."""
        ask = not self._core.outbound.shut()
        self.questions.ask(lambda: self._core.hub.status(ask=ask), self.show_status)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for button in self.buttons.values():
            button.set_theme(theme)
        for part in (self.state, self.progress, self.faults):
            ink(part, theme.text2)

    def sync(self) -> None:
        """Sends and receives; progress is told on the way."""
        if self._syncing:
            return
        if why := self._shut():
            self.said.emit(why)
            return
        self._syncing, self._cancel = True, threading.Event()
        self.progress.setText(text("begun"))
        self._switch()
        cancel = self._cancel
        self.questions.ask(lambda: self._core.hub.sync(self._step.emit, cancel), self._on_synced)

    def cancel(self) -> None:
        """Stops after the batch it is at."""
        self._cancel.set()

    def join(self, address: str) -> None:
        """Uses this hub from now on; an empty address: none."""

        def call() -> Status | OsawatchError:
            try:
                if address:
                    return self._core.hub.join(address)
            except (BadInput, HubRefused) as error:
                return error
            self._core.hub.leave()
            return self._core.hub.status()

        self.questions.ask(call, self._on_joined)

    def show_status(self, found: Status) -> None:
        """Shows how the hub stands."""
        last = f"{found.last:%Y-%m-%d %H:%M} UTC" if found.last else text("never")
        if not found.address:
            words = text("none")
        elif found.hello is None:
            why = self._shut() or translated(found.down)
            words = text("down", found.address, why, last, found.waiting)
        else:
            words = text("up", found.address, found.hello.post, last, found.waiting)
        self.state.setText(words)
        self._fill(found.contacts)
        faults = [text("conflict", one.device, one.number) for one in found.conflicts[:5]]
        held = Counter(one.why for one in found.held)
        faults += [text("held", count, text(f"why_{why}")) for why, count in sorted(held.items())]
        self.faults.setText("\n".join(faults))
        self.faults.setVisible(bool(faults))
        self.buttons["sync"].setVisible(bool(found.address))
        self._switch()

    # -- building

    def _build(self, theme: Theme) -> None:
        kinds = {"set": "quiet", "cancel": "", "sync": ""}
        self.buttons = {key: Button(text(key), theme, kind) for key, kind in kinds.items()}
        self.buttons["sync"].clicked.connect(self.sync)
        self.buttons["cancel"].clicked.connect(self.cancel)
        self.buttons["set"].clicked.connect(self._ask)
        self.state, self.faults = label("", wrap=True), label("", wrap=True)
        self.progress = label("")
        head = QHBoxLayout()
        head.addWidget(label(text("title"), T13, 600))
        head.addStretch(1)
        head.addWidget(self.progress)
        for button in self.buttons.values():
            head.addWidget(button)
        self.head = label(text("contacts"), T13, 600)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addLayout(head)
        for part in (self.state, self.faults, self.head, self._table()):
            inner.addWidget(part)
        self.set_theme(theme)
        hidden: tuple[QWidget, ...] = (self.faults, self.head, self.table, self.buttons["sync"])
        for one in hidden:
            one.hide()
        self._switch()

    def _table(self) -> QTableWidget:
        self.table = QTableWidget(0, len(COLUMNS))
        self.table.setHorizontalHeaderLabels([text(key) for key in COLUMNS])
        self.table.setAccessibleName(text("contacts"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return self.table

    # -- what came of it

    def _shut(self) -> str:
        """Why nothing is asked of the network now, "" = it may be."""
        if not self._core.outbound.shut():
            return ""
        mine = self._core.settings()
        if mine.network == "scheduled":
            return text("hours", mine.hours)
        who = self._core.policies.locked().get("network")
        return text("offline_by", who) if who else text("offline")

    def _ask(self) -> None:
        words, said = QInputDialog.getText(
            self, text("set"), text("address"), text=self._core.hub.address
        )
        if said:
            self.join(words.strip())

    def _fill(self, found: tuple[Contact, ...]) -> None:
        self.table.setRowCount(len(found))
        for row, one in enumerate(found):
            cells = (one.post, one.user, f"{one.at:%Y-%m-%d %H:%M}", one.sent, one.got, one.behind)
            for place, words in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(str(words)))
        tall = self.table.verticalHeader().defaultSectionSize() * min(len(found), ROWS)
        self.table.setFixedHeight(tall + self.table.horizontalHeader().sizeHint().height() + 4)
        self.table.setVisible(bool(found))
        self.head.setVisible(bool(found))

    def _on_joined(self, found: Status | OsawatchError) -> None:
        if isinstance(found, OsawatchError):
            self.said.emit(text("not_set", wrong(found)))
        else:
            self.show_status(found)

    def _on_synced(self, told: Synced) -> None:
        if told.down:
            words = text("failed", translated(told.down))
        elif told.cancelled:
            words = text("stopped")
        else:
            words = text("done", told.sent, told.got, told.items_got)
        self._ended(words)
        for one in told.refused[:3]:
            self.said.emit(text("refused", one))
        self.refresh()

    def _on_failed(self, words: str) -> None:
        self._ended(text("failed", words))

    def _ended(self, words: str) -> None:
        self._syncing = False
        self.progress.setText("")
        self.said.emit(words)
        self._switch()

    def _switch(self) -> None:
        self.buttons["sync"].setEnabled(not self._syncing)
        self.buttons["cancel"].setVisible(self._syncing)
