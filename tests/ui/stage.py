"""What a page under test stands on: a real core, tasks and bridge, taken down in that order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from osawatch.core import Core
from ui.bridge import Bridge
from ui.tasks import Tasks
from ui.theme import LIGHT

PATIENCE_MS = 30_000
SIZE = QSize(1232, 872)
P = TypeVar("P", bound=QWidget)


@contextmanager
def parts(core: Core) -> Iterator[tuple[Core, Tasks, Bridge]]:
    """The parts of a page; who made the core closes it."""
    owner = QObject()
    tasks, bridge = Tasks(owner), Bridge(core, owner)
    try:
        yield core, tasks, bridge
    finally:
        bridge.close()
        tasks.close()


@contextmanager
def staged(core: Core, make: type[P], qtbot: QtBot, *, shown: bool = False) -> Iterator[P]:
    """A page that has read what it asks for at first."""
    with parts(core) as those:
        made: Any = make(*those, LIGHT)  # type: ignore[call-arg] # every page takes these four
        qtbot.addWidget(made)
        if shown:
            made.resize(SIZE)
            made.show()
            made.activateWindow()
        made.refresh()
        qtbot.waitUntil(made.ready, timeout=PATIENCE_MS)
        yield made
