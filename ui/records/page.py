"""The page of records: closed cases and their terms, or the log of what went; one of them as text.

button -> a question that says what goes and what stays -> core.filing (task) -> read again
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QMenu,
    QPlainTextEdit,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from osawatch.cases.markings import Floor
from osawatch.core import Core
from osawatch.filing.model import Due, Filed, Gone, Schedule, Standing
from osawatch.papers.make import allowed
from ui import saving
from ui.bridge import Bridge
from ui.pdf import pdf
from ui.questions import Questions
from ui.records import asking, words
from ui.records.asking import Asking
from ui.records.oldnews import OldNews
from ui.records.words import text
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, Empty, Segments, TopBar, column, ink, label, split

Told = tuple[Schedule, list[Due], list[Gone]]
DUE, LOG = "due", "log"
COLUMNS = {DUE: ("title", "closed", "until", "filed", "state"), LOG: ("at", "kind", "by", "why")}
WIDE = {DUE: "title", LOG: "why"}


class RecordsPage(QWidget):
    """`said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._theme = core, theme
        self._told: Told | None = None
        self.dialog: Asking | None = None
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda why: self.said.emit(text("failed", why)))
        self._questions.answered.connect(self._on_answered)
        self.news = OldNews(core, self._questions, self)
        self.news.said.connect(self.said.emit)
        self.news.went.connect(self.refresh)
        self._build(theme)

    def refresh(self) -> None:
        """Reads schedule, cases and log again, in a task."""
        filing = self._core.filing
        self._questions.ask(
            lambda: (filing.schedule(), filing.due(), filing.log()[::-1]), self._show
        )

    def ready(self) -> bool:
        """Whether it is shown."""
        return self._told is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.bar.set_theme(theme)
        self._empty.set_theme(theme)
        for part in (self.plan, self.standing):
            ink(part, theme.text2)

    def turn_to(self, which: str) -> None:
        """Cases, or the log."""
        self.which.pick(which)

    def chosen(self) -> Due | Gone | None:
        """What stands under the cursor."""
        rows, row = self._rows(), self.table.currentRow()
        return rows[row] if 0 <= row < len(rows) else None

    # -- building

    def _build(self, theme: Theme) -> None:
        keys = ((DUE, text("due")), (LOG, text("log")))
        self.which = Segments(keys, DUE, theme, text("which"))
        self.which.picked.connect(lambda _: self._fill())
        self.plan, self.standing = label("", wrap=True), label("", wrap=True)
        self.check = Button(text("check"), theme)
        self.check.clicked.connect(self.check_log)
        self.change, self.erase = Button(text("schedule"), theme), Button(text("erase"), theme)
        self.change.clicked.connect(self.ask_schedule)
        self.erase.clicked.connect(self.ask_name)
        self.old = Button(text("news"), theme)
        self.old.clicked.connect(self.ask_news)
        self.act, menu = Button(text("act"), theme, "primary"), QMenu(self)
        menu.addAction(text("export"), self.ask_export)
        self.ending = menu.addAction(text("destroy"), self.ask_destroy)
        self.act.setMenu(menu)
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.which).stretch().add(
            self.check, self.change, self.old, self.erase, self.act
        )
        for part in (self.plan, self.standing):
            part.setContentsMargins(16, 8, 16, 8)
            ink(part, theme.text2)
        self.standing.hide()
        self._empty = Empty(theme, "archive", text("none_due"), text("more_due"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._parts())
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (self.plan, 0), (self.standing, 0), (middle, 1))

    def _parts(self) -> QWidget:
        self.table, self.detail = QTableWidget(0, 0), QPlainTextEdit()
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setStyleSheet("QTableWidget::item { padding: 0 12px; }")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(36)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.detail.setAccessibleName(text("detail"))
        self.detail.setReadOnly(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detail.setTabChangesFocus(True)
        self.detail.document().setDocumentMargin(16)
        return split(Qt.Orientation.Horizontal, self.table, self.detail, [760, 420])

    # -- acts

    def ask_schedule(self) -> None:
        """The schedule as it stands, to be changed."""
        now = self._told[0] if self._told else Schedule()
        self._open(asking.for_schedule(now, self._theme, self), self._on_schedule)

    def ask_export(self) -> None:
        """Who may read it, then where to."""
        one = self.chosen()
        if isinstance(one, Due):
            self._questions.ask(
                partial(self._core.filing.lowest, one.case), partial(self._ask_marking, one)
            )

    def _ask_marking(self, one: Due, lowest: Floor) -> None:
        dialog, box = asking.for_record(one.title, lowest, self._theme, self)
        self._open(dialog, lambda: self._ask_place(one, box.currentData()))

    def export(self, case: str, target: Path, marking: str = "") -> None:
        """Writes a closed case into a new folder: JSON, HTML, PDF/A and MDTO."""
        core, language = self._core, self._core.settings().language
        self.said.emit(text("writing"))

        def write() -> Filed:
            allowed(core, marking)
            return core.filing.export(case, target, pdf, language, marking)

        self._questions.ask(write, self._on_filed)

    def ask_destroy(self) -> None:
        """Says what goes and what the log keeps; the rest is the person's."""
        one = self.chosen()
        if not isinstance(one, Due) or self._told is None:
            return
        told = text("destroy_told", self._told[0].basis)
        dialog = asking.for_end(
            text("destroy_title", one.title), told, text("destroy_now"), self._theme, self
        )
        call = self._core.filing.destroy
        self._open(dialog, lambda: self._do(partial(call, one.case, dialog.said("f_why"))))

    def ask_name(self) -> None:
        """Whose data; then where it stands is looked up."""
        dialog = asking.for_name(self._theme, self)
        self._open(dialog, lambda: self.preview(dialog.said("f_name")))

    def ask_news(self) -> None:
        """Says how much old news nobody decided on, before any of it goes."""
        self.news.ask(self._told[0] if self._told else Schedule(), self._theme)

    def preview(self, name: str) -> None:
        """Shows where a name stands before anything is erased."""
        standing = self._core.filing.privacy.standing
        self._questions.ask(partial(standing, name), partial(self._on_standing, name))

    def check_log(self) -> None:
        """Asks the doctor whether every line is as it was, or as the log says it became."""
        self.check.setEnabled(False)
        self._tell_standing(text("checking"))
        self._questions.ask(self._core.care.doctor, self._on_checked)

    def _on_standing(self, name: str, found: Standing) -> None:
        if not words.stands(found):
            self.said.emit(text("stands_nowhere"))
            return
        title = text("erase_title", name)
        told = words.preview(found)
        dialog = asking.for_end(title, told, text("erase_now"), self._theme, self)
        also, call = asking.authors(dialog, self._theme), self._core.filing.privacy.erase

        def go() -> None:
            why, authors = dialog.said("f_why"), also.isChecked()
            self._do(lambda: call(name, why, authors=authors))

        self._open(dialog, go)

    def _on_schedule(self) -> None:
        dialog = self.dialog
        years = dialog.said("f_years") if dialog else ""
        days = dialog.said("f_items") if dialog else ""
        if dialog is None or not years.isdecimal() or not days.isdecimal():
            self.said.emit(text("days_wrong" if years.isdecimal() else "years_wrong"))
            return
        wanted = Schedule(int(years), dialog.said("f_basis"), dialog.said("f_creator"), int(days))
        self._questions.ask(
            lambda: self._core.filing.set_schedule(wanted), lambda _: self._after("scheduled")
        )

    def _do(self, call: Callable[[], Gone]) -> None:
        self._questions.ask(call, lambda gone: self._after("gone", gone.events, gone.files))

    def _on_filed(self, filed: Filed) -> None:
        self._after("wrote", filed.folder.name, len(filed.files))

    def _after(self, key: str, *values: object) -> None:
        self.said.emit(text(key, *values))
        self.refresh()

    def _on_checked(self, found: Sequence[str]) -> None:
        self._tell_standing(text("unsound", "; ".join(found)) if found else text("sound"))

    def _tell_standing(self, told: str) -> None:
        self.standing.setText(told)
        self.standing.show()

    def _open(self, dialog: Asking, then: Callable[[], object]) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def done(answer: int) -> None:
            if answer == QDialog.DialogCode.Accepted:
                then()

        dialog.finished.connect(done)
        dialog.open()

    def _ask_place(self, one: Due, marking: str) -> None:
        target = saving.ask(
            self, self._core.policies, self._questions.failed.emit, text("export"),
            f"record-{one.closed:%Y-%m-%d}",
        )  # fmt: skip
        if target:
            self.export(one.case, target, marking)

    # -- showing

    def _rows(self) -> Sequence[Due | Gone]:
        if self._told is None:
            return ()
        return self._told[1] if self.which.on == DUE else self._told[2]

    def _show(self, told: Told) -> None:
        self._told = told
        self.plan.setText(words.plan(told[0]))
        self._fill()

    def _fill(self) -> None:
        which, rows = self.which.on, self._rows()
        keys, row = COLUMNS[which], self.table.currentRow()
        with QSignalBlocker(self.table):
            self.table.clear()
            self.table.setAccessibleName(text("list" if which == DUE else "gone_list"))
            self.table.setColumnCount(len(keys))
            self.table.setRowCount(len(rows))
            self.table.setHorizontalHeaderLabels([text(f"c_{key}") for key in keys])
            for place, one in enumerate(rows):
                for number, key in enumerate(keys):
                    self.table.setItem(place, number, _cell(one, key))
            heads = self.table.horizontalHeader()
            heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            wide = keys.index(WIDE[which])
            heads.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
            if rows:
                self.table.setCurrentCell(min(max(row, 0), len(rows) - 1), 0)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._empty.say(text(f"none_{which}"), text(f"more_{which}"))
        self._show_chosen()

    def _show_chosen(self) -> None:
        one = self.chosen()
        self.act.setEnabled(isinstance(one, Due))
        self.ending.setEnabled(isinstance(one, Due) and one.over and one.filed)
        if isinstance(one, Due) and self._told:
            self.detail.setPlainText(words.case_page(one, self._told[0]))
        else:
            self.detail.setPlainText(words.gone_page(one) if isinstance(one, Gone) else "")

    def _on_answered(self) -> None:
        if not self._questions.open:
            self.check.setEnabled(True)
        if self.ready():
            self.loaded.emit()


def _cell(one: Due | Gone, key: str) -> QTableWidgetItem:
    said = words.case_cell(one, key) if isinstance(one, Due) else words.gone_cell(one, key)
    item = QTableWidgetItem(said)
    item.setToolTip(said)
    return item
