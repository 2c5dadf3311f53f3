"""What one source raises no alerts for: the list, one more with its last day, one taken back.

a form and a list -> core.sources.exclude or hear in a task -> the list is read again, said
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.excluding import LASTS, LONGEST
from osawatch.model import Excluded, SourceRow
from ui.fitting import fit
from ui.i18n import wrong
from ui.sources import words
from ui.sources.fields import captioned
from ui.sources.form_words import text
from ui.sources.words import isolate
from ui.tasks import Tasks
from ui.theme import T11, T16, Theme
from ui.widgets import Button, Line, ink, label

COLUMNS = ("x_said", "x_until", "x_by", "x_reason")
WIDTHS = (250, 130, 130, 150)
SIZE = (760, 560)


class ExcludeDialog(QDialog):
    """One source. `said` carries what was done."""

    said = Signal(str)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        row: SourceRow,
        found: list[Excluded],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._tasks, self._row, self._theme = core, tasks, row, theme
        self.found: list[Excluded] = []
        self.setWindowTitle(text("x_title", row.title))
        self.resize(*SIZE)
        self._build(theme)
        self._lay_out()
        self.show_list(found)

    def _build(self, theme: Theme) -> None:
        self.table = QTreeWidget()
        self.table.setHeaderLabels([text(key) for key in COLUMNS])
        self.table.setAccessibleName(text("x_list"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        for place, width in enumerate(WIDTHS):
            self.table.setColumnWidth(place, width)
        self.none, self.problem = label(text("x_none"), wrap=True), label("", T11, wrap=True)
        self.words, self.sections = Line(text("x_words_hint")), Line(text("x_sections_hint"))
        self.goods, self.reason = Line(text("x_goods_hint")), Line()
        self.until = _until(self._core.now().date())
        self.remove = Button(text("x_remove"), theme)
        self.close_ = Button(text("close"), theme)
        self.add = Button(text("x_add"), theme, "primary")
        for button in (self.remove, self.close_):  # Return in a line adds
            button.setAutoDefault(False)
        self.add.setDefault(True)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.close_.clicked.connect(self.accept)
        self.table.currentItemChanged.connect(lambda *_: self._colour())

    def _lay_out(self) -> None:
        column, grid, foot = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(text("x_title", isolate(self._row.title)), T16, 600, wrap=True))
        told = text("x_told_official") if self._row.official else ""
        hub = text("x_told_hub") if self._core.rulebook.own.shared else ""
        said = " ".join(filter(None, (text("x_told"), hub, told)))
        self.told = label(said, wrap=True)
        ink(self.told, self._theme.text2)
        column.addWidget(self.told)
        column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)  # one of the two is shown
        column.addWidget(self.table, 1)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        shown = (
            ("x_words", self.words, 0, 0), ("x_sections", self.sections, 0, 1),
            ("x_goods", self.goods, 1, 0), ("x_until", self.until, 1, 1),
        )  # fmt: skip
        for key, field, line, place in shown:
            grid.addWidget(captioned(text(key), [field]), line, place)
        grid.addWidget(captioned(text("x_reason"), [self.reason]), 2, 0, 1, 2)
        column.addLayout(grid)
        column.addWidget(self.problem)
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self.close_)
        foot.addWidget(self.add)
        column.addLayout(foot)
        self.problem.hide()
        self.words.setFocus()

    def show_list(self, found: list[Excluded]) -> None:
        """What is excluded now."""
        self.found = found
        self.table.clear()
        for one in found:
            until = text("x_over", one.until) if one.over else f"{one.until}"
            line = QTreeWidgetItem([one.said, until, one.by, one.reason])
            if one.over:
                line.setForeground(1, self._theme.c("warn"))
            for place in range(len(COLUMNS)):
                line.setToolTip(place, line.text(place))
            self.table.addTopLevelItem(line)
        self.table.setVisible(bool(found))
        self.none.setVisible(not found)
        if first := self.table.topLevelItem(0):
            self.table.setCurrentItem(first)
        self._colour()

    def wanted(self) -> Excluded:
        """What the person says now."""
        day = self.until.date()
        return Excluded(
            self._row.id, _parts(self.words), _parts(self.sections), _parts(self.goods),
            date(day.year(), day.month(), day.day()), reason=self.reason.text(),
        )  # fmt: skip

    def _colour(self) -> None:
        self.remove.setEnabled(self.table.currentItem() is not None)

    def _on_add(self) -> None:
        wanted = self.wanted()

        def done() -> str:
            kept = self._core.sources.exclude(wanted)
            return text("x_added", isolate(self._row.title), isolate(kept.said), kept.until)

        self._run(done)

    def _on_remove(self) -> None:
        line = self.table.currentItem()
        if line is None:
            return
        one = self.found[self.table.indexOfTopLevelItem(line)]

        def done() -> str:
            self._core.sources.hear(one.source, one.name)
            return text("x_removed", isolate(self._row.title), isolate(one.said))

        self._run(done)

    def _run(self, call: Callable[[], str]) -> None:
        for button in (self.add, self.remove):
            button.setEnabled(False)

        def both() -> tuple[str, list[Excluded]]:
            return call(), self._core.sources.excluded(self._row.id)

        self._tasks.run(self, both, self._on_done, self._on_failed)

    def _on_done(self, result: tuple[str, list[Excluded]]) -> None:
        sentence, found = result
        self.problem.hide()
        self.add.setEnabled(True)
        for field in (self.words, self.sections, self.goods, self.reason):
            field.clear()
        self.show_list(found)
        self.said.emit(sentence)

    def _on_failed(self, error: Exception) -> None:
        self.problem.setText(words.text("not_done", wrong(error)))
        ink(self.problem, self._theme.bad)
        self.problem.show()
        self.add.setEnabled(True)
        self._colour()


def _until(today: date) -> QDateEdit:
    made = QDateEdit(_day(today + LASTS))
    made.setCalendarPopup(True)
    made.setDisplayFormat("yyyy-MM-dd")
    made.setDateRange(_day(today), _day(today + LONGEST))
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made


def _day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _parts(line: Line) -> tuple[str, ...]:
    return tuple(part.strip() for part in line.text().split(",") if part.strip())
