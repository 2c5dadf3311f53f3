"""The Sources page.

core.sources -> model (broken first) -> table; tally and filters choose rows
a chosen row -> detail -> what was asked -> core in a task -> Changes -> read again
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.graded import Proposal
from osawatch.model import Changes, SourceRow
from osawatch.policy.leaving import Leaving
from ui import saving
from ui.bridge import Bridge
from ui.filters import MenuFilter
from ui.sources import actions, health
from ui.sources.add import AddSource
from ui.sources.delegate import ROW_HEIGHT, SourceDelegate
from ui.sources.detail import Detail
from ui.sources.grading import Grades
from ui.sources.health import Wanted
from ui.sources.model import STATE, SourcesModel, utc_now
from ui.sources.tally import Tally
from ui.sources.words import kind_word, text
from ui.tasks import Tasks
from ui.theme import T11, Theme, font
from ui.widgets import Button, Empty, Ground, Search, TopBar

WIDTHS = (168, 348, 164, 292, 112, 148)
TICK_MS = 30_000
CALM_MS = 500  # a poll changes a source every few milliseconds; nobody reads that fast
SETTLE_MS = 3_000  # of quiet after which the rows are sorted again
Read = tuple[list[SourceRow], tzinfo, list[Proposal]]
OPML = "OPML (*.opml *.xml)"


def zone_of(name: str) -> tzinfo:
    """The person's time zone; UTC when the system does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


SEARCH, SHORT = 240, 120  # the search line, and where the bar has no room
ROOMY = 1100  # a page as wide as this has room for the whole bar


class SourcesPage(QWidget):
    """All sources and their health.

    Signals:
        poll_asked: ids of sources to ask now; none = all. The window runs it, with a bar.
        files_asked: paths to read as if they had been fetched.
        said: a sentence about what was done, for the window's toast.
        loaded: the table shows what the core knows.
    """

    loaded = Signal()

    poll_asked = Signal(object)
    files_asked = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        bridge: Bridge,
        theme: Theme,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__()
        self._core, self._tasks, self._theme = core, tasks, theme
        self.model = SourcesModel(self, clock=clock)
        self._wanted = Wanted()
        self._chosen = ""
        self._stale = self._read_once = False
        self.ask_open = self._ask_open
        self.ask_save = self._ask_save
        self.ask_address = self._ask_address
        self._build(theme)
        self._lay_out()
        self._connect()
        bridge.changed.connect(self._on_changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._renew)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Reads all sources again, in a task."""
        self._stale = False
        self._calm.stop()
        self._settle.stop()
        self._tasks.run(self, self._read, self._on_read, self._on_failed)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._delegate.theme = self.grades.theme = theme
        for part in (
            self.bar,
            self._states,
            self.grades.button,
            self.tally,
            self.detail,
            self.search,
            self._empty,
        ):
            part.set_theme(theme)
        self.table.viewport().update()

    def ready(self) -> bool:
        """Whether the table shows what the core last said."""
        return self._read_once and not self._stale

    def chosen(self) -> SourceRow | None:
        """The source the foot of the page tells about."""
        return self.model.at(self.model.find(self._chosen))

    def choose(self, source: str) -> None:
        """Selects a source, if it is shown."""
        row = self.model.find(source)
        if row >= 0:
            self.table.selectRow(row)

    def _read(self) -> Read:
        zone = zone_of(self._core.settings().time_zone)
        return list(self._core.sources()), zone, self._core.grading.proposals()

    def _on_read(self, found: Read) -> None:
        rows, self.model.zone, proposals = found
        self.grades.show_proposals(proposals, rows)
        self.model.set_rows(rows)
        self.tally.show_counts(health.tally(rows))
        kinds, languages = ({r.kind for r in rows}, {r.language for r in rows if r.language})
        self.kinds.set_choices(sorted(((k, kind_word(k)) for k in kinds), key=lambda c: c[1]))
        self.languages.set_choices([(code, code) for code in sorted(languages)])
        self._show_state()
        self._read_once = True
        self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        self._empty.say(text("failed"), str(error))
        self._stack.setCurrentWidget(self._empty)
        self.loaded.emit()

    def _show_state(self) -> None:
        shown, known = self.model.rowCount(), len(self.model.rows())
        if shown:
            self._stack.setCurrentWidget(self.table)
        else:
            words = ("none", "none_more") if known else ("empty", "empty_more")
            self._empty.say(*(text(key) for key in words))
            self._stack.setCurrentWidget(self._empty)
        if shown and self.model.find(self._chosen) < 0:
            self.table.selectRow(0)
        elif shown:
            self._reselect()
        self.detail.show_source(self.chosen() if shown else None, self.model.now())

    def _reselect(self) -> None:
        index = self.model.index(self.model.find(self._chosen), STATE)
        flags = QItemSelectionModel.SelectionFlag
        if self.table.currentIndex().row() != index.row():
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _build(self, theme: Theme) -> None:
        self.search = Search(text("search"), theme, SEARCH)
        self.attention = Button(text("attention"), theme, "filter")
        self.attention.setCheckable(True)
        self.kinds = MenuFilter(text("kind"), theme)
        self.languages = MenuFilter(text("language"), theme)
        self.opml_in = Button(text("opml_in"), theme, "quiet")
        self.opml_out = Button(text("opml_out"), theme, "quiet")
        self.files = Button(text("add_file"), theme, "quiet")
        self.poll_all = Button(text("poll_all"), theme, "", "refresh")
        self.add = Button(text("add"), theme, "primary", "plus")
        self.bar = TopBar(theme, text("title"))
        self.grades = Grades(self._core, self._tasks, theme, self)
        self.bar.add(self.search, self.attention, self.kinds, self.languages).stretch()
        self.bar.add(self.opml_in, self.opml_out, self.files, self.poll_all, self._more())
        self.bar.add(self.add)
        self.tally = Tally(theme)
        self.tally.follow(self.add)
        self.detail = Detail(theme)
        self._empty = Empty(theme, "sources", text("empty"), text("empty_more"), text("add"))
        self.table = QTableView()
        self._delegate = SourceDelegate(theme, self.model, self.table)
        self._set_up_table()

    def _more(self) -> Button:
        """What has no room in a narrow bar, in a menu."""
        self.rare = (self.opml_in, self.opml_out, self.files, self.poll_all)
        menu = QMenu(self)
        for button in self.rare:
            menu.addAction(button.accessibleName(), button.click)
        self.more = Button(text("more"), self._theme)
        self.more.setMenu(menu)
        self.more.hide()
        return self.more

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page: a shorter bar."""
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        for button in self.rare:
            button.setVisible(roomy)
        self.more.setVisible(not roomy)
        self.search.setFixedWidth(SEARCH if roomy else SHORT)

    def _set_up_table(self) -> None:
        table, head = self.table, self.table.horizontalHeader()
        table.setModel(self.model)
        table.setItemDelegate(self._delegate)
        table.setAccessibleName(text("table"))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setMouseTracking(True)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFont(font(T11, 600))
        head.setFixedHeight(32)
        head.setHighlightSections(False)
        for column, width in enumerate(WIDTHS):
            table.setColumnWidth(column, width)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._states = Ground(self._theme)
        states = QHBoxLayout(self._states)
        states.setContentsMargins(0, 0, 16, 0)
        states.addWidget(self.tally, 1)
        states.addWidget(self.grades.button)
        for part in (self.bar, self._states, middle, self.detail):
            column.addWidget(part, 1 if part is middle else 0)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._filter())
        self.attention.toggled.connect(lambda _: self._filter())
        self.kinds.picked.connect(lambda _: self._filter())
        self.languages.picked.connect(lambda _: self._filter())
        self.tally.picked.connect(self._on_states)
        self.grades.said.connect(self._on_done)
        self.poll_all.clicked.connect(lambda: self.poll_asked.emit(()))
        self.add.clicked.connect(self._on_add)
        if self._empty.button:
            self._empty.button.clicked.connect(self._on_add)
        self.files.clicked.connect(self._on_files)
        self.opml_in.clicked.connect(self._on_opml_in)
        self.opml_out.clicked.connect(self._on_opml_out)
        self.detail.asked.connect(self._on_asked)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def _filter(self) -> None:
        on = self.attention.isChecked()
        self.attention.set_kind("filter-on" if on else "filter")
        self._wanted = Wanted(
            self.search.text(),
            self.kinds.chosen(),
            self.languages.chosen(),
            self._wanted.states,
            attention=on,
        )
        self.model.set_wanted(self._wanted)
        self._show_state()

    def _on_states(self, states: frozenset[str]) -> None:
        self._wanted = Wanted(states=states)
        self._filter()

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.at(current.row())
        if row is not None:
            self._chosen = row.id
            self.detail.show_source(row, self.model.now())
            self._tasks.run(self, lambda: self._core.outbound.all((row.id,)), self._on_leaving)

    def _on_leaving(self, found: list[tuple[str, Leaving]]) -> None:
        for name, what in found:
            if name == self._chosen:
                self.detail.show_leaving(what)

    def _on_tick(self) -> None:
        self.model.tick()
        self.detail.show_source(self.chosen(), self.model.now())

    def _on_changed(self, changes: Changes) -> None:
        if changes.alerts and self._read_once:
            self.grades.read(self.model.rows())
        if not (changes.sources or changes.settings):
            return
        self._stale = True
        if not self.isVisible():
            return
        self._settle.start()
        if not self._calm.isActive():
            self._calm.start()

    def _renew(self) -> None:
        self._stale = False
        self._tasks.run(self, self._read, self._on_renewed, self._on_failed)

    def _on_renewed(self, found: Read) -> None:
        rows, self.model.zone, proposals = found
        self.grades.show_proposals(proposals, rows)
        if self.model.rowCount() == 0:
            self._on_read(found)
            return
        self.model.renew_rows(rows)
        self.tally.show_counts(health.tally(rows))
        self.detail.show_source(self.chosen(), self.model.now())
        self.loaded.emit()

    def _do(self, call: Callable[[], str]) -> None:
        self._tasks.run(self, call, self._on_done, self._on_not_done)

    def _on_done(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.refresh()

    def _on_not_done(self, error: Exception) -> None:
        self.said.emit(text("not_done", error))
        self.refresh()

    def _on_asked(self, action: str, source: str) -> None:
        row = self.model.at(self.model.find(source))
        if row is None:
            return
        if action == "try":
            self.poll_asked.emit((source,))
        elif action == "grade":
            self.grades.ask(row)
        elif action == "copy":
            QGuiApplication.clipboard().setText(row.url)
        else:
            self._do(lambda: actions.change(self._core, action, row))

    def _on_add(self) -> None:
        answer = self.ask_address()
        if answer:
            self._do(lambda: actions.add(self._core, *answer))

    def _on_files(self) -> None:
        paths = self.ask_open("")
        if paths:
            self.files_asked.emit(tuple(paths))

    def _on_opml_in(self) -> None:
        paths = self.ask_open(OPML)
        if paths:
            self._do(lambda: actions.read_opml(self._core, paths[0]))

    def _on_opml_out(self) -> None:
        path = self.ask_save("osawatch.opml", OPML)
        if path:
            self._do(lambda: actions.write_opml(self._core, path))

    def _ask_open(self, kinds: str) -> list[str]:
        return QFileDialog.getOpenFileNames(self, text("add_file"), "", kinds)[0]

    def _ask_save(self, name: str, kinds: str) -> str:
        policies, refused = self._core.policies, self.said.emit
        return str(saving.ask(self, policies, refused, text("opml_out"), name, kinds) or "")

    def _ask_address(self) -> tuple[str, str] | None:
        dialog = AddSource(self._theme, self)
        return dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def showEvent(self, event: object) -> None:
        """Reads when it was told of changes while hidden, or never read before."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self._timer.start(TICK_MS)
        self.table.setFocus()
        if self._stale or not self.model.rows():
            self.refresh()

    def hideEvent(self, event: object) -> None:
        """A hidden page tells no time."""
        super().hideEvent(event)  # type: ignore[arg-type]  # a QHideEvent
        self._timer.stop()
