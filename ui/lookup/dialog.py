"""Type, choose, read.

typed -> core.lookup.subjects (task) -> list; one chosen -> reading.read (task) -> shown
nothing is called so -> core.lookup.searched (the same task) -> where it was looked for
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from osawatch.core import Core
from osawatch.lookup import Dossier, Subject
from osawatch.model import Filter
from ui.fitting import fit
from ui.lookup.parts import missed, notes, parts, sheet, sheet_missed
from ui.lookup.reading import Found, Missed, read
from ui.lookup.words import kind, text
from ui.morning.title import Title
from ui.names import Names
from ui.sheet import Line, Sheet
from ui.strips import section
from ui.takeaway import put
from ui.takeaway import text as taking
from ui.tasks import Tasks
from ui.theme import T13, T16, T20, Theme, font
from ui.widgets import Button, Search, ink, label

T = TypeVar("T")
SIZE = (920, 620)


class LookupDialog(QDialog):
    """Signals carry where a line leads.

    filter_asked: what the inbox shall show; card_asked: a story; place_asked: a page;
    country_asked: a country by its code; items_asked: words to search all items for.
    """

    filter_asked = Signal(object)
    card_asked = Signal(str)
    place_asked = Signal(str)
    country_asked = Signal(str)
    items_asked = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        fit(self)
        self._core, self._tasks, self._theme = core, tasks, theme
        self._subjects: list[Subject] = []
        self._asked = 0
        self._names = Names()
        self.read: Found | None = None
        self.missed: Missed | None = None
        self.setWindowTitle(text("title"))
        self.resize(*SIZE)
        self._build(theme)
        self._lay_out()
        self._connect()
        self._draw()

    def _build(self, theme: Theme) -> None:
        self.line = Search(text("hint"), theme, 0)
        self.list = QListWidget()
        self.list.setFont(font(T13))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(text("title"))
        self.list.setFixedWidth(min(260, self.screen().availableSize().width() // 3))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListWidget::item { height: 26px; padding: 0 6px; }")
        self.page = QScrollArea()
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.copy = Button(taking("copy"), theme)
        self.land = Button(text("country_page"), theme)
        self.show_alerts = Button(text("show"), theme, "primary")

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._look)
        self.list.currentRowChanged.connect(self._on_row)
        self.copy.clicked.connect(self.copy_text)
        self.show_alerts.clicked.connect(self._on_show)
        self.land.clicked.connect(self._on_land)

    def _lay_out(self) -> None:
        column, middle, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.line)
        middle.addWidget(self.list)
        middle.addWidget(self.page, 1)
        column.addLayout(middle, 1)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.land)
        foot.addWidget(self.show_alerts)
        column.addLayout(foot)

    def _look(self, typed: str) -> None:
        language = self._core.settings().language

        def read() -> tuple[list[Subject], Missed | None]:
            found = self._core.lookup.subjects(typed, language)
            if found or not typed.strip():
                return found, None
            return [], Missed(typed.strip(), self._core.lookup.searched(), self._core.now())

        self._run(read, self._on_subjects)

    def _run(self, call: Callable[[], T], done: Callable[[T], None]) -> None:
        """Only the answer to the last question counts."""
        self._asked += 1
        number = self._asked

        def told(result: T) -> None:
            if number == self._asked:
                done(result)

        self._tasks.run(self, call, told)

    def _on_subjects(self, told: tuple[list[Subject], Missed | None]) -> None:
        found, self.missed = told
        self._subjects = found
        self.list.clear()
        for one in found:
            also = "" if one.matched.casefold() == one.name.casefold() else f"  {one.matched}"
            self.list.addItem(QListWidgetItem(f"{one.name}, {kind(one.kind)}{also}"))
        if found:
            self.list.setCurrentRow(0)
        else:
            self.read = None
            self._draw()

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._subjects):
            subject = self._subjects[row]
            self._run(lambda: read(self._core, subject), self._on_read)

    def _on_read(self, found: Found) -> None:
        self.read = found
        self._names.add(found.names)
        self._draw()

    @property
    def found(self) -> Dossier | None:
        """What is known of the chosen subject."""
        return self.read.dossier if self.read else None

    # -- showing

    def _draw(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 0, 8, 8)
        column.setSpacing(4)
        found = self.found
        self.copy.setEnabled(self._sheet() is not None)
        self.copy.set_words(taking("copy"))
        self.show_alerts.setEnabled(found is not None and bool(found.alerts))
        self.land.setVisible(found is not None and found.subject.kind == "country")
        if self.read:
            self._fill(column, self.read)
        elif self.missed:
            self._miss(column, self.missed)
        column.addStretch(1)
        self.page.setWidget(body)

    def _fill(self, column: QVBoxLayout, found: Found) -> None:
        column.addWidget(label(found.dossier.subject.name, T20, 600, wrap=True))
        for part in parts(found, self._names):
            column.addWidget(section(part.heading, "", self._theme))
            if not part.lines:
                column.addWidget(self._quiet(part.empty))
            for one in part.lines:
                column.addWidget(self._lead(one) if one.leads else label(one.said, wrap=True))
        if len(found.dossier.raised) > len(found.alerts):
            every = self._link(text("more_alerts", len(found.dossier.raised)))
            every.clicked.connect(self._on_show)
            column.addWidget(every)
        self._say(column, notes(found))

    def _miss(self, column: QVBoxLayout, found: Missed) -> None:
        """Nothing is called so: where it was looked for, and where it was not."""
        column.addWidget(label(text("nothing"), T16, 600, wrap=True))
        search = self._link(text("search_items", found.typed))
        search.clicked.connect(lambda: self._leave(self.items_asked, found.typed))
        said = missed(found)
        column.addWidget(label(said[0], wrap=True))
        column.addWidget(search)
        self._say(column, said[1:])

    def _say(self, column: QVBoxLayout, said: Sequence[str]) -> None:
        column.addSpacing(8)
        for one in said:
            column.addWidget(self._quiet(one))

    def _quiet(self, told: str) -> QLabel:
        line = label(told, wrap=True)
        ink(line, self._theme.text2)
        return line

    def _lead(self, one: Line) -> Title:
        link = self._link(one.said)
        asked, what = (self.card_asked, one.card) if one.card else (self.place_asked, one.place)
        link.clicked.connect(lambda: self._leave(asked, what))
        return link

    def _link(self, said: str) -> Title:
        return Title(said, 400, self._theme.accent)

    # -- what happens

    def copy_text(self) -> None:
        """What is shown on the clipboard, as plain text with its sources."""
        if sheet := self._sheet():
            put(sheet)
            self.copy.set_words(taking("copied"))

    def _sheet(self) -> Sheet | None:
        if self.read:
            return sheet(self.read, self._names)
        return sheet_missed(self.missed) if self.missed else None

    def _leave(self, asked: SignalInstance, what: object) -> None:
        """To another page: the dialog would stand before it."""
        self.accept()
        asked.emit(what)

    def _on_land(self) -> None:
        if self.found:
            self._leave(self.country_asked, self.found.subject.key)

    def _on_show(self) -> None:
        if self.found is None:
            return
        subject = self.found.subject
        goods = {good for one in self.found.alerts for good in one.goods}
        wanted = {
            "good": Filter(view="all", goods=(subject.key,)),
            "country": Filter(view="all", countries=(subject.key,)),
            "company": Filter(view="all", goods=tuple(sorted(goods))),
        }[subject.kind]
        self._leave(self.filter_asked, wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)
