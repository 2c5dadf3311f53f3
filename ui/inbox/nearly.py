"""The rules that lacked one thing for a story's first report: read once the story is shown.

story shown -> a while later, if it is still shown -> core.archive.nearly (task) -> its section
One question at a time: whoever goes down the list does not make a queue of them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osawatch.core import Core
from osawatch.seen import Nearly
from ui import words
from ui.i18n import mark, say
from ui.strips import section
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets import label

PAUSE_MS = 700  # nobody reads this far before
TEXTS = {
    "title": mark("nearly", "Would also have matched"),
    "more": mark("nearly", "but for one thing: {0}"),
    "lacks": mark("nearly", "{0}: has {1}, lacks {2}"),
}
Asked = Callable[[], str]
log = logging.getLogger(__name__)


def text(key: str, *values: object) -> str:
    """A sentence of this section."""
    said = say("nearly", TEXTS[key])
    return said.format(*values) if values else said


class NearlyMet(QWidget):
    """The section; nothing at all while nothing is known of."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def tell(self, found: Sequence[Nearly]) -> None:
        """What each rule has, and the one thing that it lacks."""
        while (old := self._column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.deleteLater()
        self.setVisible(bool(found))
        if not found:
            return
        self._column.addWidget(section(text("title"), text("more", len(found)), self._theme))
        for one in found:
            has = ", ".join(words.foreign(words.part(part)) for part in one.has)
            lacks = words.part(one.lacks)
            self._column.addWidget(label(text("lacks", one.title, has, lacks), wrap=True))
        self._column.addSpacing(8)


class Near(QObject):
    """`read` carries the id of an item and its rules. `wanted`: the first item of what is shown."""

    read = Signal(str, object)

    def __init__(self, core: Core, tasks: Tasks, wanted: Asked, parent: QObject) -> None:
        super().__init__(parent)
        self._core, self._tasks, self._wanted = core, tasks, wanted
        self._busy = False
        self._known: tuple[str, list[Nearly]] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def follow(self) -> None:
        """A story is shown: what is known of it at once, else after a while."""
        if self._known and self._known[0] == self._wanted():
            self.read.emit(*self._known)
        else:
            self._pause.start()

    def forget(self) -> None:
        """Rules or watchlist may be others."""
        self._known = None

    def _ask(self) -> None:
        item = self._wanted()
        if self._busy or not item:
            return
        self._busy = True
        archive = self._core.archive

        def nearly() -> list[Nearly]:
            number = archive.numbered(item)
            return [] if number is None else archive.nearly(number)

        self._tasks.run(self, nearly, lambda found: self._told(item, found), self._failed)

    def _told(self, item: str, found: list[Nearly]) -> None:
        self._busy, self._known = False, (item, found)
        if item == self._wanted():
            self.read.emit(item, found)
        else:
            self._pause.start()  # the cursor has gone on meanwhile

    def _failed(self, error: Exception) -> None:
        """It is beside the story, and no reason to speak: the log has it."""
        self._busy = False
        log.warning("what a story nearly met could not be read: %s", error)
