"""Adding a source by its address: two lines, checked as they are typed."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.fitting import fit
from ui.sources.words import text
from ui.theme import T11, T16, Theme
from ui.widgets import Button, Line, ink, label


def sound(address: str) -> bool:
    """Whether an address may be asked at all: http or https, a host, no password in it."""
    try:
        parts = urlsplit(address.strip())
        return bool(
            parts.scheme in ("http", "https") and parts.hostname and not parts.username
        ) and not re.search(r"\s", address.strip())
    except ValueError:
        return False


class AddSource(QDialog):
    """Asks for the address and, if wanted, a name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fit(self)
        self.setWindowTitle(text("add_title"))
        self.setMinimumWidth(480)
        self.address, self.name = Line(text("address_hint")), Line(text("name_hint"))
        self.note = label(text("add_more"), T11)
        ink(self.note, theme.text3)
        self.add = Button(text("add"), theme, "primary", "plus")
        self.cancel = Button(text("cancel"), theme)
        self.add.setEnabled(False)
        self.add.setDefault(True)
        self.add.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.address.textChanged.connect(self._on_typed)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(6)
        column.addWidget(label(text("add_title"), T16, 600))
        for words, field in ((text("address"), self.address), (text("name"), self.name)):
            caption = label(words)
            caption.setBuddy(field)
            field.setAccessibleName(words)
            column.addSpacing(6)
            column.addWidget(caption)
            column.addWidget(field)
        column.addWidget(self.note)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.add)
        column.addLayout(row)

    def _on_typed(self, typed: str) -> None:
        good = sound(typed)
        self.add.setEnabled(good)
        self.note.setText(text("add_more" if good or not typed.strip() else "bad_address"))

    def answer(self) -> tuple[str, str]:
        """Address and name; the name falls back to the host."""
        address = self.address.text().strip()
        host = urlsplit(address).hostname or address
        return address, self.name.text().strip() or host.removeprefix("www.")
