"""The strip of a what-if: which country withholds how much."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from ui.chains.reading import Answer
from ui.chains.texts import text
from ui.chains.words import marks_of
from ui.theme import INSIDE
from ui.widgets import label

STEP = 10
MOST = 40
HIGH = 30  # as the buttons beside it


class Cutting(QWidget):
    """`changed` carries a country ("" = nobody) and the share it withholds, 0..1."""

    changed = Signal(str, float)

    def __init__(self) -> None:
        super().__init__()
        self.country, self.share = QComboBox(), QSpinBox()
        self.country.setAccessibleName(text("who"))
        self.country.setMinimumContentsLength(14)
        self.share.setAccessibleName(text("how_much"))
        self.share.setRange(STEP, 100)
        self.share.setSingleStep(STEP)
        self.share.setSuffix(" %")
        self.share.lineEdit().setTextMargins(*INSIDE)
        self.share.setValue(100)
        self.country.setMinimumHeight(HIGH)
        self.share.setMinimumHeight(HIGH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (label(text("if")), self.country, label(text("withholds")), self.share):
            row.addWidget(part)
        self.country.activated.connect(lambda _: self._tell())
        self.share.valueChanged.connect(lambda _: self._tell())

    def show_answer(self, answer: Answer) -> None:
        """The suppliers of what is shown, the largest first, and who was asked about."""
        marks = marks_of(answer, answer.node)
        codes = [land for land, _ in marks.best.shares] if marks and marks.best else []
        codes += [land for land in (marks.named if marks else ()) if land not in codes]
        asked = answer.cut.country if answer.cut else ""
        if asked and asked not in codes:
            codes.insert(0, asked)
        with QSignalBlocker(self.country), QSignalBlocker(self.share):
            self.country.clear()
            self.country.addItem(text("nobody_stops"), "")
            for code in codes[:MOST]:
                self.country.addItem(answer.lands.get(code, code), code)
            self.country.setCurrentIndex(max(0, self.country.findData(asked)))
            if answer.cut:
                self.share.setValue(round(100 * answer.cut.share))
        self.share.setEnabled(bool(asked))

    def some(self) -> bool:
        """Whether anybody is known that could stop; a strait has no supplier."""
        return self.country.count() > 1

    def _tell(self) -> None:
        self.changed.emit(str(self.country.currentData() or ""), self.share.value() / 100)
