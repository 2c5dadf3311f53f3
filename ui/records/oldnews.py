"""Old news from the page of records: how much would go, a reason, then it goes.

button -> core.filing.thinning.over (task, progress) -> a question that says what goes and stays
  -> core.filing.thinning.end (task, progress, a way to stop) -> what went
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from osawatch.core import Core
from osawatch.filing.model import Gone, Over, Schedule
from osawatch.filing.thinning import Progress
from ui.fitting import fit
from ui.i18n import figure
from ui.questions import Questions
from ui.records import asking
from ui.records.asking import WIDTH, Asking
from ui.records.words import text
from ui.theme import T16, Theme
from ui.widgets import Button, label

T = TypeVar("T")


class Going(QDialog):
    """How far a look, or a letting go, is. It is left when that has ended, or was stopped."""

    stepped = Signal(int, int)  # from the thread of the work

    def __init__(self, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.cancel = threading.Event()
        self.setWindowTitle(text("news").rstrip("…"))
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.setAccessibleName(words)
        self.bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.empty}; border: 0; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}"
        )
        self.words = label(words, wrap=True)
        self.leave = Button(text("stop"), theme)
        self.leave.clicked.connect(self.reject)
        self.stepped.connect(self._on_step)
        body = QVBoxLayout(self)
        body.setContentsMargins(24, 20, 24, 16)
        body.setSpacing(12)
        for part in (label(text("news").rstrip("…"), T16, 600), self.words, self.bar):
            body.addWidget(part)
        body.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignRight)

    def reject(self) -> None:
        """Stop first: who works looks at it after each page."""
        self.cancel.set()
        self.words.setText(text("stopping"))
        self.leave.setEnabled(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """The window goes, and waits for no work."""
        self.cancel.set()
        super().hideEvent(event)

    def _on_step(self, done: int, whole: int) -> None:
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(done)


class OldNews(QObject):
    """`said` carries words for a toast, `went` tells the page to read again."""

    said = Signal(str)
    went = Signal()

    def __init__(self, core: Core, questions: Questions, page: QWidget) -> None:
        super().__init__(page)
        self._core, self._questions, self._page = core, questions, page
        self.going: Going | None = None
        self.dialog: Asking | None = None

    def ask(self, schedule: Schedule, theme: Theme) -> None:
        """Looks how much would go; nothing is changed."""
        if not schedule.items:
            self.said.emit(text("news_kept"))
            return
        look = self._core.filing.thinning.over
        self._work(text("news_looking"), look, partial(self._on_over, theme), theme)

    def _on_over(self, theme: Theme, found: Over, *, stopped: bool) -> None:
        if stopped:
            return
        held = [text(f"held_{found.by}", figure(found.held))] if found.by else []
        if not found.items:
            self.said.emit(" · ".join([text("news_none", found.days), *held]))
            return
        count = figure(found.items)
        self.dialog = asking.for_end(
            text("news_title", count, found.days), "\n\n".join([text("news_told"), *held]),
            text("news_now"), theme, self._page,
        )  # fmt: skip
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(partial(self._let_go, self.dialog, theme))
        self.dialog.open()

    def _let_go(self, dialog: Asking, theme: Theme) -> None:
        end = partial(self._core.filing.thinning.end, dialog.said("f_why"))
        self._work(text("news_going"), end, self._on_gone, theme)

    def _on_gone(self, gone: Gone, *, stopped: bool) -> None:
        self.said.emit(text("news_stopped" if stopped else "news_gone", figure(gone.items)))
        self.went.emit()

    def _work(
        self,
        words: str,
        call: Callable[[Progress, threading.Event], T],
        done: Callable[..., object],
        theme: Theme,
    ) -> None:
        going = self.going = Going(words, theme, self._page)

        def told(result: T) -> None:
            stopped = going.cancel.is_set()
            if shiboken6.isValid(going):  # another question of the page may have failed
                going.accept()
            done(result, stopped=stopped)

        self._questions.failed.connect(going.accept)
        self._questions.ask(partial(call, going.stepped.emit, going.cancel), told)
        going.open()
