"""Turns a plain profile into an encrypted one: passphrase, then the recovery code, once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from osawatch.vault.slots import SHORTEST
from ui.fitting import fit
from ui.theme import T16, Theme
from ui.vault.words import text
from ui.widgets import Button, Line, ink, label


class SealDialog(QDialog):
    """`secret` is what the person chose, "" = nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fit(self)
        self.secret = ""
        self.setWindowTitle(text("encrypt"))
        self.setMinimumWidth(520)
        self.first, self.second = Line(), Line()
        for line, key in ((self.first, "fresh"), (self.second, "again")):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setPlaceholderText(text(key))
            line.setAccessibleName(text(key))
        self.problem = label("", wrap=True)
        ink(self.problem, theme.bad)
        seal, leave = Button(text("encrypt_now"), theme, "primary"), Button(text("cancel"), theme)
        seal.setDefault(True)
        seal.clicked.connect(self._on_seal)
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(text("encrypt").rstrip("…"), T16, 600))
        column.addWidget(label(text("encrypt_told"), wrap=True))
        column.addWidget(self.first)
        column.addWidget(self.second)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(seal)
        column.addLayout(row)

    def _on_seal(self) -> None:
        if self.first.text() != self.second.text() or len(self.first.text()) < SHORTEST:
            same = self.first.text() == self.second.text()
            self.problem.setText(text("encrypt_told") if same else text("differ"))
            return
        self.secret = self.first.text()
        self.accept()


class CodeDialog(QDialog):
    """Shows the recovery code until it is written down."""

    def __init__(self, code: str) -> None:
        super().__init__()
        fit(self)
        self.setWindowTitle(text("title"))
        shown = QLabel(code)
        shown.setObjectName("code")
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        done = QPushButton(text("code_kept"))
        done.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(label(text("code"), wrap=True))
        column.addWidget(shown)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
