"""The entry point of `osawatch-cli`: the core's command line, and a pen that needs Qt.

Qt is imported when something is drawn, and only then.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from osawatch.cli.main import main as command
from osawatch.errors import BadInput

if TYPE_CHECKING:
    from osawatch.cli.args import Picture


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command."""
    multiprocessing.freeze_support()  # in a packaged program a helping process starts here
    return command(argv, render, print_=printed)


def render(picture: Picture, path: Path, names: Callable[[str, str], str]) -> str:
    """Draw into a file; what kept it from it, "" when nothing did."""
    try:
        from PySide6.QtCore import qInstallMessageHandler

        from ui.pens import draw
    except ImportError as error:  # a machine without a screen may lack the system's own libraries
        return f"cannot draw: the libraries of the window cannot be loaded ({error})"
    before = qInstallMessageHandler(lambda *_said: None)  # talk of a screen that is not there
    try:
        draw(picture, path, names)
    except OSError as error:
        return f"cannot draw: {error}"
    finally:
        qInstallMessageHandler(before)
    return ""


def printed(html: bytes) -> bytes:
    """A PDF of HTML; `BadInput` where the libraries of the window are missing."""
    try:
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtGui import QGuiApplication

        from ui import faces
        from ui.pdf import pdf
    except ImportError as error:
        raise BadInput(f"cannot print: {error}", field="--format") from error
    before = qInstallMessageHandler(lambda *_said: None)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(["osawatch-cli"])
    faces.carry()
    try:
        return pdf(html)
    finally:
        qInstallMessageHandler(before)
        del app


if __name__ == "__main__":
    sys.exit(main())
