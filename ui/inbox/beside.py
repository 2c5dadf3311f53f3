"""What stands beside the list: what can be done, and under it one story or the choice of many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.inbox.actions import text
from ui.inbox.bulk import BulkPanel
from ui.inbox.preview import Preview
from ui.theme import Theme
from ui.widgets import Button, TopBar, column

ACTS = (
    ("relevant", "primary", "check", "relevant"),
    ("not_short", "", "close", "not_relevant"),
    ("snooze", "", "snooze", "snooze"),
    ("assign", "", "assign", "assign"),
)  # words, kind, icon, what it does
LEAST = 340  # narrower, no sentence can be read


class Beside(QWidget):
    """`do` is called with what a button does."""

    def __init__(
        self, theme: Theme, preview: Preview, bulk: BulkPanel, do: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.setMinimumWidth(LEAST)
        self._parts = preview, bulk
        self.acts = self._buttons(theme, do)
        shown = QWidget()
        self._stack = QStackedLayout(shown)
        self._stack.addWidget(preview)
        self._stack.addWidget(bulk)
        column(self, (self.acts, 0), (shown, 1))

    def show_several(self, *, on: bool) -> None:
        """The choice of several stories, or the one story."""
        self._stack.setCurrentIndex(1 if on else 0)

    def menu_place(self) -> QPoint:
        """Under the buttons."""
        return self.acts.mapToGlobal(self.acts.rect().bottomLeft())

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        for part in (*self._parts, self.acts):
            part.set_theme(theme)

    def _buttons(self, theme: Theme, do: Callable[[str], object]) -> TopBar:
        bar = TopBar(theme, "", 44)
        for words, kind, icon, what in ACTS:
            button = Button(text(words), theme, kind, icon)
            button.clicked.connect(lambda _=False, what=what: do(what))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the list
            bar.add(button)
        bar.stretch()
        leave = Button("", theme, "quiet", "open", name=text("open"))
        leave.clicked.connect(lambda: do("open"))
        return bar.add(leave)
