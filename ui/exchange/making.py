"""The form of a bundle: whose key, for whom, who can read it, which parts.

For whom it is says what is new: each desk has a channel of its own, so none misses what went to
another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from osawatch.bundle.model import PARTS, Sent, channel_to
from ui.exchange.words import text
from ui.fitting import fit
from ui.flow import Flow
from ui.settings_form import Check
from ui.theme import T16, Theme
from ui.widgets import Button, Line, ink, label

WIDTH = 600


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for; where to is asked next."""

    key: Path
    channel: str
    recipients: tuple[str, ...]
    parts: tuple[str, ...]
    full: bool


class MakeDialog(QDialog):
    """`asked` carries what is wanted."""

    asked = Signal(object)

    def __init__(
        self,
        rows: Sequence[Sent],
        own: str,
        key: str,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._own = own
        self.setWindowTitle(text("make"))
        self.setMinimumWidth(WIDTH)
        self.key = Line()
        self.key.setText(key)
        self.whom = self._whom(rows)
        self.since = label("", wrap=True)
        ink(self.since, theme.text2)
        self.readers = QPlainTextEdit()
        self.readers.setTabChangesFocus(True)
        self.readers.setFixedHeight(3 * self.readers.fontMetrics().lineSpacing() + 16)
        self.parts = {one: Check(text(f"part_{one}"), theme) for one in PARTS}
        for box in self.parts.values():
            box.setChecked(True)
        self.full = Check(text("full"), theme)
        self.problem = label("", wrap=True)
        ink(self.problem, theme.bad)
        self.go, self.leave = Button(text("where"), theme, "primary"), Button(text("cancel"), theme)
        self._lay_out(theme)
        self.whom.currentTextChanged.connect(lambda _: self._tell())
        self.full.toggled.connect(lambda _: self._tell())
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.reject)
        self._tell()

    def _whom(self, rows: Sequence[Sent]) -> QComboBox:
        """Who got one before, the newest first; another name may be typed."""
        box = QComboBox()
        box.setEditable(True)
        box.addItem(
            text("everybody"), next((one for one in rows if one.channel == self._own), None)
        )
        for one in rows:
            if one.channel != self._own:
                box.addItem(one.channel.removeprefix(f"{self._own}/"), one)
        return box

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(text("make").rstrip("…"), T16, 600))
        choose = Button(text("choose"), theme)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        for key, part in (("secret", self.key), ("whom", self.whom), ("recipients", self.readers)):
            part.setAccessibleName(text(key))
            name = label(text(key), wrap=True)
            name.setBuddy(part)
            column.addWidget(name)
            row = QHBoxLayout()
            row.addWidget(part, 1)
            if part is self.key:
                row.addWidget(choose)
            column.addLayout(row)
            if part is self.whom:
                column.addWidget(self.since)
        column.addWidget(label(text("parts")))
        boxes = QWidget()
        flow = Flow(boxes, 12)
        for box in self.parts.values():
            flow.addWidget(box)
        for below in (boxes, self.full, self.problem):
            column.addWidget(below)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        column.addLayout(foot)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, text("secret"))
        if chosen:
            self.key.setText(chosen)

    def _row(self) -> Sent | None:
        """What went there before."""
        found: Sent | None = self.whom.itemData(self.whom.findText(self.whom.currentText().strip()))
        return found

    def _channel(self) -> str:
        said = self.whom.currentText().strip()
        row = self._row()
        if row is not None:
            return row.channel
        return self._own if said in ("", text("everybody")) else channel_to(self._own, said)

    def _tell(self) -> None:
        row = self._row()
        if self.full.isChecked() or row is None:
            self.since.setText(text("all" if self.full.isChecked() else "first"))
        else:
            self.since.setText(text("since", row.seq, f"{row.made:%Y-%m-%d}"))

    def _on_go(self) -> None:
        parts = tuple(one for one, box in self.parts.items() if box.isChecked())
        key = self.key.text().strip()
        if not key or not parts:
            self.problem.setText(text("no_key" if not key else "no_part"))
            return
        readers = tuple(one for one in self.readers.toPlainText().split() if one)
        wanted = Wanted(Path(key), self._channel(), readers, parts, self.full.isChecked())
        self.accept()
        self.asked.emit(wanted)
