"""Asks whether what is not saved may go, before somebody else sits down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.vault.words import text


def agreed(parent: QWidget) -> bool:
    """What the person says; nothing is thrown away here."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text("unsaved"))
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)  # Return loses nothing
    return bool(box.exec() == QMessageBox.StandardButton.Discard)
