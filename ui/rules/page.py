"""The page of rules.

core.rules -> rows; a row -> core.workshop.text -> editor
typing pauses -> workshop.try_out (task, another process) -> findings and tests beside the text
Backtest -> the draft over the stored items (task, another process), with progress and Stop
Save -> workshop.save -> the rule takes effect when the rules are read again
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QMessageBox, QSplitter, QWidget

from osawatch.core import Core
from osawatch.explaining import Explained
from osawatch.model import Changes, RuleRow, StoryItem
from osawatch.narrowing import Item
from osawatch.workshop import NEW, RuleText, Tried
from ui.bridge import Bridge
from ui.i18n import wrong
from ui.questions import Questions
from ui.rows import RowsModel
from ui.rules.backrun import BackRun
from ui.rules.delegate import RuleDelegate
from ui.rules.dropping import Dropping
from ui.rules.explainer import Explainer
from ui.rules.form.words import KEYS
from ui.rules.said import fits, spoken
from ui.rules.side import Side
from ui.rules.unseen import UnseenDialog
from ui.rules.words import text
from ui.rules.writing import Writing
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, Search, TopBar, column


class RulesPage(QWidget):
    """All rules and the one that is being written. `said` carries words for a toast."""

    loaded = Signal()
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._rules: dict[str, RuleRow] = {}
        self._shown = ""  # the rule whose text stands in the editor
        self._tried_text = ""
        self._fresh, self._tries = False, 0
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self.said)
        self._questions.answered.connect(self._on_answered)
        self.unseen_dialog: UnseenDialog | None = None
        self._change = self._then_back = False  # what stands there changes a shipped rule
        self.run = BackRun(core, tasks, self)
        self.ask_leave: Callable[[], bool] = self._ask_leave
        self.model = RowsModel(self, self._rows, lambda row: row.id, spoken)
        self.delegate = RuleDelegate(theme, self)
        self._build(theme)
        self.run.progressed.connect(self.side.show_progress)
        self.run.told.connect(self.side.show_report)
        self.run.began.connect(lambda: self.back.set_words(text("stop")))
        self.run.ended.connect(lambda: self.back.set_words(text("backtest")))
        self.run.failed.connect(self._on_back_failed)
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Reads all rules again, in a task."""
        self._fresh = True
        self._questions.ask(self._core.rules, self._on_rules)
        language = self._core.settings().language
        self._questions.ask(lambda: self._core.workshop.offers(language), self.writing.form.learn)

    def ready(self) -> bool:
        """Whether all that was asked for is shown."""
        busy = self._questions.open or self.writing.form.busy()
        return self._fresh and not busy

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self.delegate.theme = theme
        for part in (self.bar, self.search, self.writing, self.side, self.why):
            part.set_theme(theme)
        self.list.viewport().update()

    # -- building

    def _build(self, theme: Theme) -> None:
        self.search = Search(text("search"), theme, 216)
        self.switch = Button(text("off"), theme, "quiet")
        self.unseen = Button(text("unseen"), theme, "quiet")
        self.dropping = Dropping(self._core, self._tasks, theme, self)
        self.back = Button(text("backtest"), theme, "", "play")
        self.save = Button(text("save"), theme, "", "check")
        self.new = Button(text("new"), theme, "primary", "plus")
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.search).stretch()
        self.bar.add(self.unseen, self.dropping.back, self.dropping.button, self.switch)
        self.bar.add(self.back, self.save, self.new)
        self.list = self._listed()
        self.writing, self.side, self.why = Writing(theme), Side(theme), Explainer(theme)
        self.editor, self.about = self.writing.editor, self.writing.about
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._show_rules())
        self.editor.paused.connect(self._try)
        self.writing.form.filled.connect(self._on_answered)
        self.editor.completing.asked.connect(self._complete)
        self.why.paused.connect(self._explain)
        self.editor.textChanged.connect(self._on_text)
        self.side.line_asked.connect(self.writing.go_to)
        does = {"new_rule": self._on_new, "save_rule": self.save.click, "turn": self._on_turn}
        for key, what in KEYS:
            bound = QShortcut(QKeySequence(key), self, does[what])
            bound.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.switch.clicked.connect(self._on_switch)
        self.back.clicked.connect(lambda: self.run.press(change=self._change))
        self.save.clicked.connect(self._on_save)
        self.new.clicked.connect(self._on_new)
        self.unseen.clicked.connect(self.show_unseen)
        self.dropping.said.connect(self.said)
        self.dropping.changed.connect(self._on_rule_changed)

    def _lay_out(self) -> None:
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        right = QWidget()
        column(right, (self.side, 1), (self.why, 0))
        for part in (self.list, self.writing, right):
            split.addWidget(part)
        split.setSizes([244, 604, 384])
        for place, share in enumerate((1, 3, 2)):  # a narrow window takes from all three
            split.setStretchFactor(place, share)
        column(self, (self.bar, 0), (split, 1))

    def _listed(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(self.delegate)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(text("title"))
        view.setMinimumWidth(176)
        view.selectionModel().currentChanged.connect(lambda now, _before: self._on_current(now))
        return view

    # -- reading

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _rows(self, ids: Sequence[str]) -> list[RuleRow]:
        return [self._rules[key] for key in ids]

    def _on_changed(self, changes: Changes) -> None:
        if changes.settings and self._fresh:  # the rules were read again
            self.refresh()

    def _on_rules(self, rules: list[RuleRow]) -> None:
        self._rules = {row.id: row for row in rules}
        self._show_rules()

    def _show_rules(self) -> None:
        words = self.search.text().casefold().split()
        ids = [key for key, row in self._rules.items() if fits(row, words)]
        self.model.show(ids, self._rows(ids), tuple(self._rules))
        row = self.model.row(self._shown)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self._say_switch()
        elif not self._shown and ids:
            self.list.setCurrentIndex(self.model.index(0))

    def _on_current(self, index: QModelIndex) -> None:
        key = str(self.model.id_at(index.row())) if index.isValid() else ""
        if not key or key == self._shown:
            return
        if self.editor.document().isModified() and not self.ask_leave():
            self.list.setCurrentIndex(self.model.index(self.model.row(self._shown)))
            return
        self._shown = key
        self.editor.document().setModified(False)  # what stood there is left
        self._say_switch()
        self._questions.ask(lambda: self._core.workshop.text(key), self._on_text_read)

    def _on_text_read(self, found: RuleText) -> None:
        if found.id == self._shown and not self.editor.document().isModified():
            self.dropping.show_rule(found)
            self._begin(found.text, _about(found))

    def narrow(self, rule: str, item: StoryItem) -> None:
        """A rule that is too wide for this item: a proposal stands in the editor, and is tried."""
        marks = tuple((one.start, one.end) for one in item.marks if one.field == "title")
        wanted = Item(
            item.title, item.summary, item.language, item.kind, item.source, item.publisher, marks
        )
        today = self._core.now().date()
        self._propose(lambda: self._core.workshop.narrowed(rule, wanted, today), new=True)

    def show_changes(self, rule: str) -> None:
        """What the post changes in a shipped rule, or its own rule, to write on."""
        workshop = self._core.workshop

        def read() -> RuleText:
            found = workshop.text(rule)
            return found if found.own else workshop.change_text(rule)

        self._propose(read, new=False)

    def show_unseen(self) -> None:
        """What exceptions hid, by month: this one first."""
        self.show_unseen_in(0, 0)

    def show_unseen_in(self, year: int, month: int) -> None:
        """What exceptions hid in a month."""
        dialog = UnseenDialog(self._core, self._tasks, self._theme, self, (year, month))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.rule_asked.connect(self.show_changes)
        dialog.open()
        self.unseen_dialog = dialog

    def _propose(self, read: Callable[[], RuleText], *, new: bool) -> None:
        if self.editor.document().isModified() and not self.ask_leave():
            return

        def begin(found: RuleText) -> None:
            self._shown = found.id
            self.dropping.show_rule(None)
            self.list.setCurrentIndex(self.model.index(self.model.row(found.id)))
            self._begin(found.text, _about(found, new=new))
            self._then_back = new
            self.editor.document().setModified(new)
            if found.change:
                self.writing.turn("yaml")
            self.writing.focus()
            if new:
                self.editor.find("until:")

        self._questions.ask(read, begin)

    def _begin(self, said: str, about: str, *, new: bool = False) -> None:
        self._tried_text = ""
        self.writing.begin(said, new=new)
        self.about.setText(about)
        self.side.show_report(None)
        self._on_text()
        self._try()

    # -- trying

    def _on_text(self) -> None:
        if self.editor.said() == self._tried_text:
            return  # only its colours changed
        self._tried_text = ""
        self.save.setEnabled(False)  # until the tests have passed
        self.side.show_tried(None)

    def _try(self) -> None:
        said = self.editor.said()
        if said == self._tried_text:
            return
        self._tried_text = said
        self._tries += 1
        number = self._tries
        self._questions.ask(
            lambda: self._core.workshop.try_out(said), lambda got: self._on_tried(number, got)
        )

    def _complete(self, line: int, column_: int) -> None:
        said, show = self.editor.said(), self.editor.completing.show
        self._tasks.run(
            self,
            lambda: self._core.workshop.complete(said, line, column_),
            lambda got: show((line, column_), got.column, got.words, key=got.key),
        )

    def _explain(self) -> None:
        """Why the text in the editor speaks of what was pasted, or not."""
        said, pasted = self.editor.said(), self.why.text()
        if pasted:
            self._tasks.run(
                self,
                lambda: self._core.workshop.explain(said, pasted),
                lambda found: self._on_explained(pasted, found),
                lambda error: self.why.show_found(None, wrong(error)),
            )

    def _on_explained(self, pasted: str, found: Explained) -> None:
        if pasted == self.why.text():
            self.why.show_found(found)

    def _on_tried(self, number: int, tried: Tried) -> None:
        if number == self._tries:  # not overtaken by what was typed since
            self.writing.show_tried(tried)
            self.side.show_tried(tried)
            self._change = tried.change
            self._explain()
            self.save.setEnabled(tried.sound and self.editor.document().isModified())
            if self._then_back and self.run.stop is None:
                self._then_back = False
                self.run.press(change=tried.change)

    def _on_back_failed(self, words: str) -> None:
        self.side.show_report(None)
        self.said.emit(words)

    # -- doing

    def _on_save(self) -> None:
        said = self.editor.said()
        self._questions.ask(lambda: self._core.workshop.save(said), self._on_saved)

    def _on_saved(self, key: str) -> None:
        self._shown = key
        self.editor.document().setModified(False)
        self.save.setEnabled(False)
        self.about.setText(text("change_kept" if self._change else "own"))
        self.said.emit(text("saved", key))
        self._questions.ask(lambda: self._core.workshop.text(key), self.dropping.show_rule)
        self.refresh()

    def _on_new(self) -> None:
        if self.editor.document().isModified() and not self.ask_leave():
            return
        self._shown = ""
        self.dropping.show_rule(None)
        self.list.clearSelection()
        self._begin(NEW.format(id=self._free_id()), text("own"), new=True)
        self.editor.document().setModified(True)
        self.writing.focus()

    def _free_id(self) -> str:
        """An id that no rule has: saving a new rule takes no other's place."""
        made = text("new_id")
        return next(one for n in range(1, 9999) if (one := made + (f"-{n}" if n > 1 else ""))
                    not in self._rules)  # fmt: skip

    def _on_turn(self) -> None:
        self.writing.turn("yaml" if self.writing.view() == "form" else "form")
        self.writing.focus()

    def _on_rule_changed(self, key: str) -> None:
        """It is shown anew: as it was, or the shipped one of its id; else the first of the list."""
        self.editor.document().setModified(False)
        self._shown = ""
        self._questions.ask(self._core.rules, lambda rules: self._show_again(rules, key))

    def _show_again(self, rules: list[RuleRow], key: str) -> None:
        self._on_rules(rules)
        if (row := self.model.row(key)) >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def _on_switch(self) -> None:
        row = self._rules.get(self._shown)
        if row is not None:
            key, on = row.id, not row.enabled
            call = lambda: self._core.rulebook.switch([key], on=on)  # noqa: E731
            self._questions.ask(call, lambda _: self.refresh())

    def _say_switch(self) -> None:
        row = self._rules.get(self._shown)
        self.switch.setVisible(row is not None)
        self.switch.set_words(text("off" if row is None or row.enabled else "on"))

    def may_leave(self) -> bool:
        """Whether nothing is unsaved, or the person lets it go."""
        return not self.editor.document().isModified() or self.ask_leave()

    def _ask_leave(self) -> bool:
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text("unsaved"))
        box.setStandardButtons(
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
        )
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)  # Return loses nothing
        return bool(box.exec() == QMessageBox.StandardButton.Discard)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the list."""
        super().showEvent(event)
        self.list.setFocus()


def _about(found: RuleText, *, new: bool = False) -> str:
    if found.change:
        return text("proposed" if new else "change")
    return text("proposed" if new else "own" if found.own else "shipped")
