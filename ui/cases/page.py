"""The page of cases: a list, the chosen one as text, and one menu of what can be done with it.

menu -> a question, if one is needed -> core.cases (task) -> read again -> the same case chosen
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QStackedLayout,
    QWidget,
)

from osawatch.agenda.work import Quiet, quiet
from osawatch.cases.leads import middles
from osawatch.cases.leadtime import Lead, Middle
from osawatch.cases.model import STATUSES, Case, Step
from osawatch.core import Core
from osawatch.searches import SavedSearch
from ui.bridge import Bridge
from ui.cases.life import Life
from ui.cases.life_words import parts
from ui.cases.words import flat, page, text, whole
from ui.questions import Questions
from ui.settings_form import Check
from ui.sheet import Sheet
from ui.takeaway import Takeaway
from ui.tasks import Tasks
from ui.theme import Theme
from ui.typed import typed
from ui.widgets import Button, Empty, TopBar, column

Medians = tuple[Middle, Middle]
Told = tuple[
    list[Case], dict[str, str], dict[str, Lead], Medians, dict[str, Quiet | None],
    tuple[SavedSearch, ...],
]  # fmt: skip
"""Cases, titles of their alerts, their lead times, the medians over the closed ones, how quiet
their searches are, and the saved searches there are."""


class CasesPage(QWidget):
    """`said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)
    paper_asked = Signal(str, str, str)  # "case", its id, its title

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core = core
        self._told: Told | None = None
        self._wanted = ""
        self.ask_text: Callable[[str], str | None] = self._typed
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._questions.answered.connect(self._on_answered)
        self.life = Life(core, tasks, theme, self, self)
        self._build(theme)

    def refresh(self) -> None:
        """Reads the cases again, in a task."""
        self._questions.ask(partial(self._read, self.closed.isChecked()), self._show)

    def ready(self) -> bool:
        """Whether they are shown."""
        return self._told is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for part in (self.bar, self._empty, self.new, self.act):
            part.set_theme(theme)
        self.closed.theme = self.life.theme = theme

    def chosen(self) -> Case | None:
        """The case under the cursor."""
        cases = self._told[0] if self._told else []
        row = self.list.currentRow()
        return cases[row] if 0 <= row < len(cases) else None

    def open_case(self) -> None:
        """The form of a new case."""
        self.life.new_case()

    # -- building

    def _build(self, theme: Theme) -> None:
        self.closed = Check(text("closed_too"), theme)
        self.closed.toggled.connect(lambda _: self.refresh())
        self.act, self.new = Button(text("act"), theme), Button(text("new"), theme, "primary")
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.act.setMenu(self.menu)
        self.new.clicked.connect(self.open_case)
        self.bar = TopBar(theme, text("title"))
        self.write = Button(text("paper"), theme)
        self.write.clicked.connect(self._write_paper)
        self.undo = Button(text("undo"), theme, "quiet", "undo")
        self.undo.clicked.connect(self._undo)
        self.take = Takeaway(self, self._core, self._questions, theme, self._sheet, self.said.emit)
        self.bar.stretch().add(self.closed, self.undo, self.take.copy, self.take.print)
        self.bar.add(self.write, self.act, self.new)
        self._split = self._parts()
        self._empty = Empty(theme, "case", text("none"), text("none_more"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (middle, 1))

    def _parts(self) -> QSplitter:
        self.list, self.detail = QListWidget(), QPlainTextEdit()
        self.list.setAccessibleName(text("list"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setStyleSheet("QListWidget::item { padding: 8px 16px; }")
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.detail.setAccessibleName(text("detail"))
        self.detail.setReadOnly(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detail.setTabChangesFocus(True)
        self.detail.document().setDocumentMargin(16)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setSizes([360, 800])
        split.setChildrenCollapsible(False)
        return split

    def fill_menu(self) -> None:
        """What can be done with the chosen case as it stands."""
        self.menu.clear()
        case = self.chosen()
        if case is None:
            return
        cases = self._core.cases
        for key, act in (
            ("next", cases.next), ("told", cases.told), ("owner", cases.owner),
            ("handover", cases.hand_over),
        ):  # fmt: skip
            self.menu.addAction(text(key), partial(self._asked, case, key, act))
        if case.handover and case.handover.to == self._core.settings().name:
            self.menu.addAction(text("confirm"), lambda: self.do(partial(cases.confirm, case.id)))
        self.menu.addSeparator()
        self.menu.addAction(text("step"), partial(self._add_step, case))
        self._step_menus(case)
        self.menu.addSeparator()
        self.life.fill(self.menu, case, self._told[5] if self._told else ())
        self.menu.addSeparator()
        status = self.menu.addMenu(text("status"))
        for word in STATUSES:
            status.addAction(text(word), partial(self._set_status, case, word))

    def _step_menus(self, case: Case) -> None:
        waiting = [step for step in case.steps if not step.done]
        if not waiting:
            return
        done, answer = self.menu.addMenu(text("done")), self.menu.addMenu(text("answer"))
        for step in waiting:
            words = step.text[:60].replace("&", "&&")
            done.addAction(
                words, partial(self.do, partial(self._core.cases.done, case.id, step.id))
            )
            answer.addAction(words, partial(self._answer, case, step))

    # -- what happens

    def _asked(self, case: Case, key: str, act: Callable[[str, str], Case]) -> None:
        if words := self.ask_text(text(f"{key}_ask")):
            self.do(partial(act, case.id, words))

    def _add_step(self, case: Case) -> None:
        words = self.ask_text(text("step_ask"))
        due = self.ask_text(text("due_ask")) if words else None
        if words and due is not None:
            self.do(partial(self._core.cases.step, case.id, words, due=due.strip()))

    def _answer(self, case: Case, step: Step) -> None:
        if words := self.ask_text(text("answer_ask")):
            self.do(partial(self._core.cases.answered, case.id, step.id, words))

    def _set_status(self, case: Case, word: str) -> None:
        outcome = self.ask_text(text("outcome_ask")) if word == "closed" else ""
        if outcome is not None:
            self.do(partial(self._core.cases.status, case.id, word, outcome))

    def do(self, act: Callable[[], Case]) -> None:
        """Carries out an act in a task, then reads again."""
        self._questions.ask(act, self.done)

    def done(self, case: Case) -> None:
        """An act was carried out."""
        self._wanted = case.id
        self.said.emit(text("kept"))
        self.refresh()

    def fail(self, error: Exception) -> None:
        """Words for a toast."""
        self.said.emit(text("failed", error))

    def _typed(self, question: str) -> str | None:
        return typed(self, question)

    def _undo(self) -> None:
        def done(touched: list[str]) -> None:
            self.said.emit(text("back" if touched else "nothing_back"))
            self.refresh()

        self._questions.ask(self._core.cases.undo, done)

    def _write_paper(self) -> None:
        if case := self.chosen():
            self.paper_asked.emit("case", case.id, case.title)

    # -- reading

    def _read(self, closed: bool) -> Told:  # noqa: FBT001 # bound by partial
        every = self._core.cases.every(closed=True)
        leads = self._core.cases.leads(every)
        cases = [one for one in every if closed or one.status != "closed"]
        named = dict.fromkeys(alert for case in cases for alert in case.alerts)
        found = {name: self._core.alert(name) for name in named}
        titles = {name: one.alert.title for name, one in found.items() if one}
        still = {one.id: quiet(self._core, one) for one in cases}
        searches = self._core.searches.sound()
        return cases, titles, leads, middles(every, leads), still, searches

    def _show(self, told: Told) -> None:
        before = self._wanted or (case.id if (case := self.chosen()) else "")
        self._told, self._wanted = told, ""
        cases = told[0]
        with QSignalBlocker(self.list):
            self.list.clear()
            for case in cases:
                due = min((one.due for one in case.steps if one.due and not one.done), default="")
                second = " · ".join(part for part in (text(case.status), case.holder, due) if part)
                self.list.addItem(QListWidgetItem(f"{case.title}\n{second}"))
            ids = [case.id for case in cases]
            self.list.setCurrentRow(ids.index(before) if before in ids else min(0, len(ids) - 1))
        self._stack.setCurrentWidget(self._split if cases else self._empty)
        self._show_chosen()

    def _show_chosen(self) -> None:
        case = self.chosen()
        self.act.setEnabled(case is not None)
        self.write.setEnabled(case is not None)
        self.take.offer()
        self.detail.setPlainText(self._page(case, self._told) if case and self._told else "")

    def _page(self, case: Case, told: Told) -> str:
        _, titles, leads, medians, still, _ = told
        said = page(case, titles, self._core.now(), leads.get(case.id), medians)
        return "\n\n".join((said, *map(flat, parts(case, still.get(case.id)))))

    def _sheet(self) -> Sheet | None:
        case, told = self.chosen(), self._told
        if case is None or told is None:
            return None
        _, titles, leads, medians, still, _ = told
        more = parts(case, still.get(case.id))
        return whole(case, titles, self._core.now(), leads.get(case.id), medians, more)

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()
