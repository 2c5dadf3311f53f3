"""The two questions the inbox asks; tests put answers in their place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from ui.inbox import actions
from ui.typed import typed


def leave(parent: QWidget, url: QUrl) -> bool:
    """Whether to leave the program for this address; shows the real host."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(actions.text("leave", host(url)))
    box.setInformativeText(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)[:300])
    for part in box.findChildren(QLabel):  # the second line has a format of its own
        part.setTextFormat(Qt.TextFormat.PlainText)
    box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
    return bool(box.exec() == QMessageBox.StandardButton.Open)


def host(url: QUrl) -> str:
    """The host as it is asked for, and as it looks where that differs: letters can be alike."""
    asked = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    looks = url.host()
    return asked if looks == asked else f"{asked} ({looks})"


def text(parent: QWidget, question: str) -> str:
    """What a person typed, "" when nothing."""
    return typed(parent, question) or ""
