"""The inbox page.

filter -> ids (task) -> model -> rows painted
row chosen -> preview (task) -> shown; a second later it counts as seen
key -> Doing.do
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QSplitter,
    QStackedLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.model import Card, CardDetail, Changes, Chosen, Filter
from osawatch.searches import SavedSearch
from ui.bridge import Bridge
from ui.i18n import mark, say
from ui.inbox.asking import Asking
from ui.inbox.bar import FilterBar
from ui.inbox.beside import Beside
from ui.inbox.bulk import BulkPanel
from ui.inbox.cards import CardList
from ui.inbox.choice import Choice
from ui.inbox.delegate import CardDelegate
from ui.inbox.doing import Doing
from ui.inbox.model import CardsModel
from ui.inbox.preview import Preview
from ui.inbox.reader import Reader, Rows
from ui.inbox.searching import Searching, Told
from ui.inbox.several import Several
from ui.inbox.showing import Showing
from ui.names import Names
from ui.picked import picked
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Empty, column

CALM_MS = 600  # a poll changes cards many times a second
NAMES_MS = 5000  # the counts beside the filters need not be of this second
AROUND = 8  # rows above those in sight
LIST_WIDTH = 584
EMPTY = {
    "none": mark("inbox", "Nothing here"),
    "none_more": mark(
        "inbox",
        "Menu, Poll now asks the sources; menu, Read files… takes saved ones."
        " What matters stands here.",
    ),
    "filtered": mark("inbox", "Nothing passes the filter"),
    "filtered_more": mark("inbox", "Clear the filter to see all stories of this view."),
}


class InboxPage(QWidget):
    """List and preview. `said` carries words for a toast and whether undo makes sense."""

    said = Signal(str, bool)
    term_asked = Signal(str, str, object)
    narrow_asked = Signal(str, object)
    paper_asked = Signal(str, str, str)
    went = Signal(str)
    loaded = Signal()
    shown = Signal()  # the rows of the last question

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._view, self._chosen = Filter(), ""
        self._questions = Questions(tasks, self)
        self._unnamed = True
        self._fresh = False
        self.names = Names()
        language = core.settings().language
        self.model = CardsModel(core, self)
        self.bar = FilterBar(theme, self.names)
        self.searching = Searching(core, self._questions, self.bar, lambda: self._view)
        self.delegate = CardDelegate(theme, self.names, language, self)
        self.list = CardList(self.model, self.delegate)
        self.preview = Preview(theme, self.names, language)
        self.showing = Showing(core, tasks, self._questions, self.preview, self.names, self)
        self.showing.card, self.showing.chosen = self.card, lambda: self._chosen
        self.bulk = BulkPanel(theme)
        self.choice = Choice(self.list, self.model)
        self.reader = Reader(core, tasks, self.model)
        self.doing = Doing(core, tasks, self, self)
        self.beside = Beside(theme, self.preview, self.bulk, self.doing.do)
        self.several = Several(
            core, self._questions, self.choice, self.bulk, self.beside, self._let_go
        )
        self.doing.said.connect(self.said)
        self.asking = Asking(core, tasks, self.doing, self, lambda: self._theme, self)
        self.asking.said.connect(lambda words: self.said.emit(words, False))
        self._build()
        self._timers(bridge)
        self.bar.start(core.start_filter())

    # -- what the window asks

    def show_view(self, view: str) -> None:
        """Another view: inbox, mine, snoozed, trial, suppressed, closed."""
        self._view = Filter(view=view)  # type: ignore[arg-type]  # the rail knows no others
        self._chosen = ""
        self.refresh()

    def show_filter(self, wanted: Filter) -> None:
        """What another page wants to see."""
        self._view = Filter(view=wanted.view, until=wanted.until)
        self.bar.show_filter(wanted)

    def show_search(self, search: SavedSearch) -> None:
        """A saved search, in the view it was saved in."""
        self._view = Filter(view=search.view)  # type: ignore[arg-type]  # it was checked when read
        self.bar.show_search(search)
        self.went.emit(search.view)

    def show_card(self, card: str) -> None:
        """One story, whatever the list shows."""
        self._chosen = card
        self._view = Filter(view="all")
        self.bar.clear()

    def refresh(self) -> None:
        """Reads ids and rows again, in a task; the names of the filters now and then."""
        self._fresh = True
        self._last.start()
        first = max(self.list.indexAt(QPoint(0, 0)).row() - AROUND, 0)
        self.reader.ask(self.bar.filter(self._view), first)
        if not self._naming.isActive():
            self._naming.start(0 if self._unnamed else NAMES_MS)
            self._unnamed = False

    def _read_names(self) -> None:
        self._questions.ask(self.searching.read, self._on_facets)

    def ready(self) -> bool:
        """Whether all that was asked for is shown."""
        waits = self._questions.open or self.reader.waiting() or self._settle.isActive()
        return self._fresh and not waits and not self.preview.drawing()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self.delegate.theme = theme
        for part in (self.bar, self.beside, self._empty):
            part.set_theme(theme)
        self._rule.setStyleSheet(f"background: {theme.line};")
        self.list.viewport().update()

    def card(self) -> Card | None:
        """The chosen story."""
        return self.model.row_at(self.model.row(self._chosen)) if self._chosen else None

    # -- building

    def _build(self) -> None:
        self.list.asked.connect(self.doing.do)
        current = self.list.selectionModel().currentChanged
        current.connect(lambda now, _before: self._on_current(now))
        self._empty = Empty(self._theme, "inbox", say("inbox", EMPTY["none"]), "")
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._split())
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (middle, 1))
        self.bar.changed.connect(self.refresh)
        self.bar.saved.asked.connect(self.show_search)
        self.searching.said.connect(lambda words: self.said.emit(words, False))
        self.searching.changed.connect(self._read_names)
        self.preview.open_asked.connect(self.doing.open_address)
        self.preview.wrong_asked.connect(self.doing.wrong)
        self.preview.cite_asked.connect(self.doing.cite_report)
        self.preview.files_asked.connect(lambda: self.doing.do("files"))
        self.preview.term_asked.connect(self.term_asked)
        self.preview.drawn.connect(self._tell_loaded)
        self.doing.term_asked.connect(self.term_asked)
        self.doing.narrow_asked.connect(self.narrow_asked)
        self.doing.paper_asked.connect(self.paper_asked)
        self.reader.read.connect(self._on_rows)
        self.reader.failed.connect(self._on_failed)
        self._questions.failed.connect(lambda said: self.said.emit(said, False))
        self._questions.answered.connect(self._tell_loaded)

    def _split(self) -> QSplitter:
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.beside)
        split.setSizes([LIST_WIDTH, 1440 - 208 - LIST_WIDTH])
        split.setStretchFactor(1, 1)
        self._rule = split.handle(1)
        self._rule.setStyleSheet(f"background: {self._theme.line};")
        return split

    def _timers(self, bridge: Bridge) -> None:
        self._last = QElapsedTimer()
        self._last.start()
        self._settle = self._timer(CALM_MS, self.refresh)
        self._naming = self._timer(NAMES_MS, self._read_names)
        bridge.changed.connect(self._on_changed)

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    # -- reading

    def _on_rows(self, found: Rows) -> None:
        many = self.choice.ids() if self.choice.count() > 1 else []
        before = self.model.row(self._chosen)
        self.delegate.now = self._core.now()
        self.model.show(found.ids, found.cards, found.stale)
        row = self.model.row(self._chosen)
        if row < 0:
            row = min(max(before, 0), len(found.ids) - 1)
        self._stack.setCurrentIndex(0 if found.ids else 1)
        if not found.ids:
            self._say_empty()
        elif many:
            self.choice.restore(many, row)
        else:
            self._select(row)
        self.shown.emit()
        self._tell_loaded()

    def _tell_loaded(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        self.doing.failed(error)
        self.loaded.emit()

    def _say_empty(self) -> None:
        self._chosen = ""
        self.showing.clear()
        key = "filtered" if self.bar.active() else "none"
        self._empty.say(say("inbox", EMPTY[key]), say("inbox", EMPTY[f"{key}_more"]))

    def _on_facets(self, told: Told) -> None:
        facets, searches = told
        self.bar.saved.learn(searches)
        self.names.learn(facets)
        self.bar.learn(facets)
        self.list.viewport().update()

    def _select(self, row: int) -> None:
        index = self.model.index(row)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self.list.currentIndex().row() == row and self.model.id_at(row) == self._chosen:
            self.list.selectionModel().select(index, flag)
            self.showing.follow()
        else:
            self.list.selectionModel().setCurrentIndex(index, flag)
            if self._chosen != self.model.id_at(row):  # the cursor stood there already
                self._on_current(index)
        self.list.scrollTo(index)

    def _let_go(self) -> None:
        self._select(max(self.list.currentIndex().row(), 0))
        self.list.setFocus()

    def _on_current(self, index: QModelIndex) -> None:
        card = self.model.id_at(index.row())
        if card:
            self._chosen = card
            self.read_preview()

    def read_preview(self) -> None:
        """Reads the chosen story again."""
        self.showing.read()

    def _on_changed(self, changes: Changes) -> None:
        if not (changes.cards or changes.alerts or changes.settings):
            return
        self.showing.touch(changes)
        self.model.forget(changes.cards)
        if not self._settle.isActive():  # at once after a quiet while: a person waits for it
            self._settle.start(max(CALM_MS - self._last.elapsed(), 0))

    # -- the stage of what is done

    def at(self) -> str:
        """The id of the story under the cursor, "" = none."""
        return self._chosen if self.model.row(self._chosen) >= 0 else ""

    def chosen(self) -> list[str]:
        """The ids of all chosen stories."""
        return self.choice.ids()

    def picked(self) -> tuple[str, str]:
        """The words that are picked in the preview, and their language."""
        return picked(self.preview)

    def choose(self) -> None:
        """The story under the cursor joins the chosen ones, or leaves them."""
        self.choice.toggle()

    def plan(self, what: str, found: Chosen, then: Callable[[], None]) -> None:
        """Shows what an action would change; `then` when a person says so."""
        self.several.plan(what, found, then)

    def detail(self) -> CardDetail | None:
        """What the preview shows."""
        return self.preview.detail

    def page_down(self) -> bool:
        """The preview down; False when it is at its end."""
        return self.preview.page_down()

    def start_search(self) -> None:
        """The search box has the keys."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def turn_order(self) -> None:
        """The list in the other order."""
        self.bar.turn_order()

    def menu_place(self) -> QPoint:
        """Under the buttons."""
        return self.beside.menu_place()

    def step_ahead(self) -> None:
        """The cursor stands on the next story before this one leaves the list."""
        row = self.model.row(self._chosen)
        last = row >= len(self.model.ids()) - 1
        if row >= 0 and len(self.model.ids()) > 1:
            self._select(row - 1 if last else row + 1)

    def step(self, by: int) -> None:
        """The cursor up or down."""
        row = self.model.row(self._chosen) + by
        if 0 <= row < len(self.model.ids()):
            self._select(row)

    def come_to(self, card: str) -> None:
        """The cursor goes here when the list is read again."""
        self._chosen = card

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the search for the list; keys with Ctrl hold in the preview too."""
        if event.key() == Qt.Key.Key_Escape:
            if self.list.hasFocus() and self.choice.count() > 1:
                self._let_go()
            self.list.setFocus()
        elif what := self.list.held(event):
            self.doing.do(what)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads when it was never read; the list has the keys."""
        super().showEvent(event)
        self.list.setFocus()
        if not self._fresh:
            self.refresh()
