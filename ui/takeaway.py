"""Copy as text, and save to print: what every page offers in its bar, made in one place.

button -> the page's Sheet -> clipboard; or -> a file's name is asked -> written in a task
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from osawatch.core import Core
from ui import saving
from ui.i18n import mark, say
from ui.questions import Questions
from ui.sheet import KINDS, Sheet, as_text, file_name
from ui.theme import Theme
from ui.widgets import Button

CONTEXT = "takeaway"
TEXTS = {
    "copy": mark("takeaway", "Copy as text"),
    "copied": mark("takeaway", "Copied"),
    "print": mark("takeaway", "Save to print…"),
    "saved": mark("takeaway", "Saved as {0}"),
    "failed": mark("takeaway", "Not done: {0}"),
    "nothing": mark("takeaway", "Nothing here is a list or a text; a drawing has its own export"),
}
KEYS = (("Ctrl+P", "print"),)


def text(key: str, *values: object) -> str:
    """A sentence of these buttons."""
    said = say(CONTEXT, TEXTS[key])
    return said.format(*values) if values else said


class Taking:
    """What is shown, taken along. `sheet` is what that is, None while nothing is shown.

    `tell` takes words for a toast.
    """

    def __init__(
        self,
        page: QWidget,
        core: Core,
        questions: Questions,
        sheet: Callable[[], Sheet | None],
        tell: Callable[[str], object],
    ) -> None:
        self._page, self._core, self._questions = page, core, questions
        self.sheet, self._tell = sheet, tell

    def copy_text(self) -> None:
        """The page on the clipboard, as plain text with its sources."""
        sheet = self.sheet()
        if sheet is not None:
            put(sheet)
        self._tell(text("nothing" if sheet is None else "copied"))

    def ask(self) -> None:
        """Asks for the file's name; nothing is asked where there is nothing."""
        sheet = self.sheet()
        if sheet is None:
            self._tell(text("nothing"))
            return
        refused = lambda why: self._tell(text("failed", why))  # noqa: E731
        target = saving.ask(
            self._page, self._core.policies, refused, text("print"), file_name(sheet), KINDS
        )
        if target:
            self._write(sheet, target)

    def save(self, target: Path) -> None:
        """Writes the page, in a task, by the ending of the name."""
        if sheet := self.sheet():
            self._write(sheet, target)

    def _write(self, sheet: Sheet, target: Path) -> None:
        language = self._core.settings().language

        def made() -> None:
            from ui.sheet_file import printed  # writers of PDF and Word: not read to open a window

            printed(sheet, language, target)

        self._questions.ask(made, lambda _: self._tell(text("saved", target.name)))


class Takeaway(Taking):
    """The same with a key and two buttons; the bar that holds them gives them their colours."""

    def __init__(
        self,
        page: QWidget,
        core: Core,
        questions: Questions,
        theme: Theme,
        sheet: Callable[[], Sheet | None],
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(page, core, questions, sheet, tell)
        self.copy, self.print = Button(text("copy"), theme), Button(text("print"), theme)
        self.copy.clicked.connect(self.copy_text)
        self.print.clicked.connect(self.ask)
        for key, _what in KEYS:
            shortcut = QShortcut(QKeySequence(key), page, self.ask)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def offer(self) -> None:
        """The buttons can be pressed while there is something."""
        there = self.sheet() is not None
        self.copy.setEnabled(there)
        self.print.setEnabled(there)


def put(sheet: Sheet) -> None:
    """A sheet on the clipboard."""
    QGuiApplication.clipboard().setText(as_text(sheet))
