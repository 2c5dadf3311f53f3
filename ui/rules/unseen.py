"""What the desk chose not to see: the exceptions of a month, and how much each hid."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.unseen import Month, Silence, as_csv
from osawatch.writing import write
from ui import saving
from ui.fitting import fit
from ui.questions import Questions
from ui.rules.words import text
from ui.tasks import Tasks
from ui.theme import T16, Theme
from ui.widgets import Button, ink, label

COLUMNS = ("u_items", "u_rule", "u_exception", "u_until", "u_origin", "u_reason")
WIDTHS = (64, 190, 230, 96, 110, 220)
RULE = Qt.ItemDataRole.UserRole
WAITS = RULE + 1  # the name of an exception that a second person must confirm


class UnseenDialog(QDialog):
    """`rule_asked` carries the rule whose exceptions a person wants to change."""

    rule_asked = Signal(str)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        theme: Theme,
        parent: QWidget,
        month: tuple[int, int] = (0, 0),
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._theme = core, theme
        self.found: Month | None = None
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.sum.setText(words))
        self.setWindowTitle(text("unseen"))
        self.resize(960, 520)
        self._build(theme)
        self.ask(*month)

    def ask(self, year: int, month: int) -> None:
        """Reads a month, in a task; 0 = this one."""
        self._questions.ask(lambda: self._core.unseen.month(year, month), self._show)

    def save(self, target: Path) -> None:
        """The month that is shown, as a table."""
        if found := self.found:
            self._questions.ask(
                lambda: write(target, as_csv([found]).encode("utf-8-sig")),
                lambda _: self.sum.setText(text("u_saved", target.name)),
            )

    def _build(self, theme: Theme) -> None:
        self.title, self.sum = label("", T16, 600), label("", wrap=True)
        ink(self.sum, theme.text2)
        self.before = Button("‹", theme, "quiet", name=text("u_before"))
        self.after = Button("›", theme, "quiet", name=text("u_after"))
        self.table = QTreeWidget()
        self.table.setHeaderLabels([text(key) for key in COLUMNS])
        self.table.setAccessibleName(text("unseen"))
        self.table.setUniformRowHeights(True)
        self.table.setStyleSheet("QTreeWidget::item { padding: 6px 4px; }")
        for place, width in enumerate(WIDTHS):
            self.table.setColumnWidth(place, width)
        for place in (0, 3, 4):  # their words are of another length in another language
            self.table.header().setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        self.open_rule = Button(text("u_open"), theme)
        self.confirm = Button(text("u_confirm"), theme)
        self.confirm.hide()
        self.export = Button(text("u_save"), theme)
        self.leave = Button(text("u_close"), theme, "primary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self.before, self.after, self.title):
            head.addWidget(widget)
        head.addStretch(1)
        foot.addWidget(self.open_rule)
        foot.addWidget(self.confirm)
        foot.addStretch(1)
        foot.addWidget(self.export)
        foot.addWidget(self.leave)
        column.addLayout(head)
        column.addWidget(self.sum)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.before.clicked.connect(partial(self._step, -1))
        self.after.clicked.connect(partial(self._step, 1))
        self.open_rule.clicked.connect(self._open)
        self.confirm.clicked.connect(self._confirm)
        self.table.currentItemChanged.connect(
            lambda item, _: self.confirm.setVisible(bool(item and item.data(0, WAITS)))
        )
        self.table.itemActivated.connect(lambda _item, _column: self._open())
        self.export.clicked.connect(self._ask_target)
        self.leave.clicked.connect(self.accept)
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self, partial(self._step, by))

    def _step(self, by: int, _clicked: bool = False) -> None:  # noqa: FBT001, FBT002 # Qt's
        if self.found is not None:
            at = self.found.year * 12 + self.found.month - 1 + by
            self.ask(at // 12, at % 12 + 1)

    def _show(self, found: Month) -> None:
        self.found = found
        day = QDate(found.year, found.month, 1)
        self.title.setText(QLocale().toString(day, "MMMM yyyy"))
        now = self._core.now()
        self.after.setEnabled((found.year, found.month) < (now.year, now.month))
        told = text("u_none") if not found.lines else text("u_sum", len(found.lines), found.hidden)
        self.sum.setText(told)
        self.table.clear()
        for line in found.lines:
            self.table.addTopLevelItem(self._line(line))
        if first := self.table.topLevelItem(0):
            self.table.setCurrentItem(first)
        self.table.setFocus()

    def _line(self, line: Silence) -> QTreeWidgetItem:
        until = f"{line.until}" if line.until else text("u_never")
        until = text("u_over", until) if line.over and line.until else until
        origin = text(f"u_{line.origin}")
        origin = text("u_waits", origin) if line.waits else origin
        cells = [str(line.items), line.title, line.exception, until, origin, line.reason]
        item = QTreeWidgetItem(cells)
        item.setData(0, RULE, line.rule)
        item.setData(0, WAITS, line.exception if line.waits else "")
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight)
        for place, said in enumerate(cells):
            item.setToolTip(place, said)
        if line.until is None and line.origin != "gone":
            item.setForeground(3, self._theme.c("warn"))
        for title in line.titles:
            below = QTreeWidgetItem(["", title])
            below.setFirstColumnSpanned(False)
            below.setForeground(1, self._theme.c("text2"))
            below.setToolTip(1, title)
            item.addChild(below)
        return item

    def _open(self) -> None:
        item = self.table.currentItem()
        while item is not None and item.data(0, RULE) is None:
            item = item.parent()
        if item is not None and item.data(0, RULE):  # of one source over all rules: none to open
            self.accept()
            self.rule_asked.emit(str(item.data(0, RULE)))

    def _confirm(self) -> None:
        item = self.table.currentItem()
        if item is None or not item.data(0, WAITS):
            return
        rule, name = str(item.data(0, RULE)), str(item.data(0, WAITS))

        def call() -> tuple[bool, Month]:
            shown = (self.found.year, self.found.month) if self.found else (0, 0)
            return self._core.workshop.confirm(rule, name), self._core.unseen.month(*shown)

        def told(result: tuple[bool, Month]) -> None:
            self._show(result[1])
            self.sum.setText(text("u_confirmed" if result[0] else "u_authored", name))

        self._questions.ask(call, told)

    def _ask_target(self) -> None:
        name = f"unseen-{self.found.year}-{self.found.month:02d}.csv" if self.found else ""
        target = saving.ask(
            self, self._core.policies, self._questions.failed.emit, text("u_save"), name, "*.csv"
        )
        if target:
            self.save(target)
