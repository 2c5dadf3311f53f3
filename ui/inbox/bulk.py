"""Several stories at once: what is chosen, and what an action would change, before it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from osawatch.model import Chosen
from ui import words
from ui.i18n import mark, say
from ui.theme import T13, T16, Theme
from ui.widgets import Button, Ground, ink, label

TEXTS = {
    "count": mark("bulk", "{0} stories chosen"),
    "reading": mark("bulk", "Counting…"),
    "levels": mark("bulk", "By level: {0}"),
    "statuses": mark("bulk", "By status: {0}"),
    "part": mark("bulk", "{0} {1}"),
    "people": mark("bulk", "In hand by: {0}"),
    "alerts": mark("bulk", "{0} alerts in all"),
    "hint": mark("bulk", "A key of the key sheet applies to all of them. Escape lets them go."),
    "will": mark("bulk", "{0}: all {1} stories. One undo takes all of it back."),
    "apply": mark("bulk", "Apply"),
    "cancel": mark("bulk", "Cancel"),
}


def text(key: str, *values: object) -> str:
    """A sentence about several stories."""
    said = say("bulk", TEXTS[key])
    return said.format(*values) if values else said


class BulkPanel(Ground):
    """Stands in the preview's place. `let_go` when nothing shall be chosen any more."""

    let_go = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._then: Callable[[], None] | None = None
        self.title = label("", T16, 600)
        self.lines = label("", T13, wrap=True)
        self.will = label("", T13, 600, wrap=True)
        self.apply = Button(text("apply"), theme, "primary", "check")
        self.cancel = Button(text("cancel"), theme)
        self.apply.clicked.connect(self._apply)
        self.cancel.clicked.connect(self._on_cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        for part in (self.title, self.lines, self.will):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.apply)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.set_theme(theme)

    def show_count(self, count: int) -> None:
        """So many are chosen; the rest is not known yet."""
        self._say(text("count", count), text("reading"))

    def show_chosen(self, found: Chosen) -> None:
        """What is chosen, before anything is asked."""
        self._say(text("count", found.cards), "\n".join([*_lines(found), text("hint")]))

    def show_plan(self, what: str, found: Chosen, then: Callable[[], None]) -> None:
        """What would change; `then` when a person says so."""
        self._say(text("count", found.cards), "\n".join(_lines(found)))
        self._then = then
        self.will.setText(text("will", what, found.cards))
        self._show_ask(ask=True)
        self.apply.setFocus()

    def asking(self) -> bool:
        """Whether an answer is waited for."""
        return self._then is not None

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        super().set_theme(theme)
        self.apply.set_theme(theme)
        self.cancel.set_theme(theme)
        ink(self.lines, theme.text2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return applies, Escape does not."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.asking():
            self._apply()
        else:
            super().keyPressEvent(event)

    def _say(self, title: str, lines: str) -> None:
        self._then = None
        self.title.setText(title)
        self.lines.setText(lines)
        self._show_ask(ask=False)

    def _show_ask(self, *, ask: bool) -> None:
        for part in (self.will, self.apply, self.cancel):
            part.setVisible(ask)

    def _apply(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            self._show_ask(ask=False)
            then()

    def _on_cancel(self) -> None:
        asked = self.asking()
        self._then = None
        self._show_ask(ask=False)
        if not asked:
            self.let_go.emit()


def _lines(found: Chosen) -> list[str]:
    lines = [
        text("levels", _parts(found.levels, words.LEVELS)),
        text("statuses", _parts(found.statuses, words.STATUSES)),
        text("alerts", len(found.alerts)),
    ]
    if found.people:
        lines.append(text("people", ", ".join(found.people)))
    return lines


def _parts(counts: Mapping[str, int], names: Mapping[str, str]) -> str:
    told = [key for key in reversed(list(names)) if counts.get(key)]
    return ", ".join(text("part", counts[key], words.word(names, key).lower()) for key in told)
