"""The two questions the inbox asks; tests put answers in their place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from ui.inbox import actions


def leave(parent: QWidget, url: QUrl) -> bool:
    """Whether to leave the program for this address; shows the real host."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(actions.text("leave", url.host()))
    box.setInformativeText(url.toDisplayString()[:300])
    box.setStandardButtons(QMessageBox.StandardButton.Open | QMessageBox.StandardButton.Cancel)
    return bool(box.exec() == QMessageBox.StandardButton.Open)


def text(parent: QWidget, question: str) -> str:
    """What a person typed, "" when nothing."""
    said, ok = QInputDialog.getText(parent, "OSAwatch", question)
    return said if ok else ""
