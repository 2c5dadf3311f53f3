"""What a person does on the Sources page: add, change, read files, lists of sources in and out.

a button or the foot of the page -> asked -> core in a task -> `done` with a sentence
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from osawatch.core import Core
from osawatch.model import Excluded, PollLine, SourceRow
from ui import saving
from ui.i18n import wrong
from ui.sources import actions
from ui.sources.add import AddSource
from ui.sources.edit import EditSource
from ui.sources.exclusions import ExcludeDialog
from ui.sources.polls import PollLog
from ui.sources.words import isolate, text
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
        self.dialog: QDialog | None = None

    def act(self, action: str, row: SourceRow) -> None:
        """What the foot of the page offers for one source."""
        if action == "try":
            self.poll_asked.emit((row.id,))
        elif action == "copy":
            QGuiApplication.clipboard().setText(row.url)
        elif action == "edit":
            self.edit(row)
        elif action == "log":
            self.log(row)
        elif action == "exclude":
            self.exclude(row)
        else:
            self._do(lambda: actions.change(self._core, action, row))

    def add(self) -> None:
        """A source by its address, once the sources there are have been read."""
        self._tasks.run(self, self._core.sources.rows, self._open_add, self._wrong)

    def edit(self, row: SourceRow) -> None:
        """What a source is, how often it is asked, its tags."""
        dialog = EditSource(self._core, self._tasks, row, self.theme, self._page)
        dialog.said.connect(self.done)
        self._open(dialog)

    def log(self, row: SourceRow) -> None:
        """Its last polls, once they are read."""
        self._tasks.run(
            self,
            lambda: self._core.sources.polls(row.id),
            lambda found: self._open_log(row, found),
            self._wrong,
        )

    def exclude(self, row: SourceRow) -> None:
        """What it raises no alerts for, once that is read."""
        self._tasks.run(
            self,
            lambda: self._core.sources.excluded(row.id),
            lambda found: self._open_exclude(row, found),
            self._wrong,
        )

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
        self._tasks.run(self, call, self.done.emit, self._wrong)

    def _wrong(self, error: Exception) -> None:
        self.done.emit(text("not_done", wrong(error)))

    def _open_add(self, rows: list[SourceRow]) -> None:
        dialog = AddSource(self._core, self._tasks, rows, self.theme, self._page)
        dialog.said.connect(self.done)
        self._open(dialog)

    def _open_log(self, row: SourceRow, found: list[PollLine]) -> None:
        dialog = PollLog(row, found, self.theme, self._page)
        dialog.copied.connect(lambda: self.said.emit(text("log_copied", isolate(row.title))))
        self._open(dialog)

    def _open_exclude(self, row: SourceRow, found: list[Excluded]) -> None:
        dialog = ExcludeDialog(self._core, self._tasks, row, found, self.theme, self._page)
        dialog.said.connect(self.said)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        """It goes when it is closed: another one is made for another source."""
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_open(self, kinds: str) -> list[str]:
        return QFileDialog.getOpenFileNames(self._page, text("add_file"), "", kinds)[0]

    def _ask_save(self, name: str, kinds: str) -> str:
        policies, refused = self._core.policies, self.said.emit
        return str(saving.ask(self._page, policies, refused, text("opml_out"), name, kinds) or "")
