"""Where the window stands: as it was left, else as large as the screen lets it be."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from ui.fitting import FRAME

MOST = 4_096  # bytes; Qt writes some sixty


def restore(window: QWidget, file: Path) -> None:
    """Before it is shown. Qt moves what would stand off the screen, and refuses foreign bytes."""
    try:
        with file.open("rb") as opened:
            kept = opened.read(MOST)
    except OSError:
        kept = b""
    if not window.restoreGeometry(QByteArray(kept)):
        window.resize(window.size().boundedTo(window.screen().availableSize() - FRAME))


def keep(window: QWidget, file: Path) -> None:
    """As it is left. Where nothing can be written, the window opens as before."""
    with suppress(OSError):
        file.write_bytes(bytes(window.saveGeometry().data()))
