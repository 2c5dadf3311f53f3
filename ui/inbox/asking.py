"""The dialogs of the inbox: files, a score by hand, a day; and a story written out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from osawatch.core import Core
from osawatch.model import Card, CardDetail
from ui import saving
from ui.inbox import day
from ui.inbox.actions import text
from ui.inbox.doing import Doing, Stage
from ui.names import Names, needed
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme


class Asking(QObject):
    """`theme` is asked for when a dialog opens. `said` carries words for a toast."""

    said = Signal(str)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        doing: Doing,
        stage: Stage,
        theme: Callable[[], Theme],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._core, self._tasks, self._doing, self._stage = core, tasks, doing, stage
        self._theme, self._page = theme, page
        self._questions = Questions(tasks, self)  # the page is ready without these
        self._questions.failed.connect(self.said)
        doing.files_asked.connect(self.show_files)
        doing.score_asked.connect(self.ask_score)
        doing.day_asked.connect(self.ask_day)
        doing.whole_asked.connect(self.copy)
        doing.print_asked.connect(self.ask_print)

    def show_files(self, card: Card) -> None:
        """The files of a story."""
        from ui.inbox.files import FilesDialog

        self.files = FilesDialog(self._core, self._tasks, card.alerts, self._theme(), self._page)
        self.files.finished.connect(lambda _: self._stage.read_preview())
        self.files.open()

    def ask_score(self, card: Card) -> None:
        """A score by hand, for all chosen stories."""
        from ui.inbox.rating import RatingDialog

        count, detail = len(self._stage.chosen()), self._stage.detail()
        self.rating = RatingDialog(card, detail, count, self._theme(), self._page)
        self.rating.accepted.connect(lambda: self._doing.rate(*self.rating.answer))
        self.rating.open()

    def ask_day(self) -> None:
        """Until when the stories that are chosen now are out of sight."""
        at, today = self._stage.at(), self._core.now().astimezone().date()
        self.day = day.DayDialog(today, self._theme(), self._page)

        def chosen() -> None:
            if self._stage.at() == at:
                self._doing.snooze(day.begins(self.day.day()))
            else:
                self.said.emit(text("moved"))

        self.day.accepted.connect(chosen)
        self.day.open()

    # -- a story written out

    def copy(self, card: Card) -> None:
        """All of a story onto the clipboard, as text."""
        from ui.inbox import whole

        def read() -> str:
            detail, names = self._read(card.id)
            return whole.as_text(detail, names, self._core.now()) if detail else ""

        self._questions.ask(read, self._on_text)

    def ask_print(self, card: Card) -> None:
        """Where to, then the story as a file of that kind."""
        from ui.inbox import whole

        target = saving.ask(
            self._page, self._core.policies, self.said.emit, whole.text("caption"),
            whole.file_name(card.title), whole.KINDS,
        )  # fmt: skip
        if target:
            self.save(card.id, target)

    def save(self, card: str, target: Path) -> None:
        """Writes a story to a file."""
        from ui.inbox import whole

        language = self._core.settings().language

        def make() -> bool:
            detail, names = self._read(card)
            if detail:
                whole.printed(whole.laid(detail, names, language, self._core.now()), target)
            return detail is not None

        self._questions.ask(make, lambda made: self._on_saved(target, made=made))

    def _read(self, card: str) -> tuple[CardDetail | None, Names]:
        """The story as it stands now, and names of its own: the page's are the painter's."""
        detail, names = self._core.card(card), Names()
        if detail:
            names.add(needed(self._core, detail))
        return detail, names

    def _on_text(self, made: str) -> None:
        if made:
            QGuiApplication.clipboard().setText(made)
            self.said.emit(text("done_whole"))

    def _on_saved(self, target: Path, *, made: bool) -> None:
        if made:
            self.said.emit(text("done_print", target.name))
