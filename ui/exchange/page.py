"""The exchange page: bundles out and in, and whose are taken.

make: for whom, with what -> file (task)    take: file -> preview (task) -> question -> taken (task)
`osawatch FILE`, a file manager -> open_file -> the same
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QMessageBox,
    QSizePolicy,
    QSpacerItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.bundle import keys, minisign
from osawatch.bundle.keys import Kept
from osawatch.bundle.model import Applied, BundleRefused, Made, Opened, Sent, Signer
from osawatch.core import Core
from osawatch.model import Changes
from ui import saving
from ui.bridge import Bridge
from ui.exchange.hub import HubPart
from ui.exchange.making import MakeDialog, Wanted
from ui.exchange.trusting import TrustDialog
from ui.exchange.words import text
from ui.i18n import line, wrong
from ui.questions import Questions
from ui.shelf import Shelf
from ui.tasks import Tasks
from ui.theme import T13, Theme
from ui.widgets import Button, TopBar, column, ink, label

COLUMNS = ("name", "key", "role", "added")
AGE = b"age-encryption.org/v1"  # how an encrypted bundle begins


class ExchangePage(QWidget):
    """Bundles. `said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._fresh, self._theme, self._key = core, False, theme, ""
        self.making: MakeDialog | None = None
        self.box: QMessageBox | None = None
        self._questions = Questions(tasks, self)
        self._questions.answered.connect(self._on_answered)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        bridge.changed.connect(self._on_changed)
        self.hub = HubPart(core, tasks, theme)
        self.hub.said.connect(self.said)
        self.hub.answered.connect(self._on_answered)
        self._build(theme)

    def refresh(self) -> None:
        """Reads who is trusted."""
        self._fresh = True
        self._questions.ask(self._signers, self._on_signers)
        self.hub.refresh()

    def ready(self) -> bool:
        """Whether the list is shown."""
        return self._fresh and not (self._questions.open or self.hub.questions.open)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.bar.set_theme(theme)
        self.hub.set_theme(theme)
        for part in (self.told, self.none):
            ink(part, theme.text2)

    # -- what can be done

    def make(self, wanted: Wanted, target: Path) -> None:
        """Writes what is new for a desk into a file."""

        def call() -> Made:
            secret = minisign.secret(wanted.key.read_text("utf-8"), str(wanted.key))
            return self._core.bundles.make(
                secret, target, recipients=wanted.recipients, channel=wanted.channel,
                parts=wanted.parts, full=wanted.full,
            )  # fmt: skip

        self._do(call, self._on_made)

    def open_file(self, file: Path) -> None:
        """A bundle, looked into; for one that is encrypted its reader's own key is asked for."""

        def locked() -> bool:
            self._core.policies.refuse_media(file)
            with file.open("rb") as opened:
                return opened.read(len(AGE)) == AGE

        self._do(locked, lambda found: self._look_with_key(file) if found else self.look(file, []))

    def look(self, file: Path, identities: list[str]) -> None:
        """Opens a bundle and says what it would bring; nothing is taken."""

        def call() -> tuple[Opened, Applied, list[Signer]]:
            self._core.policies.refuse_media(file)
            opened = self._core.bundles.open(file.read_bytes(), identities)
            return opened, self._core.bundles.take(opened, dry=True), self._signers()

        def heard(found: tuple[Opened, Applied, list[Signer]]) -> None:
            opened, told, signers = found
            self._on_signers(signers)  # on a page that was never shown: it says who signed
            self._on_looked(opened, told)

        self._do(call, heard)

    def trust(self, file: Path, name: str, *, root: bool = False) -> None:
        """Takes the bundles of a key from now on; a `root` may name others."""

        def call() -> str:
            key = minisign.public(file.read_text("utf-8"), str(file))
            return self._core.bundles.trust(key, name, root=root).name

        self._do(call, lambda who: self._on_trust(text("trusted", who)))

    def trust_list(self, file: Path, signatures: Sequence[Path]) -> None:
        """Takes the bundles of all on a list that two keys have signed."""

        def call() -> str:
            signed = [one.read_text("utf-8") for one in signatures]
            found = self._core.bundles.trust_list(file.read_bytes(), signed)
            return ", ".join(one.name for one in found)

        self._do(call, lambda who: self._on_trust(text("listed", who)))

    def make_keys(self, folder: Path) -> None:
        """Writes the keys of this desk; none is ever overwritten."""

        def call() -> Kept:
            self._core.policies.refuse_media(folder)
            return keys.make(folder)

        self._do(call, self._on_keys)

    def preview(self, told: Applied) -> str:
        """The question before a bundle is taken."""
        lines = [
            text(
                "brings", told.seq, told.channel, self._signer(told.signer), told.items,
                told.alerts, told.events, told.sources, len(told.files), len(told.lists),
            )
        ]  # fmt: skip
        lines += [text("warning", line(one)) for one in told.warnings]
        lines += [text("left_out", line(one)) for one in told.left_out[:10]]
        return "\n".join(lines)

    # -- building

    def _build(self, theme: Theme) -> None:
        self.bar = TopBar(theme, text("title"))
        self.buttons = {
            key: Button(text(key), theme, kind)
            for key, kind in (
                ("trust", "quiet"), ("trust_list", "quiet"), ("distrust", "quiet"), ("keys", ""),
                ("undo", ""), ("take", ""), ("make", "primary"),
            )
        }  # fmt: skip
        asks: dict[str, Callable[[], None]] = {
            "trust": self._ask_trust, "trust_list": self._ask_list, "distrust": self._distrust,
            "keys": self._ask_keys, "undo": self._ask_undo, "take": self._ask_take,
            "make": self._ask_make,
        }  # fmt: skip
        self.bar.stretch().add(*(self.buttons[key] for key in ("keys", "undo", "take", "make")))
        for key, ask in asks.items():
            self.buttons[key].clicked.connect(ask)
        self.told, self.none = label(text("told"), wrap=True), label(text("nobody"), wrap=True)
        self.table = QTableWidget(0, len(COLUMNS))
        self.table.setHorizontalHeaderLabels([text(key) for key in COLUMNS])
        self.table.setAccessibleName(text("signers"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column(self, (self.bar, 0), (self._middle(), 1))
        self.set_theme(theme)

    def _middle(self) -> QWidget:
        middle = QWidget()
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(16, 16, 16, 16)
        inner.setSpacing(12)
        inner.addWidget(self.hub)
        inner.addWidget(label(text("bundles"), T13, 600))
        inner.addWidget(self.told)
        inner.addWidget(self._whose())
        inner.addWidget(self.none)
        inner.addWidget(self.table, 1)
        self._rest = QSpacerItem(0, 0, vData=QSizePolicy.Policy.Expanding)
        inner.addItem(self._rest)  # takes the room while there is no table
        return middle

    def _whose(self) -> QWidget:
        """The head of the signers, and what can be done with them."""
        head = QWidget()
        shelf = Shelf(head, 32, side=0)
        shelf.addWidget(label(text("signers"), T13, 600))
        shelf.add_spring()
        for key in ("trust", "trust_list", "distrust"):
            shelf.addWidget(self.buttons[key])
        return head

    # -- asking

    def _ask_make(self) -> None:
        bundles = self._core.bundles
        self._do(lambda: (bundles.sent(), bundles.channel()), lambda told: self._ask_whom(*told))

    def _ask_whom(self, rows: list[Sent], own: str) -> None:
        """For whom, with what; then where to."""
        self.making = MakeDialog(rows, own, self._key, self._theme, self)
        self.making.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.making.asked.connect(self._ask_target)
        self.making.open()

    def _ask_target(self, wanted: Wanted) -> None:
        self._key = str(wanted.key)
        name = f"osawatch-{self._core.now():%Y-%m-%d}.osw"
        target = saving.ask(self, self._core.policies, self.said.emit, text("make"), name, "*.osw")
        if target:
            self.make(wanted, target)

    def _ask_keys(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, text("key_folder"))
        if folder:
            self.make_keys(Path(folder))

    def _ask_take(self) -> None:
        if file := self._file("take"):
            self.open_file(file)

    def _look_with_key(self, file: Path) -> None:
        if own := self._file("identity"):
            self.look(file, own.read_text("utf-8").split())

    def _ask_trust(self) -> None:
        file = self._file("public")
        if file:
            asked = TrustDialog(self._theme, self)
            if asked.exec():
                self.trust(file, asked.name.text().strip(), root=asked.root.isChecked())

    def _ask_list(self) -> None:
        file = self._file("list")
        if file:
            signed, _ = QFileDialog.getOpenFileNames(self, text("signatures"))
            if signed:
                self.trust_list(file, [Path(one) for one in signed])

    def _distrust(self) -> None:
        row = self.table.currentRow()
        if row >= 0 and (cell := self.table.item(row, 1)):
            self._do(partial(self._core.bundles.distrust, cell.text()), lambda _: self.refresh())

    def _ask_undo(self) -> None:
        self._do(self._core.bundles.going, self._on_going)

    def _on_going(self, told: Applied) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, text("undo"), self.goes(told), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        yes = box.addButton(text("take_back"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(text("cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)  # Return loses nothing
        box.exec()
        if box.clickedButton() is yes:
            self.undo()

    def undo(self) -> None:
        """Takes the newest bundle back."""
        self._do(self._core.bundles.undo, self._on_undone)

    def goes(self, told: Applied) -> str:
        """The question before a bundle is taken back."""
        signer = self._signer(told.signer)
        lines = [text("goes", told.seq, told.channel, signer, told.events, len(told.files))]
        return "\n".join([*lines, *(f"· {one}" for one in told.files[:10])])

    def _file(self, key: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self, text(key))
        return Path(chosen) if chosen else None

    # -- what came of it

    def _do(self, call: Callable[[], object], done: Callable[..., object]) -> None:
        """A refusal is an answer, not a fault: it is said in the words of the bundle."""

        def guarded() -> object:
            try:
                return call()
            except BundleRefused as error:
                return error

        def heard(found: object) -> None:
            if isinstance(found, BundleRefused):
                self.said.emit(text("refused", wrong(found)))
            else:
                done(found)

        self._questions.ask(guarded, heard)

    def _on_keys(self, made: Kept) -> None:
        self._key = str(made.folder / keys.KEY)
        names = (keys.KEY, keys.IDENTITY, keys.PUBLIC, keys.RECIPIENT)
        told = text("keys_made", made.folder, *names)
        self.box = QMessageBox(QMessageBox.Icon.Information, text("keys"), told, parent=self)
        self.box.setTextFormat(Qt.TextFormat.PlainText)
        self.box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box.open()

    def _on_made(self, made: Made) -> None:
        counts = made.counts
        told = (made.seq, made.channel, counts.get("items", 0), counts.get("events", 0))
        self.said.emit(text("made", *told))

    def _on_looked(self, opened: Opened, told: Applied) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, text("take"), self.preview(told), parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        yes = box.addButton(text("take_it"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(text("cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is yes:
            self.take(opened)

    def take(self, opened: Opened) -> None:
        """Takes a bundle that was looked into."""
        self._do(partial(self._core.bundles.take, opened), self._on_taken)

    def _on_taken(self, told: Applied) -> None:
        self.said.emit(text("taken", told.items, told.alerts, told.events))

    def _on_undone(self, told: Applied) -> None:
        self.said.emit(text("undone", told.seq, told.channel))

    def _on_trust(self, words: str) -> None:
        self.said.emit(words)
        self.refresh()

    def _signers(self) -> list[Signer]:
        return self._core.bundles.signers()

    def _on_signers(self, found: list[Signer]) -> None:
        self.table.setRowCount(len(found))
        for row, one in enumerate(found):
            role = text("root" if one.root else "member")
            cells = (one.name, one.key, role, f"{one.added:%Y-%m-%d}")
            for place, words in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(words))
        self.none.setVisible(not found)
        self.table.setVisible(bool(found))
        self.buttons["distrust"].setEnabled(bool(found))

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.settings and self._fresh:
            self.refresh()

    def _signer(self, key: str) -> str:
        for row in range(self.table.rowCount()):
            name, found = self.table.item(row, 0), self.table.item(row, 1)
            if name and found and found.text() == key:
                return name.text()
        return key
