"""A fault that nobody expected: shown once, and never two dialogs at a time."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QWidget

from ui.frame.crash import CrashDialog, report, where
from ui.frame.words import text
from ui.theme import Theme


class Faults:
    """`said` gets the words for a toast, `leave` ends the program."""

    def __init__(
        self,
        window: QWidget,
        theme: Callable[[], Theme],
        said: Callable[[str], object],
        leave: Callable[[], object],
    ) -> None:
        self._window, self._theme, self._said, self._leave = window, theme, said, leave
        self._seen: set[str] = set()
        self._dialog: CrashDialog | None = None

    def show(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Shows what failed; the same fault again is only a toast, and one dialog at a time."""
        told = report(kind, trace)
        if told in self._seen or not self._window.isVisible():
            self._said(text("fault"))
            return
        busy = bool(self._seen) and self._dialog is not None and self._dialog.isVisible()
        self._seen.add(told)
        if busy:
            self._said(text("fault"))
            return
        self._dialog = CrashDialog(told, where(trace), self._theme(), self._window)
        self._dialog.quit_asked.connect(self._leave)
        self._dialog.open()
