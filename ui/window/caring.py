"""A copy of the profile and a look at its health, from the menu: progress, a way to stop, words.

back up: file? -> core.care.backup (task) -> what was written
check:   core.care.doctor (task) -> what was found -> rebuild? -> core.care.repair -> check again
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from ui import i18n, saving
from ui.fitting import fit
from ui.i18n import mark, say
from ui.tasks import Tasks
from ui.theme import T16, Theme
from ui.widgets import Button, ink, label

if TYPE_CHECKING:
    from osawatch.safekeeping.backup import Copied

CONTEXT = "care"
WIDTH, HIGH = 560, 360  # HIGH: where lines are shown
TEXTS = {
    "backup": mark("care", "Back up…"),
    "backup_told": mark("care", "A copy of the whole profile, in one file: {0}"),
    "plain": mark("care", "This profile is not encrypted, so everybody can read the copy."),
    "sealed": mark("care", "The copy is encrypted as the profile is: its passphrases open it."),
    "copying": mark("care", "Copying: {0} %"),
    "closing": mark("care", "Packing what was copied…"),
    "copied": mark(
        "care",
        "Written: {0} files, {1}. On another machine “osawatch-cli --profile NEW restore FILE”"
        " makes a profile of it.",
    ),
    "stopping": mark("care", "Stopping…"),
    "stopped": mark("care", "Stopped. Nothing was left behind."),
    "check": mark("care", "Check the profile…"),
    "check_told": mark(
        "care",
        "Whether the file is whole, and whether all that is derived from items and decisions"
        " (states, counts, cards, the search) is what it must be.",
    ),
    "begun": mark("care", "Checking…"),
    "checking": mark("care", "Checking: part {0} of {1}"),
    "well": mark("care", "All is well."),
    "found": mark("care", "{0} lines of what is wrong:"),
    "damaged": mark("care", "The file is damaged, so nothing is changed in it:"),
    "findings": mark("care", "What was found"),
    "mend": mark("care", "Rebuild what is derived"),
    "mend_told": mark(
        "care", "Items, lists and decisions are facts: to rebuild never touches them."
    ),
    "mending": mark("care", "Rebuilding…"),
    "mended": mark("care", "Rebuilt, and checked again. {0}"),
    "failed": mark("care", "That did not work: {0}"),
    "cancel": mark("care", "Cancel"),
    "close": mark("care", "Close"),
}


def text(key: str, *values: object) -> str:
    """A text in the language of the window."""
    return say(CONTEXT, TEXTS[key]).format(*values)


class CareDialog(QDialog):
    """One work that takes its time. It is left when the work has ended, or was stopped."""

    stepped = Signal(int, int)  # from the thread of the work

    def __init__(self, title: str, told: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.cancel = threading.Event()
        self._busy = False
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.empty}; border: 0; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}"
        )
        self.words = label("", wrap=True)
        self.found = QPlainTextEdit()
        self.found.setReadOnly(True)
        self.found.setTabChangesFocus(True)
        self.found.setAccessibleName(text("findings"))
        self.more = label(text("mend_told"), wrap=True)
        ink(self.more, theme.text2)
        self.mend, self.leave = Button(text("mend"), theme), Button(text("cancel"), theme)
        self.mend.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        for part in (self.found, self.more, self.mend):
            part.hide()
        self._lay_out(title, told)

    def _lay_out(self, title: str, told: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(title.rstrip("…"), T16, 600))
        for part in (label(told, wrap=True), self.bar, self.words):
            column.addWidget(part)
        column.addWidget(self.found, 1)
        column.addWidget(self.more)
        column.addStretch()
        foot = QHBoxLayout()
        foot.addWidget(self.mend)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column.addLayout(foot)

    def start(self, words: str) -> None:
        """A work begins."""
        self._busy = True
        self.bar.setRange(0, 0)
        self.bar.show()
        self.words.setText(words)
        self.mend.setEnabled(False)
        self.leave.set_words(text("cancel"))

    def step(self, words: str, done: int, total: int) -> None:
        """It has come this far."""
        if self._busy and not self.cancel.is_set():
            self.bar.setRange(0, max(1, total))
            self.bar.setValue(done)
            self.words.setText(words)

    def stop(self, words: str) -> None:
        """It has ended; the words say how."""
        self._busy = False
        self.bar.hide()
        self.words.setText(words)
        self.mend.setEnabled(True)
        self.leave.setEnabled(True)
        self.leave.set_words(text("close"))
        self.leave.setDefault(True)

    def show_lines(self, lines: list[str], *, mendable: bool) -> None:
        """What was found, one line each."""
        self.found.setPlainText("\n".join(lines))
        self.found.setVisible(bool(lines))
        if lines:
            self.resize(self.width(), max(self.height(), HIGH))
        for part in (self.more, self.mend):
            part.setVisible(mendable)

    def hold(self) -> None:
        """What goes on now cannot be stopped halfway."""
        self.leave.setEnabled(False)

    def reject(self) -> None:
        """While it works: stop it first."""
        if not self._busy:
            super().reject()
        elif self.leave.isEnabled():
            self.cancel.set()
            self.words.setText(text("stopping"))


class Caring(QObject):
    """`said` carries words for a toast."""

    said = Signal(str)

    def __init__(
        self, core: Core, tasks: Tasks, window: QWidget, theme: Callable[[], Theme]
    ) -> None:
        super().__init__(window)
        self._core, self._tasks, self._window, self._theme = core, tasks, window, theme
        self.dialog: CareDialog | None = None
        self._now: threading.Event | None = None

    def halt(self) -> None:
        """The program ends, and waits for no copy."""
        if self._now is not None:
            self._now.set()

    # -- a copy

    def ask_backup(self) -> None:
        """Asks where to."""
        name = f"osawatch-{self._core.now():%Y-%m-%d}.zip"
        target = saving.ask(
            self._window, self._core.policies, self._say_failed, text("backup"), name, "*.zip"
        )
        if target:
            self.back_up(target)

    def back_up(self, target: Path) -> None:
        """Writes it, while the profile is in use."""
        kept = text("sealed" if self._core.encrypted else "plain")
        dialog = self._opened(text("backup"), f"{text('backup_told', target.name)}\n{kept}")

        def stepped(done: int, total: int) -> None:
            share = 100 * done // max(1, total)
            dialog.step(text("copying", share) if done < total else text("closing"), done, total)

        dialog.stepped.connect(stepped)
        dialog.start(text("copying", 0))
        call = partial(self._core.care.backup, target, dialog.stepped.emit, dialog.cancel)
        wrong = partial(self._on_failed, dialog)
        self._tasks.run(dialog, call, partial(self._on_copied, dialog), wrong)

    def _on_copied(self, dialog: CareDialog, copied: Copied) -> None:
        size = QLocale().formattedDataSize(copied.bytes, 1)
        dialog.stop(text("copied", copied.files, size))

    # -- its health

    def check(self) -> None:
        """Examines the profile and tells what is wrong."""
        dialog = self._opened(text("check"), text("check_told"))
        dialog.stepped.connect(lambda done, of: dialog.step(text("checking", done, of), done, of))
        dialog.mend.clicked.connect(partial(self._mend, dialog))
        self._examine(dialog, "{0}")

    def _examine(self, dialog: CareDialog, told: str) -> None:
        dialog.start(text("begun"))
        call = partial(self._core.care.doctor, dialog.stepped.emit, dialog.cancel)
        self._tasks.run(
            dialog, call, partial(self._on_checked, dialog, told), partial(self._on_failed, dialog)
        )

    def _on_checked(self, dialog: CareDialog, told: str, lines: list[str]) -> None:
        from osawatch.care import damaged

        broken = damaged(lines)
        words = text("damaged") if broken else text("found", len(lines)) if lines else text("well")
        dialog.stop(told.format(words))
        dialog.show_lines([i18n.line(one) for one in lines], mendable=bool(lines) and not broken)

    def _mend(self, dialog: CareDialog) -> None:
        dialog.start(text("mending"))
        dialog.hold()

        def again(_: object) -> None:
            dialog.leave.setEnabled(True)
            self._examine(dialog, text("mended", "{0}"))

        self._tasks.run(dialog, self._core.care.repair, again, partial(self._on_failed, dialog))

    # -- both

    def _opened(self, title: str, told: str) -> CareDialog:
        dialog = CareDialog(title, told, self._theme(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._now = dialog.cancel
        dialog.open()
        self.dialog = dialog
        return dialog

    def _on_failed(self, dialog: CareDialog, error: Exception) -> None:
        from osawatch.safekeeping.backup import Stopped

        stopped = isinstance(error, Stopped)
        dialog.stop(text("stopped") if stopped else text("failed", i18n.wrong(error)))

    def _say_failed(self, words: str) -> None:
        self.said.emit(text("failed", words))
