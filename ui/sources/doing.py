"""What a person does on the Sources page: add, change, read files, lists of sources in and out.

a button or the foot of the page -> asked -> core in a task -> `done` with a sentence
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from osawatch.core import Core
from osawatch.model import SourceRow
from ui import saving
from ui.sources import actions
from ui.sources.add import AddSource
from ui.sources.words import text
from ui.tasks import Tasks
from ui.theme import Theme

OPML = "OPML (*.opml *.xml)"


class Doing(QObject):
    """`done` carries a sentence once something was changed, or why it was not.

    `poll_asked` and `files_asked` are for the window, `said` is for its toast alone.
    """

    done = Signal(str)
    said = Signal(str)
    poll_asked = Signal(object)
    files_asked = Signal(object)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._core, self._tasks, self.theme, self._page = core, tasks, theme, page
        self.ask_open: Callable[[str], list[str]] = self._ask_open
        self.ask_save: Callable[[str, str], str] = self._ask_save
        self.ask_address: Callable[[], tuple[str, str] | None] = self._ask_address

    def act(self, action: str, row: SourceRow) -> None:
        """What the foot of the page offers for one source."""
        if action == "try":
            self.poll_asked.emit((row.id,))
        elif action == "copy":
            QGuiApplication.clipboard().setText(row.url)
        else:
            self._do(lambda: actions.change(self._core, action, row))

    def add(self) -> None:
        """A source by its address."""
        answer = self.ask_address()
        if answer:
            self._do(lambda: actions.add(self._core, *answer))

    def read_files(self) -> None:
        """Files, as if they had been fetched."""
        paths = self.ask_open("")
        if paths:
            self.files_asked.emit(tuple(paths))

    def opml_in(self) -> None:
        """A list of sources from a file."""
        paths = self.ask_open(OPML)
        if paths:
            self._do(lambda: actions.read_opml(self._core, paths[0]))

    def opml_out(self) -> None:
        """All sources into a file."""
        path = self.ask_save("osawatch.opml", OPML)
        if path:
            self._do(lambda: actions.write_opml(self._core, path))

    def _do(self, call: Callable[[], str]) -> None:
        wrong = lambda error: self.done.emit(text("not_done", error))  # noqa: E731
        self._tasks.run(self, call, self.done.emit, wrong)

    def _ask_open(self, kinds: str) -> list[str]:
        return QFileDialog.getOpenFileNames(self._page, text("add_file"), "", kinds)[0]

    def _ask_save(self, name: str, kinds: str) -> str:
        policies, refused = self._core.policies, self.said.emit
        return str(saving.ask(self._page, policies, refused, text("opml_out"), name, kinds) or "")

    def _ask_address(self) -> tuple[str, str] | None:
        dialog = AddSource(self.theme, self._page)
        return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
