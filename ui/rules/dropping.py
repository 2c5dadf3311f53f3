"""Taking a rule of the post's own away, and putting it back as it was.

drop -> workshop.text, workshop.drop (task) -> a shipped rule of its id is in use again
     -> the button says "put it back" until another rule is taken away, or the page is left
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from osawatch.core import Core
from osawatch.workshop import RuleText
from ui.i18n import wrong
from ui.rules.words import text
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import Button


class Dropping(QObject):
    """`changed` after the rules are others; `said` carries words for a toast."""

    changed = Signal(str)
    said = Signal(str)

    def __init__(self, core: Core, tasks: Tasks, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._core, self._tasks = core, tasks
        self._gone = ("", "")  # the id and text of the rule that was taken away last
        self._shown = ""
        self.button = Button(text("drop"), theme, "quiet")
        self.back = Button(text("put_back"), theme, "quiet", "undo")
        self.button.clicked.connect(self.drop)
        self.back.clicked.connect(self.put_back)
        self.show_rule(None)

    def show_rule(self, found: RuleText | None) -> None:
        """The rule that stands in the editor; only one with a file of its own can be taken away."""
        alone = found is not None and Path(found.file).stem == found.id
        own = found is not None and alone and found.own and not found.change
        self._shown = found.id if found is not None and own else ""
        self.button.setVisible(own)
        self.back.setVisible(bool(self._gone[0]))

    def drop(self) -> None:
        """Takes the shown rule away, in a task."""
        key, workshop = self._shown, self._core.workshop

        def work() -> str:
            before = workshop.text(key).text
            workshop.drop(key)
            return before

        self._tasks.run(self, work, lambda before: self._on_dropped(key, before), self._failed)

    def put_back(self) -> None:
        """The rule as it was, in a task."""
        key, before = self._gone
        self._tasks.run(
            self, lambda: self._core.workshop.save(before), lambda _: self._on_back(key),
            self._failed,
        )  # fmt: skip

    def _on_dropped(self, key: str, before: str) -> None:
        self._gone = (key, before)
        self.said.emit(text("dropped", key))
        self.changed.emit(key)

    def _on_back(self, key: str) -> None:
        self._gone = ("", "")
        self.said.emit(text("saved", key))
        self.changed.emit(key)

    def _failed(self, error: Exception) -> None:
        self.said.emit(wrong(error))
