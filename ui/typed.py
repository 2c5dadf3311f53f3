"""One line asked for: a note, a tag, a title. Wide enough for a sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QWidget

WIDE = 480


def typed(parent: QWidget, question: str) -> str | None:
    """What a person typed; None where the question was left."""
    box = QInputDialog(parent)
    box.setWindowTitle("OSAwatch")
    box.setLabelText(question)
    box.resize(WIDE, 0)
    return box.textValue() if box.exec() else None
