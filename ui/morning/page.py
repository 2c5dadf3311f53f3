"""New since the last visit, dates, silent sources; then the end, said honestly."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from osawatch.agenda import morning
from osawatch.agenda.morning import Morning
from osawatch.core import Core
from osawatch.model import Changes
from osawatch.unseen import Month
from ui import words
from ui.bridge import Bridge
from ui.morning.parts import UNSEEN, Known, end, parts, sheet
from ui.morning.title import Title
from ui.morning.words import text
from ui.questions import Questions
from ui.sheet import Line, Part, Sheet
from ui.takeaway import Takeaway
from ui.tasks import Tasks
from ui.theme import T13, T16, Theme
from ui.widgets import Button, TopBar, column, ink, label

FIRST_DAYS = 7  # of a month
Told = tuple[Morning, Known, Month | None]


class MorningPage(QWidget):
    """Read from top to bottom. `card_asked` carries a card that was chosen."""

    loaded = Signal()
    said = Signal(str)
    card_asked = Signal(str)
    place_asked = Signal(str)
    unseen_asked = Signal(int, int)  # year, month

    def __init__(self, core: Core, tasks: Tasks, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._core, self._theme = core, theme
        self._told: Told | None = None
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self.said)
        self._questions.answered.connect(self._on_answered)
        bridge.changed.connect(self._on_changed)
        self.seen = Button(text("seen"), theme, "primary", "check")
        self.seen.clicked.connect(self.mark_seen)
        self.since = label("")
        self.bar = TopBar(theme, text("title"))
        self.take = Takeaway(self, core, self._questions, theme, self._sheet, self.said.emit)
        self.bar.add(self.since).stretch().add(self.take.copy, self.take.print, self.seen)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(text("title"))
        column(self, (self.bar, 0), (self.area, 1))

    def refresh(self) -> None:
        """Reads it again, in a task."""
        self._questions.ask(self._read, self._show)

    def ready(self) -> bool:
        """Whether it is shown."""
        return self._told is not None and not self._questions.open

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.bar.set_theme(theme)
        if self._told:
            self._show(self._told)

    def mark_seen(self) -> None:
        """From now on only what comes later is new to this person."""
        if self._told:
            until = self._told[0].now
            self._questions.ask(lambda: self._core.visited(until), lambda _: self._on_seen())

    # -- reading

    def _read(self) -> Told:
        found = morning.read(self._core)
        keys = {("good", good) for one in found.cards for good in one.goods}
        keys |= {("country", land) for one in found.cards for land in one.countries}
        for row in found.coming:
            keys |= {("country", row.measure.country), ("measure", row.measure.measure)}
            keys |= {("good", good) for good in row.measure.goods}
        names = {key: self._core.names(*key) for key in keys}
        return found, names, self._hid(found.now.astimezone(UTC))

    def _hid(self, now: datetime) -> Month | None:
        """What exceptions hid last month, said in the first days of the next one."""
        if now.day > FIRST_DAYS:
            return None
        last = now.replace(day=1) - timedelta(days=1)
        return self._core.unseen.month(last.year, last.month)

    def _show(self, told: Told) -> None:
        self._told = told
        found = told[0]
        self.since.setText(text("since", words.clock(found.since)))
        ink(self.since, self._theme.text2)
        page = QWidget()
        page.setMaximumWidth(900)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(24, 20, 24, 24)
        inner.setSpacing(6)
        for part in parts(*told):
            for widget in self._part(part):
                inner.addWidget(widget)
        for widget in self._end(found):
            inner.addWidget(widget)
        inner.addStretch(1)
        self.area.setWidget(page)
        self.take.offer()

    def _part(self, part: Part) -> list[QWidget]:
        head = label(part.heading, T16, 600, wrap=True)
        head.setContentsMargins(0, 14, 0, 2)
        shown: list[QWidget] = [head]
        for one in part.lines:
            shown.append(self._lead(one))
            shown += [self._quiet(one.source)] if one.source else []
        return shown if part.lines else [head, self._quiet(part.empty)]

    def _lead(self, one: Line) -> Title:
        """A story by its title, in bold; what leads to a page in the colour of links."""
        button = Title(one.said) if one.card else Title(one.said, 400, self._theme.accent)
        button.clicked.connect(lambda: self._follow(one))
        return button

    def _follow(self, one: Line) -> None:
        hid = self._told[2] if self._told else None
        if one.card:
            self.card_asked.emit(one.card)
        elif one.place == UNSEEN and hid is not None:
            self.unseen_asked.emit(hid.year, hid.month)
        else:
            self.place_asked.emit(one.place)

    def _end(self, found: Morning) -> list[QWidget]:
        said = end(found)
        last = label(said[0], T13, 600, wrap=True)
        last.setContentsMargins(0, 18, 0, 0)
        return [last, *(self._quiet(one) for one in said[1:])]

    def _quiet(self, told: str) -> QLabel:
        made = label(told, wrap=True)
        ink(made, self._theme.text2)
        return made

    def _sheet(self) -> Sheet | None:
        return sheet(*self._told) if self._told else None

    # -- hearing

    def _on_seen(self) -> None:
        if self._told:
            found = self._told[0]
            now = words.clock(found.now)
            more = text("marked_more", now, found.more)
            self.said.emit(more if found.more else text("marked", now))
        self.refresh()

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.cards and self._told and self.isVisible():
            self.refresh()
