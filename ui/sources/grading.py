"""How far a source is trusted: the dialog, and the button that counts proposals to lower a grade.

a letter and a reason -> core.grading in a task -> n of m alerts rated anew -> done
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QProgressBar, QVBoxLayout, QWidget

from osawatch.core import Core
from osawatch.graded import GRADES, Given, Proposal
from osawatch.model import SourceRow
from ui import words
from ui.fitting import fit
from ui.i18n import mark, say, wrong
from ui.sources.words import isolate
from ui.tasks import Tasks
from ui.theme import T11, T16, Theme
from ui.widgets import Button, Line, Segments, ink, label

MOST_PAST, MOST_WRONG = 4, 4
TEXTS = {
    "title": mark("grading", "How far do we trust {0}?"),
    "told": mark(
        "grading",
        "The grade decides how much its reports weigh in a score. Open alerts are rated anew.",
    ),
    "shipped": mark("grading", "Shipped grade: {0}. In use: {1}."),
    "past": mark("grading", "{0}, {1}: {2} ({3})"),
    "edit": mark("grading", "grade {0}"),
    "back": mark("grading", "the shipped grade again"),
    "accepted": mark("grading", "proposal accepted, grade {0}"),
    "rejected": mark("grading", "proposal rejected"),
    "wrong": mark("grading", "Closed here as «it was wrong»: {0}"),
    "proposed": mark("grading", "Proposed: {0} instead of {1}. Nothing changes until you say so."),
    "grade": mark("grading", "Grade"),
    "why": mark("grading", "Why? It stands beside the grade."),
    "set": mark("grading", "Set the grade"),
    "again": mark("grading", "Shipped grade"),
    "accept": mark("grading", "Accept {0}"),
    "reject": mark("grading", "Reject"),
    "cancel": mark("grading", "Cancel"),
    "stop": mark("grading", "Rate the rest later"),
    "rating": mark("grading", "Alerts rated anew: {0} of {1}"),
    "done": mark("grading", "{0}: grade set, alerts rated anew: {1}"),
    "left": mark("grading", "{0}: proposal rejected"),
    "waiting": mark("grading", "Lower grades proposed: {0}"),
    "of": mark("grading", "{0}: {1} instead of {2}"),
}
MEANINGS = {
    "A": mark("grading", "A: completely reliable"),
    "B": mark("grading", "B: usually reliable"),
    "C": mark("grading", "C: fairly reliable"),
    "D": mark("grading", "D: not usually reliable"),
    "E": mark("grading", "E: unreliable"),
    "F": mark("grading", "F: cannot be judged"),
}


def text(key: str, *values: object) -> str:
    """A sentence about grades, with its values put in."""
    said = say("grading", TEXTS[key])
    return said.format(*values) if values else said


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a source's grade."""

    row: SourceRow
    past: tuple[Given, ...] = ()
    proposal: Proposal | None = None


class Grades(QObject):
    """Reads what is proposed, and opens the dialog. `said` carries a sentence of what was done."""

    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._core, self._tasks, self._page, self.theme = core, tasks, page, theme
        self.button = Button("", theme, "filter")
        self.button.hide()
        self.dialog: GradeDialog | None = None

    def show_proposals(self, found: list[Proposal], rows: list[SourceRow]) -> None:
        """The button with all that wait for a decision."""
        by_id = {row.id: row for row in rows}
        menu = QMenu(self.button)
        for one in found:
            if row := by_id.get(one.source):
                line = text("of", isolate(row.title), one.proposed, one.grade).replace("&", "&&")
                menu.addAction(line).triggered.connect(partial(self._ask, row))
        self.button.set_words(text("waiting", len(found)))
        self.button.setMenu(menu)
        self.button.setVisible(bool(found))

    def _ask(self, row: SourceRow, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's
        self.ask(row)

    def read(self, rows: list[SourceRow]) -> None:
        """What is proposed now: somebody closed or reopened an alert."""
        self._tasks.run(
            self,
            self._core.grading.proposals,
            lambda found: self.show_proposals(found, rows),
            lambda error: self.said.emit(wrong(error)),
        )

    def ask(self, row: SourceRow) -> None:
        """The dialog of one source, once its past is read."""
        grading = self._core.grading

        def read() -> Standing:
            proposal = next((one for one in grading.proposals() if one.source == row.id), None)
            return Standing(row, tuple(grading.of(row.id)), proposal)

        self._tasks.run(self, read, self._open, lambda error: self.said.emit(wrong(error)))

    def _open(self, found: Standing) -> None:
        self.dialog = GradeDialog(self._core, self._tasks, found, self.theme, self._page)
        self.dialog.said.connect(self.said)
        self.dialog.open()


class GradeDialog(QDialog):
    """One source. `said` carries what was done; the dialog stays while alerts are rated."""

    said = Signal(str)
    _rated = Signal(int, int)

    def __init__(
        self, core: Core, tasks: Tasks, found: Standing, theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._tasks, self._found, self._theme = core, tasks, found, theme
        self._stop: threading.Event | None = None
        self.setWindowTitle(text("grade"))
        self.setMinimumWidth(560)
        row = found.row
        self.grade = Segments([(one, one) for one in GRADES], row.grade, theme, text("grade"))
        self.meaning = label(say("grading", MEANINGS.get(row.grade, "")))
        self.why = Line(text("why"))
        self.why.setAccessibleName(text("why"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self.bar.hide()
        self.progress = label("", T11, wrap=True)
        self.progress.hide()
        self.set = Button(text("set"), theme, "" if found.proposal else "primary")
        self.again = Button(text("again"), theme)
        self.again.setVisible(row.grade != row.shipped_grade)
        self.cancel = Button(text("cancel"), theme)
        for button in (self.again, self.cancel):  # Return in the line is for what it explains
            button.setAutoDefault(False)
        proposed = found.proposal.proposed if found.proposal else ""
        self.accept_it = Button(text("accept", proposed), theme, "primary")
        self.reject_it = Button(text("reject"), theme)
        for button in (self.accept_it, self.reject_it):
            button.setVisible(found.proposal is not None)
        self._lay_out()
        self._connect()
        self._follow()
        self.why.setFocus()  # nothing can be set without it

    def _lay_out(self) -> None:
        row, column, foot = self._found.row, QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(text("title", isolate(row.title)), T16, 600, wrap=True))
        quiet = [text("told"), text("shipped", row.shipped_grade, row.grade)]
        quiet += [past(one) for one in self._found.past[:MOST_PAST]]
        for line in quiet:
            said = label(line, wrap=True)
            ink(said, self._theme.text2)
            column.addWidget(said)
        if proposal := self._found.proposal:
            for wrong in proposal.wrong[:MOST_WRONG]:
                column.addWidget(label(text("wrong", isolate(wrong.title)), wrap=True))
            said = label(text("proposed", proposal.proposed, proposal.grade), wrap=True)
            ink(said, self._theme.warn)
            column.addWidget(said)
        letters = QHBoxLayout()
        letters.addWidget(self.grade)
        letters.addSpacing(8)
        letters.addWidget(self.meaning, 1)
        column.addLayout(letters)
        for part in (self.why, self.progress, self.bar):
            column.addWidget(part)
        foot.addWidget(self.again)
        foot.addStretch(1)
        for button in (self.cancel, self.set, self.reject_it, self.accept_it):
            foot.addWidget(button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.grade.picked.connect(lambda _: self._follow())
        self.why.textChanged.connect(lambda _: self._follow())
        grading, source = self._core.grading, self._found.row.id
        self.set.clicked.connect(
            lambda: self._run(lambda *go: grading.set(source, self.grade.on, self._said(), *go))
        )
        self.again.clicked.connect(
            lambda: self._run(lambda *go: grading.set(source, "", self._said(), *go))
        )
        self.accept_it.clicked.connect(
            lambda: self._run(lambda *go: grading.accept(source, self._said(), *go))
        )
        self.reject_it.clicked.connect(self._reject)
        self.cancel.clicked.connect(self._on_cancel)
        self._rated.connect(self._on_rated)

    def _said(self) -> str:
        return self.why.text().strip()

    def _follow(self) -> None:
        idle = self._stop is None
        ready = bool(self._said()) and idle
        self.meaning.setText(say("grading", MEANINGS[self.grade.on]))
        for button in (self.set, self.again, self.accept_it, self.reject_it):
            button.setEnabled(ready)
        self.cancel.set_words(text("cancel" if idle else "stop"))

    def _run(self, call: Callable[[Callable[[int, int], None], threading.Event], int]) -> None:
        stop = self._stop = threading.Event()
        self._follow()
        self._tasks.run(
            self, lambda: call(self._rated.emit, stop), self._on_done, self._on_failed
        )  # fmt: skip

    def _on_rated(self, done: int, whole: int) -> None:
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        self.bar.show()
        self._tell(text("rating", done, whole))

    def _tell(self, said: str) -> None:
        self.progress.setText(said)
        self.progress.show()

    def _on_done(self, rated: int) -> None:
        self.said.emit(text("done", isolate(self._found.row.title), rated))
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._stop = None
        self._tell(wrong(error))
        self._follow()

    def _reject(self) -> None:
        why, source, title = self._said(), self._found.row.id, isolate(self._found.row.title)

        def done(_: None) -> None:
            self.said.emit(text("left", title))
            self.accept()

        self._tasks.run(
            self, lambda: self._core.grading.reject(source, why), done, self._on_failed
        )  # fmt: skip

    def _on_cancel(self) -> None:
        if self._stop is None:
            self.reject()
        else:
            self._stop.set()

    def done(self, result: int) -> None:
        """Closed with Escape while alerts are rated: the rest is rated later."""
        if self._stop is not None:
            self._stop.set()
        super().done(result)


def past(one: Given) -> str:
    """A decision in one line: when, who, what, why."""
    key = one.what if one.what == "rejected" or one.grade else "back"
    return text("past", words.clock(one.at), one.who or "?", text(key, one.grade), isolate(one.why))


def of_row(row: SourceRow) -> str:
    """The grade of a source as the foot of the page says it."""
    own = row.shipped_grade and row.grade != row.shipped_grade
    return say("grading", OWN).format(row.grade, row.shipped_grade) if own else row.grade


OWN = mark("grading", "{0} (shipped: {1})")
