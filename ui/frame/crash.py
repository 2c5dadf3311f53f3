"""A fault of the program: what failed and where, without a word of any item.

The message of an error may quote what it stumbled over, so it stays out: only its kind and the
places in the code are told. The whole error is in the log of the profile, sealed where that is.
"""

from __future__ import annotations

import platform
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from osawatch import __version__
from ui.fitting import fit
from ui.frame.words import text
from ui.theme import T11, T13, T16, Theme, font
from ui.widgets import Button, ink, label

OURS = ("ui", "osawatch", "feeds", "rules")
SIZE = (640, 420)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions, the kind of the error, the places it came through."""
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    lines = [f"OSAwatch {__version__}, {system}, PySide6 {PySide6.__version__}", kind.__name__]
    lines += [_place(frame) for frame in traceback.extract_tb(trace)]
    return "\n".join(lines)


def where(trace: TracebackType | None) -> str:
    """The innermost place in our own code."""
    frames = [one for one in traceback.extract_tb(trace) if _room(one.filename) in OURS]
    return _place(frames[-1]) if frames else ""


def _place(frame: traceback.FrameSummary) -> str:
    path = Path(frame.filename)
    short = "/".join(path.parts[-3:]) if _room(frame.filename) in OURS else path.name
    return f"{short}:{frame.lineno} {frame.name}"


def _room(filename: str) -> str:
    parts = [part for part in Path(filename).parts if part in OURS]
    return parts[0] if parts and filename.startswith(_home()) else ""


def _home() -> str:
    return str(Path(__file__).resolve().parents[2])


class CrashDialog(QDialog):
    """Go on or quit. `quit_asked` when the program shall end."""

    quit_asked = Signal()

    def __init__(self, told: str, place: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("crash"))
        self.resize(*SIZE)
        self.told = told
        self.report = QPlainTextEdit(told)
        self.report.setReadOnly(True)
        self.report.setFont(font(T11, mono=True))
        self.report.setAccessibleName(text("crash_report"))
        self.copy = Button(text("crash_copy"), theme)
        self.quit = Button(text("quit"), theme)
        self.go_on = Button(text("crash_go_on"), theme, "primary")
        self.go_on.setDefault(True)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(told))
        self.quit.clicked.connect(self._on_quit)
        self.go_on.clicked.connect(self.accept)
        more = label(text("crash_more"), wrap=True)
        ink(more, theme.text2)
        first = text("crash_at", place) if place else text("crash_somewhere")
        self._lay_out((label(text("crash"), T16, 600), label(first, T13, wrap=True), more))

    def _lay_out(self, words: Sequence[QWidget]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for line in words:
            column.addWidget(line)
        column.addWidget(self.report, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.quit)
        foot.addWidget(self.go_on)
        column.addLayout(foot)

    def _on_quit(self) -> None:
        self.reject()
        self.quit_asked.emit()
