"""One source in words, below the table, and what can be done about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout

from osawatch.model import SourceRow
from osawatch.policy.leaving import Leaving
from ui.sources import health
from ui.sources.grading import of_row
from ui.sources.words import isolate, leaves, moment, reason, state_word, text
from ui.theme import T11, T16, Theme
from ui.widgets import Button, Elided, Ground, ink, label

RARE = ("remove", "copy", "log", "exclude")  # in a menu where there is no room
ACTIONS = ("accept", "remove", "copy", "log", "exclude", "edit", "grade", "toggle", "try")
NARROW, ROOMY = 860, 1260  # pixels


class Detail(Ground):
    """The foot of the page. `asked` carries an action and the source's id."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "window", edge="top")
        self._row: SourceRow | None = None
        self.setMinimumHeight(96)
        self.title = label("", T16, 600)
        self.why, self.more, self.address = label("", wrap=True), Elided(), Elided(T11)
        self.leaves = label("", T11, wrap=True)
        self.buttons = {
            "accept": Button(text("accept"), theme, "primary"),
            "remove": Button(text("remove"), theme, "quiet"),
            "copy": Button(text("copy"), theme, "quiet"),
            "log": Button(text("log"), theme, "quiet"),
            "exclude": Button(text("exclude"), theme, "quiet"),
            "edit": Button(text("edit"), theme, "quiet"),
            "grade": Button(text("grade"), theme, "quiet"),
            "toggle": Button(text("disable"), theme),
            "try": Button(text("try"), theme, "", "refresh"),
        }
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _on, action=action: self._ask(action))
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        for part in (self.title, self.why, self.more, self.address, self.leaves):
            words.addWidget(part)
        words.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        self.seldom = self._seldom()
        acts.addWidget(self.seldom, 0, Qt.AlignmentFlag.AlignVCenter)
        for action in ACTIONS:
            acts.addWidget(self.buttons[action], 0, Qt.AlignmentFlag.AlignVCenter)
        acts.addStretch(0)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(16, 12, 16, 10)
        self._sides.setSpacing(12)
        self._sides.addLayout(words, 1)
        self._sides.addLayout(acts)

    def _seldom(self) -> Button:
        """What is asked seldom, in a menu."""
        menu = QMenu(self)
        for action in RARE:
            menu.addAction(self.buttons[action].accessibleName(), self.buttons[action].click)
        more = Button(text("more"), self._theme, "quiet")
        more.setMenu(menu)
        more.hide()
        return more

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the buttons stand below the words; before that some are a menu."""
        super().resizeEvent(event)
        roomy = event.size().width() >= ROOMY
        for action in RARE:
            self.buttons[action].setVisible(roomy)
        self.seldom.setVisible(not roomy)
        way, narrow = QBoxLayout.Direction, event.size().width() < NARROW
        self._sides.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        for part, colour in (
            (self.title, theme.text),
            (self.why, theme.text2),
            (self.more, theme.text2),
            (self.address, theme.text3),
            (self.leaves, theme.text3),
        ):
            ink(part, colour)
        for button in (*self.buttons.values(), self.seldom):
            button.set_theme(theme)

    def show_source(self, row: SourceRow | None, now: datetime) -> None:
        """Another source, or none."""
        if row is None or self._row is None or row.id != self._row.id:
            self.leaves.setText("")
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        found = health.state(row)
        self.title.setText(text("is", isolate(row.title), state_word(found.name)))
        self.why.setText(reason(row, now))
        self.more.setText(self._second(row, now))
        self.address.setText(row.url)
        self.buttons["accept"].setVisible(found.name == "moved")
        self.buttons["toggle"].set_words(text("disable" if row.enabled else "enable"))
        self.buttons["try"].setEnabled(row.supported)

    def show_leaving(self, found: Leaving) -> None:
        """What goes out when it is asked: the last to be read, and looked up in a task."""
        self.leaves.setText(leaves(found))

    def _second(self, row: SourceRow, now: datetime) -> str:
        success = text("no_success") if row.last_polled is not None else ""
        if row.last_success is not None:
            success = text("last_success", moment(row.last_success, now))
        attention = health.state(row).needs_attention and health.state(row).name != "moved"
        traits = [text("official")] if row.official else []
        traits += [text("state_media")] if row.state_media else []
        counts = text("counts", row.items, of_row(row), ", ".join(traits)).strip()
        marked = text("tags", isolate(", ".join(row.tags))) if row.tags else ""
        return f"{success} {text('silence') if attention else counts} {marked}".strip()

    def _ask(self, action: str) -> None:
        if self._row is not None:
            self.asked.emit(action, self._row.id)
