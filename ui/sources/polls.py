"""The last polls of a source: when, how it went, what was new, how long it took, when next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.model import PollLine, SourceRow
from ui.fitting import fit
from ui.i18n import figure, moment
from ui.sources.form_words import text
from ui.sources.words import isolate, outcome_word
from ui.theme import T16, Theme
from ui.widgets import Button, label

COLUMNS = ("when", "outcome", "new", "seconds", "next", "detail")
WHEN = "d MMM HH:mm"
SIZE = (860, 440)


def cells(one: PollLine) -> tuple[str, ...]:
    """A poll in words, a cell each."""
    due = moment(one.next_poll, WHEN) if one.next_poll else "–"
    return (
        moment(one.at, WHEN), outcome_word(one.outcome), str(one.new), figure(one.seconds, 1), due,
        " ".join(one.detail.split()),
    )  # fmt: skip


def as_text(row: SourceRow, found: list[PollLine]) -> str:
    """What «Copy as text» takes: a head and a line a poll, with tabs between the cells."""
    head = "\t".join(text(key) for key in COLUMNS)
    lines = ["\t".join(cells(one)) for one in found]
    return "\n".join([text("log_title", row.title), row.url, head, *lines])


class PollLog(QDialog):
    """The polls that are remembered. `copied` when they went to the clipboard."""

    copied = Signal()

    def __init__(
        self, row: SourceRow, found: list[PollLine], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._row, self._found = row, found
        self.setWindowTitle(text("log_title", row.title))
        self.resize(*SIZE)
        self.table = QTableWidget(len(found), len(COLUMNS))
        self.none = label(text("log_none"), wrap=True)
        self.copy = Button(text("copy"), theme)
        self.close_ = Button(text("close"), theme, "primary")
        self.copy.setAutoDefault(False)
        self.close_.setDefault(True)
        self._fill()
        self._lay_out()
        self.close_.setFocus()
        self.copy.clicked.connect(self._on_copy)
        self.close_.clicked.connect(self.accept)

    def _fill(self) -> None:
        table = self.table
        table.setAccessibleName(text("log_table"))
        table.setHorizontalHeaderLabels([text(key) for key in COLUMNS])
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        head, left = table.horizontalHeader(), Qt.AlignmentFlag.AlignLeft
        head.setDefaultAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        for place, one in enumerate(self._found):
            for column, words in enumerate(cells(one)):
                table.setItem(place, column, QTableWidgetItem(words))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(text("log_title", isolate(self._row.title)), T16, 600, wrap=True))
        column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        (self.table if not self._found else self.none).hide()
        self.copy.setEnabled(bool(self._found))
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.close_)
        column.addLayout(foot)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._row, self._found))
        self.copied.emit()
