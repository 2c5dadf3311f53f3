"""Whose key it is that is trusted, and whether it may name others."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.exchange.words import text
from ui.fitting import fit
from ui.settings_form import Check
from ui.theme import T16, Theme
from ui.widgets import Button, Line, ink, label

WIDTH = 480


class TrustDialog(QDialog):
    """Accepted with a name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("trust"))
        self.setMinimumWidth(WIDTH)
        self.name = Line(text("ask_name"))
        self.name.setAccessibleName(text("ask_name"))
        self.root = Check(text("root_told"), theme)
        self.go, leave = Button(text("trust_it"), theme, "primary"), Button(text("cancel"), theme)
        self.go.setEnabled(False)
        self.name.textChanged.connect(lambda said: self.go.setEnabled(bool(said.strip())))
        self.go.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        leave.setAutoDefault(False)
        self.go.setDefault(True)
        told = label(text("trust_told"), wrap=True)
        ink(told, theme.text2)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(text("trust").rstrip("…"), T16, 600))
        for part in (told, self.name, self.root):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.go)
        column.addLayout(row)
