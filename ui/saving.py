"""The one place where the window asks where to save a file.

A policy that closes removable media is asked before anything is written; a test sees to it that
no other file of the window opens a dialog of its own to save.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from osawatch.errors import BadInput
from ui.i18n import wrong


class Policies(Protocol):
    """What an administrator decided."""

    def refuse_media(self, path: Path) -> None:
        """Raises BadInput when the path is on a medium that is closed."""


def ask(
    parent: QWidget,
    policies: Policies,
    refused: Callable[[str], object],
    caption: str,
    name: str,
    kinds: str = "",
) -> Path | None:
    """Where to save; None when nothing was chosen, or `refused` was told why it may not be."""
    chosen, _ = QFileDialog.getSaveFileName(parent, caption, name, kinds)
    if not chosen:
        return None
    target = Path(chosen)
    try:
        policies.refuse_media(target)
    except BadInput as error:
        refused(wrong(error))
        return None
    return target
