"""Taking the sample desk off: offered while it is there, asked with what goes, done at the door.

counts (task) -> is it there? -> menu and palette -> what goes (task) -> question -> `agreed`
The program then closes, puts the sample's database aside and opens anew: nobody takes a database
from under a window.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QWidget

from osawatch.core import Core
from osawatch.model import SourceRow
from ui.frame.words import text
from ui.questions import Questions
from ui.tasks import Tasks

if TYPE_CHECKING:
    from osawatch.sample.removing import Going


class SampleGoing(QObject):
    """`said` carries words for a toast, `agreed` that it shall go."""

    said = Signal(str)
    agreed = Signal()

    def __init__(self, core: Core, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._core, self._window = core, window
        self._questions = Questions(tasks, self)
        self._questions.failed.connect(self.said)
        self.action = QAction(text("unsample"), window)
        self.action.setVisible(False)
        self.action.triggered.connect(lambda: self.ask())
        self.box: QMessageBox | None = None

    @property
    def there(self) -> bool:
        """Whether this is a sample desk, as far as it is known."""
        return self.action.isVisible()

    def show(self, *, there: bool) -> None:
        """Offers it, or no more. What is encrypted is no sample desk that can be taken off."""
        self.action.setVisible(there and not self._core.encrypted)

    def ask(self) -> None:
        """Asks, with what goes."""
        from osawatch.sample.removing import going

        self._questions.ask(lambda: going(self._core.profile), self._ask_with)

    def _ask_with(self, found: Going) -> None:
        words = text("unsample_goes", found.items, found.alerts, found.events)
        box = QMessageBox(QMessageBox.Icon.Question, "OSAwatch", words, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(text("unsample_stays"))
        box.addButton(text("unsample_do"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(text("cancel"), QMessageBox.ButtonRole.RejectRole))
        box.accepted.connect(self.agreed)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
        self.box = box


def among(rows: Iterable[SourceRow]) -> bool:
    """Whether sources of the sample desk are there."""
    invented = _invented()
    return any(row.id in invented for row in rows)


@lru_cache(maxsize=1)
def _invented() -> frozenset[str]:
    from osawatch.sample import sources

    return frozenset(sources())
