"""One country: what it does, what is done to it, what it supplies, what is open.

typed name -> code -> agenda.country.read (task) -> words -> the page, the clipboard, a file
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from osawatch.agenda import country
from osawatch.agenda.country import Country
from osawatch.core import Core
from osawatch.model import Changes
from ui.bridge import Bridge
from ui.country.words import as_of, needed, parts, sheet, text
from ui.links import Links
from ui.names import Names
from ui.questions import Questions
from ui.sheet import Line, Part, Sheet
from ui.takeaway import Takeaway
from ui.tasks import Tasks
from ui.theme import T16, T20, Theme
from ui.widgets import Empty, Search, TopBar, column, ink, label

WIDE = 1100
Told = tuple[Country | None, dict[tuple[str, str], str], int, dict[str, str]]


class CountryPage(QWidget):
    """Read from top to bottom. `card_asked` carries a story, `place_asked` a page."""

    loaded = Signal()
    said = Signal(str)
    card_asked = Signal(str)
    place_asked = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._theme = core, theme
        self._code = ""  # chosen here; "" = the country of the post
        self._fresh = False
        self._every = 0
        self._names = Names()
        self._codes: dict[str, str] = {}  # by name as it is offered
        self.found: Country | None = None
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(lambda words: self.said.emit(text("failed", words)))
        self._questions.answered.connect(self._on_answered)
        bridge.changed.connect(self._on_changed)
        self._build(theme)

    def refresh(self) -> None:
        """Reads it again, in a task."""
        self._fresh = True
        code = self._code
        self._questions.ask(lambda: self._read(code), partial(self._show, code))

    def ready(self) -> bool:
        """Whether it is shown."""
        return self._fresh and not self._questions.open

    def show_country(self, code: str) -> None:
        """Another country, by its code; "" = that of the post."""
        self._code = code
        self.line.clear()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        for part in (self.bar, self.line, self.empty):
            part.set_theme(theme)
        self._draw()

    # -- building

    def _build(self, theme: Theme) -> None:
        self.line = Search(text("choose"), theme, 320)
        self._offered = QStringListModel(self)
        self.completer = QCompleter(self._offered, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.activated[QModelIndex].connect(  # type: ignore[index]
            lambda index: self._choose(str(index.data()))
        )
        self.line.setCompleter(self.completer)
        self.line.returnPressed.connect(self._on_return)
        self.take = Takeaway(self, self._core, self._questions, theme, self._sheet, self.said.emit)
        self.bar = TopBar(theme, text("title"))
        self.bar.add(self.line).stretch().add(self.take.copy, self.take.print)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(text("title"))
        self.empty = Empty(theme, "globe", text("none"), text("none_more"))
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.empty)
        column(self, (self.bar, 0), (middle, 1))

    # -- reading

    def _read(self, code: str) -> Told:
        core = self._core
        lands = core.rulebook.pack.watchlist.countries
        offered = {f"{core.names('country', key)} ({key})": key for key in lands}
        wanted = code or country.default(core)
        if not wanted:
            return None, {}, 0, offered
        found = country.read(core, wanted)
        names = {key: core.names(*key) for key in needed(found)}
        return found, names, len(core.records.measures()), offered

    def _show(self, code: str, told: Told) -> None:
        if code != self._code:
            return  # another one was chosen since
        self.found, names, self._every, self._codes = told
        self._names.add(names)
        self._offered.setStringList(sorted(self._codes))
        self._draw()

    def _on_return(self) -> None:
        """What was typed, else the first name that fits."""
        typed = self.line.text().strip()
        if not typed:
            return
        exact = [name for name, key in self._codes.items() if typed.upper() == key]
        fits = [name for name in sorted(self._codes) if typed.casefold() in name.casefold()]
        if not (exact or fits):
            self.said.emit(text("unknown", typed))
            return
        begins = [name for name in fits if name.casefold().startswith(typed.casefold())]
        self._choose((exact or begins or fits)[0])

    def _choose(self, name: str) -> None:
        if name in self._codes:
            self.show_country(self._codes[name])

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.cards or changes.alerts or changes.settings or changes.sources
        if self._fresh and self.isVisible() and touched and not self._questions.open:
            self.refresh()

    def _sheet(self) -> Sheet | None:
        return sheet(self.found, self._names, self._every) if self.found else None

    # -- showing

    def _draw(self) -> None:
        found = self.found
        self._stack.setCurrentWidget(self.area if found else self.empty)
        self.take.offer()
        if found is None:
            return
        at = self.area.verticalScrollBar().value()
        page = QWidget()
        page.setMaximumWidth(WIDE)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(24, 16, 24, 24)
        inner.setSpacing(4)
        inner.addWidget(label(self._names.of("country", found.code), T20, 600, wrap=True))
        for said in as_of(found):
            inner.addWidget(self._quiet(said))
        for part in parts(found, self._names, self._every):
            self._part(inner, part)
        inner.addStretch(1)
        self.area.setWidget(page)
        self.area.verticalScrollBar().setValue(at)

    def _part(self, inner: QVBoxLayout, part: Part) -> None:
        head = label(part.heading, T16, 600, wrap=True)
        head.setContentsMargins(0, 14, 0, 2)
        inner.addWidget(head)
        if not part.lines:
            inner.addWidget(self._quiet(part.empty))
        plain = [one.said for one in part.lines if not one.leads]
        if plain:  # one widget: a hundred take a tenth of a second
            inner.addWidget(label("\n".join(plain), wrap=True))
        if leading := [one for one in part.lines if one.leads]:
            links = Links(part.heading, leading, self._theme)
            links.followed.connect(self._follow)
            inner.addWidget(links)

    def _follow(self, one: Line) -> None:
        if one.card:
            self.card_asked.emit(one.card)
        else:
            self.place_asked.emit(one.place)

    def _quiet(self, told: str) -> QLabel:
        made = label(told, wrap=True)
        ink(made, self._theme.text2)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to the line to type a name in."""
        super().showEvent(event)
        self.line.setFocus()
