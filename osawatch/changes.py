"""Listeners of the core: plain callbacks that are told which ids a write touched."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from osawatch.model import Changes

Listener = Callable[[Changes], None]
log = logging.getLogger(__name__)


class Announcer:
    """Calls every listener on the thread that wrote. A listener that fails stops nobody."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._guard = threading.Lock()

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener of all changes from now on; the result un-watches."""
        with self._guard:
            self._listeners.append(listener)

        def unwatch() -> None:
            with self._guard:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unwatch

    def announce(self, changes: Changes) -> Changes:
        """Tell all listeners, unless nothing changed."""
        if changes == Changes():
            return changes
        with self._guard:
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(changes)
            except Exception:  # the write is done; a window's fault must not undo the next listener
                log.exception("a listener failed")
        return changes
