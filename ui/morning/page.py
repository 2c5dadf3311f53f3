"""New since the last visit, dates, silent sources; then the end, said honestly."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from osawatch.agenda import morning
from osawatch.agenda.morning import Morning
from osawatch.core import Core
from osawatch.model import Card, Changes
from ui import words
from ui.bridge import Bridge
from ui.morning.title import Title
from ui.morning.words import day, text
from ui.questions import Questions
from ui.tasks import Tasks
from ui.theme import T13, T16, Theme
from ui.widgets import Button, TopBar, column, ink, label

MOST_SILENT = 12
Told = tuple[Morning, dict[tuple[str, str], str]]


class MorningPage(QWidget):
    """Read from top to bottom. `card_asked` carries a card that was chosen."""

    loaded = Signal()
    said = Signal(str)
    card_asked = Signal(str)
    place_asked = Signal(str)

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
        self.bar.add(self.since).stretch().add(self.seen)
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
        return found, {key: self._core.names(*key) for key in keys}

    def _show(self, told: Told) -> None:
        self._told = told
        found, names = told
        self.since.setText(text("since", words.clock(found.since)))
        ink(self.since, self._theme.text2)
        page = QWidget()
        page.setMaximumWidth(900)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(24, 20, 24, 24)
        inner.setSpacing(6)
        for part in (
            *self._news(found, names), *self._dates(found, names), *self._work(found),
            *self._silent(found), *self._end(found),
        ):  # fmt: skip
            inner.addWidget(part)
        inner.addStretch(1)
        self.area.setWidget(page)

    def _news(self, found: Morning, names: dict[tuple[str, str], str]) -> list[QWidget]:
        parts: list[QWidget] = [self._head("new")]
        if not found.cards:
            parts.append(self._quiet(text("none")))
        for card in found.cards:
            parts += [self._title(card), self._quiet(_facts(card, names))]
        if found.more:
            more = Button(text("more", found.more), self._theme, "quiet")
            more.clicked.connect(lambda: self.place_asked.emit("inbox"))
            parts.append(more)
        return parts

    def _dates(self, found: Morning, names: dict[tuple[str, str], str]) -> list[QWidget]:
        parts: list[QWidget] = [self._head("coming")]
        if not found.coming:
            parts.append(self._quiet(text("no_dates")))
        for row in found.coming:
            one = row.measure
            goods = ", ".join(names["good", good] for good in one.goods)
            told = f"{names['country', one.country]}: {names['measure', one.measure]}, {goods}"
            parts.append(label(f"{day(row.day)}  ·  {text(row.what)}  ·  {told}", wrap=True))
        return parts

    def _work(self, found: Morning) -> list[QWidget]:
        """Nothing is said of cases where none is due: a morning is short."""
        if not found.due:
            return []
        parts: list[QWidget] = [self._head("work")]
        for one in found.due:
            late = one.late and one.what == "step"
            what = text("case_late" if late else f"case_{one.what}")
            told = ", ".join(part for part in (f"{one.title}: {one.text}", one.who) if part)
            parts.append(label(f"{day(one.day)}  ·  {what}  ·  {told}", wrap=True))
        return parts

    def _silent(self, found: Morning) -> list[QWidget]:
        if not found.silent:
            well = "all_well" if found.polled else "never_polled"  # nobody asked: nobody answered
            return [self._head("silent"), self._quiet(text(well))]
        named = ", ".join(row.title for row in found.silent[:MOST_SILENT])
        rest = len(found.silent) - MOST_SILENT
        named += f", +{rest}" if rest > 0 else ""
        return [self._head("silent"), label(named, wrap=True), self._quiet(text("silent_told"))]

    def _end(self, found: Morning) -> list[QWidget]:
        polled = [self._quiet(text("polled", words.clock(found.polled)))] if found.polled else []
        end = label(text("end", words.clock(found.since)), T13, 600)
        end.setContentsMargins(0, 18, 0, 0)
        return [end, *polled]

    def _head(self, key: str) -> QLabel:
        head = label(text(key), T16, 600)
        head.setContentsMargins(0, 14, 0, 2)
        return head

    def _quiet(self, told: str) -> QLabel:
        made = label(told, wrap=True)
        ink(made, self._theme.text2)
        return made

    def _title(self, card: Card) -> Title:
        official = f"{words.text('Official')}: " if card.official else ""
        button = Title(f"{official}{card.title}")
        button.clicked.connect(lambda: self.card_asked.emit(card.id))
        return button

    # -- hearing

    def _on_seen(self) -> None:
        if self._told:
            self.said.emit(text("marked", words.clock(self._told[0].now)))
        self.refresh()

    def _on_answered(self) -> None:
        if self.ready():
            self.loaded.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.cards and self._told and self.isVisible():
            self.refresh()


def _facts(card: Card, names: dict[tuple[str, str], str]) -> str:
    told = [words.word(words.LEVELS, card.level)]
    told += [names["good", good] for good in card.goods[:3]]
    told += [names["country", land] for land in card.countries[:2]]
    return "  ·  ".join(told)
