"""What an import would change, shown before it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.watching.model import Change, Plan
from ui.fitting import fit
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import T16, Theme
from ui.watchlist.model import WORD
from ui.watchlist.words import FIELDS, field, refusal, summed, text
from ui.widgets import Button, Toggle, ink, label

Make = Callable[[bool], Plan]


class Report(QDialog):
    """`plan` is what is shown; accepted = apply it."""

    def __init__(self, path: Path, make: Make, tasks: Tasks, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self.plan: Plan | None = None
        self._make, self._theme = make, theme
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self._on_failed)
        self.setWindowTitle("OSAwatch")
        self.resize(860, 560)
        self._build(path, theme)
        self.ask()

    def ask(self) -> None:
        """Reads the file again, in a task: nothing is written."""
        whole = self.whole.isChecked()
        self.apply.setEnabled(False)
        self._questions.ask(lambda: self._make(whole), self._show)

    def _build(self, path: Path, theme: Theme) -> None:
        self.sum = label("", wrap=True)
        ink(self.sum, theme.text2)
        self.table = QTreeWidget()
        self.table.setHeaderLabels([text(key) for key in ("r_what", "r_entry", "r_more", "r_line")])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setStyleSheet("QTreeWidget::item { padding: 6px 10px; }")
        self.table.setAccessibleName(text("report", path.name))
        for place, width in enumerate((96, 220, 420, 60)):
            self.table.setColumnWidth(place, width)
        for place in (0, 3):  # their words are of another length in another language
            self.table.header().setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        self.whole = Toggle(text("whole"), theme)
        self.whole.toggled.connect(lambda _: self.ask())
        self.apply = Button(text("apply"), theme, "primary", "check")
        self.leave = Button(text("cancel"), theme)
        self.apply.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(text("report", path.name), T16, 600))
        column.addWidget(self.sum)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.apply)
        column.addLayout(row)

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        said = [summed(plan)]
        if self.whole.isChecked() and plan.refused and not plan.dropped:
            said.append(text("whole_not"))
        self.sum.setText("\n".join(said))
        self.table.clear()
        for one in plan.refused:
            told = refusal(one.message)
            why = f"{_named(one.field)}: {told}" if one.field else told
            self._line("refused", Path(one.file).name, why, str(one.line or ""))
        for key, found in (
            ("added", plan.added), ("changed", plan.changed), ("gone", plan.dropped),
        ):  # fmt: skip
            for change in found:
                self._line(key, _entry(change), ", ".join(map(_named, change.fields)), "")
        self.apply.setEnabled(not plan.empty)
        (self.leave if plan.empty else self.apply).setFocus()

    def _line(self, key: str, *cells: str) -> None:
        line = QTreeWidgetItem([text(key), *cells])
        if key == "refused":
            line.setForeground(0, self._theme.c("bad"))
        line.setToolTip(2, cells[1])
        line.setData(0, Qt.ItemDataRole.UserRole, key)
        self.table.addTopLevelItem(line)

    def _on_failed(self, words: str) -> None:
        self.sum.setText(words)
        ink(self.sum, self._theme.bad)
        self.leave.setFocus()


def _entry(change: Change) -> str:
    return f"{text(WORD[change.kind])}: {change.id}"


def _named(key: str) -> str:
    return field(key) if key in FIELDS else key
