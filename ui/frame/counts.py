"""The figures of the rail, read in a task a moment after something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from osawatch.core import Core
from osawatch.model import Changes, SourceRow
from ui.bridge import Bridge
from ui.tasks import Tasks

CALM_MS = 250  # a poll changes cards many times a second; the last word counts


class Counts(QObject):
    """Cards by view, sources that need a person, the sample. `told` carries them by name."""

    told = Signal(object)

    def __init__(
        self,
        core: Core,
        tasks: Tasks,
        bridge: Bridge,
        needs: Callable[[SourceRow], bool],
        sample: Callable[[Iterable[SourceRow]], bool],
    ) -> None:
        super().__init__(tasks)
        self._core, self._tasks, self._needs, self._sample = core, tasks, needs, sample
        self._known: dict[str, int] = {}
        self._sources_changed = True
        self._reading = self._again = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.read)
        bridge.changed.connect(self._on_changed)

    def read(self) -> None:
        """Reads them again."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        sources, self._sources_changed = self._sources_changed, False
        self._tasks.run(self, lambda: self._ask(sources=sources), self._on_read, self._on_failed)

    def put(self, name: str, count: int) -> None:
        """A figure that somebody else has read."""
        if self._known.get(name, 0) != count:
            self._known[name] = count
            self.told.emit(dict(self._known))

    def _ask(self, *, sources: bool) -> Mapping[str, int]:
        found: dict[str, int] = dict(self._core.counts())
        if sources:
            rows = self._core.sources.rows()
            found["needs"] = sum(self._needs(row) for row in rows)
            found["sample"] = int(self._sample(rows))
        return found

    def _on_read(self, found: Mapping[str, int]) -> None:
        self._known |= found
        self._reading = False
        self.told.emit(dict(self._known))
        if self._again:
            self._calm.start()

    def _on_failed(self, error: Exception) -> None:
        self._reading = False
        raise error  # to the hook that logs and shows it

    def _on_changed(self, changes: Changes) -> None:
        self._sources_changed |= bool(changes.sources)
        if (changes.cards or changes.sources or changes.settings) and not self._calm.isActive():
            self._calm.start()
