"""Where the core's plain callbacks become signals of the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from osawatch.core import Core


class Bridge(QObject):
    """Re-emits what the core announces; a slot of a widget hears it on the GUI thread.

    The parent must outlive the core's last write: a bridge without one would be collected.
    """

    changed = Signal(object)  # Changes
    progress = Signal(object)  # PollProgress

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._leave = core.watch(self.changed.emit)

    def close(self) -> None:
        """Hears nothing more."""
        self._leave()
