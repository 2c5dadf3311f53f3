"""A backtest of the text in the editor: one at a time, with progress, stopped by a second press."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from osawatch.core import Core
from ui.i18n import wrong
from ui.tasks import Tasks

if TYPE_CHECKING:
    from osawatch.backtest import Report

BACK = timedelta(weeks=26)


class BackRun(QObject):
    """`told` carries the Report; `began` and `ended` around each run; `failed` its words."""

    began = Signal()
    ended = Signal()
    told = Signal(object)
    failed = Signal(str)
    progressed = Signal(int, int)

    def __init__(self, core: Core, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._core, self._tasks = core, tasks
        self.stop: threading.Event | None = None

    def press(self, *, change: bool) -> None:
        """Runs the text that was tried last, or stops what runs."""
        if self.stop is not None:
            self.stop.set()
            return
        from osawatch.backtest import Asked

        self.stop = stop = threading.Event()
        self.began.emit()
        draft, local = self._core.workshop.drafts(change=change)
        asked = Asked((draft,), self._core.now() - BACK, local=local)
        tell = self.progressed.emit
        call: Callable[[], Report] = lambda: self._core.backtests.run(asked, tell, stop)  # noqa: E731
        self._tasks.run(self, call, self._on_told, self._on_failed)

    def _on_told(self, report: Report) -> None:
        self.stop = None
        self.ended.emit()
        self.told.emit(report)

    def _on_failed(self, error: Exception) -> None:
        self.stop = None
        self.ended.emit()
        self.failed.emit(wrong(error))
