"""The page on the screen, taken along: its own sheet, or what its lists and texts show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from osawatch.core import Core
from ui.frame.words import text
from ui.inbox.page import InboxPage
from ui.pages import Pages
from ui.questions import Questions
from ui.sheet import Sheet
from ui.shown import sheet_of
from ui.takeaway import Taking
from ui.tasks import Tasks


class Along:
    """`copy` and `print` do it; the inbox takes along the story where the cursor stands."""

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        window: QWidget,
        pages: Pages,
        tell: Callable[[str], object],
    ) -> None:
        self._pages = pages
        questions = Questions(tasks, window)
        questions.failed.connect(tell)
        self._taking = Taking(window, core, questions, self._sheet, tell)

    def copy(self) -> None:
        """As text, on the clipboard."""
        if not self._story("whole"):
            self._taking.copy_text()

    def print(self) -> None:
        """As a file; its name is asked."""
        if not self._story("print"):
            self._taking.ask()

    def _story(self, deed: str) -> bool:
        """Whether the inbox stands there: it has a deed of its own."""
        page = self._pages.currentWidget()
        if isinstance(page, InboxPage):
            page.doing.do(deed)
            return True
        return False

    def _sheet(self) -> Sheet | None:
        page = self._pages.currentWidget()
        own = getattr(page, "take", None)
        if isinstance(own, Taking):
            return own.sheet()
        return sheet_of(page, text(self._pages.current())) if page else None
