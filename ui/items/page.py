"""The page of all items.

words, what became of them -> numbers (task) -> rows painted
row chosen -> the item (task) -> shown; the rules it nearly met (task, another process) -> shown
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QSplitter,
    QStackedLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.hits import Told
from osawatch.model import CardDetail, Changes
from osawatch.seen import ItemRow, Nearly, Seen, SeenFilter
from ui import words
from ui.bridge import Bridge
from ui.citing import cite
from ui.items.delegate import ItemDelegate
from ui.items.detail import ItemDetail
from ui.items.words import KEYS, SINCE, fate, levels, text
from ui.names import Names
from ui.picked import picked
from ui.questions import Questions
from ui.rows import RowsModel
from ui.settings_form import Combo, combo
from ui.takeaway import put
from ui.takeaway import text as taking
from ui.tasks import Tasks
from ui.theme import Theme
from ui.typed import typed
from ui.widgets import Empty, Search, Segments, TopBar, column, ink, label

TYPING_MS, CALM_MS = 150, 3_000
BOX_WIDTH = 200
ON_LIST = Qt.ShortcutContext.WidgetShortcut  # in the line to search in it is a letter
READ_WIDTH = 330  # at least
LIST_WIDTH = 584
Read = tuple[Seen | None, dict[tuple[str, str], str], Told]


class ItemsPage(QWidget):
    """All items. `said` carries words for a toast; the others what the window shall show."""

    loaded = Signal()
    said = Signal(str)
    card_asked = Signal(str)
    term_asked = Signal(str, str, object)
    address_asked = Signal(QUrl)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._theme = core, theme
        self._chosen: int | str = ""
        self._fresh = False
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self.said)
        self._questions.answered.connect(self._on_answered)
        self._only = "all"
        self._names = Names()
        self.model = RowsModel(self, core.archive.page, lambda row: row.n, spoken)
        self.delegate = ItemDelegate(theme, self)
        self.detail = ItemDetail(theme, self._names)
        self.ask_why: Callable[[], str] = self._ask_why
        self.ask_words: Callable[[], str] = self._ask_words
        self._build(theme)
        self._typing = self._timer(TYPING_MS, self.refresh)
        self._calm = self._timer(CALM_MS, self.refresh)
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Reads the list and the chosen item again, in tasks."""
        source, days = str(self.source.currentData() or ""), str(self.since.currentData() or "")
        since = self._core.now() - timedelta(days=int(days)) if days else None
        wanted = SeenFilter(self.search.text(), source, self._only, since)  # type: ignore[arg-type]
        if not self._fresh:
            self._questions.ask(self._core.archive.sources, self._on_sources)
        self._fresh = True
        self._questions.ask(lambda: self._core.archive.ids(wanted), self._on_ids)

    def search_for(self, typed: str) -> None:
        """All items in whose text these words stand, whatever was chosen before."""
        self.segments.pick("all")
        self.source.setCurrentIndex(0)
        self.since.setCurrentIndex(0)
        self.search.setText(typed)

    def ready(self) -> bool:
        """Whether all that was asked for is shown."""
        return self._fresh and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self.delegate.theme = theme
        for box in (self.source, self.since):
            box.theme = theme
            box.setStyleSheet(combo(theme).styleSheet())
        for part in (self.bar, self.search, self.segments, self.detail, self._empty):
            part.set_theme(theme)
        ink(self.count, theme.text3)
        self.list.viewport().update()

    # -- building

    def _build(self, theme: Theme) -> None:
        self.search = Search(text("search"), theme, 280)
        keys = [(key, text(key)) for key in ("all", "raised", "silent")]
        self.segments = Segments(keys, "all", theme, text("became"))
        self.count = label("")
        ink(self.count, theme.text3)
        self.bar = TopBar(theme, text("title"))
        self._boxes(theme)
        self.bar.add(self.search, self.source, self.since, self.segments)
        self.bar.stretch().add(self.count)
        self.list = self._listed()
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        self.detail.setMinimumWidth(READ_WIDTH)
        split.addWidget(self.detail)
        split.setSizes([LIST_WIDTH, 1440 - 208 - LIST_WIDTH])
        split.setStretchFactor(1, 1)
        self._empty = Empty(theme, "inbox", text("none"), text("none_more"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(split)
        self._stack.addWidget(self._empty)
        column(self, (self.bar, 0), (middle, 1))
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.segments.picked.connect(self._on_only)
        self.detail.asked.connect(self._on_asked)
        self.detail.decided.connect(self._on_decided)
        self.detail.term_asked.connect(self.term_asked)

    def _boxes(self, theme: Theme) -> None:
        self.source = self._box(text("which_source"), theme)
        self.source.addItem(text("any_source"), "")
        self.since = self._box(text("since"), theme)
        for days in SINCE:
            self.since.addItem(text(days or "any_time"), days)

    def _box(self, name: str, theme: Theme) -> Combo:
        box = combo(theme)
        box.setAccessibleName(name)
        box.setMaximumWidth(BOX_WIDTH)
        box.activated.connect(lambda _: self.refresh())
        return box

    def _listed(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(self.delegate)
        view.setUniformItemSizes(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(text("title"))
        view.setMinimumWidth(380)
        for key, _what in KEYS:
            QShortcut(QKeySequence(key), view, self.cite, context=ON_LIST)
        view.selectionModel().currentChanged.connect(lambda now, _before: self._on_current(now))
        return view

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    # -- reading

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_sources(self, found: list[tuple[str, str]]) -> None:
        """All that have items, also those that are off: what they brought is still here."""
        chosen = self.source.currentData()
        with QSignalBlocker(self.source):
            while self.source.count() > 1:
                self.source.removeItem(1)
            for name, title in sorted(found, key=lambda one: one[1].casefold()):
                self.source.addItem(title, name)
            self.source.setCurrentIndex(max(0, self.source.findData(chosen)))

    def _on_only(self, key: str) -> None:
        self._only = key
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.sources:
            self._questions.ask(self._core.archive.sources, self._on_sources)
        if self.isVisible() and (changes.items or changes.alerts):
            self.model.forget(self.model.fresh())  # what became of an item may have changed
            if not self._calm.isActive():
                self._calm.start()

    def _on_ids(self, ids: list[int]) -> None:
        self.delegate.now = self._core.now()
        self.count.setText(text("count", f"{len(ids):n}"))
        self.model.show(ids, stale=self.model.stale())
        self._stack.setCurrentIndex(0 if ids else 1)
        narrowed = bool(self.search.text().strip() or self._only != "all")
        narrowed = narrowed or self.source.currentIndex() > 0 or self.since.currentIndex() > 0
        none = "none_here" if narrowed else "none"
        self._empty.say(text(none), text(f"{none}_more"))
        row = max(self.model.row(self._chosen), 0)
        if not ids:
            self._chosen = ""
            self.detail.show_item(None)
            return
        self.list.setCurrentIndex(self.model.index(row))
        if self._chosen == self.model.id_at(row):
            self._read_item()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self._chosen = self.model.id_at(index.row())
            self._read_item()

    def _read_item(self) -> None:
        n = self._chosen
        if not isinstance(n, int):
            return

        def read() -> Read:
            found = self._core.archive.item(n)
            if found is None:
                return None, {}, Told()
            return found, self._needed(found), self._core.listed.of([found.row.id])

        self._questions.ask(read, self._on_item)

    def _needed(self, found: Seen) -> dict[tuple[str, str], str]:
        row = found.row
        keys = {("good", one) for one in (*row.goods, *row.mentions)}
        keys |= {("country", one) for one in row.countries}
        keys |= {("measure", one) for one in row.measures}
        for mark in (one for rule in found.rules for one in rule.marks):
            axis, _, key = mark.concept.partition(":")
            keys.add((axis, key))
        return {(axis, key): self._core.names(axis, key) for axis, key in keys}

    def _on_item(self, found: Read) -> None:
        seen, names, told = found
        if seen is None or seen.row.n != self._chosen:
            return  # gone, or the cursor has moved on
        self._names.add(names)
        self.detail.show_item(seen, told)
        n = seen.row.n
        call = lambda: self._core.archive.nearly(n)  # noqa: E731  read as one sentence
        self._questions.ask(call, lambda nearly: self._on_nearly(n, nearly))

    def _on_nearly(self, n: int, nearly: list[Nearly]) -> None:
        if self._chosen == n:
            self.detail.show_nearly(nearly)

    # -- doing

    def _on_asked(self, what: str) -> None:
        seen = self.detail.found
        if seen is None:
            return
        if what == "show":
            self._questions.ask(lambda: self._core.card(seen.row.id), self._on_card)
        elif what == "open":
            self.address_asked.emit(QUrl(seen.row.url))
        elif what == "watch":
            self._watch(seen.row)
        elif what == "cite":
            self.cite()
        elif what == "copy":
            self._copy()
        else:
            self._by_hand(seen.row)

    def cite(self) -> None:
        """The chosen item as one line on the clipboard."""
        if seen := self.detail.found:
            row, who = seen.row, seen.row.publisher or seen.row.source
            said = cite(who, row.title, row.summary, row.url, row.published, row.first_seen)
            QGuiApplication.clipboard().setText(said)
            self.said.emit(text("cited"))

    def _copy(self) -> None:
        if sheet := self.detail.sheet():
            put(sheet)
            self.said.emit(taking("copied"))

    def _on_decided(self, hits: list[str], state: str) -> None:
        self._questions.ask(
            lambda: self._core.listed.decide(hits, state), lambda _: self._read_item()
        )

    def _watch(self, row: ItemRow) -> None:
        """The picked words, or those a person types."""
        said, language = picked(self.detail)
        said = said or self.ask_words().strip()
        if said:
            goods = (*row.goods, *row.mentions)
            self.term_asked.emit(said, language or row.language, goods)

    def _ask_words(self) -> str:
        return typed(self, text("watch_ask")) or ""

    def _on_card(self, found: CardDetail | None) -> None:
        if found is not None:
            self.card_asked.emit(found.card.id)

    def _by_hand(self, row: ItemRow) -> None:
        menu = QMenu(self)
        for level, said in levels():
            menu.addAction(said, partial(self.raise_by_hand, row, level))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.detail.mapToGlobal(self.detail.rect().center()))

    def raise_by_hand(self, row: ItemRow, level: str) -> None:
        """Asks why, and raises the alert."""
        why = self.ask_why().strip()
        if why:
            self._questions.ask(
                lambda: self._core.archive.raise_by_hand(row.n, level, why),
                lambda _: self.said.emit(text("raised_by_hand")),
            )

    def _ask_why(self) -> str:
        return typed(self, text("by_hand_why")) or ""


def spoken(row: ItemRow) -> str:
    """A row as a screen reader says it."""
    return ", ".join((row.title, row.publisher or row.source, words.clock(row.at), fate(row.fate)))
