"""The Trends page over a core with fixed answers, as a person finds it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.ui.desk_fake import FakeCore
from ui.bridge import Bridge
from ui.tasks import Tasks
from ui.theme import LIGHT
from ui.trends.page import TrendsPage


def opened(core: FakeCore, qtbot: QtBot, owner: QObject) -> TrendsPage:
    out = TrendsPage(core, Tasks(owner), Bridge(core, owner), LIGHT)  # type: ignore[arg-type]
    qtbot.addWidget(out)
    out.resize(1232, 872)
    with qtbot.waitSignal(out.loaded, timeout=20_000):
        out.show()
    return out
