"""The inbox page.

filter -> ids (task) -> model -> rows painted
row chosen -> preview (task) -> shown; a second later it counts as seen
key -> Action -> core.triage (task) -> cursor on the next story -> toast with undo
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QSplitter,
    QStackedLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.model import Action, Card, CardDetail, Changes, Facets, Filter
from ui import words
from ui.bridge import Bridge
from ui.i18n import mark, say
from ui.inbox import actions, ask
from ui.inbox.actions import REASON_KEYS, text
from ui.inbox.bar import FilterBar
from ui.inbox.delegate import CardDelegate
from ui.inbox.model import CardsModel
from ui.inbox.names import Names, needed
from ui.inbox.preview import Preview
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button, Empty, TopBar, column

T = TypeVar("T")
CALM_MS, SEEN_MS = 600, 1200  # a poll changes cards many times a second
AGAIN_MS = 2500  # a story that grows all the while is drawn anew now and then: 25 ms each
AROUND, SIGHT = 8, 48  # rows that are read with the ids: those in sight and some more
LIST_WIDTH = 584
EMPTY = {
    "none": mark("inbox", "Nothing here"),
    "none_more": mark("inbox", "Poll the sources or read files, and what matters stands here."),
    "filtered": mark("inbox", "Nothing passes the filter"),
    "filtered_more": mark("inbox", "Clear the filter to see all stories of this view."),
}


class InboxPage(QWidget):
    """List and preview. `said` carries words for a toast and whether undo makes sense."""

    said = Signal(str, bool)
    loaded = Signal()

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self._view, self._chosen, self._shown = Filter(), "", ""
        self._reading = 0
        self._fresh = self._stale = False
        self.names = Names()
        language = core.settings().language
        self.model = CardsModel(core, self)
        self.bar = FilterBar(theme, self.names)
        self.delegate = CardDelegate(theme, self.names, language, self)
        self.list = QListView()
        self.preview = Preview(theme, self.names, language)
        self.ask_leave: Callable[[QUrl], bool] = lambda url: ask.leave(self, url)
        self.ask_text: Callable[[str], str] = lambda question: ask.text(self, question)
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

    def show_card(self, card: str) -> None:
        """One story, whatever the list shows."""
        self._chosen = card
        self._view = Filter(view="all")
        self.bar.clear()

    def refresh(self) -> None:
        """Reads ids, facets and the preview again, in tasks."""
        self._fresh = True
        self._last.start()
        wanted, known, stale = self.bar.filter(self._view), self.model.fresh(), self.model.stale()
        first = max(self.list.indexAt(QPoint(0, 0)).row() - AROUND, 0)

        def read() -> tuple[list[str], list[Card], frozenset[str]]:
            ids = self._core.card_ids(wanted)
            sight = [key for key in ids[first : first + SIGHT] if key not in known]
            return ids, self._core.cards(sight), stale

        self._ask(read, self._on_rows)
        self._ask(self._core.facets, self._on_facets)

    def ready(self) -> bool:
        """Whether all that was asked for is shown."""
        return self._fresh and not self._reading and not self._settle.isActive()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self.delegate.theme = theme
        for part in (self.bar, self.preview, self._acts, self._empty):
            part.set_theme(theme)
        self._rule.setStyleSheet(f"background: {theme.line};")
        self.list.viewport().update()

    def card(self) -> Card | None:
        """The chosen story."""
        return self.model.card(self.model.row(self._chosen)) if self._chosen else None

    # -- building

    def _build(self) -> None:
        self._set_up_list()
        self._acts = self._buttons()
        self._empty = Empty(self._theme, "inbox", say("inbox", EMPTY["none"]), "")
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self._split())
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (middle, 1))
        self.bar.changed.connect(self.refresh)
        self.preview.open_asked.connect(self.open_address)

    def _set_up_list(self) -> None:
        view = self.list
        view.setModel(self.model)
        view.setItemDelegate(self.delegate)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(words.word(words.VIEWS, "inbox"))
        view.setMinimumWidth(380)
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(lambda now, _before: self._on_current(now))

    def _split(self) -> QSplitter:
        right = QWidget()
        column(right, (self._acts, 0), (self.preview, 1))
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([LIST_WIDTH, 1440 - 208 - LIST_WIDTH])
        split.setStretchFactor(1, 1)
        self._rule = split.handle(1)
        self._rule.setStyleSheet(f"background: {self._theme.line};")
        return split

    def _buttons(self) -> TopBar:
        bar, theme = TopBar(self._theme, ""), self._theme
        bar.setFixedHeight(44)
        for words_, kind, icon, do in (
            ("relevant", "primary", "check", "relevant"),
            ("not_short", "", "close", "not_relevant"),
            ("snooze", "", "snooze", "snooze"),
            ("assign", "", "assign", "assign"),
        ):
            button = Button(text(words_), theme, kind, icon)
            button.clicked.connect(lambda _=False, do=do: self.do(do))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list
            bar.add(button)
        bar.stretch()
        leave = Button("", theme, "quiet", "open", name=text("open"))
        leave.clicked.connect(lambda: self.do("open"))
        return bar.add(leave)

    def _timers(self, bridge: Bridge) -> None:
        self._last = QElapsedTimer()
        self._last.start()
        self._settle = self._timer(CALM_MS, self.refresh)
        self._seen = self._timer(SEEN_MS, self._mark_seen)
        self._again = self._timer(AGAIN_MS, self._read_preview)
        bridge.changed.connect(self._on_changed)

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    # -- reading

    def _ask(self, call: Callable[[], T], done: Callable[[T], None]) -> None:
        self._reading += 1

        def told(result: T) -> None:
            self._reading -= 1
            done(result)
            if self.ready():
                self.loaded.emit()

        def failed(error: Exception) -> None:
            self._reading -= 1
            self.said.emit(str(error), False)
            self.loaded.emit()

        self._tasks.run(self, call, told, failed)

    def _on_rows(self, found: tuple[list[str], list[Card], frozenset[str]]) -> None:
        ids = found[0]
        before = self.model.row(self._chosen)
        self.delegate.now = self._core.now()
        self.model.show(*found)
        row = self.model.row(self._chosen)
        if row < 0:
            row = min(max(before, 0), len(ids) - 1)
        self._stack.setCurrentIndex(0 if ids else 1)
        if ids:
            self._select(row)
        else:
            self._say_empty()

    def _say_empty(self) -> None:
        self._chosen = self._shown = ""
        self.preview.clear()
        key = "filtered" if self.bar.active() else "none"
        self._empty.say(say("inbox", EMPTY[key]), say("inbox", EMPTY[f"{key}_more"]))

    def _on_facets(self, facets: Facets) -> None:
        self.names.learn(facets)
        self.bar.learn(facets)
        self.list.viewport().update()

    def _select(self, row: int) -> None:
        index = self.model.index(row)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self.list.currentIndex().row() == row and self.model.id_at(row) == self._chosen:
            self.list.selectionModel().select(index, flag)
            if self._shown != self._chosen:
                self._read_preview()
            elif self._stale and not self._again.isActive():
                self._again.start()
        else:
            self.list.selectionModel().setCurrentIndex(index, flag)
        self.list.scrollTo(index)

    def _on_current(self, index: QModelIndex) -> None:
        card = self.model.id_at(index.row())
        if card:
            self._chosen = card
            self._read_preview()

    def _read_preview(self) -> None:
        card, self._stale = self._chosen, False
        self._ask(lambda: self._detail(card), self._on_detail)

    def _detail(self, card: str) -> tuple[CardDetail, dict[tuple[str, str], str]] | None:
        detail = self._core.card(card)
        return (detail, needed(self._core, detail)) if detail else None

    def _on_detail(self, found: tuple[CardDetail, dict[tuple[str, str], str]] | None) -> None:
        if found is None or found[0].card.id != self._chosen:
            return  # gone, or the cursor has moved on
        self.names.add(found[1])
        if self._shown != self._chosen:
            self._seen.start()
        self._shown = self._chosen
        self.preview.show_detail(found[0])

    def _on_changed(self, changes: Changes) -> None:
        if not (changes.cards or changes.alerts or changes.settings):
            return
        self._stale |= self._chosen in changes.cards or changes.settings
        self.model.forget(changes.cards)
        if not self._settle.isActive():  # at once after a quiet while: a person waits for it
            self._settle.start(max(CALM_MS - self._last.elapsed(), 0))

    def _mark_seen(self) -> None:
        card = self.card()
        if card and card.unread and self.isVisible():
            self._tasks.run(self, lambda: self._core.triage(actions.seen(card)), lambda _: None)

    # -- doing

    def do(self, what: str) -> None:
        """One action of the key sheet on the chosen story."""
        moves = {"next": 1, "previous": -1}
        if what in moves:
            self._move(moves[what])
        elif what == "read_on":
            if not self.preview.page_down():
                self._move(1)
        elif what == "search":
            self.bar.search.setFocus()
            self.bar.search.selectAll()
        elif what == "undo":
            self._tasks.run(self, self._core.undo, self._on_undone, self._on_failed)
        elif card := self.card():
            self._decide(what, card)

    def _decide(self, what: str, card: Card) -> None:
        plain = {"take": "done_take", "reopen": "done_reopen"}
        if what == "relevant":
            self._carry_out(actions.close(card, relevant=True), text("done_relevant"))
        elif what == "not_relevant":
            self._menu(
                [(k, words.word(words.REASONS, r), r) for k, r in REASON_KEYS.items()],
                lambda reason: self.reject(card, reason),
            )
        elif what == "snooze":
            self._menu(actions.snoozes(), lambda until: self.snooze(card, until))
        elif what in ("assign", "note"):
            self._with_text(what, card)
        elif what == "open":
            self._open_first()
        else:
            self._carry_out(Action(what, card.alerts), text(plain[what]))

    def reject(self, card: Card, reason: str) -> None:
        """Not relevant, for a reason."""
        said = text("done_not", words.word(words.REASONS, reason).lower())
        self._carry_out(actions.close(card, relevant=False, reason=reason), said)

    def snooze(self, card: Card, until: str) -> None:
        """Out of sight until a time or an event."""
        self._carry_out(Action("snooze", card.alerts, {"until": until}), text("done_snooze"))

    def _with_text(self, what: str, card: Card) -> None:
        said = self.ask_text(text("who" if what == "assign" else "what")).strip()
        if said and what == "assign":
            done = text("done_assign", said)
            self._carry_out(Action("assign", card.alerts, {"who": said}), done, move=False)
        elif said:
            note = Action("note", card.alerts, {"text": said})
            self._carry_out(note, text("done_note"), move=False)

    def _carry_out(self, action: Action, done: str, *, move: bool = True) -> None:
        if move:
            self._step_ahead()
        call = lambda: self._core.triage(action)  # noqa: E731  read as one sentence

        def carried_out(_changes: Changes) -> None:
            self.said.emit(done, True)
            self._read_preview()

        self._tasks.run(self, call, carried_out, self._on_failed)

    def _step_ahead(self) -> None:
        """The cursor stands on the next story before this one leaves the list."""
        row = self.model.row(self._chosen)
        last = row >= len(self.model.ids()) - 1
        if row >= 0 and len(self.model.ids()) > 1:
            self._select(row - 1 if last else row + 1)

    def _move(self, by: int) -> None:
        row = self.model.row(self._chosen) + by
        if 0 <= row < len(self.model.ids()):
            self._select(row)

    def _menu(self, choices: Iterable[tuple[str, str, str]], then: Callable[[str], None]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, said, value in choices:
            action = menu.addAction(f"&{key}   {said}")
            action.triggered.connect(lambda _=False, value=value: then(value))
        menu.popup(self._acts.mapToGlobal(self._acts.rect().bottomLeft()))
        self.menu = menu

    def _on_undone(self, changes: Changes) -> None:
        cards = sorted(changes.cards)
        if cards:
            self._chosen = cards[0]
        self.said.emit(text("done_undo" if changes.alerts or cards else "nothing"), False)

    def _on_failed(self, error: Exception) -> None:
        self.said.emit(str(error), False)

    # -- leaving the program

    def _open_first(self) -> None:
        detail = self.preview.detail
        if detail and detail.story:
            self.open_address(QUrl(detail.story[0].url))

    def open_address(self, url: QUrl) -> None:
        """Asks, showing the real host; only web addresses are opened."""
        if url.scheme() not in ("http", "https") or not url.host():
            self.said.emit(text("no_address"), False)
        elif self.ask_leave(url):
            QDesktopServices.openUrl(url)

    # -- keys

    def eventFilter(self, watched: object, event: object) -> bool:
        """Triage keys belong to the list, not to the box one types in."""
        if watched is self.list and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() != QKeyEvent.Type.KeyPress:
            return False
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        pressed = "Space" if event.key() == Qt.Key.Key_Space else event.text().upper()
        what = dict(actions.KEYS).get(pressed)
        if not (plain and what):
            return False
        self.do(what)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the search for the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads when it was never read; the list has the keys."""
        super().showEvent(event)
        self.list.setFocus()
        if not self._fresh:
            self.refresh()
