"""Links of the desk's own: said in one line, listed below, and taken back there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.chain.model import FACTORS, Link
from osawatch.core import Core
from ui.chains.texts import text
from ui.fitting import fit
from ui.questions import Questions
from ui.settings_form import combo
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, Line, ink, label

Told = tuple[Mapping[str, str], Sequence[Link]]  # all nodes by id; the own links


class OwnLinks(QDialog):
    """`changed` after each change that is kept."""

    changed = Signal()

    def __init__(self, core: Core, tasks: Tasks, theme: Theme, parent: QWidget, node: str) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._node = core, node
        self._links: Sequence[Link] = ()
        self.setWindowTitle(text("own_title"))
        self.resize(760, 420)
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self._on_failed)
        self.input, self.output, self.weight = combo(theme), combo(theme), combo(theme)
        for box, key in ((self.input, "input"), (self.output, "output"), (self.weight, "weight")):
            box.setAccessibleName(text(key))
        for key in FACTORS:
            self.weight.addItem(text(key), key)
        self.note = Line(text("note"))
        self.add, self.drop = Button(text("add"), theme, "primary"), Button(text("drop"), theme)
        self.list = QListWidget()
        self.list.setAccessibleName(text("own_links"))
        self.said = label("", wrap=True)
        ink(self.said, theme.warn)
        self._lay_out(theme)
        self.add.clicked.connect(self._on_add)
        self.drop.clicked.connect(self._on_drop)
        self.list.currentRowChanged.connect(lambda row: self.drop.setEnabled(row >= 0))
        self._questions.ask(self._read, self._show)

    def ready(self) -> bool:
        """Whether what is kept is shown."""
        return not self._questions.open

    def _lay_out(self, theme: Theme) -> None:
        column, line, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        lead = label(text("own_lead"), wrap=True)
        ink(lead, theme.text2)
        column.addWidget(lead)
        for part, stretch in (
            (self.input, 1), (label(text("goes_into")), 0), (self.output, 1), (self.weight, 0),
        ):  # fmt: skip
            line.addWidget(part, stretch)
        column.addLayout(line)
        second = QHBoxLayout()
        second.addWidget(self.note, 1)
        second.addWidget(self.add)
        column.addLayout(second)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        foot.addStretch(1)
        foot.addWidget(self.drop)
        column.addLayout(foot)

    # -- reading and changing

    def _read(self) -> Told:
        return self._core.chain.nodes(self._core.settings().language), self._core.chain.own_links()

    def _show(self, told: Told) -> None:
        names, self._links = told
        if self.input.count() == 0:
            for key, name in sorted(names.items(), key=lambda pair: pair[1].casefold()):
                self.input.addItem(name, key)
                self.output.addItem(name, key)
            self.input.setCurrentIndex(max(0, self.input.findData(self._node)))
        self.list.clear()
        for link in self._links:
            ends = (names.get(link.input, link.input), names.get(link.output, link.output))
            said = text("link_line", *ends, text(link.weight))
            self.list.addItem(QListWidgetItem(f"{said}  {link.note}" if link.note else said))
        self.drop.setEnabled(False)

    def _on_add(self) -> None:
        ends = (str(self.input.currentData()), str(self.output.currentData()))
        weight, note = str(self.weight.currentData()), self.note.text()
        self._do(partial(self._core.chain.link, *ends, weight, note))

    def _on_drop(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._links):
            link = self._links[row]
            self._do(partial(self._core.chain.unlink, link.input, link.output))

    def _do(self, act: Callable[[], None]) -> None:
        self.said.setText("")

        def done() -> Told:
            act()
            return self._read()

        self._questions.ask(done, self._on_done)

    def _on_done(self, told: Told) -> None:
        self.note.clear()
        self._show(told)
        self.changed.emit()

    def _on_failed(self, words: str) -> None:
        self.said.setText(text("failed", words))


def opened(core: Core, tasks: Tasks, theme: Theme, parent: QWidget, node: str) -> OwnLinks:
    """The dialog, over its page; it goes when it is closed."""
    dialog = OwnLinks(core, tasks, theme, parent, node)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
